"""Who says a quote: the running speaker and the phrases that change it.

The text is read once from left to right. A named source, an office or an institution takes the
stage; -nya, *ia*, *dia* and quotes without a source go to who is on it. Somebody who merely acts
("Acara dibuka Wali Kota X") takes it only where the next sentence refers back to him.
"""

from humas_nlp.document import Speaker
from humas_nlp.quotes.candidates.candidate import Entrance, QuoteCandidate, SourcePhrase
from humas_nlp.quotes.speakers.cast import Cast, Reading

Attributed = tuple[QuoteCandidate, Reading]


def attribute(
    candidates: list[QuoteCandidate], entrances: list[Entrance], cast: Cast
) -> list[Attributed]:
    """Give each candidate its speaker.

    Args:
        candidates: Quotes of the whole document in reading order.
        entrances: Everybody who takes the stage without a quote.
        cast: The people and institutions of the document.

    Returns:
        Drafts with a reading each; candidates whose source cannot speak are left out.
    """
    stage = _Stage(cast)
    found: list[Attributed] = []
    covered = 0
    events: list[QuoteCandidate | Entrance] = [*candidates, *entrances]
    for event in sorted(events, key=_position):
        if isinstance(event, Entrance):
            if event.position >= covered:
                stage.enter(event)
            continue
        reading = stage.speaker_of(event)
        if not _can_speak(event, reading):
            continue
        found.append((event, reading))
        covered = max(covered, event.end)
    return _first_speakers(found)


def _can_speak(candidate: QuoteCandidate, reading: Reading) -> bool:
    """Say whether a source is somebody; "Bagi para pecinta pantai, …" reports nobody."""
    if candidate.source.form == "phrase" and reading.speaker is None:
        return False
    return not (reading.how == "unnamed" and not candidate.unnamed_speaks)


def _position(event: QuoteCandidate | Entrance) -> tuple[int, int]:
    if isinstance(event, Entrance):
        return event.position, 0
    return (event.cue[0] if event.cue and event.cue[0] < event.start else event.start), 1


def _first_speakers(found: list[Attributed]) -> list[Attributed]:
    """Give quotes at the beginning without a speaker the first one that comes."""
    first = next((r.speaker for _, r in found if r.speaker), None)
    return [
        (d, Reading(first, "next")) if r.speaker is None and first else (d, r) for d, r in found
    ]


class _Stage:
    """The running speaker and the last actor."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.current: Speaker | None = None
        self.human: Speaker | None = None
        self.actor: Speaker | None = None

    def enter(self, actor: Entrance) -> None:
        """Let somebody take the stage."""
        if actor.source.form != "phrase":
            return
        speaker = self.cast.read(actor.source.start, actor.source.end, self.current).speaker
        if speaker is None or (speaker.type == "unnamed" and self.current is not None):
            return
        if actor.strong:
            self._take(speaker)
        elif speaker.type != "organisation" and (actor.introduced or self.current is None):
            self.actor = speaker

    def speaker_of(self, candidate: QuoteCandidate) -> Reading:
        """Return who says a quote and let him stay on stage."""
        reading = self._read(candidate)
        # somebody whose instruction is mentioned in passing does not go on speaking
        if reading.speaker and candidate.keeps_floor:
            self._take(reading.speaker)
        return reading

    def _take(self, speaker: Speaker) -> None:
        self.current, self.actor = speaker, None
        if speaker.type != "organisation":
            self.human = speaker

    def _read(self, candidate: QuoteCandidate) -> Reading:
        source = candidate.source
        if source.form == "phrase":
            reading = self.cast.read(source.start, source.end, self.current)
            if reading.speaker is None:
                phrase = " ".join(self.cast.text[source.start : source.end].split())
                named = candidate.unknown == "capital" and phrase[:1].isupper()
                if candidate.unknown == "any" or named:
                    return self.cast.fallback(phrase)
                if self.cast.is_name(phrase):
                    return self.cast.fallback(phrase)
            return reading
        return self._running(source, candidate.start, candidate.frames)

    def _running(self, source: SourcePhrase, position: int, framed: bool) -> Reading:
        """Resolve -nya, a pronoun or nothing at all."""
        if self.actor is not None and (source.form != "none" or framed):
            return Reading(self.actor, "actor")
        if self.current is not None:
            # -nya, "ia" and quotes that go on mean a person: after an institution's words the
            # person before it in 3 of 3 training cases, the institution in none
            if self.human is not None:
                return Reading(self.human, "current")
            return Reading(self.current, "current")
        earlier = self.cast.last_before(position)
        if earlier is not None:
            return Reading(earlier, "mentioned")
        return Reading(None, "none")
