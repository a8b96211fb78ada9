"""A text as HTML with marks on it.

The text is cut wherever a mark or a line begins or ends, and each piece is written on its own. So
marks may nest or overlap in any way, and the HTML stays well formed.
"""

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

# A lone surrogate cannot be written as UTF-8, and a browser drops NUL. Each becomes one
# replacement character, so offsets stay true. A carriage return in HTML becomes a line feed.
_UNPRINTABLE = re.compile("[\x00\ud800-\udfff]")

Layer = Literal["quote", "cue", "source", "entity", "reason"]
# From the innermost tag to the outermost.
_NESTING: tuple[tuple[Layer, str], ...] = (
    ("reason", "span"),
    ("entity", "span"),
    ("source", "span"),
    ("cue", "span"),
    ("quote", "mark"),
)


_LINE = '<span class="humas-line">'


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


_Piece = tuple[int, int, list[Mark], bool]


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
    cut = [_clipped(mark, len(text)) for mark in marks]
    inside = sorted(
        (mark for mark in cut if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end)
    )
    written: list[str] = []
    linked: set[str] = set()
    at_start = True
    for start, end, active, is_last in _pieces(inside, _lines(text)):
        if at_start:
            written.append(_LINE)
        written.append(_piece(text[start:end], end, active, prefix, linked))
        if is_last:
            written.append("</span>\n" if end < len(text) else "</span>")
        at_start = is_last
    return "".join(written)


def _clipped(mark: Mark, length: int) -> Mark:
    if mark.start >= 0 and mark.end <= length:
        return mark
    start, end = max(0, mark.start), min(mark.end, length)
    return Mark(start, end, mark.layer, mark.classes, mark.hint, mark.tag, mark.id)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the range of every line, without its break."""
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _pieces(marks: list[Mark], lines: Iterable[tuple[int, int]]) -> Iterator[_Piece]:
    """Cut every line at the borders of its marks; an empty line is one empty piece.

    Args:
        marks: Marks sorted by start, the longer first.
        lines: Lines in reading order.

    Yields:
        Start, end, the marks that cover the piece, and whether it is the last of its line.
    """
    edges = sorted({edge for mark in marks for edge in (mark.start, mark.end)})
    active: list[Mark] = []
    coming = 0
    for begin, stop in lines:
        inner = edges[bisect_right(edges, begin) : bisect_left(edges, stop)]
        for start, end in pairwise([begin, *inner, stop]):
            while coming < len(marks) and marks[coming].start <= start:
                active.append(marks[coming])
                coming += 1
            active = [mark for mark in active if mark.end > start]
            yield start, end, active if start < end else [], end == stop


def _piece(text: str, end: int, active: list[Mark], prefix: str, linked: set[str]) -> str:
    """Write one piece: of every layer the innermost mark that covers it."""
    written = escape(text)
    for layer, tag in _NESTING:
        mark = next((mark for mark in reversed(active) if mark.layer == layer), None)
        if mark is None:
            continue
        attributes = [f' class="{mark.classes}"']
        if mark.hint:
            attributes.append(f' title="{escape(mark.hint)}"')
        if layer == "quote":
            attributes.append(f' data-quote="{escape(mark.id)}"')
            if mark.id not in linked:
                # The first piece of a quote: links lead to it, and it shows who speaks.
                linked.add(mark.id)
                attributes.append(
                    f' id="{escape(prefix + mark.id)}" tabindex="-1" data-tag="{escape(mark.tag)}"'
                )
        elif mark.tag and mark.end == end:
            attributes.append(f' data-tag="{escape(mark.tag)}"')
        written = f"<{tag}{''.join(attributes)}>{written}</{tag}>"
    return written
