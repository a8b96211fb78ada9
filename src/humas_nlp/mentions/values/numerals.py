"""Numbers in words: "dua ratus lima puluh ribu", "tiga koma lima juta"."""

import re
from collections.abc import Iterator
from functools import cache

from humas_nlp.mentions.phrases import read_toml
from humas_nlp.mentions.values.numbers import tidy
from humas_nlp.mentions.values.patterns import B, words_pattern

_WORDS = read_toml("entities_values.toml")["numeral"]
_DIGITS: dict[str, int] = _WORDS["digits"]
# Numbers below a thousand in one word.
_WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100}
_SCALES: dict[str, int] = _WORDS["scales"]
_ONE = {"se" + name: scale for name, scale in _SCALES.items()}
_FIRST = (*_DIGITS, *_WHOLE, *_ONE, "setengah")
_NEXT_WORD = re.compile(rf"{B}?([a-z]+)")
_MAX_WORDS = 20


def find_numerals(folded: str, start: int, end: int) -> Iterator[tuple[int, int, float | int]]:
    """Find the numbers in words in a range of a folded text.

    Args:
        folded: The text in lower case, as `humas_nlp.mentions.values.patterns.fold` gives it.
        start: First code point of the range.
        end: One past its last code point.

    Yields:
        Start, end and value of each number, in reading order.

    Example:
        >>> list(find_numerals("denda lima ratus ribu rupiah", 0, 28))
        [(6, 21, 500000)]
    """
    place = start
    pattern = _first_pattern()
    while (match := pattern.search(folded, place, end)) is not None:
        stop, value = _read(folded, match.start(), end)
        yield match.start(), stop, value
        place = stop


@cache
def _first_pattern() -> re.Pattern[str]:
    return words_pattern(_FIRST)


def _read(folded: str, start: int, end: int) -> tuple[int, float | int]:
    """Read the longest number that starts at a number word."""
    number = _Number()
    place = stop = start
    value: float | int = 0
    for _ in range(_MAX_WORDS):
        word = _NEXT_WORD.match(folded, place, end)
        if word is None or not number.take(word[1]):
            break
        place = word.end()
        # "koma" is no end: "dua koma" is a number and a punctuation mark.
        if not number.pending:
            stop, value = place, number.value()
    return stop, tidy(value)


class _Number:
    """A number that is read word by word."""

    def __init__(self) -> None:
        self._total = 0.0  # what scales have closed: "dua juta" of "dua juta lima ratus"
        self._limit = 10**15  # the next scale must be smaller
        self._part = 0  # hundreds, tens and teens of the open part
        self._size = 1000  # the next piece of the open part must be smaller
        self._digit: float | None = None  # a digit that may become tens, hundreds, a teen
        self._decimals = 0  # digits behind "koma"
        self.pending = False

    def value(self) -> float:
        """Return the number that the words so far make."""
        return self._total + self._part + (self._digit or 0)

    def take(self, word: str) -> bool:
        """Take one more word; tell whether it goes on with the number."""
        if self.pending or self._decimals:
            return self._decimal(word)
        if word in _DIGITS or word == "setengah":
            if self._digit is not None or self._size < 10:
                return False
            self._digit = _DIGITS.get(word, 0.5)
            return True
        if word in _WHOLE:
            return self._digit is None and self._piece(_WHOLE[word], _WHOLE[word])
        if word in ("belas", "puluh", "ratus") and self._digit is not None:
            size = {"belas": 10, "puluh": 10, "ratus": 100}[word]
            piece = 10 + int(self._digit) if word == "belas" else size * int(self._digit)
            return self._piece(piece, 11 if word == "belas" else size)
        if word == "koma":
            self.pending = self._digit is not None or self._part > 0
            return self.pending
        return self._scale(word)

    def _piece(self, piece: int, size: int) -> bool:
        if size >= self._size:
            return False
        self._part += piece
        self._digit = None
        # Behind "sepuluh" and the teens nothing more follows below ten.
        self._size = 1 if piece in (10, 11) or size == 11 else size
        return True

    def _scale(self, word: str) -> bool:
        fresh = self._digit is None and self._part == 0
        scale = _ONE.get(word, 0) if fresh else _SCALES.get(word, 0)
        if not 0 < scale < self._limit:
            return False
        self._total += (1 if fresh else self._part + (self._digit or 0)) * scale
        self._limit, self._part, self._digit, self._size = scale, 0, None, 1000
        self._decimals = 0
        return True

    def _decimal(self, word: str) -> bool:
        if word in _DIGITS:
            self._decimals += 1
            self._digit = (self._digit or 0) + _DIGITS[word] / 10**self._decimals
            self.pending = False
            return self._decimals <= 6
        return not self.pending and self._scale(word)
