"""A paragraph and its sentences as the constructions see them: values that nothing changes.

Tokens stand in columns, one entry a token, so that a token costs no object of its own: `words[k]`,
`lows[k]` (in small letters), `starts[k]`, `ends[k]`, `inside[k]` (in quotation marks).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from humas_nlp.people.finder import Mention
from humas_nlp.quotes.sentences.marks import Segment

# Why a sentence is not one of the document's: its paragraph begins or ends inside that one; a
# mention runs across the border; a quotation begins behind the stop; it is too long to be one.
Change = Literal["paragraph", "mention", "mark", "long"]
Form = Literal["phrase", "pronoun", "clitic", "none"]


class SourcePhrase(NamedTuple):
    """The words that name a source, or the sign that something else does.

    Attributes:
        form: "phrase" for a noun phrase, "pronoun", "clitic" for -nya, "none".
        start: First code point (0 for "clitic" and "none").
        end: One past the last code point.
    """

    form: Form
    start: int = 0
    end: int = 0


class SentenceRange(NamedTuple):
    """A sentence of a paragraph.

    Attributes:
        first: Index of its first token.
        last: Index of its last one.
        changes: Where it differs from the sentences of the document, and why.
    """

    first: int
    last: int
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph of the body.

    Attributes:
        text: The whole text.
        start: First code point of the paragraph.
        end: One past its last code point.
        number: How many paragraphs stand before it.
        earlier: How many sentences stand before it, in the paragraphs read before.
        words: Its tokens as they are written.
        lows: The same in small letters.
        starts: First code point of each.
        ends: One past the last code point of each.
        inside: Whether each stands in quotation marks.
        marked: Its segments in quotation marks, outermost only.
        sentences: Its sentences.
        mentions: Mentions of people inside it.
        mention_of: For each token the mention that it is a part of, office and titles included.
        institution_of: For each token the range of the institution that it is a part of.
    """

    text: str
    start: int
    end: int
    number: int
    earlier: int
    words: tuple[str, ...]
    lows: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    inside: tuple[bool, ...]
    marked: tuple[Segment, ...]
    sentences: tuple[SentenceRange, ...]
    mentions: tuple[Mention, ...]
    mention_of: tuple[Mention | None, ...]
    institution_of: tuple[tuple[int, int] | None, ...]

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.words)

    def index(self, position: int) -> int:
        """Return the index of the first token that starts at or after `position`."""
        return bisect_left(self.starts, position)

    def sentence_of(self, i: int) -> SentenceRange:
        """Return the sentence that holds token `i`."""
        return self.sentences[self.sentence_number(i)]

    def sentence_number(self, i: int) -> int:
        """Return the index of the sentence that holds token `i`."""
        return max(bisect_right(self.sentences, i, key=_first) - 1, 0)

    def is_marked(self, start: int, end: int) -> bool:
        """Say whether a range holds a part of a segment in quotation marks."""
        at = bisect_left(self.marked, end, key=_outer_start) - 1
        return at >= 0 and self.marked[at].outer_end > start

    def size(self, start: int, end: int) -> int:
        """Return the number of words, cut at white space, in a range of the text."""
        return len(self.text[start:end].split())

    def sentence_views(self) -> Iterator["SentenceView"]:
        """Yield the sentences in reading order."""
        for number, (first, last, _) in enumerate(self.sentences):
            yield SentenceView(self, number, first, last)


class SentenceView(NamedTuple):
    """A sentence with its paragraph, so that what stands around it can be looked at.

    Attributes:
        paragraph: The paragraph; token indices count from its beginning.
        number: Index of the sentence in it.
        first: Index of the first token.
        last: Index of the last one.
    """

    paragraph: ParagraphView
    number: int
    first: int
    last: int


def _first(sentence: SentenceRange) -> int:
    return sentence.first


def _outer_start(segment: Segment) -> int:
    return segment.outer_start
