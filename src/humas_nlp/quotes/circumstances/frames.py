"""The author's words around a quote: what its sentence says besides the content and the source."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from humas_nlp.document import Quote

Range = tuple[int, int]


class Piece(NamedTuple):
    """A stretch of the author's words.

    Attributes:
        side: "before" for what leads up to the cue, "after" for what follows cue and source.
        start: First code point.
        end: One past the last code point.
    """

    side: Literal["before", "after"]
    start: int
    end: int


class Frames:
    """Finds the author's words around the quotes of one document.

    Args:
        text: The whole text.
        quotes: Its quotes in reading order.
        sentences: Its sentences in reading order.
    """

    def __init__(self, text: str, quotes: Sequence[Quote], sentences: Sequence[Range]) -> None:
        """Sort the edges that no frame runs across: contents and cues."""
        self.text = text
        self.sentences = sentences
        contents = [(q.start, q.end) for q in quotes]
        cues = [(q.cue.start, q.cue.end) for q in quotes if q.cue]
        self._starts = sorted(start for start, _ in [*contents, *cues])
        self._ends = sorted(end for _, end in [*contents, *cues])

    def sentence_at(self, position: int) -> int:
        """Return the number of the sentence that holds a position, -1 before the first."""
        return bisect_right(self.sentences, position, key=lambda s: s[0]) - 1

    def of(self, quote: Quote) -> list[Piece]:
        """Return the pieces around a quote: those after the cue first, they tell the most.

        A quote without a cue has none: where the author's words begin is not known.
        """
        cue = quote.cue
        if cue is None:
            return []
        number = self.sentence_at(cue.start)
        if number < 0:
            return []
        first, last = self.sentences[number]
        source = quote.source
        after = cue.end
        if source and cue.end <= source.start < self._next(cue.end, last):
            after = source.end
        inside = quote.start < cue.start < quote.end
        stop = self._comma(after, last) if inside else self._next(after, last)
        pieces = [Piece("after", after, stop)]
        if cue.end <= quote.start and quote.end < last:
            pieces.append(Piece("after", quote.end, self._next(quote.end, last)))
        if not inside:
            pieces += self._lead(quote, max(first, self._previous(cue.start, first)), cue.start)
        return [p for p in pieces if p.end - p.start > 3]

    def _lead(self, quote: Quote, first: int, last: int) -> list[Piece]:
        source = quote.source
        if source and first <= source.start and source.end <= last:
            return [Piece("before", source.end, last), Piece("before", first, source.start)]
        return [Piece("before", first, last)]

    def _next(self, position: int, last: int) -> int:
        """Return where the next content or cue begins, at most `last`."""
        at = bisect_left(self._starts, position)
        return min(self._starts[at], last) if at < len(self._starts) else last

    def _previous(self, position: int, first: int) -> int:
        """Return where the content or cue before a position ends, at least `first`."""
        at = bisect_right(self._ends, position) - 1
        return max(self._ends[at], first) if at >= 0 else first

    def _comma(self, position: int, last: int) -> int:
        """Return the first comma: behind it the content goes on."""
        found = self.text.find(",", position, last)
        return last if found < 0 else found
