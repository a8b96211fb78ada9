"""Texts too long for one piece: analysed by blocks of paragraphs, with the offsets of the whole.

Each block is read together with some paragraphs before and after it, so that "ujarnya" at its
beginning still finds its speaker. What begins in the block itself is kept, what begins in its
surroundings belongs to the neighbour. Memory is that of one block, whatever the text's length.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from humas_nlp.document import Document, Entity, Person, Quote, Span, Speaker

S = TypeVar("S", bound=Span)
BLOCK = 100_000  # characters; some 50 pages, and a hundred times a usual release
CONTEXT = 4_000  # characters at most around a block, whole paragraphs


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a text with its surroundings.

    Attributes:
        start: First character of the block.
        end: One past its last one.
        first: Where the surroundings before it begin.
        last: Where those after it end.
    """

    start: int
    end: int
    first: int
    last: int


def cut_blocks(text: str, size: int = BLOCK, context: int = CONTEXT) -> list[Block]:
    """Cut a text at line breaks into blocks of at most `size` characters.

    A line longer than that is cut at a blank, and one without blanks anywhere.

    Example:
        >>> [(b.start, b.end) for b in cut_blocks("satu dua\\ntiga empat\\nlima", 12, 4)]
        [(0, 9), (9, 20), (20, 24)]
    """
    ends, start = [], 0
    while len(text) - start > size:
        limit = start + size
        end = text.rfind("\n", start, limit) + 1 or text.rfind(" ", start, limit) + 1 or limit
        ends.append(end)
        start = end
    ends.append(len(text))
    starts = [0, *ends[:-1]]
    return [
        Block(start, end, _before(text, start, context), _after(text, end, context))
        for start, end in zip(starts, ends, strict=True)
    ]


def _before(text: str, start: int, context: int) -> int:
    floor = max(0, start - context)
    found = text.find("\n", floor, start)
    return floor if floor == 0 or found < 0 else found + 1


def _after(text: str, end: int, context: int) -> int:
    ceiling = min(len(text), end + context)
    found = text.rfind("\n", end, ceiling)
    return ceiling if ceiling == len(text) or found < 0 else found


def analyze_blocks(
    text: str, analyze: Callable[[str], Document], *, size: int = BLOCK, context: int = CONTEXT
) -> Document:
    """Analyse a long text block by block.

    Header data and themes are those of the first block: a release says what it is about at its
    beginning. People of one name are one person in all blocks.

    Args:
        text: The text.
        analyze: The analysis of one piece; called once a block, in order.
        size: Largest block, in characters.
        context: Largest surroundings on either side of a block, in characters.
    """
    blocks = cut_blocks(text, size, context)
    merged = _Merged()
    for number, block in enumerate(blocks):
        merged.add(analyze(text[block.first : block.last]), block, first=number == 0)
    note = (
        f"The text is long ({len(text)} characters) and was analysed in {len(blocks)} blocks of "
        "paragraphs; header data and themes come from the first one."
    )
    return merged.document(text, note)


class _Merged:
    """The findings of all blocks so far, with offsets in the whole text."""

    def __init__(self) -> None:
        self._head = Document("")
        self._people: dict[str, Person] = {}  # by name in lower case
        self._mentions: dict[str, list[Span]] = {}
        self._quotes: list[Quote] = []
        self._entities: list[Entity] = []
        self._sentences: list[tuple[int, int]] = []
        self._warnings: dict[str, None] = {}

    def add(self, found: Document, block: Block, *, first: bool) -> None:
        if first:
            self._head = found
        shift = block.first

        def inside(start: int) -> bool:
            return block.start <= start + shift < block.end

        ids = self._add_people(found.people, shift, inside)
        self._quotes += [_moved(q, shift, ids) for q in found.quotes if inside(q.start)]
        self._entities += [
            replace(e, start=e.start + shift, end=e.end + shift)
            for e in found.entities
            if inside(e.start)
        ]
        self._sentences += [(s + shift, e + shift) for s, e in found.sentences if inside(s)]
        self._warnings |= dict.fromkeys(found.warnings)

    def _add_people(
        self, people: Iterable[Person], shift: int, inside: Callable[[int], bool]
    ) -> dict[str, str]:
        ids = {}
        for person in people:
            key = person.name.lower()
            known = self._people.setdefault(
                key, replace(person, id=f"P{len(self._people) + 1}", mentions=())
            )
            self._people[key] = replace(
                known,
                role=known.role or person.role,
                affiliation=known.affiliation or person.affiliation,
                honorifics=known.honorifics or person.honorifics,
                degrees=known.degrees or person.degrees,
            )
            ids[person.id] = known.id
            mentions = self._mentions.setdefault(key, [])
            mentions += [_shifted(m, shift) for m in person.mentions if inside(m.start)]
        return ids

    def document(self, text: str, note: str) -> Document:
        people = tuple(
            replace(person, mentions=tuple(self._mentions[key]))
            for key, person in self._people.items()
        )
        # Of quotes that overlap, a piece may give the later one first.
        ordered = sorted(self._quotes, key=lambda quote: (quote.start, quote.end))
        quotes = (replace(quote, id=f"Q{n}") for n, quote in enumerate(ordered, 1))
        return replace(
            self._head,
            text=text,
            people=people,
            quotes=tuple(quotes),
            entities=tuple(self._entities),
            sentences=tuple(_apart(self._sentences)),
            warnings=(*self._warnings, note),
        )


def _apart(ranges: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    # A sentence over the border of two blocks may be read twice with different beginnings.
    end = 0
    for start, stop in ranges:
        if start >= end:
            yield start, stop
            end = stop


def _moved(quote: Quote, shift: int, ids: dict[str, str]) -> Quote:
    cue, source, speaker = quote.cue, quote.source, quote.speaker
    return replace(
        quote,
        start=quote.start + shift,
        end=quote.end + shift,
        cue=_shifted(cue, shift) if cue else None,
        source=_shifted(source, shift) if source else None,
        speaker=_known(speaker, ids) if speaker else None,
        addressee=_shifted(quote.addressee, shift) if quote.addressee else None,
        venue=_shifted(quote.venue, shift) if quote.venue else None,
        date=_shifted(quote.date, shift) if quote.date else None,
    )


def _shifted(span: S, shift: int) -> S:
    """Move a span, a cue or a date; what else it holds stays."""
    return replace(span, start=span.start + shift, end=span.end + shift)


def _known(speaker: Speaker, ids: dict[str, str]) -> Speaker:
    return replace(speaker, person=ids.get(speaker.person)) if speaker.person else speaker
