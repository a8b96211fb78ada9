"""Segments between quotation marks, unclosed and unopened ones too.

Pairs come from `humas_nlp.language.marks`, by position and adjacency; this module adds what a
missing mark leaves over: a closing mark that is missing ends the segment where the cue clause
starts or where the paragraph ends.
"""

import re
from typing import NamedTuple

from humas_nlp.language.marks import DOUBLE, SINGLE, pair_marks
from humas_nlp.quotes.cues import lexicon

_LONE = re.compile(rf"[{DOUBLE}]|''|&(?:quot|[lr]dquo);")
_OPENING = re.compile(rf"(?:[{DOUBLE}{SINGLE}]|''|``|&(?:quot|[lr]dquo|[lr]squo);)\s*")
_CLOSING = re.compile(rf"\s*(?:[{DOUBLE}{SINGLE}]|''|``|&(?:quot|[lr]dquo|[lr]squo);)$")


class Segment(NamedTuple):
    """A stretch in quotation marks.

    Attributes:
        outer_start: First code point with the opening mark.
        start: First code point of the content.
        end: One past the last code point of the content, without a closing comma.
        outer_end: One past the closing mark.
        closed: Whether both marks are there.
    """

    outer_start: int
    start: int
    end: int
    outer_end: int
    closed: bool


def _cue_after_comma() -> re.Pattern[str]:
    roots = "|".join(sorted(lexicon().roots - lexicon().common_roots, key=len, reverse=True))
    return re.compile(rf"[,.!?]?\s{{0,3}}[,“”\"]?\s{{0,3}}(?=\b(?:{roots})(?:nya)?\b)", re.IGNORECASE)


def segments(text: str, start: int, end: int) -> list[Segment]:
    """Return the outermost segments of a paragraph in reading order.

    Args:
        text: The whole text.
        start: First code point of the paragraph.
        end: One past its last code point.
    """
    found: list[Segment] = []
    reach = start
    for a, b in pair_marks(text, start, end):
        if a < reach:
            continue
        found.append(_segment(text, a, b, closed=True))
        reach = b
    for m in _LONE.finditer(text, start, end):
        if any(s.outer_start <= m.start() < s.outer_end for s in found):
            continue
        lone = _lone(text, m, start, end, found)
        if lone and not any(
            s.outer_start < lone.outer_end and lone.outer_start < s.outer_end for s in found
        ):
            found.append(lone)
            found.sort()
    return found


def _segment(text: str, a: int, b: int, *, closed: bool) -> Segment:
    opening = _OPENING.match(text, a, b)
    first = opening.end() if opening else a
    inner = text[first:b]
    last = b
    if closed:
        closing = _CLOSING.search(inner[-12:])
        if closing:
            last = b - len(inner[-12:]) + closing.start()
    first = min(first, last)
    return Segment(a, first, first + len(text[first:last].rstrip(" ,\t\xa0")), b, closed)


def _lone(
    text: str, mark: re.Match[str], start: int, end: int, found: list[Segment]
) -> Segment | None:
    """Make a segment of a mark without a partner."""
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end() : mark.end() + 1]
    limit = min((s.outer_start for s in found if s.outer_start > mark.start()), default=end)
    if after and not after.isspace() and (before.isspace() or before in "(:,.") or (
        mark.start() == start
    ):
        cue = _cue_after_comma().search(text, mark.end(), limit)
        while cue and not any(c in ",.!?" for c in cue[0]):
            cue = _cue_after_comma().search(text, cue.end() + 1, limit)
        stop = cue.start() if cue else limit
        if cue and cue[0][:1] in ".!?":
            stop += 1
        if len(text[mark.end() : stop].split()) < 4:
            return None
        return _segment(text, mark.start(), stop, closed=False)
    # a closing mark without an opening one, right before its cue
    word = re.match(r"\W{0,4}(\w+)", text[mark.end() : mark.end() + 30])
    if word and (word[1].lower() in lexicon().roots or word[1].lower().endswith("nya")):
        from humas_nlp.quotes.cues import post_cue

        if post_cue(word[1].lower()):
            low = max((s.outer_end for s in found if s.outer_end <= mark.start()), default=start)
            colon = text.rfind(":", low, mark.start())
            low = colon + 1 if colon >= 0 else low
            low += len(text[low : mark.start()]) - len(text[low : mark.start()].lstrip())
            if len(text[low : mark.start()].split()) >= 4:
                content = text[low : mark.start()].rstrip(" ,\t\xa0")
                return Segment(low, low, low + len(content), mark.end(), False)
    return None
