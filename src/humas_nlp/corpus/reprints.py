"""Quotes that travel: where a release's quotes stand in news.

A newsroom shortens a quote, breaks it by its attribution, drops a comma, mistypes a word, or
turns it into an indirect sentence that keeps the wording. Words and order stay, and by them a
quote is found: runs of three words that both texts have, strung together where they follow one
another closely, then compared letter by letter with rapidfuzz. A paraphrase is no reprint.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, cast

from humas_nlp.corpus.wording import Text, Words, pairs
from humas_nlp.document import Document
from humas_nlp.errors import MissingExtraError

if TYPE_CHECKING:
    import pandas as pd

RUN = 3  # words
SHORTEST = 5  # words; a shorter quote says nothing that others do not say too
COMMON = 200  # a run that more quotes have than this is a set phrase
GAP = 6  # words that may lie between two common runs: a word mistyped costs three runs
REACH = 60  # words between two parts of a quote, where an attribution breaks it
SIMILAR = 80.0  # of 100, letter by letter
HITS = 2_000  # common runs of one quote and one article that are looked at

# A part this large is a reprint whoever says it, ...
MOST = 0.55  # a letter that joins two words of nine leaves five of them in runs
LONG = 10  # words
# ... one this large if the article names the speaker.
SOME = 0.35
SHORT = 5  # words

Hit: TypeAlias = tuple[int, int]  # the places of one run in the quote and in the article


@dataclass(frozen=True, slots=True)
class Reprint:
    """A quote of a release that stands in an article.

    Attributes:
        release: Id of the release.
        quote: Id of the quote.
        article: Id of the article.
        start: First character of the passage in the article's text.
        end: One past its last one.
        text: The passage.
        coverage: The share of the quote's words that stand there, in [0, 1].
        similarity: How alike quote and passage are there, letter by letter, in [0, 1].
    """

    release: str
    quote: str
    article: str
    start: int
    end: int
    text: str
    coverage: float
    similarity: float


def quote_reprints(
    releases: "Iterable[Document] | pd.DataFrame", articles: Iterable[Text]
) -> Iterator[Reprint]:
    """Find the quotes of releases in articles.

    Args:
        releases: Documents with quotes, or the table "quotes" of a run. They are held in memory.
        articles: Documents, records of `read_records`, or pairs of id and text; read once,
            lazily. A release among them is not searched for its own quotes.

    Yields:
        One reprint for each quote and article, in the order of the articles, then of the quotes.

    Raises:
        MissingExtraError: The extra "duplicates" is not installed.
    """
    index = _Index(_quotes(releases))
    for identity, text in pairs(articles):
        yield from index.find(identity, text)


@dataclass(frozen=True, slots=True)
class _Quote:
    release: str
    id: str
    words: tuple[str, ...]
    speaker: frozenset[str]  # the long words of the speaker's name


def _quotes(releases: "Iterable[Document] | pd.DataFrame") -> Iterator[_Quote]:
    rows: Iterable[tuple[str, str, str, str]]
    if hasattr(releases, "columns"):
        table = cast("pd.DataFrame", releases)
        columns = (table[name] for name in ("doc_id", "quote_id", "text", "speaker"))
        rows = (
            (release, identity, text, speaker if isinstance(speaker, str) else "")
            for release, identity, text, speaker in zip(*columns, strict=True)
        )
    else:
        rows = (
            (document.id, quote.id, quote.text, quote.speaker.name if quote.speaker else "")
            for document in releases
            for quote in document.quotes
        )
    for release, identity, text, speaker in rows:
        names = frozenset(word for word in Words.of(speaker).words if len(word) > 3)
        yield _Quote(release, identity, Words.of(text).words, names)


class _Index:
    """The runs of all quotes."""

    def __init__(self, quotes: Iterable[_Quote]) -> None:
        try:
            from rapidfuzz import fuzz
        except ImportError as error:
            raise MissingExtraError("duplicates", "Finding reprints of quotes") from error
        self._ratio = fuzz.ratio
        self._quotes = [quote for quote in quotes if len(quote.words) >= SHORTEST]
        self._places: dict[tuple[str, ...], list[Hit]] = defaultdict(list)
        for number, quote in enumerate(self._quotes):
            for place, run in enumerate(Words(quote.words, ()).runs(RUN)):
                self._places[run].append((number, place))
        for run in [run for run, places in self._places.items() if len(places) > COMMON]:
            del self._places[run]

    def find(self, identity: str, text: str) -> Iterator[Reprint]:
        """Yield the reprints in one article."""
        article = Words.of(text)
        hits: dict[int, list[Hit]] = defaultdict(list)
        for there, run in enumerate(article.runs(RUN)):
            for number, here in self._places.get(run, ()):
                if len(hits[number]) < HITS:
                    hits[number].append((here, there))
        names: frozenset[str] | None = None
        for number in sorted(hits):
            quote = self._quotes[number]
            if quote.release == identity:
                continue
            names = frozenset(article.words) if names is None else names
            parts = _parts(hits[number])
            covered = sum(part.words for part in parts)
            coverage = covered / len(quote.words)
            if not _is_enough(covered, coverage, named=bool(quote.speaker & names)):
                continue
            similarity = self._similarity(quote, article, parts)
            if similarity < SIMILAR:
                continue
            start = article.spans[min(part.there for part in parts)][0]
            end = article.spans[max(part.there_end for part in parts) - 1][1]
            yield Reprint(
                quote.release,
                quote.id,
                identity,
                start,
                end,
                text[start:end],
                round(coverage, 3),
                round(similarity / 100, 3),
            )

    def _similarity(self, quote: _Quote, article: Words, parts: "list[_Part]") -> float:
        ours = (" ".join(quote.words[part.here : part.here_end]) for part in parts)
        theirs = (" ".join(article.words[part.there : part.there_end]) for part in parts)
        return float(self._ratio(" ".join(ours), " ".join(theirs)))


def _is_enough(covered: int, coverage: float, *, named: bool) -> bool:
    if coverage >= MOST and covered >= SHORT - 1:
        return True
    return covered >= LONG or (named and covered >= SHORT and coverage >= SOME)


@dataclass(slots=True)
class _Part:
    """A stretch that quote and article share, as ranges of words."""

    here: int
    here_end: int
    there: int
    there_end: int
    words: int = RUN  # words of the quote that stand in the article too

    def takes(self, here: int, there: int) -> bool:
        """Whether a run follows closely in both texts."""
        step, their_step = here - self.here_end + RUN, there - self.there_end + RUN
        return 0 < step <= GAP + RUN and 0 < their_step <= GAP + RUN

    def add(self, here: int, there: int) -> None:
        """Take in a run that follows."""
        self.words += min(RUN, here + RUN - self.here_end)
        self.here_end, self.there_end = here + RUN, there + RUN


def _parts(hits: list[Hit]) -> list[_Part]:
    """String runs together, and choose the parts that belong to one appearance of the quote."""
    done: list[_Part] = []
    still_open: list[_Part] = []
    for here, there in hits:  # in the order of the article
        still_open = [part for part in still_open if there - part.there_end <= GAP]
        fitting = [part for part in still_open if part.takes(here, there)]
        if fitting:
            # The part whose end is nearest goes on.
            max(fitting, key=lambda part: part.here_end).add(here, there)
        else:
            part = _Part(here, here + RUN, there, there + RUN)
            done.append(part)
            still_open.append(part)
    return _together(done)


def _together(parts: list[_Part]) -> list[_Part]:
    chosen: list[_Part] = []
    for part in sorted(parts, key=lambda part: (-part.words, part.there)):
        if chosen and min(_distance(part, other) for other in chosen) > REACH:
            continue
        if all(part.here >= o.here_end or part.here_end <= o.here for o in chosen) and all(
            part.there >= o.there_end or part.there_end <= o.there for o in chosen
        ):
            chosen.append(part)
    return sorted(chosen, key=lambda part: part.here)


def _distance(one: _Part, other: _Part) -> int:
    return max(one.there - other.there_end, other.there - one.there_end, 0)
