"""The constructions that report words: what each reads, an example, how often it was right."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from humas_nlp.document import QuoteKind
from humas_nlp.quotes.candidates.candidate import QuoteCandidate, SourcePhrase, Unknown

COORDINATED = ".coordinated"


@dataclass(frozen=True, slots=True)
class Construction:
    """One way to report words.

    Attributes:
        id: Part of `Quote.rule` before ">".
        reads: What it reads.
        example: A sentence that it reads.
        found: Quotes that it found in the annotated texts behind the confidences.
        right: How many of them match an annotated quote with its speaker.
        keeps_floor: As in `QuoteCandidate`, like the next three.
        frames: Whether it stands for words of who has the floor.
        unnamed_speaks: Whether a source without a name counts.
        unknown: What its source phrase may be where it means nobody known.
    """

    id: str
    reads: str
    example: str
    found: int
    right: int
    keeps_floor: bool = True
    frames: bool = False
    unnamed_speaks: bool = True
    unknown: Unknown = "name"


def construction_of(rule: str) -> str:
    """Return the construction in a quote's rule: without the form of its source, ".coordinated".

    Example:
        >>> construction_of("indirect.say.bahwa.coordinated>phrase.name")
        'indirect.say.bahwa'
    """
    return rule.partition(">")[0].removesuffix(COORDINATED)


def rule_of(candidate: QuoteCandidate) -> str:
    """Return the id of a candidate's construction as `Quote.rule` begins with it."""
    return candidate.construction + COORDINATED * candidate.coordinated


@cache
def constructions() -> Mapping[str, Construction]:
    """Return all constructions by id, in the order of their file."""
    data = resources.files("humas_nlp.data")
    lines = (data / "quotes_rules.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    counts = {name: (int(found), int(right)) for name, found, right in rows}
    listed = tomllib.loads((data / "quotes_rules.toml").read_text("utf-8"))
    return {
        name: Construction(
            name, found=counts.get(name, (0, 0))[0], right=counts.get(name, (0, 0))[1], **row
        )
        for name, row in listed.items()
    }


def propose(
    construction: str,
    kind: QuoteKind,
    start: int,
    end: int,
    source: SourcePhrase,
    cue: tuple[int, int] | None = None,
    *,
    coordinated: bool = False,
) -> QuoteCandidate:
    """Make a candidate of a construction.

    Args:
        construction: Its id.
        kind: Kind of the quote.
        start: First code point of the content.
        end: One past its last code point.
        source: How the text names who speaks.
        cue: Range of the cue, or None.
        coordinated: Whether the cue shares the subject of another one.

    Raises:
        KeyError: The table has no such construction (an error of the package, not of a text).
    """
    row = constructions()[construction]
    return QuoteCandidate(
        kind,
        start,
        end,
        source,
        construction,
        cue,
        coordinated,
        row.keeps_floor,
        row.frames,
        row.unnamed_speaks,
        row.unknown,
    )
