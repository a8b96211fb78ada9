"""From a document to views of its paragraphs: tokens, marks, sentences, mentions, once each.

The sentences are those of the document (`Document.sentences`). They differ from them in four
places, and each range says where (`SentenceRange.changes`).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from humas_nlp.language import sentences as split_sentences
from humas_nlp.language import tokenize
from humas_nlp.people.finder import Mention
from humas_nlp.quotes.sentences.cues import lexicon
from humas_nlp.quotes.sentences.marks import Segment, segments, whole_paragraphs
from humas_nlp.quotes.sentences.view import ParagraphView, SentenceRange

T = TypeVar("T")
Ranges = Sequence[tuple[int, int]]
LONGEST = 250  # tokens of a sentence
STOPS = frozenset(".!?")
_GLUED = re.compile(r"([a-z]{6,})([A-Z]\w+)")
_MAYBE_GLUED = re.compile(r"[a-z]{6}[A-Z]\w")


def read_views(
    text: str,
    paragraphs: Ranges,
    mentions: Sequence[Mention],
    institutions: Ranges,
    *,
    sentences: Ranges | None = None,
    tokens: Ranges | None = None,
) -> tuple[ParagraphView, ...]:
    """Read the paragraphs of a document.

    Args:
        text: The whole text.
        paragraphs: Ranges of the body's paragraphs in reading order.
        mentions: All mentions of people in reading order.
        institutions: Ranges of all institutions in reading order.
        sentences: Sentences of the document; split anew if None.
        tokens: Tokens of the document without white space; each paragraph is cut up if None.

    Returns:
        One view a paragraph; paragraphs that a site has cut inside a quotation are joined.
    """
    sentences = split_sentences(text) if sentences is None else sentences
    views: list[ParagraphView] = []
    earlier = 0
    for number, (start, end) in enumerate(whole_paragraphs(text, paragraphs)):
        here = _tokens_of(text, start, end, tokens)
        view = _view(text, (start, end), (number, earlier), here, sentences, mentions, institutions)
        views.append(view)
        earlier += len(view.sentences)
    return tuple(views)


def _view(
    text: str,
    span: tuple[int, int],
    before: tuple[int, int],
    tokens: Ranges,
    sentences: Ranges,
    mentions: Sequence[Mention],
    institutions: Ranges,
) -> ParagraphView:
    start, end = span
    starts = tuple([a for a, _ in tokens])
    ends = tuple([b for _, b in tokens])
    words = tuple([text[a:b] for a, b in tokens])
    marked = tuple(segments(text, start, end))
    low = bisect_left(mentions, start, key=_start)
    known = tuple(mentions[low : bisect_left(mentions, end, lo=low, key=_start)])
    here = institutions[
        bisect_left(institutions, (start, start)) : bisect_left(institutions, (end, end))
    ]
    return ParagraphView(
        text,
        start,
        end,
        *before,
        words,
        tuple([word.lower() for word in words]),
        starts,
        ends,
        _inside(starts, marked),
        marked,
        _sentences(words, starts, span, sentences, known, marked),
        known,
        _spread(starts, ends, ((m.left, m.right, m) for m in known)),
        _spread(starts, ends, ((a, b, (a, b)) for a, b in here)),
    )


def _start(mention: Mention) -> int:
    return mention.start


def _tokens_of(text: str, start: int, end: int, tokens: Ranges | None) -> Ranges:
    """Return the tokens of a paragraph, those that have lost a space between them apart."""
    if tokens is None:
        here: Ranges = [(start + a, start + b) for a, b in tokenize(text[start:end])]
    else:
        i, j = bisect_right(tokens, start, key=_end), bisect_left(tokens, (end, end))
        here = [(max(a, start), min(b, end)) for a, b in tokens[i:j]]
    if _MAYBE_GLUED.search(text, start, end):
        return [part for a, b in here for part in _unglued(text, a, b)]
    return here


def _end(token: tuple[int, int]) -> int:
    return token[1]


def _unglued(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split "menambahkanKemdiktisaintek": a verb of reporting and what lost its space."""
    glued = _GLUED.fullmatch(text, start, end)
    if glued and glued[1] in lexicon().verbs:
        yield from (glued.span(1), glued.span(2))
    else:
        yield start, end


def _inside(starts: tuple[int, ...], marked: Iterable[Segment]) -> tuple[bool, ...]:
    """Return for each token whether it begins inside a segment in marks."""
    found = [False] * len(starts)
    for segment in marked:
        i = bisect_left(starts, segment.outer_start)
        j = bisect_left(starts, segment.outer_end)
        found[i:j] = [True] * (j - i)
    return tuple(found)


def _sentences(
    words: tuple[str, ...],
    starts: tuple[int, ...],
    span: tuple[int, int],
    sentences: Ranges,
    mentions: tuple[Mention, ...],
    marked: tuple[Segment, ...],
) -> tuple[SentenceRange, ...]:
    """Return the document's sentences as ranges of tokens, changed where the rules need it."""
    own = _not_longer(_of_document(starts, span, sentences))
    return tuple(_before_marks(words, starts, marked, _whole_mentions(starts, mentions, own)))


def _of_document(
    starts: tuple[int, ...], span: tuple[int, int], sentences: Ranges
) -> Iterator[SentenceRange]:
    start, end = span
    i, at = 0, bisect_right(sentences, start, key=_end)
    while i < len(starts):
        a, b = sentences[at] if at < len(sentences) else (starts[i], end)
        j = bisect_left(starts, min(b, end), i)
        if j > i:
            yield SentenceRange(i, j - 1, ("paragraph",) if a < start or b > end else ())
            i = j
        at += 1


def _not_longer(sentences: Iterable[SentenceRange]) -> Iterator[SentenceRange]:
    """Cut what is too long: a list or a page without stops; rules look at all of a sentence."""
    for first, last, changes in sentences:
        if last - first < LONGEST:
            yield SentenceRange(first, last, changes)
            continue
        for k in range(first, last + 1, LONGEST):
            yield SentenceRange(k, min(k + LONGEST - 1, last), (*changes, "long"))


def _whole_mentions(
    starts: tuple[int, ...], mentions: Iterable[Mention], sentences: Iterable[SentenceRange]
) -> list[SentenceRange]:
    """Join sentences that a mention runs across: "Bupati X, SE. MM, mengatakan"."""
    inner = {
        k
        for m in mentions
        for k in range(bisect_left(starts, m.left) + 1, bisect_left(starts, m.right))
    }
    joined: list[SentenceRange] = []
    for sentence in sentences:
        if joined and sentence.first in inner:
            before = joined.pop()
            changes = (*before.changes, *sentence.changes, "mention")
            joined.append(SentenceRange(before.first, sentence.last, changes))
        else:
            joined.append(sentence)
    return joined


def _before_marks(
    words: tuple[str, ...],
    starts: tuple[int, ...],
    marked: tuple[Segment, ...],
    sentences: list[SentenceRange],
) -> Iterator[SentenceRange]:
    """End a sentence at the stop before an opening mark, HTML entities included."""
    openings = [bisect_left(starts, s.outer_start) for s in marked]
    for first, last, changes in sentences:
        low, high = bisect_right(openings, first), bisect_right(openings, last)
        for i in openings[low:high]:
            if i > first and words[i - 1] in STOPS:
                changes = (*changes, "mark")
                yield SentenceRange(first, i - 1, changes)
                first = i
        yield SentenceRange(first, last, changes)


def _spread(
    starts: tuple[int, ...], ends: tuple[int, ...], ranges: Iterable[tuple[int, int, T]]
) -> tuple[T | None, ...]:
    """Return for each token what covers it; of two the one that begins first."""
    found: list[T | None] = [None] * len(starts)
    for start, end, value in ranges:
        i = bisect_left(starts, start)
        while i < len(starts) and ends[i] <= end:
            if found[i] is None:
                found[i] = value
            i += 1
    return tuple(found)
