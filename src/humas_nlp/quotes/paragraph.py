"""One paragraph as the quote rules see it: tokens, marked segments, sentences, known mentions."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from humas_nlp.language import split_range, tokenize
from humas_nlp.people.finder import Mention
from humas_nlp.quotes.drafts import Tok
from humas_nlp.quotes.marks import Segment, segments


@dataclass(slots=True)
class Paragraph:
    """A paragraph of the body.

    Attributes:
        text: The whole text.
        start: First code point of the paragraph.
        end: One past its last code point.
        toks: Its tokens.
        marked: Its segments in quotation marks, outermost only.
        sentences: Index ranges ``(first, last)`` of tokens.
        mentions: Mentions of people inside it.
        used: Start offsets of cue tokens that a quote has taken.
    """

    text: str
    start: int
    end: int
    toks: list[Tok]
    marked: list[Segment]
    sentences: list[tuple[int, int]]
    mentions: list[Mention]
    used: set[int] = field(default_factory=set)

    def index(self, position: int) -> int:
        """Return the index of the first token that starts at or after `position`."""
        return bisect_left(self.toks, position, key=lambda t: t.start)

    def sentence_of(self, i: int) -> tuple[int, int]:
        """Return the token range of the sentence that holds token `i`."""
        at = bisect_right(self.sentences, i, key=lambda s: s[0]) - 1
        return self.sentences[max(at, 0)]

    def mention_at(self, i: int) -> Mention | None:
        """Return the mention that token `i` is a part of, with its office and titles."""
        token = self.toks[i]
        for m in self.mentions:
            if m.left <= token.start and token.end <= m.right:
                return m
            if m.left > token.end:
                break
        return None


def read_paragraph(
    text: str, start: int, end: int, mentions: Sequence[Mention]
) -> Paragraph:
    """Prepare a paragraph.

    Args:
        text: The whole text.
        start: First code point of the paragraph.
        end: One past its last code point.
        mentions: All mentions of the document in reading order.
    """
    marked = segments(text, start, end)
    toks = []
    k = 0
    for a, b in tokenize(text[start:end]):
        a, b = start + a, start + b
        while k < len(marked) and marked[k].outer_end <= a:
            k += 1
        inside = k < len(marked) and marked[k].outer_start <= a
        word = text[a:b]
        toks.append(Tok(a, b, word, word.lower(), inside))
    ranges = []
    i = 0
    for a, b in split_range(text, start, end):
        j = i
        while j < len(toks) and toks[j].start < b:
            j += 1
        if j > i:
            ranges.append((i, j - 1))
        i = j
    first = bisect_left(mentions, start, key=lambda m: m.start)
    last = bisect_left(mentions, end, key=lambda m: m.start)
    return Paragraph(text, start, end, toks, marked, ranges, list(mentions[first:last]))
