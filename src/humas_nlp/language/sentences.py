"""Sentences of Indonesian news and releases: where they end, and why not elsewhere.

A full stop ends no sentence behind an abbreviation, an initial or a list number, inside a figure,
an address or brackets, or inside a quotation: a quotation stays with the clause that reports it.
Line breaks always end one. Texts scraped from the web lose spaces, so "kata dia.Menurutnya" is
split as well.
"""

import re

from humas_nlp.language.boundaries import ends_sentence
from humas_nlp.language.marks import DOUBLE, MARKS, SINGLE, pair_marks

Ranges = list[tuple[int, int]]

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# A run of stops with the marks and brackets that close with it.
_STOP = re.compile(rf"[.!?…]+(?:''|&(?:quot|rdquo);|[{MARKS})\]}}])*")
_HAS_MARK = re.compile(rf"[{DOUBLE}]|``|''|&(?:quot|[lr]dquo);|[{SINGLE}](?!\w)")
_BRACKET = re.compile(r"[()\[\]]")
# A longer bracket has lost its end, or it holds sentences of its own.
_LONGEST_BRACKET = 200
_LONGEST_REST = 8


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
    begin, at = start, 0
    for stop in _STOP.finditer(text, start, end):
        first, last = stop.span()
        while at < len(closed) and closed[at][1] <= first:
            at += 1
        inside = at < len(closed) and closed[at][0] < first
        if inside and last < closed[at][1]:
            continue
        last = _give_back(text, first, last, opens)
        if ends_sentence(text, begin, first, last, end):
            _append(text, begin, last, found)
            begin = last
    _append(text, begin, end, found)
    return found


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
