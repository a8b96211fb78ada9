"""From text to weighted words: tokenisation, term frequency, inverse document frequency."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

# Letters only: digits carry dates and sums, not themes. Reduplication ("undang-undang") is one
# word. Each repetition starts with a hyphen, so the search takes linear time.
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
Floats = NDArray[np.float64]


def words_of(text: str) -> list[str]:
    """Return the lower-cased words of a text in reading order.

    Example:
        >>> words_of("Undang-Undang ASN, 20 tahun 2023")
        ['undang-undang', 'asn', 'tahun']
    """
    return _WORD.findall(text.lower())


def weighted_words(text: str, lead: int) -> list[str]:
    """Return the words of a text, those of its beginning twice.

    Releases follow the inverted pyramid: the lead says what the text is about.

    Args:
        text: The text.
        lead: Length of the beginning in code points.
    """
    return words_of(text) + words_of(text[:lead])


@cache
def ignored_words() -> frozenset[str]:
    """Return names of outlets and calendar words, which must not become signs of a theme."""
    source = resources.files("humas_nlp") / "data" / "themes_ignored.txt"
    lines = source.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def learn_vocabulary(
    texts: Iterable[str],
    *,
    lead: int,
    min_df: int,
    max_df: float,
    ignore: frozenset[str] = frozenset(),
) -> tuple[list[str], Floats]:
    """Count in how many texts each word stands and keep the telling ones.

    Args:
        texts: Texts.
        lead: See `weighted_words`.
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


class TermWeights:
    """TF-IDF rows of unit length over a fixed vocabulary.

    Args:
        vocabulary: Words.
        idf: Weight of each word.
        lead: See `weighted_words`.
    """

    def __init__(self, vocabulary: Sequence[str], idf: Floats, lead: int) -> None:
        """Index the vocabulary."""
        self.vocabulary = list(vocabulary)
        self.idf = np.asarray(idf, dtype=np.float64)
        self.lead = lead
        self.index: Mapping[str, int] = {word: i for i, word in enumerate(self.vocabulary)}

    def row(self, text: str) -> tuple[NDArray[np.intp], Floats]:
        """Return the columns of a text's known words and their weights.

        The weight is ``(1 + ln tf) * idf``, divided by the Euclidean length of the row.
        """
        counts = Counter(weighted_words(text, self.lead))
        index = self.index
        found = [(index[word], n) for word, n in counts.items() if word in index]
        found.sort()
        columns = np.array([i for i, _ in found], dtype=np.intp)
        weights = 1 + np.log(np.array([n for _, n in found], dtype=np.float64))
        weights *= self.idf[columns]
        length = float(np.sqrt(weights @ weights))
        return columns, weights / length if length else weights

    def matrix(self, texts: Iterable[str]) -> sp.csr_matrix:
        """Return the rows of many texts as one sparse matrix."""
        rows = [self.row(text) for text in texts]
        ends = np.cumsum([0, *(len(columns) for columns, _ in rows)])
        columns = np.concatenate([np.empty(0, np.intp), *(c for c, _ in rows)])
        weights = np.concatenate([np.empty(0), *(w for _, w in rows)])
        shape = (len(rows), len(self.vocabulary))
        return sp.csr_matrix((weights, columns, ends), shape=shape)
