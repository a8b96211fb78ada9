"""A text as HTML with marks on it.

The text is cut wherever a mark or a line begins or ends, and the pieces are put together again
layer by layer. So marks may nest or overlap in any way, and the HTML stays well formed.
"""

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Literal

# A lone surrogate cannot be written as UTF-8, and a browser drops NUL. Each becomes one
# replacement character, so offsets stay true. A carriage return in HTML becomes a line feed.
_UNPRINTABLE = re.compile("[\x00\ud800-\udfff]")

Layer = Literal["quote", "cue", "source", "entity", "reason"]
# From the outermost tag to the innermost.
_NESTING: tuple[tuple[Layer, str], ...] = (
    ("quote", "mark"),
    ("cue", "span"),
    ("source", "span"),
    ("entity", "span"),
    ("reason", "span"),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of the text with its look.

    Attributes:
        start: First code point.
        end: One past the last code point.
        layer: What is marked.
        classes: Names of style classes.
        hint: What the pointer shows that rests on it.
        tag: Short text that is shown beside the mark: number of a speaker, label of an entity.
        id: For a quote, the id that a link can name; else "".
    """

    start: int
    end: int
    layer: Layer
    classes: str
    hint: str = ""
    tag: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of one line and the marks that cover all of it."""

    start: int
    end: int
    active: tuple[Mark, ...]

    def innermost(self, layer: Layer) -> Mark | None:
        """Return the mark of a layer that is shown here."""
        return next((mark for mark in reversed(self.active) if mark.layer == layer), None)


def escape(text: str) -> str:
    """Write text so that HTML shows it and never runs it.

    Args:
        text: Any string.

    Returns:
        The text with ``& < > " '`` as character references, and NUL and lone surrogates as U+FFFD.
    """
    return html.escape(_UNPRINTABLE.sub("\ufffd", text), quote=True)


def isolated(text: str) -> str:
    """Escape text and keep its writing direction from reaching the words around it."""
    return f"<bdi>{escape(text)}</bdi>"


def marked_text(text: str, marks: Iterable[Mark], prefix: str = "") -> str:
    """Write a text with its marks, each line in an element of its own.

    Args:
        text: The text that is shown.
        marks: Marks in any order; what reaches beyond the text is cut off.
        prefix: Put before the ids of quotes, so that two texts of one page keep theirs apart.

    Returns:
        HTML whose text, tags taken off and references undone, is `text`.
    """
    return "\n".join(marked_lines(text, marks, prefix))


def marked_lines(text: str, marks: Iterable[Mark], prefix: str = "") -> list[str]:
    """Write every line of a text with its marks; the arguments are those of `marked_text`."""
    cut = [_clipped(mark, len(text)) for mark in marks]
    inside = sorted(
        (mark for mark in cut if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end)
    )
    writer = _Writer(text, prefix)
    lines = (writer.run(pieces, _NESTING) for pieces in _pieces(inside, line_ranges(text)))
    return [f'<span class="humas-line">{line}</span>' for line in lines]


def _clipped(mark: Mark, length: int) -> Mark:
    if mark.start >= 0 and mark.end <= length:
        return mark
    start, end = max(0, mark.start), min(mark.end, length)
    return Mark(start, end, mark.layer, mark.classes, mark.hint, mark.tag, mark.id)


def line_ranges(text: str) -> Iterator[tuple[int, int]]:
    """Yield the range of every line, without its break."""
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _pieces(marks: list[Mark], lines: Iterable[tuple[int, int]]) -> Iterator[list[_Piece]]:
    """Cut every line at the borders of its marks; an empty line is one empty piece.

    Args:
        marks: Marks sorted by start, the longer first.
        lines: Lines in reading order.

    Yields:
        The pieces of each line.
    """
    edges = sorted({edge for mark in marks for edge in (mark.start, mark.end)})
    active: list[Mark] = []
    coming = 0
    for begin, stop in lines:
        inner = edges[bisect_right(edges, begin) : bisect_left(edges, stop)]
        pieces = []
        for start, end in pairwise([begin, *inner, stop]):
            while coming < len(marks) and marks[coming].start <= start:
                active.append(marks[coming])
                coming += 1
            active = [mark for mark in active if mark.end > start]
            pieces.append(_Piece(start, end, tuple(active) if start < end else ()))
        yield pieces


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes pieces of a text; knows the quotes that have been written already."""

    text: str
    prefix: str
    linked: set[str] = field(default_factory=set)

    def run(self, pieces: list[_Piece], layers: tuple[tuple[Layer, str], ...]) -> str:
        """Write pieces that follow one another, an element around all that show one mark."""
        if not layers:
            return escape(self.text[pieces[0].start : pieces[-1].end])
        (layer, tag), *rest = layers
        written = []
        for mark, group in groupby(pieces, key=lambda piece: piece.innermost(layer)):
            together = list(group)
            body = self.run(together, tuple(rest))
            if mark is not None:
                body = f"<{tag}{self.attributes(mark, together[-1].end)}>{body}</{tag}>"
            written.append(body)
        return "".join(written)

    def attributes(self, mark: Mark, end: int) -> str:
        """Write the attributes of a mark's element that ends at `end`."""
        found = [f' class="{mark.classes}"']
        if mark.hint:
            found.append(f' title="{escape(mark.hint)}"')
        if mark.layer == "quote":
            found.append(f' data-quote="{escape(mark.id)}"')
            if mark.id not in self.linked:
                # The first part of a quote: links lead to it, and it shows who speaks.
                self.linked.add(mark.id)
                name, tag = escape(self.prefix + mark.id), escape(mark.tag)
                found.append(f' id="{name}" tabindex="-1" data-tag="{tag}"')
        elif mark.tag and mark.end == end:
            found.append(f' data-tag="{escape(mark.tag)}"')
        return "".join(found)
