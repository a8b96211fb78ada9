"""Who may say a quote: its antecedents, each with the features that the ranking weighs.

A feature is the name of something that is so ("has_floor", "named=0", "grade=3"); a sign of the
source phrase that `phrases.py` found, or a place in the discourse that `discourse.py` keeps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from humas_nlp.document import Speaker
from humas_nlp.people.finder import Mention
from humas_nlp.quotes.candidates.candidate import QuoteCandidate
from humas_nlp.quotes.speakers.antecedents import Antecedents
from humas_nlp.quotes.speakers.discourse import DiscourseState, expected
from humas_nlp.quotes.speakers.phrases import PhraseReadings

PHRASE = "phrase"
MENTIONS = 12  # mentions before a quote whose persons are weighed
SPEAKERS = 6  # last quotes whose speakers are weighed
MANY = 3  # numbers from here on count as one
BLOCK = "\n"


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


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a quote stands.

    Attributes:
        people: Who can speak in the document.
        candidate: The quote.
        readings: What its source phrase may mean.
        state: What the text before it says.
        coming: The next source phrase of the document, read.
    """

    people: Antecedents
    candidate: QuoteCandidate
    readings: PhraseReadings
    state: DiscourseState
    coming: Speaker | None


def place_of(candidate: QuoteCandidate) -> int:
    """Return where a quote begins for the discourse: at a cue that stands before it."""
    cue = candidate.cue
    return cue[0] if cue and cue[0] < candidate.start else candidate.start


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
        if speaker is None or key_of(speaker) in found:
            continue
        first = "first_reading" if not found else "later_reading"
        signs = [first, f"{first}:{reading.signs[0]}", *reading.signs, f"type={speaker.type}"]
        if reading.speaker is None:
            signs.append(f"floor:{reading.signs[0]}:{speaker.type}")
        elif speaker == state.floor:
            signs.append("has_floor")
        if not known:
            signs.append(f"unknown:{speaker.type}:{'proper' if proper else 'common'}")
        if any(key_of(s.speaker) == key_of(speaker) for s in state.spoken):
            signs.append("spoke_before")
        found[key_of(speaker)] = Antecedent(speaker, reading.how, tuple(signs))
    nobody = ("nobody", f"nobody:{candidate.construction}")
    return (*found.values(), Antecedent(None, "none", nobody))


def _of_discourse(situation: Situation) -> tuple[Antecedent, ...]:
    """Return who is in view where a quote has a pronoun, -nya or no source."""
    state, people, candidate = situation.state, situation.people, situation.candidate
    recent = people.recent(place_of(candidate), MENTIONS)
    named: dict[str, int] = {}
    for mention in reversed(recent):
        named.setdefault(key_of(people.persons[mention.person]), len(named))
    view = _view(situation, named, recent)
    in_view = (
        view.expecting,
        state.floor,
        state.human,
        state.actor,
        state.subject,
        *(s.speaker for s in state.spoken[:-SPEAKERS:-1]),
        *(people.persons[m.person] for m in reversed(recent)),
        situation.coming,
    )
    everybody = {key_of(speaker): speaker for speaker in reversed(in_view) if speaker}
    found = [_in_view(view, speaker) for speaker in reversed(everybody.values())]
    opening = "opening" if state.floor is None else "floor"
    nobody = ("nobody", f"nobody:{opening}", f"nobody:{candidate.construction}")
    return (*found, Antecedent(None, "none", nobody))


def key_of(speaker: Speaker) -> str:
    """Return what tells a speaker from others in the document."""
    return speaker.person or speaker.name


@dataclass(frozen=True, slots=True)
class _View:
    """What everybody in view of one quote shares.

    Attributes:
        situation: Where the quote stands.
        named: How many other persons are named between somebody's last mention and the quote.
        expecting: Whom the state of the discourse expects.
        fallback: Where it expects nobody, who was named last, one with an office first.
        last: Who said the quote before.
        opening: Whether nobody has spoken yet.
        lines: How many lines end between the quote before and this one.
        since: Ids of the persons named between them.
        inside: Ids of the persons named in the quote itself.
        pronoun: The pronoun in small letters, "" for other sources.
        turns: For each speaker how many others spoke since, and how many quotes are his.
    """

    situation: Situation
    named: Mapping[str, int]
    expecting: Speaker | None
    fallback: Speaker | None
    last: Speaker | None
    opening: bool
    lines: int
    since: frozenset[str | None]
    inside: frozenset[str | None]
    pronoun: str
    turns: Mapping[str, tuple[int, int]]


def _view(situation: Situation, named: Mapping[str, int], recent: Sequence[Mention]) -> _View:
    """Return what everybody in view of a quote shares."""
    state, candidate, people = situation.state, situation.candidate, situation.people
    start, source = place_of(candidate), candidate.source
    last = state.spoken[-1] if state.spoken else None
    introduced = next((m for m in reversed(recent) if m.introduced), None)
    return _View(
        situation,
        named,
        expected(state, candidate),
        people.persons[(introduced or recent[-1]).person] if recent else None,
        last.speaker if last else None,
        last is None and state.floor is None,
        people.text.count(BLOCK, last.end, start) if last else 0,
        people.named_between(last.end, start) if last else frozenset(),
        people.named_between(candidate.start, candidate.end),
        people.text[source.start : source.end].lower(),
        _turns(state),
    )


def _in_view(view: _View, speaker: Speaker) -> Antecedent:
    """Return somebody in view with his features."""
    roles = _roles(view, speaker)
    together = "+".join(roles) or "in_view"
    features = [
        *roles,
        together,
        f"type={speaker.type}",
        f"{'opening' if view.opening else 'going_on'}:{together}",
        *_reference(view, speaker),
    ]
    if "expected" in roles:
        others = view.since - {speaker.person}
        features.append(f"expected:{view.situation.candidate.construction}")
        features.append(f"expected:{_few(view.lines)}_lines_on")
        features.append("expected:others_named" if others else "expected:alone")
    return Antecedent(speaker, _how(view, speaker, roles), tuple(features))


def _roles(view: _View, speaker: Speaker) -> list[str]:
    """Return the places in the discourse that somebody has."""
    state = view.situation.state
    places = (
        ("expected", view.expecting),
        ("has_floor", state.floor),
        ("last_human", state.human),
        ("actor", state.actor),
        ("subject", state.subject),
        ("spoke_last", view.last),
        ("coming", view.situation.coming),
        ("named_with_office", view.fallback if view.expecting is None else None),
    )
    return [name for name, who in places if who is not None and who == speaker]


def _reference(view: _View, speaker: Speaker) -> list[str]:
    """Return how lately and how often somebody was named and spoke."""
    key = key_of(speaker)
    found = [f"named={_few(view.named[key])}" if key in view.named else "named_far"]
    if key in view.since:
        found.append("named_since_quote")
    if key in view.inside:  # hardly anybody says his own name
        found.append(f"named_in_{view.situation.candidate.kind}")
    turn = view.turns.get(key)
    found += ["silent"] if turn is None else [f"spoke={_few(turn[0])}", f"quotes={_few(turn[1])}"]
    if view.pronoun:
        found.append(f"{view.pronoun}:{speaker.type}")
    if speaker.role:
        found.append("has_office")
    return found


def _how(view: _View, speaker: Speaker, roles: Sequence[str]) -> str:
    """Return the end of the rule: which place in the discourse gives somebody the quote."""
    if "actor" in roles:
        return "actor"
    if "has_floor" in roles or "last_human" in roles:
        return "current"
    return "next" if "coming" in roles and key_of(speaker) not in view.named else "mentioned"


def _turns(state: DiscourseState) -> dict[str, tuple[int, int]]:
    """Return for each speaker how many others spoke since, and how many quotes are his."""
    found: dict[str, tuple[int, int]] = {}
    for spoken in reversed(state.spoken):
        key = key_of(spoken.speaker)
        since, number = found.get(key, (len(found), 0))
        found[key] = since, number + 1
    return found


def _few(number: int) -> str:
    return str(number) if number < MANY else f"{MANY}+"
