"""Spaces of words learned from unlabelled texts.

A few hundred labelled documents name few of the words of a theme. Where "posyandu" and
"puskesmas" stand in the same unlabelled texts (latent semantic analysis), or between the same
neighbours, a classifier that has seen one knows the other.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.utils.extmath import randomized_svd

from humas_nlp.themes.neighbours import neighbour_vectors
from humas_nlp.themes.words import (
    Floats,
    TermWeights,
    ignored_words,
    learn_phrases,
    learn_vocabulary,
    pairs_of,
    words_of,
)

_MIN_PHRASE_DF = 4  # a phrase in fewer labelled texts is learned by heart
_PHRASE_SAMPLE = 2  # every second text tells which pairs are phrases


@dataclass(frozen=True, eq=False)
class WordSpace:
    """Words, how telling each is, and where it lies.

    It is needed for training only: a fitted classifier has folded it into its coefficients.

    Attributes:
        vocabulary: Words in alphabetical order.
        idf: Inverse document frequency of each word.
        vectors: One row a word, by the texts it stands in.
        neighbours: One row a word, by the words it stands near, or None.
        phrases: Pairs of words that often stand side by side, in alphabetical order.
        phrase_idf: Inverse document frequency of each phrase.
    """

    vocabulary: Sequence[str]
    idf: Floats
    vectors: NDArray[np.float64]
    neighbours: NDArray[np.float64] | None = None
    phrases: Sequence[str] = ()
    phrase_idf: Floats | None = None

    @classmethod
    def learn(
        cls,
        texts: Sequence[str],
        *,
        weights: Iterable[float] | None = None,
        dimensions: int = 300,
        min_df: int = 10,
        max_df: float = 0.5,
        min_phrase_df: int = 8,
        ignore: frozenset[str] = frozenset(),
        random_state: int = 0,
    ) -> "WordSpace":
        """Learn the spaces; that of texts by a singular value decomposition of the TF-IDF matrix.

        Source: Deerwester et al., "Indexing by latent semantic analysis", 1990.

        Args:
            texts: Unlabelled texts, several thousand at best.
            weights: Weight of each text; all 1 if None.
            dimensions: Size of each space.
            min_df: Fewest texts a word must stand in.
            max_df: Largest share of the texts a word may stand in.
            min_phrase_df: Fewest of every second text a pair of words must stand in.
            ignore: Words to leave out, besides `ignored_words()`.
            random_state: Seed.
        """
        vocabulary, idf = learn_vocabulary(
            texts, min_df=min_df, max_df=max_df, ignore=ignore | ignored_words()
        )
        matrix = TermWeights(vocabulary, idf).matrix(texts).astype(np.float32)
        if weights is not None:
            matrix = matrix.multiply(np.fromiter(weights, np.float32)[:, None]).tocsr()
        size = min(dimensions, *(n - 1 for n in matrix.shape))
        _, _, right = randomized_svd(matrix, size, n_iter=4, random_state=random_state)
        phrases, phrase_idf = learn_phrases(
            texts[::_PHRASE_SAMPLE], vocabulary, min_df=min_phrase_df
        )
        near = neighbour_vectors(
            texts, vocabulary, dimensions=dimensions, random_state=random_state
        )
        return cls(vocabulary, idf, right.T.astype(np.float64), near, phrases, phrase_idf)

    def phrases_in(self, texts: Iterable[str]) -> tuple[list[str], Floats]:
        """Return the phrases that stand in enough of some labelled texts, and their weights."""
        counts: Counter[str] = Counter()
        known = frozenset(self.phrases)
        for text in texts if known else ():
            counts.update(known.intersection(pairs_of(words_of(text))))
        kept = [i for i, phrase in enumerate(self.phrases) if counts[phrase] >= _MIN_PHRASE_DF]
        weights = np.empty(0) if self.phrase_idf is None else self.phrase_idf[kept]
        return [self.phrases[i] for i in kept], weights
