"""The constructions that report words: what each reads, an example, how often it was right."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Literal

from humas_nlp.document import QuoteKind
from humas_nlp.quotes.candidates.candidate import QuoteCandidate, SourcePhrase, Unknown
from humas_nlp.quotes.sentences.clauses import has_clause
from humas_nlp.quotes.sentences.cues import CueClass, cue_classes
from humas_nlp.quotes.sentences.sources import names_person
from humas_nlp.quotes.sentences.view import ParagraphView

COORDINATED = ".coordinated"
# Where a construction begins: at a word of a sentence, at the first word behind a closing mark, at
# a word before an opening mark, at the colon before one, at words in marks alone, at a paragraph.
Place = Literal["sentence", "behind_mark", "before_mark", "colon", "marks", "paragraph"]


@dataclass(frozen=True, slots=True)
class Construction:
    """One way to report words.

    Attributes:
        id: Part of `Quote.rule` before ">".
        reads: What it reads.
        example: A sentence that it reads.
        case: Id of a case in `tests/cases/quotes.jsonl` that it reads.
        place: Where it begins.
        reader: Name of the function that reads it (`candidates.dispatch.READERS`).
        triggers: Classes of the word that it begins at (`sentences.cues.cue_classes`); none where
            any word will do.
        marker: What opens its clause behind a verb.
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
    case: str
    place: Place
    reader: str
    triggers: tuple[str, ...]
    found: int
    right: int
    marker: str = ""
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
    """Return all constructions by id in the order of their file, in which they are tried."""
    data = resources.files("humas_nlp.data")
    lines = (data / "quotes_rules.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    counts = {name: (int(found), int(right)) for name, found, right in rows}
    listed = tomllib.loads((data / "quotes_rules.toml").read_text("utf-8"))
    return {
        name: Construction(
            id=name,
            found=counts.get(name, (0, 0))[0],
            right=counts.get(name, (0, 0))[1],
            triggers=tuple(row.pop("triggers", ())),
            **row,
        )
        for name, row in listed.items()
    }


@cache
def clause_constructions() -> Mapping[tuple[str, str], str]:
    """Return the ids of the constructions with a verb before a clause, by its class and marker."""
    return {
        (trigger, row.marker): row.id
        for row in constructions().values()
        if row.marker
        for trigger in row.triggers
    }


def clause_construction(kind: CueClass, marker: str) -> str | None:
    """Return the id of the construction of a verb's class and a marker, or None: it is no quote."""
    return clause_constructions().get((kind, marker))


def propose(
    view: ParagraphView,
    construction: str,
    kind: QuoteKind,
    start: int,
    end: int,
    source: SourcePhrase,
    cue: tuple[int, int] | None = None,
    *,
    coordinated: bool = False,
    closed: bool = True,
) -> QuoteCandidate:
    """Make a candidate of a construction.

    Args:
        view: The paragraph that it stands in.
        construction: Id of the construction.
        kind: Kind of the quote.
        start: First code point of the content.
        end: One past its last code point.
        source: How the text names who speaks.
        cue: Range of the cue, or None.
        coordinated: Whether the cue shares the subject of another one.
        closed: Whether both quotation marks are there.

    Raises:
        KeyError: The table has no such construction (an error of the package, not of a text).
    """
    row = constructions()[construction]
    first = view.index(start)
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
        _class_of(view.text[slice(*cue)].lower(), row.triggers) if cue else "",
        row.marker,
        has_clause(view, first, view.index(end) - 1),
        names_person(view, source),
        closed,
        view.size(start, end),
        view.number,
        view.earlier + view.sentence_number(first),
    )


def shortened(
    view: ParagraphView, candidate: QuoteCandidate, end: int, kind: QuoteKind | None = None
) -> QuoteCandidate:
    """Return a candidate that ends earlier.

    Args:
        view: The paragraph that it stands in.
        candidate: The candidate.
        end: One past the last code point of its content.
        kind: Its new kind, or None.
    """
    last = view.index(end) - 1
    return replace(
        candidate,
        kind=kind or candidate.kind,
        end=end,
        has_clause=has_clause(view, view.index(candidate.start), last),
        words=view.size(candidate.start, end),
    )


def _class_of(word: str, triggers: tuple[str, ...]) -> str:
    """Return the class of a cue, that which triggers its construction first."""
    classes = cue_classes(word)
    return next((name for name in triggers if name in classes), classes[0] if classes else "")
