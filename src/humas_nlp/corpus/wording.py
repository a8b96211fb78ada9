"""Texts as sequences of words that can be compared: without case, marks and white space."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from humas_nlp.corpus.records import Record
from humas_nlp.document import Document

WORD = re.compile(r"\w+")
Text: TypeAlias = "Document | Record | tuple[str, str]"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in lower case, with their places.

    Attributes:
        words: The words.
        spans: Their ``(start, end)`` in the text.
    """

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str) -> "Words":
        """Take the words of a text.

        Example:
            >>> Words.of("“Siap,” ujarnya").words
            ('siap', 'ujarnya')
        """
        found = list(WORD.finditer(text))
        return cls(
            tuple(match[0].casefold() for match in found), tuple(match.span() for match in found)
        )

    def runs(self, length: int) -> Iterator[tuple[str, ...]]:
        """Yield every run of `length` words, in order."""
        return zip(*(self.words[offset:] for offset in range(length)), strict=False)


def pairs(texts: Iterable[Text]) -> Iterator[tuple[str, str]]:
    """Yield the id and the text of documents, records, or pairs of both."""
    for item in texts:
        yield item if isinstance(item, tuple) else (item.id, item.text)
