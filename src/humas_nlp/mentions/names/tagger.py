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
        remembered: Sums over features that have been met together: of a word, by place and word;
            of a group, by its names.
    """

    features: Mapping[str, Scores]
    steps: tuple[Scores, Scores, Scores]
    remembered: dict[tuple[str, ...], Scores] = field(default_factory=dict, compare=False)

    def emissions(self, run: Sequence[WordFeatures]) -> list[Scores]:
        """Return the score of each label for each word of a run."""
        return [self._emission(word) for word in run]

    def _emission(self, word: WordFeatures) -> Scores:
        get, remembered = self.features.get, self.remembered.get
        o = b = i = 0.0
        for name in word.others:
            row = get(name)
            if row is not None:
                o, b, i = o + row[0], b + row[1], i + row[2]
        for group in word.groups:
            known = remembered(group)
            if known is None:
                known = self._remember(group, group)
            o, b, i = o + known[0], b + known[1], i + known[2]
        for place, text in zip(PLACES, word.words, strict=True):
            key = (place, text)
            known = remembered(key)
            if known is None:
                traits = word_traits(text) if text else ("none",)
                known = self._remember(key, [f"{place} {trait}" for trait in traits])
            o, b, i = o + known[0], b + known[1], i + known[2]
        return o, b, i

    def _remember(self, key: tuple[str, ...], names: Sequence[str]) -> Scores:
        o = b = i = 0.0
        for name in names:
            row = self.features.get(name)
            if row is not None:
                o, b, i = o + row[0], b + row[1], i + row[2]
        if len(self.remembered) < WORDS:
            self.remembered[key] = (o, b, i)
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
        floor = math.log(least)
        if len(emissions) == 1:
            outside, begin, _ = emissions[0]
            chance = begin - _total(outside, begin, NEVER)
            return [(0, 0, math.exp(min(0.0, chance)))] if chance >= floor else []
        forward = _forward(emissions, self.steps)
        backward = _backward(emissions, self.steps)
        whole = _total(*forward[-1])
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
    step, emission, after = steps[label], emissions[b + 1], backward[b + 1]
    return _total(
        step[OUTSIDE] + emission[OUTSIDE] + after[OUTSIDE],
        step[BEGIN] + emission[BEGIN] + after[BEGIN],
        NEVER,
    )


def _total(one: float, two: float, three: float) -> float:
    """Return the log of the sum of what three scores are logs of."""
    top = max(one, two, three)
    if top == NEVER:
        return NEVER
    return top + math.log(math.exp(one - top) + math.exp(two - top) + math.exp(three - top))


def _forward(emissions: Sequence[Scores], steps: tuple[Scores, Scores, Scores]) -> list[Scores]:
    o, b, _ = emissions[0]
    i = NEVER
    (oo, ob, oi), (bo, bb, bi), (io, ib, ii) = steps
    rows: list[Scores] = [(o, b, i)]
    for outside, begin, inside in emissions[1:]:
        o, b, i = (
            outside + _total(o + oo, b + bo, i + io),
            begin + _total(o + ob, b + bb, i + ib),
            inside + _total(o + oi, b + bi, i + ii),
        )
        rows.append((o, b, i))
    return rows


def _backward(emissions: Sequence[Scores], steps: tuple[Scores, Scores, Scores]) -> list[Scores]:
    (oo, ob, oi), (bo, bb, bi), (io, ib, ii) = steps
    rows: list[Scores] = [(0.0, 0.0, 0.0)]
    for emission in reversed(emissions[1:]):
        after = rows[-1]
        o, b, i = emission[0] + after[0], emission[1] + after[1], emission[2] + after[2]
        rows.append(
            (
                _total(oo + o, ob + b, oi + i),
                _total(bo + o, bb + b, bi + i),
                _total(io + o, ib + b, ii + i),
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
