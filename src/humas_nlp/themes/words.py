"""From text to weighted words: tokenisation, term frequency, inverse document frequency."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import pairwise

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

# Letters only: digits carry dates and sums, not themes. Reduplication ("undang-undang") is one
# word. Each repetition starts with a hyphen, so the search takes linear time.
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
Floats = NDArray[np.float64]
Leads = tuple[tuple[int, float], ...]
# Releases and news follow the inverted pyramid: what they are about stands at the beginning. Each
# beginning (its length in code points) counts again with its weight, beside the whole text with 1.
LEADS: Leads = ((150, 0.3), (350, 0.3), (1000, 0.4))


def words_of(text: str) -> list[str]:
    """Return the lower-cased words of a text in reading order.

    Example:
        >>> words_of("Undang-Undang ASN, 20 tahun 2023")
        ['undang-undang', 'asn', 'tahun']
    """
    return _WORD.findall(text.lower())


def pairs_of(words: Iterable[str]) -> list[str]:
    """Return each word with the next one.

    Example:
        >>> pairs_of(["rumah", "sakit", "daerah"])
        ['rumah sakit', 'sakit daerah']
    """
    return [f"{first} {second}" for first, second in pairwise(words)]


@cache
def ignored_words() -> frozenset[str]:
    """Return names of outlets and calendar words, which must not become signs of a theme."""
    source = resources.files("humas_nlp") / "data" / "themes_ignored.txt"
    lines = source.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def learn_vocabulary(
    texts: Iterable[str],
    *,
    min_df: int,
    max_df: float,
    ignore: frozenset[str] = frozenset(),
) -> tuple[list[str], Floats]:
    """Count in how many texts each word stands and keep the telling ones.

    Args:
        texts: Texts.
        min_df: Fewest texts a word must stand in.
        max_df: Largest share of the texts a word may stand in, in (0, 1].
        ignore: Words to leave out.

    Returns:
        The words in alphabetical order and their smoothed inverse document frequencies.
    """
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        counts.update(set(words_of(text)))
    # A handful of texts says nothing about which words are common.
    most = max_df * total if total >= 20 else total
    kept = sorted(w for w, n in counts.items() if min_df <= n <= most and w not in ignore)
    df = np.array([counts[w] for w in kept], dtype=np.float64)
    return kept, np.log((1 + total) / (1 + df)) + 1


def learn_phrases(
    texts: Iterable[str], vocabulary: Collection[str], *, min_df: int
) -> tuple[list[str], Floats]:
    """Count in how many texts each pair of known words stands side by side.

    Args:
        texts: Texts.
        vocabulary: The known words.
        min_df: Fewest texts a pair must stand in.

    Returns:
        The pairs in alphabetical order and their smoothed inverse document frequencies.
    """
    known = frozenset(vocabulary)
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        words = words_of(text)
        counts.update({f"{a} {b}" for a, b in pairwise(words) if a in known and b in known})
    kept = sorted(pair for pair, n in counts.items() if n >= min_df)
    df = np.array([counts[pair] for pair in kept], dtype=np.float64)
    return kept, np.log((1 + total) / (1 + df)) + 1


class TermWeights:
    """TF-IDF rows over fixed words and phrases: each of the two parts has unit length.

    Args:
        vocabulary: Words.
        idf: Weight of each word.
        leads: Beginnings that count again, as length in code points and weight.
        phrases: Pairs of words; their columns follow those of the words.
        phrase_idf: Weight of each phrase.

    Attributes:
        terms: Words, then phrases.
        all_idf: Weight of each term.
    """

    def __init__(
        self,
        vocabulary: Sequence[str],
        idf: Floats,
        leads: Leads = (),
        phrases: Sequence[str] = (),
        phrase_idf: Floats | None = None,
    ) -> None:
        """Index words and phrases."""
        self.vocabulary = list(vocabulary)
        self.idf = np.asarray(idf, dtype=np.float64)
        self.leads = leads
        self.phrases = list(phrases)
        self.phrase_idf = (
            np.empty(0) if phrase_idf is None else np.asarray(phrase_idf, dtype=np.float64)
        )
        self.terms = [*self.vocabulary, *self.phrases]
        self.index: Mapping[str, int] = {term: i for i, term in enumerate(self.terms)}
        self.all_idf = np.concatenate([self.idf, self.phrase_idf])

    def row(self, text: str, *, part: bool = False) -> tuple[NDArray[np.intp], Floats]:
        """Return the columns of a text's known terms and their weights.

        The weight in a stretch of text is ``(1 + ln tf) * idf``, divided by the Euclidean length;
        the rows of the words of the whole text and of its beginnings are added.

        Args:
            text: The text.
            part: Whether it is cut from a longer one, so that its beginning says no more than
                the rest of it.

        Returns:
            Columns in ascending order, and one weight a column.
        """
        words = words_of(text)
        columns, weights = self._counted(words)
        if not part and self.leads:
            weights = self._with_leads(text, columns, weights)
        if self.phrases:
            found, values = self._counted(pairs_of(words))
            columns, weights = np.concatenate([columns, found]), np.concatenate([weights, values])
        return columns, weights

    def _with_leads(self, text: str, columns: NDArray[np.intp], weights: Floats) -> Floats:
        """Add the rows of the beginnings to that of the whole text."""
        total = weights.copy()
        for length, weight in self.leads:
            if length >= len(text):
                total += weight * weights
                continue
            found, values = self._counted(words_of(text[:length]))
            places = np.searchsorted(columns, found)
            # The end of a beginning may cut a word into one that the text does not have.
            whole = places < len(columns)
            whole[whole] = columns[places[whole]] == found[whole]
            total[places[whole]] += weight * values[whole]
        return _unit(total)

    def _counted(self, terms: Iterable[str]) -> tuple[NDArray[np.intp], Floats]:
        """Return columns and weights of the known ones of some terms, of unit length."""
        places = [place for place in map(self.index.get, terms) if place is not None]
        known = np.array(places, dtype=np.intp)
        columns, counts = np.unique(known, return_counts=True)
        return columns, _unit((1 + np.log(counts)) * self.all_idf[columns])

    def matrix(self, texts: Iterable[str], *, part: bool = False) -> sp.csr_matrix:
        """Return the rows of many texts as one sparse matrix; see `row`."""
        rows = [self.row(text, part=part) for text in texts]
        ends = np.cumsum([0, *(len(columns) for columns, _ in rows)])
        columns = np.concatenate([np.empty(0, np.intp), *(c for c, _ in rows)])
        weights = np.concatenate([np.empty(0), *(w for _, w in rows)])
        shape = (len(rows), len(self.terms))
        return sp.csr_matrix((weights, columns, ends), shape=shape)


def _unit(weights: Floats) -> Floats:
    length = float(np.sqrt(weights @ weights))
    return weights / length if length else weights
