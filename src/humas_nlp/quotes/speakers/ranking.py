"""Who says a quote: antecedents with features, and a fitted ranker that gives each a probability.

The quotes are read from left to right. What a source phrase may mean, or who is in view where the
source is a pronoun, -nya or nothing, are the antecedents of a quote; "nobody" is one of them. Each
has features (names of what speaks for or against it); the fitted weights of an antecedent's
features are added up, a softmax over the antecedents makes probabilities of the sums, and the
likeliest says the quote. The state of the discourse behind a quote depends on that choice.

`models/quotes/fit.py` fits the weights and writes them to `quotes_speakers.json`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import NamedTuple

from humas_nlp.document import Alternative, Reason, Speaker, Step
from humas_nlp.quotes.candidates.candidate import Entrance, QuoteCandidate
from humas_nlp.quotes.speakers.antecedents import Antecedents
from humas_nlp.quotes.speakers.discourse import (
    START,
    DiscourseState,
    entered,
    expected,
    spoke,
)
from humas_nlp.quotes.speakers.phrases import NO_PHRASE, PhraseReadings, read_phrase
from humas_nlp.quotes.weights import read_weights

NOBODY = "nobody"
PHRASE = "phrase"
SHARED = "shared"  # weights that count for every form of a source but a phrase
MENTIONS = 12  # mentions before a quote whose persons are weighed
SPEAKERS = 6  # last quotes whose speakers are weighed
KEPT = 3  # alternatives that a quote keeps
REASONS = 12  # features that a step names
BLOCK = "\n"

Weights = Mapping[str, Mapping[str, float]]


class Antecedent(NamedTuple):
    """Somebody who may say a quote.

    Attributes:
        speaker: Who it is; None for "nobody".
        how: How he would be found; the end of `Quote.rule`.
        features: Names of what speaks for or against him.
    """

    speaker: Speaker | None
    how: str
    features: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a quote stands.

    Attributes:
        people: Who can speak in the document.
        candidate: The quote.
        readings: What its source phrase may mean.
        state: What the text before it says.
        coming: The next source phrase of the document, read.
        first: Whether no quote stands before it.
    """

    people: Antecedents
    candidate: QuoteCandidate
    readings: PhraseReadings
    state: DiscourseState
    coming: Speaker | None


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
    order = sorted(range(len(candidates)), key=lambda n: _place(candidates[n]))
    waiting = sorted(entrances, key=lambda e: e.position, reverse=True)
    coming = _coming(candidates, readings, order)
    found: dict[int, Attribution] = {}
    state, covered = START, 0
    for n in order:
        candidate = candidates[n]
        while waiting and waiting[-1].position <= _place(candidate):
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


def _place(candidate: QuoteCandidate) -> int:
    """Return where a quote begins for the discourse: at a cue that stands before it."""
    cue = candidate.cue
    return cue[0] if cue and cue[0] < candidate.start else candidate.start


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


def antecedents_of(situation: Situation) -> tuple[Antecedent, ...]:
    """Return everybody who may say a quote, "nobody" last."""
    if situation.candidate.source.form == "phrase":
        return _of_phrase(situation)
    return _of_discourse(situation)


def _of_phrase(situation: Situation) -> tuple[Antecedent, ...]:
    """Return what a source phrase may mean."""
    state, candidate = situation.state, situation.candidate
    known, proper = situation.readings.known, situation.readings.proper
    found: dict[str, Antecedent] = {}
    for reading in situation.readings.readings:
        speaker = reading.speaker or state.floor
        if speaker is None or _key(speaker) in found:
            continue
        first = "first_reading" if not found else "later_reading"
        signs = [first, f"{first}:{reading.signs[0]}", *reading.signs, f"type={speaker.type}"]
        if reading.speaker is None:
            signs.append(f"floor:{reading.signs[0]}:{speaker.type}")
        elif speaker == state.floor:
            signs.append("has_floor")
        if not known:
            signs.append(f"unknown:{speaker.type}:{'proper' if proper else 'common'}")
        if any(_key(s.speaker) == _key(speaker) for s in state.spoken):
            signs.append("spoke_before")
        found[_key(speaker)] = Antecedent(speaker, reading.how, tuple(signs))
    nobody = ("nobody", f"nobody:{candidate.construction}")
    return (*found.values(), Antecedent(None, "none", nobody))


def _of_discourse(situation: Situation) -> tuple[Antecedent, ...]:
    """Return who is in view where a quote has a pronoun, -nya or no source."""
    state, people, candidate = situation.state, situation.people, situation.candidate
    place = _place(candidate)
    recent = people.recent(place, MENTIONS)
    named: dict[str, int] = {}  # how many other persons are named between a person and the quote
    for mention in reversed(recent):
        named.setdefault(_key(people.persons[mention.person]), len(named))
    expecting = expected(state, candidate)
    introduced = next((m for m in reversed(recent) if m.introduced), None)
    fallback = (introduced or recent[-1]).person if recent else None
    in_view = [
        expecting,
        state.floor,
        state.human,
        state.actor,
        state.subject,
        *(s.speaker for s in state.spoken[:-SPEAKERS:-1]),
        *(people.persons[m.person] for m in reversed(recent)),
        situation.coming,
    ]
    view = _View(situation, place, named, expecting, people.persons[fallback] if recent else None)
    found: dict[str, Antecedent] = {}
    for speaker in in_view:
        if speaker is not None and _key(speaker) not in found:
            found[_key(speaker)] = view.antecedent(speaker)
    state_of = "floor" if state.floor else "opening"
    nobody = ("nobody", f"nobody:{state_of}", f"nobody:{candidate.construction}")
    return (*found.values(), Antecedent(None, "none", nobody))


def _key(speaker: Speaker) -> str:
    return speaker.person or speaker.name


class _View:
    """The features of everybody in view of one quote."""

    def __init__(
        self,
        situation: Situation,
        place: int,
        named: Mapping[str, int],
        expecting: Speaker | None,
        fallback: Speaker | None,
    ) -> None:
        """Compute what all antecedents of the quote share."""
        state, candidate, people = situation.state, situation.candidate, situation.people
        self.situation = situation
        self.state = state
        self.named = named
        self.expecting = expecting
        self.fallback = fallback
        last = state.spoken[-1] if state.spoken else None
        self.last = last.speaker if last else None
        self.inside = people.named_between(candidate.start, candidate.end)
        self.opening = "opening" if last is None and state.floor is None else "going_on"
        self.paragraphs = people.text.count(BLOCK, last.end, place) if last else 0
        self.since = people.named_between(last.end, place) if last else frozenset()
        source = candidate.source
        self.pronoun = people.text[source.start : source.end].lower()
        self.construction = candidate.construction
        self.turns = _turns(state)

    def antecedent(self, speaker: Speaker) -> Antecedent:
        """Return somebody with his features."""
        state = self.state
        roles = []
        if speaker == self.expecting:
            roles.append("expected")
        if speaker == state.floor:
            roles.append("has_floor")
        if speaker == state.human:
            roles.append("last_human")
        if speaker == state.actor:
            roles.append("actor")
        if speaker == state.subject:
            roles.append("subject")
        if speaker == self.last:
            roles.append("spoke_last")
        if speaker == self.situation.coming:
            roles.append("coming")
        if self.expecting is None and speaker == self.fallback:
            roles.append("named_with_office")
        features = [*roles, "+".join(roles) or "in_view"]
        features.append(f"type={speaker.type}")
        features.append(f"{self.opening}:{features[len(roles)]}")
        features += self._reference(speaker, bool(roles))
        if "expected" in roles:
            features.append(f"expected:{self.construction}")
            features.append(f"expected:{_few(self.paragraphs)}_lines_on")
            features.append("expected:others_named" if self._others(speaker) else "expected:alone")
        return Antecedent(speaker, self._how(speaker, roles), tuple(features))

    def _reference(self, speaker: Speaker, has_role: bool) -> list[str]:
        """Return how lately and how often somebody was named and spoke."""
        key = _key(speaker)
        found = []
        if key in self.named:
            found.append(f"named={_few(self.named[key])}")
        else:
            found.append("named_far")
        if key in self.since:
            found.append("named_since_quote")
        if key in self.inside:  # hardly anybody says his own name
            found.append(f"named_in_{self.situation.candidate.kind}")
        turn = self.turns.get(key)
        found.append("silent" if turn is None else f"spoke={_few(turn[0])}")
        if turn is not None:
            found.append(f"quotes={_few(turn[1])}")
        if self.pronoun:
            found.append(f"{self.pronoun}:{speaker.type}")
        if speaker.role:
            found.append("has_office")
        return found

    def _others(self, speaker: Speaker) -> bool:
        return bool(self.since - {speaker.person})

    def _how(self, speaker: Speaker, roles: Sequence[str]) -> str:
        if "actor" in roles:
            return "actor"
        if "has_floor" in roles or "last_human" in roles:
            return "current"
        return "next" if "coming" in roles and _key(speaker) not in self.named else "mentioned"


def _turns(state: DiscourseState) -> dict[str, tuple[int, int]]:
    """Return for each speaker how many others spoke since, and how many quotes are his."""
    found: dict[str, tuple[int, int]] = {}
    for spoken in reversed(state.spoken):
        key = _key(spoken.speaker)
        since, number = found.get(key, (len(found), 0))
        found[key] = since, number + 1
    return found


def _few(number: int) -> str:
    return str(number) if number < 3 else "3+"


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
