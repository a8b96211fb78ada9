"""Pieces of a text on their way to blocks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from humas_nlp.document import Block, BlockKind
from humas_nlp.release.lexicon import shapes

# some sites flatten paragraphs to "||"; the marks are furniture and end a paragraph
_LINE = re.compile(r"[^\n\r\u2028\u2029\v\f\x85]+")
_ROWS = shapes("rows")
_SENTENCE_END = tuple(".!?:;\"”’'»)]…")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch without blanks at its ends; its kind is None until it is known.

    Attributes:
        start: First code point.
        end: One past the last code point.
        kind: What it is, or None.
    """

    start: int
    end: int
    kind: BlockKind | None = None

    def of(self, text: str) -> str:
        """Return the words."""
        return text[self.start : self.end]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Move both ends of a range inwards over white space."""
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    return start, max(start, start + len(part.strip()))


def split_lines(text: str) -> list[Piece]:
    """Cut a text into its lines, leaving out empty ones."""
    pieces = []
    for match in _LINE.finditer(text):
        start, end = trim(text, match.start(), match.end())
        if start < end:
            pieces.append(Piece(start, end))
    return pieces


def cut(
    text: str, pieces: Iterable[Piece], ranges: Iterable[tuple[int, int]], kind: BlockKind
) -> list[Piece]:
    """Give a kind to ranges, splitting the open pieces that they fall into.

    Args:
        text: The whole text.
        pieces: Pieces in reading order.
        ranges: Ranges in reading order that do not overlap; what falls into a piece that has a
            kind already is left as it is.
        kind: The kind of the ranges.

    Returns:
        Pieces in reading order.
    """
    todo = [pair for pair in ranges if pair[0] < pair[1]]
    out: list[Piece] = []
    next_range = 0
    for piece in pieces:
        while next_range < len(todo) and todo[next_range][1] <= piece.start:
            next_range += 1
        if piece.kind is not None:
            out.append(piece)
            continue
        here, index = piece.start, next_range
        while index < len(todo) and todo[index][0] < piece.end:
            start, end = max(todo[index][0], here), min(todo[index][1], piece.end)
            _append(text, out, here, start, None)
            _append(text, out, start, end, kind)
            here = max(here, end)
            index += 1
        _append(text, out, here, piece.end, None)
    return out


def _append(text: str, out: list[Piece], start: int, end: int, kind: BlockKind | None) -> None:
    start, end = trim(text, start, end)
    if start < end:
        out.append(Piece(start, end, kind))


def is_hard_wrapped(text: str, pieces: list[Piece]) -> bool:
    """Tell whether lines are rows of a page rather than paragraphs.

    Rows of running text are of one width, and most of them stop inside a sentence that the next
    row goes on with a small letter.
    """
    lines = [piece for piece in pieces if piece.kind is None]
    if len(lines) < 6:
        return False
    lengths = [piece.end - piece.start for piece in lines]
    if max(lengths) > _ROWS["longest"] * median(lengths) or not 30 <= median(lengths) <= 130:
        return False
    running = sum(
        not a.of(text).endswith(_SENTENCE_END) and text[b.start].islower()
        for a, b in pairwise(lines)
    )
    return running >= _ROWS["running_share"] * len(lines)


def join_rows(text: str, pieces: list[Piece]) -> list[Piece]:
    """Join the rows of each paragraph of a hard-wrapped text.

    A paragraph ends at an empty line, or at a row that ends a sentence and is clearly shorter
    than the others.
    """
    width = max((p.end - p.start for p in pieces if p.kind is None), default=0)
    out: list[Piece] = []
    for piece in pieces:
        last = out[-1] if out else None
        if last is None or last.kind is not None or piece.kind is not None:
            out.append(piece)
            continue
        row_start = max(last.start, text.rfind("\n", 0, last.end) + 1)
        short = last.end - row_start < _ROWS["last_row"] * width
        ends = text.startswith(_SENTENCE_END, last.end - 1)
        if (short and ends) or _empty_line(text, last.end, piece.start):
            out.append(piece)
        else:
            out[-1] = Piece(last.start, piece.end)
    return out


def _empty_line(text: str, start: int, end: int) -> bool:
    gap = text[start:end].replace("\r\n", "\n")
    return gap.count("\n") + gap.count("\r") > 1


def to_blocks(pieces: Iterable[Piece]) -> tuple[Block, ...]:
    """Turn pieces into blocks; an open piece is a paragraph."""
    return tuple(Block(p.start, p.end, p.kind or "paragraph") for p in pieces)
