"""A chain of labels over the words of a run: which of them are the name of a person.

The weights are those of a linear-chain conditional random field that `models/names/fit.py` fits;
here they are only read. Labels: outside a name, first word of a name, further word of a name.
"""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from humas_nlp.mentions.names.features import PLACES, WordFeatures
from humas_nlp.mentions.names.logistic import chance_of
from humas_nlp.mentions.names.word_traits import WORDS, word_traits

Scores = tuple[float, float, float]  # of the labels, in their order
LABELS = ("O", "B", "I")
OUTSIDE, BEGIN, INSIDE = range(3)
NEVER = -math.inf
Found = tuple[int, int, float]  # first word, last word, probability


@dataclass(frozen=True, slots=True)
class NameTagger:
    """Weights of the chain.

    Attributes:
        features: Score that each feature adds to each label.
        steps: Score of each label behind each other; a name goes on only behind its beginning.
        remembered: Sums over the traits of words that have been met, by place and word.
    """

    features: Mapping[str, Scores]
    steps: tuple[Scores, Scores, Scores]
    remembered: dict[tuple[int, str], Scores] = field(default_factory=dict, compare=False)

    def emissions(self, run: Sequence[WordFeatures]) -> list[Scores]:
        """Return the score of each label for each word of a run."""
        return [self._emission(word) for word in run]

    def _emission(self, word: WordFeatures) -> Scores:
        o, b, i = self._sum(word.others)
        for place, text in enumerate(word.words):
            known = self.remembered.get((place, text))
            if known is None:
                traits = word_traits(text) if text else ("none",)
                known = self._sum(f"{PLACES[place]} {trait}" for trait in traits)
                if len(self.remembered) < WORDS:
                    self.remembered[place, text] = known
            o, b, i = o + known[0], b + known[1], i + known[2]
        return o, b, i

    def _sum(self, names: Iterable[str]) -> Scores:
        o = b = i = 0.0
        for name in names:
            row = self.features.get(name)
            if row is not None:
                o, b, i = o + row[0], b + row[1], i + row[2]
        return o, b, i

    def spans(self, emissions: Sequence[Scores], least: float) -> list[Found]:
        """Return every stretch of a run that is a name with at least a probability.

        Args:
            emissions: What `emissions` gives.
            least: Least probability, over 0.

        Returns:
            Stretches in reading order; they may overlap. The probability is that of exactly this
            stretch: both borders right.
        """
        if len(emissions) == 1:  # most runs are one word
            outside, begin, _ = emissions[0]
            alone = chance_of(begin - outside)
            return [(0, 0, alone)] if alone >= least else []
        forward = _forward(emissions, self.steps)
        backward = _backward(emissions, self.steps)
        whole = _total(forward[-1])
        floor = math.log(least)
        found = []
        for a in range(len(emissions)):
            score = forward[a][BEGIN] - whole
            if score + backward[a][BEGIN] < floor:
                continue
            for b in range(a, len(emissions)):
                if b > a:
                    behind = BEGIN if b == a + 1 else INSIDE
                    score += self.steps[behind][INSIDE] + emissions[b][INSIDE]
                label = BEGIN if b == a else INSIDE
                chance = score + _ends(emissions, self.steps, backward, b, label)
                if chance >= floor:
                    found.append((a, b, math.exp(min(0.0, chance))))
        return found


def _ends(
    emissions: Sequence[Scores],
    steps: tuple[Scores, Scores, Scores],
    backward: Sequence[Scores],
    b: int,
    label: int,
) -> float:
    """Return the log sum of all ways on from a name that ends at `b`."""
    if b + 1 == len(emissions):
        return 0.0
    return _total(
        [steps[label][to] + emissions[b + 1][to] + backward[b + 1][to] for to in (OUTSIDE, BEGIN)]
    )


def _total(scores: Sequence[float]) -> float:
    top = max(scores)
    return top + math.log(sum(math.exp(s - top) for s in scores)) if top > NEVER else NEVER


def _forward(emissions: Sequence[Scores], steps: tuple[Scores, Scores, Scores]) -> list[Scores]:
    o, b, _ = emissions[0]
    rows: list[Scores] = [(o, b, NEVER)]
    for emission in emissions[1:]:
        last = rows[-1]
        rows.append(
            _scores(
                emission[to] + _total([last[at] + steps[at][to] for at in range(3)])
                for to in range(3)
            )
        )
    return rows


def _backward(emissions: Sequence[Scores], steps: tuple[Scores, Scores, Scores]) -> list[Scores]:
    rows: list[Scores] = [(0.0, 0.0, 0.0)]
    for emission in reversed(emissions[1:]):
        after = rows[-1]
        rows.append(
            _scores(
                _total([steps[at][to] + emission[to] + after[to] for to in range(3)])
                for at in range(3)
            )
        )
    rows.reverse()
    return rows


def _scores(values: Iterable[float]) -> Scores:
    o, b, i = values
    return o, b, i


def read_tagger(data: Mapping[str, object]) -> NameTagger:
    """Read the weights from their JSON form: "features" in hundredths, "steps"."""
    features = data["features"]
    steps = data["steps"]
    assert isinstance(features, dict) and isinstance(steps, list)
    table = {name: (o / 100, b / 100, i / 100) for name, (o, b, i) in features.items()}
    rows = [[NEVER if s is None else s for s in row] for row in steps]
    return NameTagger(table, (_scores(rows[0]), _scores(rows[1]), _scores(rows[2])))


@cache
def tagger() -> NameTagger:
    """Return the bundled weights."""
    raw = (files("humas_nlp.data") / "people_name_tagger.json").read_text("utf-8")
    return read_tagger(json.loads(raw))
