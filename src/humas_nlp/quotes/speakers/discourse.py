"""The state of a discourse: who has the floor, who acted, who spoke before, and how it changes.

A state is a value; every transition gives a new one. Whoever is named as the source of a quote
has the floor; somebody who merely acts ("Acara dibuka Wali Kota X") is the actor until somebody
speaks.
"""

from typing import NamedTuple

from humas_nlp.document import Speaker
from humas_nlp.quotes.candidates.candidate import Entrance, QuoteCandidate

REMEMBERED = 24  # quotes of which the state knows who said them


class Spoken(NamedTuple):
    """A quote that has been given to somebody.

    Attributes:
        speaker: Who says it.
        start: First code point of the content.
        end: One past its last code point.
    """

    speaker: Speaker
    start: int
    end: int


class DiscourseState(NamedTuple):
    """What the text before a place says about who may speak there.

    Attributes:
        floor: Who has the floor: the speaker of the last quote, or who was said to speak.
        human: The last of these who is no institution.
        actor: Who acted since, with an office or before anybody spoke.
        subject: Whom the last sentence with a person in front is about, since the last quote.
        spoken: The last quotes with their speakers, the latest last.
    """

    floor: Speaker | None = None
    human: Speaker | None = None
    actor: Speaker | None = None
    subject: Speaker | None = None
    spoken: tuple[Spoken, ...] = ()


START = DiscourseState()


def entered(state: DiscourseState, who: Speaker | None, entrance: Entrance) -> DiscourseState:
    """Return the state after somebody came into view without a quote.

    Args:
        state: The state before.
        who: Whom the entrance names; None if nobody is known.
        entrance: How that happened.
    """
    if who is None or (who.type == "unnamed" and state.floor is not None):
        return state
    if entrance.strong:
        return _with_floor(state, who)
    if who.type == "organisation":
        return state
    acts = entrance.introduced or state.floor is None
    return state._replace(actor=who if acts else state.actor, subject=who)


def spoke(state: DiscourseState, who: Speaker | None, candidate: QuoteCandidate) -> DiscourseState:
    """Return the state after a quote.

    Args:
        state: The state before.
        who: Who says the quote; None where nobody is known.
        candidate: The quote. One that does not keep the floor leaves it to whom it was.
    """
    if who is None:
        return state
    latest = Spoken(who, candidate.start, candidate.end)
    after = state._replace(spoken=(*state.spoken[1 - REMEMBERED :], latest))
    return _with_floor(after, who) if candidate.keeps_floor else after


def _with_floor(state: DiscourseState, who: Speaker) -> DiscourseState:
    human = state.human if who.type == "organisation" else who
    return state._replace(floor=who, human=human, actor=None, subject=None)


def expected(state: DiscourseState, candidate: QuoteCandidate) -> Speaker | None:
    """Return who is meant by -nya, a pronoun or no source, going by the state alone.

    Somebody who acted is meant by a pronoun, but does not go on with a quote without a source;
    after an institution's words the person before it is meant.
    """
    if state.actor is not None and (candidate.source.form != "none" or candidate.frames):
        return state.actor
    return state.human or state.floor
