"""One paragraph as the quote rules see it: tokens, marked segments, sentences, known mentions."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from humas_nlp.language import split_range, tokenize
from humas_nlp.people.finder import Mention
from humas_nlp.quotes.candidates.candidate import QuoteToken
from humas_nlp.quotes.sentences.cues import lexicon
from humas_nlp.quotes.sentences.marks import Segment, segments

T = TypeVar("T")
LONGEST = 250  # tokens of a sentence
_GLUED = re.compile(r"([a-z]{6,})([A-Z]\w+)")


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
        mention_of: For each token the mention that it is a part of, office and titles included.
        institution_of: For each token the range of the institution that it is a part of.
        used: Start offsets of cue tokens that a quote has taken.
    """

    text: str
    start: int
    end: int
    toks: list[QuoteToken]
    marked: list[Segment]
    sentences: list[tuple[int, int]]
    mentions: list[Mention]
    mention_of: list[Mention | None]
    institution_of: list[tuple[int, int] | None]
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
        return self.mention_of[i]

    def is_marked(self, start: int, end: int) -> bool:
        """Say whether a range holds a part of a segment in quotation marks."""
        at = bisect_left(self.marked, end, key=lambda s: s.outer_start) - 1
        return at >= 0 and self.marked[at].outer_end > start


def read_paragraph(
    text: str,
    start: int,
    end: int,
    mentions: Sequence[Mention],
    bodies: Sequence[tuple[int, int]],
) -> Paragraph:
    """Prepare a paragraph.

    Args:
        text: The whole text.
        start: First code point of the paragraph.
        end: One past its last code point.
        mentions: All mentions of the document in reading order.
        bodies: Ranges of all institutions of the document in reading order.
    """
    marked = segments(text, start, end)
    toks = []
    k = 0
    for a, b in tokenize(text[start:end]):
        a, b = start + a, start + b
        while k < len(marked) and marked[k].outer_end <= a:
            k += 1
        inside = k < len(marked) and marked[k].outer_start <= a
        for x, y in _unglued(text, a, b):
            word = text[x:y]
            toks.append(QuoteToken(x, y, word, word.lower(), inside))
    ranges: list[tuple[int, int]] = []
    i = 0
    for _, b in split_range(text, start, end):
        j = i
        while j < len(toks) and toks[j].start < b:
            j += 1
        # a longer run is no sentence but a list or a page without stops; rules look at all of one
        ranges.extend((k, min(k + LONGEST, j) - 1) for k in range(i, j, LONGEST))
        i = j
    first = bisect_left(mentions, start, key=lambda m: m.start)
    last = bisect_left(mentions, end, key=lambda m: m.start)
    known = list(mentions[first:last])
    ranges = _before_marks(toks, marked, _whole_mentions(toks, known, ranges))
    here = bodies[bisect_left(bodies, (start, start)) : bisect_left(bodies, (end, end))]
    return Paragraph(
        text,
        start,
        end,
        toks,
        marked,
        ranges,
        known,
        _spread(toks, [(m.left, m.right, m) for m in known]),
        _spread(toks, [(a, b, (a, b)) for a, b in here]),
    )


def _whole_mentions(
    toks: list[QuoteToken], mentions: list[Mention], ranges: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Join sentences that a mention runs across: "Bupati X, SE. MM, mengatakan"."""
    inner = set()
    for m in mentions:
        i = bisect_left(toks, m.left, key=lambda t: t.start) + 1
        while i < len(toks) and toks[i].start < m.right:
            inner.add(i)
            i += 1
    joined: list[tuple[int, int]] = []
    for a, b in ranges:
        if joined and a in inner:
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return joined


def _before_marks(
    toks: list[QuoteToken], marked: list[Segment], ranges: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """End a sentence at the stop before an opening mark, HTML entities included."""
    opens = {bisect_left(toks, s.outer_start, key=lambda t: t.start) for s in marked}
    found: list[tuple[int, int]] = []
    for a, b in ranges:
        for i in sorted(o for o in opens if a < o <= b):
            if toks[i - 1].text in {".", "!", "?"}:
                found.append((a, i - 1))
                a = i
        found.append((a, b))
    return found


def _spread(toks: list[QuoteToken], ranges: list[tuple[int, int, T]]) -> list[T | None]:
    """Return for each token what covers it; of two the one that begins first."""
    found: list[T | None] = [None] * len(toks)
    for start, end, value in ranges:
        i = bisect_left(toks, start, key=lambda t: t.start)
        while i < len(toks) and toks[i].end <= end:
            if found[i] is None:
                found[i] = value
            i += 1
    return found


def _unglued(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split "menambahkanKemdiktisaintek": a verb of reporting and what lost its space."""
    glued = _GLUED.fullmatch(text, start, end)
    if glued and glued[1] in lexicon().verbs:
        return [glued.span(1), glued.span(2)]
    return [(start, end)]
