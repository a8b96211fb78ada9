"""Spans and the outer form of a text: header data, blocks, dateline; frozen, plain data."""

from dataclasses import dataclass, fields
from typing import Annotated, Literal, Self

from humas_nlp.json_forms import Limits, Listed, Pattern, Plain

Offset = Annotated[int, Limits(minimum=0)]
IsoDay = Annotated[str, Pattern(r"^\d{4}-\d{2}-\d{2}$")]

BlockKind = Literal["headline", "paragraph", "credit", "furniture"]


@dataclass(frozen=True, slots=True)
class Span(Plain):
    """A range of the text with its words.

    Attributes:
        start: First code point.
        end: One past the last code point.
        text: The text between them.
    """

    start: Offset
    end: Offset
    text: str

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Self:
        """Cut a span out of `source`."""
        return cls(start, end, source[start:end])


@dataclass(frozen=True, slots=True)
class DateSpan(Span):
    """The words of a date: "Selasa (14/11/2023)".

    Attributes:
        value: ISO 8601, as the entity at the same place has it; None where it cannot be computed.
    """

    value: str | None = None


@dataclass(frozen=True, slots=True)
class Meta(Plain):
    """Header data of a release or article; None where the text does not state it.

    Attributes:
        title: Headline.
        date: Publication date, ISO 8601 (``YYYY-MM-DD``).
        place: Dateline place, in the text's case.
        organisation: Dateline institution or outlet.
        author: First credited writer.
        editor: Credited editor.
        source: Named source of a reprint ("Sumber : …").
    """

    title: str | None = None
    date: IsoDay | None = None
    place: str | None = None
    organisation: str | None = None
    author: str | None = None
    editor: str | None = None
    source: str | None = None


META_FIELDS = tuple(field.name for field in fields(Meta))


@dataclass(frozen=True, slots=True)
class Block(Listed):
    """A stretch of the given text and what it is.

    Blocks follow one another, do not overlap, and leave out only white space. A block may be a
    part of a line where furniture stands inside a paragraph.
    """

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Release(Plain):
    """The outer form of a text: header data, blocks, dateline.

    Attributes:
        meta: Header data.
        blocks: All blocks in reading order.
        dateline: Range of the dateline with its closing dash, inside the first paragraph; the
            body starts after it. None if there is no dateline.
    """

    meta: Meta
    blocks: tuple[Block, ...]
    dateline: tuple[int, int] | None = None

    def paragraphs(self) -> list[tuple[int, int]]:
        """Return the ranges of the body's paragraphs, the dateline cut off the first one."""
        ranges = []
        for block in self.blocks:
            if block.kind != "paragraph":
                continue
            start = block.start
            if self.dateline and block.start <= self.dateline[0] < block.end:
                start = min(self.dateline[1], block.end)
            if start < block.end:
                ranges.append((start, block.end))
        return ranges
