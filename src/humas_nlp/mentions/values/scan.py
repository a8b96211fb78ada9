"""A range of a text with what all readers of values need of it, made once."""

import re
from collections.abc import Iterator
from functools import cached_property

from humas_nlp.mentions.values.calendar import Day, parse_day
from humas_nlp.mentions.values.numerals import find_numerals
from humas_nlp.mentions.values.patterns import fold

_FIGURES = re.compile(r"\d+")


class Scan:
    """A range of a text.

    Attributes:
        text: The whole text.
        folded: The whole text in lower case, every code point in its place.
        start: First code point of the range.
        end: One past its last code point.
        near: Date of the text, or None.
    """

    def __init__(
        self,
        text: str,
        start: int = 0,
        end: int | None = None,
        *,
        date: str | None = None,
        folded: str | None = None,
    ) -> None:
        """Take a range; `end` None is the end of the text, `date` is ``YYYY-MM-DD``."""
        self.text = text
        self.start = start
        self.end = len(text) if end is None else end
        self.near: Day | None = parse_day(date)
        self.folded = fold(text) if folded is None else folded

    @cached_property
    def numerals(self) -> list[tuple[int, int, float | int]]:
        """Start, end and value of the numbers in words."""
        return list(find_numerals(self.folded, self.start, self.end))

    @cached_property
    def figures(self) -> list[int]:
        """First code points of the runs of digits."""
        return [match.start() for match in _FIGURES.finditer(self.text, self.start, self.end)]

    def at_figures(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern that begins with a figure, not overlapping.

        A text has few figures: to try a pattern at each is faster than to scan for it.
        """
        text, end, done = self.text, self.end, self.start
        match_at = pattern.match
        for place in self.figures:
            if place >= done and (match := match_at(text, place, end)) is not None:
                yield match
                done = match.end()
