"""Sentences of Indonesian news and releases: where they end, and why not elsewhere.

A full stop ends no sentence behind an abbreviation, an initial or a list number, inside a figure,
an address or brackets, or inside a quotation: a quotation stays with the clause that reports it.
Line breaks always end one. Texts scraped from the web lose spaces, so "kata dia.Menurutnya" is
split as well.
"""

import re
from bisect import bisect_left

from humas_nlp.language.boundaries import ends_sentence
from humas_nlp.language.lexicon import word_list
from humas_nlp.language.marks import DOUBLE, MARKS, SINGLE, pair_marks
from humas_nlp.language.tokenizer import pattern

Ranges = list[tuple[int, int]]

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# A run of stops with the marks and brackets that close with it.
_STOP = re.compile(rf"[.!?…]+(?:''|&(?:quot|rdquo);|[{MARKS})\]}}])*")
_HAS_MARK = re.compile(rf"[{DOUBLE}]|``|''|&(?:quot|[lr]dquo);|[{SINGLE}](?!\w)")
_BRACKET = re.compile(r"[()\[\]]")
# A longer bracket has lost its end, or it holds sentences of its own.
_LONGEST_BRACKET = 200
_LONGEST_REST = 8
_LONGEST_END = 12  # the last part of an address, and its stop


def sentences(text: str) -> Ranges:
    """Split `text` into sentences.

    Args:
        text: Any string.

    Returns:
        Half-open ranges of code points without surrounding white space, in reading order; every
        character that is not white space lies in exactly one of them.

    Example:
        >>> text = "“Jalan desa rampung. Warga lega,” ujar Dr. Sari. Ia lalu pergi."
        >>> [text[start:end] for start, end in sentences(text)]
        ['“Jalan desa rampung. Warga lega,” ujar Dr. Sari.', 'Ia lalu pergi.']
    """
    return split_range(text, 0, len(text))


def split_range(text: str, start: int, end: int) -> Ranges:
    """Split a part of `text`, a paragraph as a rule, into sentences.

    Args:
        text: The whole text.
        start: First code point of the part.
        end: One past its last code point.

    Returns:
        Ranges in `text`; nothing outside the part is looked at.
    """
    found: Ranges = []
    for line in _LINE.finditer(text, start, end):
        low, high = line.span()
        has_mark = _HAS_MARK.search(text, low, high)
        found += _split_line(text, low, high, pair_marks(text, low, high) if has_mark else [])
    return found


def inner_sentences(text: str, start: int, end: int) -> Ranges:
    """Split the inside of a quotation into sentences.

    Args:
        text: The whole text.
        start: First code point of the content; the marks around it may be inside or left out.
        end: One past the last code point of the content.

    Returns:
        Ranges in `text`; marks at the edges belong to the first and the last of them.

    Example:
        >>> text = "“Jalan desa rampung. Warga lega,” ujarnya."
        >>> [text[a:b] for a, b in inner_sentences(text, 1, 32)]
        ['Jalan desa rampung.', 'Warga lega,']
    """
    found: Ranges = []
    for line in _LINE.finditer(text, start, end):
        low, high = line.span()
        pairs = pair_marks(text, low, high)
        if pairs and pairs[0] == (low, high):
            pairs = pairs[1:]
        found += _split_line(text, low, high, pairs)
    return found


def _split_line(text: str, start: int, end: int, pairs: Ranges) -> Ranges:
    """Split one line; stops inside `pairs` and brackets are passed over."""
    closed = _merge(pairs + _brackets(text, start, end))
    opens = {first for first, _ in pairs}
    found: Ranges = []
    joints = _Joints(text, start, end)
    begin, at = start, 0
    for stop in _STOP.finditer(text, start, end):
        first, last = stop.span()
        while at < len(closed) and closed[at][1] <= first:
            at += 1
        inside = at < len(closed) and closed[at][0] < first
        if inside and last < closed[at][1]:
            continue
        last = _give_back(text, first, last, opens)
        if ends_sentence(text, begin, first, last, end) and not joints.has(last):
            _append(text, begin, last, found)
            begin = last
    _append(text, begin, end, found)
    return found


class _Joints:
    """The places inside the tokens of a line, found when a stop without a blank is first met.

    "www.Kemenkes.go.id" is one token: no sentence begins at its capital. A token that swallowed the
    next sentence has shown its end: "di www.kendal.go.id.Warga", "Nomor 12/Kep.45/2022.Dengan".
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end
        self._tokens: Ranges | None = None

    def has(self, place: int) -> bool:
        """Tell whether a stop that ends at a place is one inside a token."""
        if place >= self._end or self._text[place].isspace() or self._shown(place):
            return False
        if self._tokens is None:
            found = pattern().finditer(self._text, self._start, self._end)
            self._tokens = [match.span() for match in found]
        at = bisect_left(self._tokens, (place, 0)) - 1
        return at >= 0 and self._tokens[at][1] > place

    def _shown(self, place: int) -> bool:
        before = self._text[max(self._start, place - _LONGEST_END) : place]
        last = before.rstrip(".").rpartition(".")[2]
        return last in word_list("domains") or last[-1:].isdigit()


def _brackets(text: str, start: int, end: int) -> Ranges:
    """Return the bracketed parts of a line that are short enough to be an aside."""
    found: Ranges = []
    open_at: list[int] = []
    for match in _BRACKET.finditer(text, start, end):
        if match[0] in "([":
            open_at.append(match.start())
        elif open_at:
            first = open_at.pop()
            if match.end() - first <= _LONGEST_BRACKET:
                found.append((first, match.end()))
    return found


def _merge(spans: Ranges) -> Ranges:
    """Return the outermost of nested or crossing spans, in order."""
    merged: Ranges = []
    for first, last in sorted(spans):
        if merged and first < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def _give_back(text: str, first: int, last: int, opens: set[int]) -> int:
    """Cut marks off the end of a stop that open the next quotation ("pergi.“Halo")."""
    if last - first == 1:
        return last
    for at in range(first + 1, last):
        if at in opens:
            return at
    # A lone mark between a stop and a capital opens: its closing mark is what is missing.
    opens_next = text[last - 1] in MARKS and text[last - 2] in ".!?…"
    return last - 1 if opens_next and text[last : last + 1].isupper() else last


def _append(text: str, begin: int, end: int, found: Ranges) -> None:
    """Trim and append a sentence; a rest of bare signs goes to the sentence before it."""
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin == end:
        return
    is_rest = end - begin < _LONGEST_REST and not any(map(str.isalnum, text[begin:end]))
    if found and is_rest:
        found[-1] = (found[-1][0], end)
    else:
        found.append((begin, end))
