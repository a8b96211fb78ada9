"""What a construction proposes: a stretch that may be a quote, and who comes into view beside it.

No id steers what later stages do: what they need of a construction are fields of the candidate.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from humas_nlp.document import QuoteKind
from humas_nlp.quotes.sentences.view import Form, SourcePhrase

__all__ = [
    "NOTHING",
    "Candidates",
    "CuePosition",
    "Entrance",
    "Form",
    "Proposals",
    "QuoteCandidate",
    "SourcePhrase",
    "Unknown",
]

# What a source phrase may be that means nobody known: nothing, a proper name, or anything.
Unknown = Literal["refused", "name", "capital", "any"]
CuePosition = Literal["none", "before", "inside", "after"]


@dataclass(frozen=True, slots=True)
class QuoteCandidate:
    """A stretch that may be a quote, before its speaker is known.

    Attributes:
        kind: Kind of the quote.
        start: First code point of the content.
        end: One past its last code point.
        source: How the text names who speaks.
        construction: Id of its row in the table of constructions.
        cue: Range of the cue, or None.
        coordinated: Whether its cue shares the subject of another one ("… dan mengimbau …").
        keeps_floor: Whether its speaker goes on having the floor behind it; an instruction that is
            mentioned in passing gives it to nobody.
        frames: Whether it stands for words of who has the floor ("Dikatakan, …").
        unnamed_speaks: Whether a source without a name counts ("Bagi para pecinta pantai, …" does
            not).
        unknown: What its source phrase may be where it means nobody known.
        cue_class: Class of its cue: "root", "clitic", "say", "passive", …; "" without a cue.
        marker: What opens a reported clause behind a verb: "bahwa", "mood", "comma", "colon",
            "bare"; "" elsewhere.
        has_clause: Whether the content holds a predicate of its own.
        source_known: Whether the source phrase holds a mention of a person.
        closed: Whether both quotation marks are there; True for what needs none.
        words: Words of the content, cut at white space.
        paragraph: How many paragraphs stand before it.
        sentence: How many sentences of the paragraphs stand before that of its first word.
    """

    kind: QuoteKind
    start: int
    end: int
    source: SourcePhrase
    construction: str
    cue: tuple[int, int] | None = None
    coordinated: bool = False
    keeps_floor: bool = True
    frames: bool = False
    unnamed_speaks: bool = True
    unknown: Unknown = "name"
    cue_class: str = ""
    marker: str = ""
    has_clause: bool = False
    source_known: bool = False
    closed: bool = True
    words: int = 0
    paragraph: int = 0
    sentence: int = 0

    @property
    def cue_position(self) -> CuePosition:
        """Where the cue stands, seen from the content."""
        if self.cue is None:
            return "none"
        if self.cue[1] <= self.start:
            return "before"
        return "after" if self.cue[0] >= self.end else "inside"

    def features(self) -> dict[str, str | bool | int]:
        """Return what a fitted selection can go by, plain values under plain names.

        Example:
            >>> here = QuoteCandidate("direct", 1, 9, SourcePhrase("clitic"), "direct.label")
            >>> here.features()["cue_position"]
            'none'
        """
        return {
            "construction": self.construction,
            "kind": self.kind,
            "cue_class": self.cue_class,
            "cue_position": self.cue_position,
            "marker": self.marker,
            "source_form": self.source.form,
            "source_known": self.source_known,
            "coordinated": self.coordinated,
            "has_clause": self.has_clause,
            "closed": self.closed,
            "words": self.words,
            "sentence": self.sentence,
        }


@dataclass(slots=True, frozen=True)
class Entrance:
    """Somebody comes into view without a quote: subject of a sentence, agent of a passive.

    Attributes:
        position: Code point where it happens.
        source: Who, as named there.
        strong: Whether the verb is one of speaking.
        introduced: Whether an office stands beside the name.
    """

    position: int
    source: SourcePhrase
    strong: bool
    introduced: bool = False


Candidates = tuple[QuoteCandidate, ...]


class Proposals(NamedTuple):
    """What constructions propose for a word, a sentence or a document.

    Attributes:
        candidates: Stretches that may be quotes.
        entrances: Who comes into view without a quote.
    """

    candidates: Candidates = ()
    entrances: tuple[Entrance, ...] = ()


NOTHING = Proposals()
