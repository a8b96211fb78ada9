"""Where a quote is said: "di Kantor Kemendikbudristek, Jakarta"."""

import re
from collections.abc import Sequence, Set

from humas_nlp.document import Entity, Quote, Span
from humas_nlp.lexicon import word_class
from humas_nlp.lexicon.circumstances import circumstance_words
from humas_nlp.quotes.circumstances.frames import Piece
from humas_nlp.quotes.circumstances.medium import marker_end
from humas_nlp.quotes.circumstances.vocabulary import WORD

_AT = re.compile(r"(?<!\w)di\s+(?=\w)", re.IGNORECASE)
_CLOSE = re.compile(r",?\s(?:pada\s|hari\s){0,2}$|,?\s?\($")
_SMALL = 3  # words in small letters behind a common noun: "di rumah dinas wali kota"
_LONGEST = 12
_REACH = 120  # characters between the cue and the place
_GAP = re.compile(r"[\s,]*")
# "dalam keterangan tertulis, Jakarta, Selasa (18/10)": a place between commas before the date.
_NAME = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,4}"
_BARE = re.compile(rf",\s({_NAME}(?:,\s{_NAME}){{0,3}}),\s$")


def venue_of(
    text: str,
    quote: Quote,
    pieces: Sequence[Piece],
    dates: Sequence[Entity],
    places: Set[int],
) -> Span | None:
    """Return where a quote is said, None where its frame does not tell.

    Args:
        text: The whole text.
        quote: The quote.
        pieces: The author's words around it.
        dates: Dates in these words, in reading order.
        places: Where places and institutions begin.
    """
    for piece in pieces:
        for match in _AT.finditer(text, piece.start, piece.end):
            first = WORD.match(text, match.end(), piece.end)
            if first is None or first[0].lower() in circumstance_words().not_places:
                continue
            stop = _place_end(text, match.end(), piece.end, dates)
            if stop > match.end() and _is_told(text, quote, piece, match.start(), stop, dates):
                return Span.of(text, match.start(), stop)
    return _bare(text, pieces, dates, places)


def _bare(
    text: str, pieces: Sequence[Piece], dates: Sequence[Entity], places: Set[int]
) -> Span | None:
    for piece in pieces:
        for date in dates:
            if piece.side != "after" or not piece.start < date.start < piece.end:
                continue
            match = _BARE.search(text, max(piece.start, date.start - _REACH), date.start)
            if match and match.start(1) in places:
                return Span.of(text, *match.span(1))
    return None


def _is_told(
    text: str, quote: Quote, piece: Piece, start: int, stop: int, dates: Sequence[Entity]
) -> bool:
    """Say whether a place is that of speaking, not of something that the author tells beside it."""
    gap = text[piece.start : start].lower()
    marked = marker_end(gap) is not None
    close = [d for d in dates if 0 <= d.start - stop < 12 and _CLOSE.search(text[stop : d.start])]
    if piece.side == "before":
        return marked or any(not text[d.end : piece.end].strip(" ,(") for d in close)
    if len(gap) > _REACH or " yang " in gap:
        return False
    if close or marked:
        return True
    if any(word in gap.split() for word in ("kepada", "wartawan")):
        return True
    # "kata petani di Blora": where he is from
    named = quote.speaker is None or quote.speaker.type != "unnamed" or quote.source is None
    return named and _GAP.fullmatch(gap) is not None


def _place_end(text: str, start: int, end: int, dates: Sequence[Entity]) -> int:
    """Return where the name of a place ends; `start` where there is none.

    A place is a name in capitals, or a common noun with or without one: "di rumah dinas wali kota,
    Blora". Words in small letters count only up to the last capital, or up to -nya.
    """
    words = circumstance_words()
    end = min([end, *(d.start for d in dates if d.start >= start)])
    seen = last = start
    small = _SMALL  # words in small letters so far; none may follow a name
    for number, match in enumerate(WORD.finditer(text, start, end)):
        gap = text[seen : match.start()].strip()
        word = match[0].rstrip(".'’/-")
        low, capital = word.lower(), word[0].isupper()
        if number == _LONGEST or low in words.ends or (gap and not (capital and gap in {",", "."})):
            break
        seen = match.start() + len(word)
        if number == 0 and not capital and low not in words.heads:
            return start
        if low in words.heads:
            small = 0
        elif not capital and not word[0].isdigit() and low not in _LINKS:
            small += 1
        if small > _SMALL and not capital:
            break
        if capital or number == 0 or word[0].isdigit() or low.endswith("nya"):
            last = seen
        if match[0].endswith(".") and low not in _SHORT:
            break
    return last


_LINKS = frozenset({"dan", "se"})
_SHORT = word_class("short_before_place")
