"""Pair quotation marks by position and adjacency, never by glyph.

Outlets open with U+201D, releases close a straight mark with a curly one, so the glyph says
nothing. A mark that follows a space and touches a word opens, one that touches what is before it
and is followed by a space or a stop closes, and one that could be either does what the marks
before it in its line ask for.
"""

import re

DOUBLE = '"“”„‟«»〝〞＂″'
SINGLE = "'‘’‚‛`"
MARKS = DOUBLE + SINGLE

_MARK = re.compile(
    rf"[{DOUBLE}]|``|''|[‘’]{{2}}|&(?:quot|[lr]dquo);|(?<![\w{SINGLE}])[{SINGLE}](?=\w)|[{SINGLE}](?!\w)"
)
_AFTER_CLOSER = ".,;:!?…)]}"
_BEFORE_OPENER = "([{-–—/"
_STOPS = ".!?…"


def _side(text: str, start: int, end: int, low: int, high: int) -> int:
    """Return 1 where the mark plainly opens, -1 where it plainly closes, 0 else."""
    before = text[start - 1] if start > low else " "
    after = text[end] if end < high else " "
    open_left = before.isspace() or before in _BEFORE_OPENER
    open_right = not after.isspace() and after not in _AFTER_CLOSER
    if open_left and open_right:
        return 1
    closed_right = after.isspace() or after in _AFTER_CLOSER or after in "-–—"
    return -1 if not before.isspace() and closed_right else 0


def _starts_sentence(text: str, start: int, low: int) -> bool:
    """Whether the mark at `start` follows a stop and a space, or opens the line."""
    at = start - 1
    while at >= low and text[at].isspace():
        at -= 1
    return at < low or text[at] in _STOPS


def _is_single(mark: str) -> bool:
    return len(mark) == 1 and mark in SINGLE


def pair_marks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Pair the quotation marks of one line.

    A mark without a partner is left out. An opening mark at the start of a sentence shows that
    what was open before has lost its closing mark, so a forgotten mark costs its own quotation
    only. Single marks pair with single ones; an apostrophe inside a word is no mark.

    Args:
        text: The whole text.
        start: Start of the line.
        end: End of the line; it should hold no line break.

    Returns:
        Start of the opening and end of the closing mark of every pair, by start; none cross.

    Example:
        >>> line = 'Ia berkata, ”Siap bekerja," lalu pergi.'
        >>> [line[a:b] for a, b in pair_marks(line, 0, len(line))]
        ['”Siap bekerja,"']
    """
    pairs: list[tuple[int, int]] = []
    open_at: list[tuple[int, bool]] = []
    for match in _MARK.finditer(text, start, end):
        side = _side(text, match.start(), match.end(), start, end)
        if _is_single(match[0]):
            _pair_single(match, side, open_at, pairs)
            continue
        if side == 0:
            side = -1 if any(not kind for _, kind in open_at[-2:]) else 1
        if side == 1:
            if _starts_sentence(text, match.start(), start):
                open_at.clear()
            open_at.append((match.start(), False))
        else:
            while open_at and open_at[-1][1]:
                open_at.pop()
            if open_at:
                pairs.append((open_at.pop()[0], match.end()))
    pairs.sort()
    return pairs


def _pair_single(
    match: re.Match[str],
    side: int,
    open_at: list[tuple[int, bool]],
    pairs: list[tuple[int, int]],
) -> None:
    """Open or close a single mark; a lone one is an apostrophe."""
    if side == 1:
        open_at.append((match.start(), True))
    elif open_at and open_at[-1][1]:
        pairs.append((open_at.pop()[0], match.end()))
