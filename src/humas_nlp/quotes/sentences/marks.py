"""Segments between quotation marks, unclosed and unopened ones too.

Pairs come from `humas_nlp.language.marks`, by position and adjacency; this module adds what a
missing mark leaves over: a closing mark that is missing ends the segment where the cue clause
starts or where the paragraph ends.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from humas_nlp.language.marks import DOUBLE, SINGLE, pair_marks
from humas_nlp.lexicon.name_words import name_weight
from humas_nlp.quotes.sentences.cues import lead_cue, lexicon, post_cue

SHORTEST = 4  # words of a segment that has only one mark
LONGEST = 4000  # code points that such a segment may reach
_LONE = re.compile(rf"[{DOUBLE}]|''|[‘’]{{2}}|&(?:quot|[lr]dquo);")
_FLATTENED = re.compile(r"\s*\|\|+\s*")
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z])")
_WORDS = re.compile(r"[^\W\d_]+(?:-\w+)*")
_THIRD = frozenset({"ia", "dia", "beliau", "mereka"})
_NAMED = 0.0  # a first word that is more likely part of a name than not
_MARK = rf"(?:''|``|[‘’]{{2}}|[{DOUBLE}{SINGLE}]|&(?:quot|[lr]dquo|[lr]squo);)"
_OPENING = re.compile(rf"{_MARK}\s*")
_CLOSING = re.compile(rf"(?<!\s)\s*{_MARK}$")


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

    def shifted(self, by: int) -> "Segment":
        """Return the segment `by` code points further on."""
        first, start, end, last, closed = self
        return Segment(first + by, start + by, end + by, last + by, closed)


@cache
def _cue_after_comma() -> re.Pattern[str]:
    roots = "|".join(sorted(lexicon().roots - lexicon().common_roots, key=len, reverse=True))
    return re.compile(
        rf"[,.!?]?\s{{0,3}}[,“”\"]?\s{{0,3}}(?=\b(?:{roots})(?:nya)?\b)", re.IGNORECASE
    )


@cache
def _stray_space() -> re.Pattern[str]:
    """Match a space before a closing mark that touches its cue: `… petani, "ujarnya`."""
    roots = "|".join(sorted(lexicon().roots - lexicon().common_roots, key=len, reverse=True))
    return re.compile(rf"(?<=[,.!?\w])(\s)([\"“”])(?=(?:{roots})(?:nya)?\b)")


def segments(text: str, start: int, end: int) -> list[Segment]:
    """Return the outermost segments of a paragraph in reading order.

    Args:
        text: The whole text.
        start: First code point of the paragraph.
        end: One past its last code point.
    """
    part = text[start:end]
    if not _LONE.search(part) and not any(mark in part for mark in SINGLE):
        return []
    part = _stray_space().sub(r"\2\1", part)
    found: list[Segment] = []
    reach = 0
    for a, b in pair_marks(part, 0, len(part)):
        if a >= reach:
            found.append(_segment(part, a, b, closed=True))
            reach = b
    found = _with_lone(part, found)
    return [s.shifted(start) for s in found if s.end > s.start]


def whole_paragraphs(text: str, ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what a site has cut at "||" inside a quotation: such marks stand behind each sentence.

    Args:
        text: The whole text.
        ranges: Ranges of the body's paragraphs in reading order.
    """
    found: list[tuple[int, int]] = []
    for start, end in ranges:
        if (
            found
            and end - found[-1][0] < LONGEST
            and _FLATTENED.fullmatch(text, found[-1][1], start)
        ):
            before = segments(text, *found[-1])
            if before and not before[-1].closed and before[-1].outer_end >= found[-1][1]:
                found[-1] = (found[-1][0], end)
                continue
        found.append((start, end))
    return found


def _with_lone(part: str, pairs: list[Segment]) -> list[Segment]:
    """Add segments for marks without a partner between the paired ones."""
    borders = [s.outer_start for s in pairs]
    found = list(pairs)
    reach = 0  # end of the last segment made of a lone mark
    for m in _LONE.finditer(part):
        at = bisect_right(borders, m.start()) - 1
        low = pairs[at].outer_end if at >= 0 else 0
        if m.start() < max(low, reach):
            continue
        high = pairs[at + 1].outer_start if at + 1 < len(pairs) else len(part)
        lone = _lone(part, m, max(low, reach), high)
        if lone:
            found.append(lone)
            reach = lone.outer_end
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


def _lone(part: str, mark: re.Match[str], low: int, high: int) -> Segment | None:
    """Make a segment of a mark without a partner, between `low` and `high`."""
    before = part[mark.start() - 1] if mark.start() else " "
    after = part[mark.end() : mark.end() + 1]
    opens = after and not after.isspace() and (before.isspace() or before in "(:,.")
    if opens or mark.start() == 0:
        return _unclosed(part, mark, high)
    word = re.match(r"\W{0,4}(\w+)", part[mark.end() : mark.end() + 30])
    if word and post_cue(word[1].lower()):
        return _unopened(part, mark, low)
    return None


def _unclosed(part: str, mark: re.Match[str], high: int) -> Segment | None:
    """Let a segment without a closing mark end before its cue, or where the paragraph ends."""
    cue = _cue_after_comma().search(part, mark.end(), min(high, mark.end() + LONGEST))
    while cue and not any(c in ",.!?" for c in cue[0]):
        cue = _cue_after_comma().search(part, cue.end() + 1, min(high, mark.end() + LONGEST))
    stop = cue.start() + (cue[0][:1] in ".!?") if cue else min(high, mark.end() + LONGEST)
    if len(part[mark.end() : stop].split()) < SHORTEST:
        return None
    return _segment(part, mark.start(), stop, closed=False)


def _speech_start(part: str, low: int, high: int) -> int:
    """Return where speech without an opening mark begins: after the last sentence of the author.

    The author's sentences report, or begin with a pronoun of the third person or a name.
    """
    start = low
    for m in _SENTENCE.finditer(part, low, high):
        sentence = part[start : m.start()]
        words = _WORDS.findall(sentence)
        if not words:
            continue
        opens = words[0].lower() in _THIRD or name_weight(words[0]) > _NAMED
        cues = (lead_cue(w.lower()) for w in words)
        if opens or any(cue and cue[1] in {"say", "urge", "noun"} for cue in cues):
            low = m.end()
        start = m.end()
    return low


def _unopened(part: str, mark: re.Match[str], low: int) -> Segment | None:
    """Let a segment without an opening mark begin at a colon, or where the paragraph begins."""
    low = max(low, mark.start() - LONGEST)
    colon = part.rfind(":", low, mark.start())
    low = colon + 1 if colon >= 0 else low
    low = _speech_start(part, low, mark.start())
    words = part[low : mark.start()]
    low += len(words) - len(words.lstrip())
    if len(words.split()) < SHORTEST:
        return None
    return Segment(low, low, low + len(words.strip().rstrip(" ,\t\xa0")), mark.end(), False)
