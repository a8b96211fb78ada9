"""What a construction proposes: a stretch that may be a quote, and who comes into view beside it.

No id steers what later stages do: what they need of a construction are fields of the candidate.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from humas_nlp.document import QuoteKind

Form = Literal["phrase", "pronoun", "clitic", "none"]
# What a source phrase may be that means nobody known: nothing, a proper name, or anything.
Unknown = Literal["refused", "name", "capital", "any"]


class QuoteToken(NamedTuple):
    """A token with its lower-cased text; `inside` tells whether it stands in quotation marks."""

    start: int
    end: int
    text: str
    low: str
    inside: bool


class SourcePhrase(NamedTuple):
    """The words that name a source, or the sign that something else does.

    Attributes:
        form: "phrase" for a noun phrase, "pronoun", "clitic" for -nya, "none".
        start: First code point (0 for "clitic" and "none").
        end: One past the last code point.
    """

    form: Form
    start: int = 0
    end: int = 0


@dataclass(slots=True)
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
