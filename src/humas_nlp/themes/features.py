"""The features a theme classifier is fitted on, and how they fold into one weight a word.

Every feature is linear in the TF-IDF row ``x`` of a text:

* the words themselves, ``x``;
* the place of the text in the word space, ``x E``;
* its likeness to the prototype of each theme, by words, ``x S'``, and in the space, ``x E e(S)'``.

So a linear model over all of them is, after fitting, one matrix of words by themes: small, quick,
and its reasons are exact.
"""

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from humas_nlp.themes.words import Floats


@dataclass(frozen=True, slots=True)
class FeatureWeights:
    """Scale of each block of features against the words (1).

    Attributes:
        prototype: Likeness to the prototypes by words.
        space: Place in the word space.
        space_prototype: Likeness to the prototypes in the word space.
    """

    prototype: float
    space: float
    space_prototype: float


class FeatureMap:
    """Linear map from TF-IDF rows to features.

    Args:
        size: Number of words.
        prototypes: TF-IDF rows of the prototypes, or None.
        vectors: Word space, one row a word, or None.
        weights: Scales.
        sample: TF-IDF rows of the training texts: the space is scaled to unit length on them.
    """

    def __init__(
        self,
        size: int,
        prototypes: sp.csr_matrix | None,
        vectors: Floats | None,
        weights: FeatureWeights,
        sample: sp.csr_matrix,
    ) -> None:
        """Build the blocks of the map."""
        blocks: list[sp.csr_matrix | Floats] = [sp.identity(size, format="csr")]
        if prototypes is not None:
            blocks.append(weights.prototype * prototypes.T.tocsr())
        if vectors is not None:
            lengths = np.linalg.norm(sample @ vectors, axis=1)
            scaled = vectors / max(float(lengths.mean()), 1e-9)
            blocks.append(weights.space * scaled)
            if prototypes is not None:
                places = prototypes @ vectors
                places /= np.maximum(np.linalg.norm(places, axis=1, keepdims=True), 1e-9)
                blocks.append(weights.space_prototype * scaled @ places.T)
        self._blocks = blocks

    def transform(self, rows: sp.csr_matrix) -> sp.csr_matrix:
        """Return the features of TF-IDF rows."""
        return sp.hstack([sp.csr_matrix(rows @ block) for block in self._blocks]).tocsr()

    def fold(self, coefficients: Floats) -> Floats:
        """Return the weight of each word that equals these weights of the features.

        Args:
            coefficients: Features by classes.

        Returns:
            Words by classes.
        """
        start, total = 0, np.zeros((self._blocks[0].shape[0], coefficients.shape[1]))
        for block in self._blocks:
            end = start + block.shape[1]
            total += block @ coefficients[start:end]
            start = end
        return total
