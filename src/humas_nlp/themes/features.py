"""The features a theme classifier is fitted on, and how they fold into one weight a word.

Every feature is linear in the TF-IDF row ``x`` of a text:

* the words and phrases themselves, ``x``;
* the place of the text in the word spaces, ``x E`` and ``x N``;
* its likeness to the prototype of each theme, by words, ``x S'``, and in the space, ``x E e(S)'``.

So a linear model over all of them is, after fitting, one matrix of terms by themes: small, quick,
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
        phrase: Phrases.
        prototype: Likeness to the prototypes by words.
        space: Place in the word space.
        space_prototype: Likeness to the prototypes in the word space.
        neighbours: Place in the space of neighbours.
    """

    phrase: float
    prototype: float
    space: float
    space_prototype: float
    neighbours: float


class FeatureMap:
    """Linear map from TF-IDF rows to features.

    Args:
        words: Number of words.
        phrases: Number of phrases; their columns follow those of the words.
        prototypes: TF-IDF rows of the prototypes, words only, or None.
        vectors: Word space, one row a word, or None.
        neighbours: The same by the words around a word, or None.
        weights: Scales.
        sample: TF-IDF rows of the training texts: the space is scaled to unit length on them.
    """

    def __init__(
        self,
        words: int,
        phrases: int,
        prototypes: sp.csr_matrix | None,
        vectors: Floats | None,
        neighbours: Floats | None,
        weights: FeatureWeights,
        sample: sp.csr_matrix,
    ) -> None:
        """Build the blocks of the map."""
        self._words = words
        scales = np.concatenate([np.ones(words), np.full(phrases, weights.phrase)])
        self._own: sp.csr_matrix = sp.diags(scales, format="csr")
        blocks: list[sp.csr_matrix | Floats] = []
        if prototypes is not None:
            blocks.append(weights.prototype * prototypes.T.tocsr())
        if vectors is not None:
            lengths = np.linalg.norm(sample[:, :words] @ vectors, axis=1)
            scaled = vectors / max(float(lengths.mean()), 1e-9)
            blocks.append(weights.space * scaled)
            if prototypes is not None:
                places = prototypes @ vectors
                places /= np.maximum(np.linalg.norm(places, axis=1, keepdims=True), 1e-9)
                blocks.append(weights.space_prototype * scaled @ places.T)
        if neighbours is not None:
            blocks.append(weights.neighbours * _centred(neighbours, sample[:, :words]))
        self._blocks = blocks  # of the words; phrases have no place in the space

    def transform(self, rows: sp.csr_matrix) -> sp.csr_matrix:
        """Return the features of TF-IDF rows."""
        words = rows[:, : self._words]
        parts = [sp.csr_matrix(words @ block) for block in self._blocks]
        return sp.hstack([rows @ self._own, *parts]).tocsr()

    def fold(self, coefficients: Floats) -> Floats:
        """Return the weight of each term that equals these weights of the features.

        Args:
            coefficients: Features by classes.

        Returns:
            Terms by classes.
        """
        start = self._own.shape[0]
        total = np.asarray(self._own @ coefficients[:start])
        for block in self._blocks:
            end = start + block.shape[1]
            total[: self._words] += block @ coefficients[start:end]
            start = end
        return total


def _centred(vectors: Floats, sample: sp.csr_matrix) -> Floats:
    """Move and scale vectors so that the sample lies about the origin, at distance 1 on average.

    All words have a common part, which would drown what tells them apart.
    """
    middle = (sample @ vectors).mean(axis=0) / max(float(sample.sum(axis=1).mean()), 1e-9)
    moved = vectors - middle
    lengths = np.linalg.norm(sample @ moved, axis=1)
    return np.asarray(moved / max(float(lengths.mean()), 1e-9))
