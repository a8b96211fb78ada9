"""Who says a quote: antecedents with features, and a fitted ranker that gives each a probability.

The quotes are read from left to right. What a source phrase may mean, or who is in view where the
source is a pronoun, -nya or nothing, are the antecedents of a quote; "nobody" is one of them. Each
has features (names of what speaks for or against it); the fitted weights of an antecedent's
features are added up, a softmax over the antecedents makes probabilities of the sums, and the
likeliest says the quote. The state of the discourse behind a quote depends on that choice.

`models/quotes/fit.py` fits the weights and writes them to `quotes_speakers.json`.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from math import exp
from typing import NamedTuple

from humas_nlp.document import Alternative, Reason, Speaker, Step
from humas_nlp.quotes.candidates.candidate import Entrance, QuoteCandidate
from humas_nlp.quotes.speakers.antecedents import Antecedents
from humas_nlp.quotes.speakers.discourse import START, DiscourseState, entered, spoke
from humas_nlp.quotes.speakers.features import (
    PHRASE,
    Antecedent,
    Situation,
    antecedents_of,
    place_of,
)
from humas_nlp.quotes.speakers.phrases import PhraseReadings, read_phrase
from humas_nlp.quotes.weights import read_weights

NOBODY = "nobody"
SHARED = "shared"  # weights that count for every form of a source but a phrase
KEPT = 3  # alternatives that a quote keeps
REASONS = 12  # features that a step names

Weights = Mapping[str, Mapping[str, float]]


class Ranked(NamedTuple):
    """An antecedent with its share.

    Attributes:
        antecedent: Who.
        score: Sum of the weights of his features.
        probability: In [0, 1]; those of all antecedents of a quote add up to 1.
    """

    antecedent: Antecedent
    score: float
    probability: float


class Attribution(NamedTuple):
    """A quote with its antecedents.

    Attributes:
        candidate: The quote.
        ranked: All antecedents, the likeliest first.
    """

    candidate: QuoteCandidate
    ranked: tuple[Ranked, ...]

    @property
    def best(self) -> Ranked:
        """The antecedent that says it."""
        return self.ranked[0]


Choose = Callable[[QuoteCandidate, Sequence[Antecedent]], int | None]


@cache
def fitted() -> Weights:
    """Return the fitted weights by form of the source, the shared ones added to each."""
    return with_shared(read_weights("quotes_speakers")["weights"])


def with_shared(weights: Weights) -> Weights:
    """Return weights by form with the shared ones added to each form's own."""
    shared = weights.get(SHARED, {})
    return {
        form: {f: shared.get(f, 0.0) + own.get(f, 0.0) for f in sorted({*shared, *own})}
        if form != PHRASE
        else own
        for form, own in weights.items()
        if form != SHARED
    }


def attribute(
    people: Antecedents,
    candidates: Sequence[QuoteCandidate],
    entrances: Sequence[Entrance],
    readings: Sequence[PhraseReadings] | None = None,
    weights: Weights | None = None,
    choose: Choose | None = None,
) -> tuple[Attribution, ...]:
    """Give each quote its antecedents with their probabilities.

    Args:
        people: Who can speak in the document.
        candidates: The quotes of the whole document in reading order.
        entrances: Who comes into view without a quote.
        readings: What the source phrase of each candidate may mean; read here if None.
        weights: Weights by form of the source; the fitted ones if None.
        choose: For training: index of the antecedent that the discourse goes on with, None for
            the likeliest.

    Returns:
        One attribution a candidate, in their order.
    """
    if readings is None:
        readings = [read_phrase(people, c.source) for c in candidates]
    weights = fitted() if weights is None else weights
    order = sorted(range(len(candidates)), key=lambda n: place_of(candidates[n]))
    waiting = sorted(entrances, key=lambda e: e.position, reverse=True)
    coming = _coming(candidates, readings, order)
    found: dict[int, Attribution] = {}
    state, covered = START, 0
    for n in order:
        candidate = candidates[n]
        while waiting and waiting[-1].position <= place_of(candidate):
            entrance = waiting.pop()
            if entrance.position >= covered:
                state = entered(state, _entering(people, entrance, state), entrance)
        situation = Situation(people, candidate, readings[n], state, coming[n])
        antecedents = antecedents_of(situation)
        ranked = rank(antecedents, weights.get(candidate.source.form, {}))
        taken = choose(candidate, antecedents) if choose else None
        speaker = (ranked[0].antecedent if taken is None else antecedents[taken]).speaker
        state = spoke(state, speaker, candidate)
        covered = max(covered, candidate.end)
        found[n] = Attribution(candidate, ranked)
    return tuple(found[n] for n in range(len(candidates)))


def _entering(people: Antecedents, entrance: Entrance, state: DiscourseState) -> Speaker | None:
    """Return whom an entrance names, by the first reading of its phrase."""
    read = read_phrase(people, entrance.source)
    if not read.known:
        return None
    return next((s for s in (r.speaker or state.floor for r in read.readings) if s), None)


def _coming(
    candidates: Sequence[QuoteCandidate], readings: Sequence[PhraseReadings], order: Sequence[int]
) -> dict[int, Speaker | None]:
    """Return for each candidate the speaker that the next source phrase names."""
    found: dict[int, Speaker | None] = {}
    coming: Speaker | None = None
    for n in reversed(order):
        found[n] = coming
        named = next((r.speaker for r in readings[n].readings if r.speaker), None)
        if named is not None and candidates[n].keeps_floor:
            coming = named
    return found


def rank(antecedents: Sequence[Antecedent], weights: Mapping[str, float]) -> tuple[Ranked, ...]:
    """Return antecedents with probabilities, the likeliest first; of equals the earlier one."""
    get = weights.get
    scores = [sum([get(f, 0.0) for f in a.features]) for a in antecedents]
    top = max(scores)
    shares = [exp(score - top) for score in scores]
    total = sum(shares)
    ranked = map(Ranked, antecedents, scores, [share / total for share in shares])
    return tuple(sorted(ranked, key=lambda r: -r.score))


def alternatives_of(attribution: Attribution) -> tuple[Alternative, ...]:
    """Return who else may say a quote, the likeliest first, at most three."""
    return tuple(
        Alternative(r.antecedent.speaker.name if r.antecedent.speaker else NOBODY, r.probability)
        for r in attribution.ranked[1 : KEPT + 1]
    )


def step_of(attribution: Attribution, weights: Weights | None = None) -> Step:
    """Return the decision about a speaker: reasons are the difference to the runner-up."""
    weights = fitted() if weights is None else weights
    own = weights.get(attribution.candidate.source.form, {})
    best = attribution.best
    added = {f: own.get(f, 0.0) for f in best.antecedent.features}
    if len(attribution.ranked) > 1:
        for feature in attribution.ranked[1].antecedent.features:
            added[feature] = added.get(feature, 0.0) - own.get(feature, 0.0)
    reasons = sorted(
        (Reason(f, value) for f, value in added.items() if value),
        key=lambda r: (-abs(r.added), r.feature),
    )
    speaker, source = best.antecedent.speaker, attribution.candidate.source
    return Step(
        "speaker",
        __name__,
        speaker.name if speaker else NOBODY,
        source.start if source.end else None,
        source.end or None,
        best.probability,
        tuple(reasons[:REASONS]),
        alternatives_of(attribution),
    )
