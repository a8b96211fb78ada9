"""Words of a text with their gaps, the common ground of the name grammars."""

import re
from typing import Literal

# One word: letters and digits, joined by hyphen or apostrophe ("Una-Una", "Ma'ruf"); "ATR/BPN" is
# one word, "dan/atau" is two. Every alternative starts with another class of characters than the
# joints, so the match is linear.
_WORD = re.compile(r"[A-Z]{2,}(?:/[A-Z]{2,})+(?![^\W_])|[^\W_]+(?:['’‘`-][^\W_]+)*|&")
_BLANKS = re.compile(r"[ \t\u00a0]+")
_DOT = re.compile(r"\.[ \t\u00a0]*")
_COMMA = re.compile(r"[ \t\u00a0]?,[ \t\u00a0]*")
_MARK = re.compile(r"[ \t\u00a0]{1,40}[\"“”‘’'][ \t\u00a0]?|[\"“”‘’'][ \t\u00a0]{1,40}")
_SLASH = re.compile(r"[ \t\u00a0]?/[ \t\u00a0]?")
_OPEN = re.compile(r"[ \t\u00a0]{0,40}\(")

Gap = Literal["blank", "dot", "comma", "mark", "open", "slash", "other"]


class Words:
    """Words of a range of a text.

    Attributes:
        text: The whole text.
        starts: First code point of each word.
        ends: One past the last code point of each word.
        folds: Each word in lower case.
        capital: Whether each word begins with a capital letter or a digit.
    """

    __slots__ = ("capital", "ends", "folds", "starts", "text")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        """Cut the words of a range of `text`."""
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.folds: list[str] = []
        self.capital: list[bool] = []
        for match in _WORD.finditer(text, start, len(text) if end is None else end):
            word = match[0]
            self.starts.append(match.start())
            self.ends.append(match.end())
            self.folds.append(word.lower())
            self.capital.append(word[0].isupper() or word[0].isdigit())

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.starts)

    def word(self, index: int) -> str:
        """Return a word as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def gap(self, index: int) -> Gap:
        """Return what stands between a word and the next one; "other" after the last word.

        A line break is always "other": names do not cross lines.
        """
        if index + 1 >= len(self.starts):
            return "other"
        start, end = self.ends[index], self.starts[index + 1]
        if end - start == 1 and self.text[start] == " ":
            return "blank"
        if start == end or end - start > 6:
            return "other"
        for pattern, name in _GAPS:
            if pattern.fullmatch(self.text, start, end):
                return name
        return "other"


_GAPS: tuple[tuple[re.Pattern[str], Gap], ...] = (
    (_BLANKS, "blank"),
    (_DOT, "dot"),
    (_COMMA, "comma"),
    (_OPEN, "open"),
    (_SLASH, "slash"),
    (_MARK, "mark"),
)
