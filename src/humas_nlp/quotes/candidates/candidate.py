"""What the finders of quotes hand to attribution."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from humas_nlp.document import QuoteKind

Form = Literal["phrase", "pronoun", "clitic", "none"]


class Tok(NamedTuple):
    """A token with its lower-cased text; `inside` tells whether it stands in quotation marks."""

    start: int
    end: int
    text: str
    low: str
    inside: bool


class Source(NamedTuple):
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
class Draft:
    """A quote before its speaker is known.

    Attributes:
        kind: Kind of the quote.
        start: First code point of the content.
        end: One past its last code point.
        source: How the text names who speaks.
        rule: Id of the rule that found it.
        cue: Range of the cue, or None.
    """

    kind: QuoteKind
    start: int
    end: int
    source: Source
    rule: str
    cue: tuple[int, int] | None = None


@dataclass(slots=True, frozen=True)
class Actor:
    """Somebody who takes the stage without a quote: subject of a sentence, agent of a passive.

    Attributes:
        position: Code point where it happens.
        source: Who, as named there.
        strong: Whether the verb is one of speaking.
    """

    position: int
    source: Source
    strong: bool
    introduced: bool = False
