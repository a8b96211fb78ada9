"""Which candidates are quotes: a fitted probability for each, and the best set without overlaps.

`models/quotes/fit.py` fits the weights and writes them to `quotes_selection.json`, with the least
probability of a quote. A higher one (`min_quote_probability` of the component) trades quotes that
are found for quotes that are right.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from humas_nlp.document import Reason, Step
from humas_nlp.lexicon import word_class
from humas_nlp.quotes.candidates.candidate import QuoteCandidate
from humas_nlp.quotes.candidates.constructions import constructions, rule_of
from humas_nlp.quotes.sentences.cues import lemma
from humas_nlp.quotes.speakers.phrases import PhraseReadings
from humas_nlp.quotes.weights import Logistic, logit, read_weights

SPOKEN = frozenset({"saya", "kami", "kita", "aku"})
SUBORDINATORS = word_class("subordinator")
REASONS = 12  # features that a step names
SIZES = (3, 5, 8, 12, 20, 40)  # words of a content, bounds of the groups


@dataclass(frozen=True, slots=True)
class Selected:
    """A candidate that was taken.

    Attributes:
        index: Its place among the candidates.
        candidate: The candidate.
        readings: What its source phrase may mean.
        probability: That it is a quote.
    """

    index: int
    candidate: QuoteCandidate
    readings: PhraseReadings
    probability: float


class SelectionModel(NamedTuple):
    """What selection goes by.

    Attributes:
        weights: Log-odds that each feature adds.
        least: Probability under which a candidate is no quote.
    """

    weights: Logistic
    least: float


@cache
def fitted() -> SelectionModel:
    """Return the fitted model."""
    data = read_weights("quotes_selection")
    return SelectionModel(Logistic.of(data), data["least_probability"])


def select(
    text: str,
    candidates: Sequence[QuoteCandidate],
    readings: Sequence[PhraseReadings],
    model: SelectionModel | None = None,
    least: float | None = None,
) -> tuple[Selected, ...]:
    """Choose the candidates that are quotes.

    Args:
        text: The whole text.
        candidates: All candidates of the document in reading order.
        readings: What the source phrase of each may mean.
        model: The fitted one if None.
        least: Probability under which a candidate is no quote; that of the model if None.

    Returns:
        The chosen ones in reading order; no two share a stretch of text.
    """
    model = fitted() if model is None else model
    floor = model.least if least is None else least
    cases = features_of_all(text, candidates, readings)
    chances = [model.weights.probability(case) for case in cases]
    likely = [n for n, chance in enumerate(chances) if chance >= floor]
    gain = logit(floor)
    kept = best_set(
        [(candidates[n].start, candidates[n].end, logit(chances[n]) - gain) for n in likely]
    )
    return tuple(
        Selected(n, candidates[n], readings[n], chances[n]) for n in (likely[k] for k in kept)
    )


def best_set(stretches: Sequence[tuple[int, int, float]]) -> tuple[int, ...]:
    """Return the indices of stretches that do not overlap and weigh most together.

    Args:
        stretches: Start, end and weight (0 or more) of each, in any order.

    Returns:
        Indices in order of the text; of equally heavy sets the one with the earlier ends.

    Example:
        >>> best_set([(0, 9, 2.0), (0, 4, 1.5), (5, 9, 1.0)])
        (1, 2)
    """
    order = sorted(range(len(stretches)), key=lambda n: (stretches[n][1], stretches[n][0], n))
    ends = [stretches[n][1] for n in order]
    total = [0.0]
    took: list[tuple[bool, int]] = []
    for k, n in enumerate(order):
        start, _, weight = stretches[n]
        before = bisect_right(ends, start, hi=k)
        taken = total[before] + weight
        took.append((taken > total[k] or weight == 0.0, before))
        total.append(max(taken, total[k]))
    found: list[int] = []
    k = len(order)
    while k:
        taken_now, before = took[k - 1]
        if taken_now:
            found.append(order[k - 1])
            k = before
        else:
            k -= 1
    return tuple(reversed(found))


def features_of_all(
    text: str, candidates: Sequence[QuoteCandidate], readings: Sequence[PhraseReadings]
) -> list[dict[str, float]]:
    """Return the features of each candidate, those of its neighbourhood included."""
    starts = sorted(c.start for c in candidates)
    cases = []
    reach = -1  # the furthest end so far
    for candidate, read in zip(candidates, readings, strict=True):
        case = dict.fromkeys(_own_features(text, candidate, read), 1.0)
        inner = bisect_left(starts, candidate.end) - bisect_right(starts, candidate.start)
        if inner:
            case["holds_another"] = 1.0
        if candidate.start < reach:
            case["inside_another"] = 1.0
        reach = max(reach, candidate.end)
        cases.append(case)
    return cases


def _own_features(text: str, candidate: QuoteCandidate, read: PhraseReadings) -> list[str]:
    """Return the names of what speaks for or against a candidate by itself."""
    content = text[candidate.start : candidate.end]
    words = content.split()
    size = _size(len(words))
    source = _source(candidate, read)
    rule = candidate.construction
    found = [
        rule,
        f"source={source}",
        f"{rule}:{candidate.source.form}",
        f"kind={candidate.kind}:{source}",
        f"size={size}",
        f"kind={candidate.kind}:size={size}",
        f"{candidate.unknown}:{source}",
    ]
    found.append("source_can_speak" if can_speak(candidate, read) else "source_is_mute")
    if candidate.coordinated:
        found.append("coordinated")
    if not candidate.unnamed_speaks:
        found.append(f"unnamed_is_mute:{source}")
    if candidate.cue:
        cue = lemma(text[slice(*candidate.cue)])
        found.append(f"cue={cue}")
        found.append(f"cue={cue}:{candidate.source.form}")
        side = "before" if candidate.cue[0] < candidate.start else "behind"
        found.append(f"cue_{side}:{candidate.kind}")
    else:
        found.append(f"no_cue:{candidate.kind}")
    if read.readings:
        found.append(f"source_words={_size(read.words)}")
    if not SPOKEN.isdisjoint(w.lower() for w in words):
        found.append(f"we:{candidate.kind}")
    first = words[0] if words else ""
    found.append(f"begins_{'large' if first[:1].isupper() else 'small'}:{candidate.kind}")
    if first.lower() in SUBORDINATORS:
        found.append("begins_with_subordinator")
    if candidate.kind == "direct":
        found.append(f"ends={content[-1:] if content[-1:] in '.,!?' else 'word'}")
        large = sum(w[:1].isupper() for w in words)
        found.append("title_case" if large * 2 > len(words) else "sentence_case")
    return found


def can_speak(candidate: QuoteCandidate, read: PhraseReadings) -> bool:
    """Say whether a source is somebody, by rules; "Bagi para pecinta pantai, …" reports nobody."""
    if candidate.source.form != "phrase":
        return True
    if not read.known:
        return candidate.unknown == "any" or (candidate.unknown != "refused" and read.proper)
    return candidate.unnamed_speaks or read.readings[0].how != "unnamed"


def _size(words: int) -> int:
    return bisect_right(SIZES, words)


def _source(candidate: QuoteCandidate, read: PhraseReadings) -> str:
    """Return how a source reads: its form, or the first sign of the first reading of a phrase."""
    if candidate.source.form != "phrase" or not read.readings:
        return candidate.source.form
    first = read.readings[0]
    if not read.known:
        return f"unknown_{first.how}_{'proper' if read.proper else 'common'}"
    return f"{first.how}_{first.signs[-1]}" if first.how != "office" else "office"


def candidate_step(candidate: QuoteCandidate) -> Step:
    """Return the step that says which construction proposed a candidate."""
    row = constructions()[candidate.construction]
    return Step(
        "candidate",
        constructions.__module__,
        f"{rule_of(candidate)}: {row.reads}",
        candidate.start,
        candidate.end,
    )


def selection_step(
    text: str,
    candidates: Sequence[QuoteCandidate],
    readings: Sequence[PhraseReadings],
    chosen: Selected,
    model: SelectionModel | None = None,
) -> Step:
    """Return the step that says why a candidate is a quote."""
    model = fitted() if model is None else model
    case = features_of_all(text, candidates, readings)[chosen.index]
    candidate = chosen.candidate
    return Step(
        "selection",
        __name__,
        "quote",
        candidate.start,
        candidate.end,
        chosen.probability,
        reasons_of(model.weights, case),
    )


def reasons_of(model: Logistic, case: Mapping[str, float]) -> tuple[Reason, ...]:
    """Return what each feature added, the strongest first."""
    added = ((f, model.weights.get(f, 0.0) * value) for f, value in case.items())
    reasons = sorted(
        (Reason(f, value) for f, value in added if value),
        key=lambda r: (-abs(r.added), r.feature),
    )
    return tuple(reasons[:REASONS])
