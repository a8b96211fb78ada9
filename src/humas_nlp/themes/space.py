"""A space of words learned from unlabelled texts (latent semantic analysis).

A few hundred labelled documents name few of the words of a theme. Where "posyandu" and
"puskesmas" stand in the same unlabelled texts, a classifier that has seen one knows the other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.utils.extmath import randomized_svd

from humas_nlp.themes.words import Floats, TermWeights, ignored_words, learn_vocabulary


@dataclass(frozen=True, eq=False)
class WordSpace:
    """Words, how telling each is, and where it lies.

    It is needed for training only: a fitted classifier has folded it into its coefficients.

    Attributes:
        vocabulary: Words in alphabetical order.
        idf: Inverse document frequency of each word.
        vectors: One row a word.
        lead: Length of the beginning that counts twice, in code points.
    """

    vocabulary: Sequence[str]
    idf: Floats
    vectors: NDArray[np.float64]
    lead: int

    @classmethod
    def learn(
        cls,
        texts: Sequence[str],
        *,
        weights: Iterable[float] | None = None,
        dimensions: int = 300,
        lead: int = 400,
        min_df: int = 10,
        max_df: float = 0.5,
        ignore: frozenset[str] = frozenset(),
        random_state: int = 0,
    ) -> "WordSpace":
        """Learn the space by a truncated singular value decomposition of the TF-IDF matrix.

        Source: Deerwester et al., "Indexing by latent semantic analysis", 1990.

        Args:
            texts: Unlabelled texts, several thousand at best.
            weights: Weight of each text; all 1 if None.
            dimensions: Size of the space.
            lead: See `weighted_words`.
            min_df: Fewest texts a word must stand in.
            max_df: Largest share of the texts a word may stand in.
            ignore: Words to leave out, besides `ignored_words()`.
            random_state: Seed.
        """
        vocabulary, idf = learn_vocabulary(
            texts, lead=lead, min_df=min_df, max_df=max_df, ignore=ignore | ignored_words()
        )
        matrix = TermWeights(vocabulary, idf, lead).matrix(texts).astype(np.float32)
        if weights is not None:
            matrix = matrix.multiply(np.fromiter(weights, np.float32)[:, None]).tocsr()
        size = min(dimensions, *(n - 1 for n in matrix.shape))
        _, _, right = randomized_svd(matrix, size, n_iter=4, random_state=random_state)
        return cls(vocabulary, idf, right.T.astype(np.float64), lead)
