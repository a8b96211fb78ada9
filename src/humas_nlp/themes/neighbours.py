"""Places of words by the words that stand near them.

Latent semantic analysis of whole texts knows which words belong to one event; neighbours tell
which words take each other's place ("umrah" and "haji"). Both serve a classifier of few examples.
"""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.utils.extmath import randomized_svd

from humas_nlp.themes.words import words_of

_BATCH = 3000  # texts counted before the counts are summed: bounds the memory
_FEWEST = 2  # a pair seen once says more about the text than about the words
_SMOOTHING = 0.75  # rare neighbours would have the highest information otherwise


def neighbour_vectors(
    texts: Sequence[str],
    vocabulary: Sequence[str],
    *,
    dimensions: int,
    window: int = 6,
    random_state: int = 0,
) -> NDArray[np.float64]:
    """Factor the positive pointwise mutual information of words and their neighbours.

    Source: Levy, Goldberg and Dagan, "Improving distributional similarity with lessons learned
    from word embeddings", 2015.

    Args:
        texts: Unlabelled texts.
        vocabulary: Words; other words do not count as neighbours.
        dimensions: Size of the space.
        window: Most words between a word and its neighbour, plus one.
        random_state: Seed.

    Returns:
        One row of unit length a word; zeros for a word without neighbours.
    """
    counts = _neighbours(texts, vocabulary, window)
    information = _information(counts)
    size = min(dimensions, len(vocabulary) - 1)
    left, values, _ = randomized_svd(information, size, n_iter=3, random_state=random_state)
    vectors = np.asarray(left * np.sqrt(values), dtype=np.float64)
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9))


def _neighbours(texts: Sequence[str], vocabulary: Sequence[str], window: int) -> sp.csr_matrix:
    """Count how often two words stand at most `window` words apart, both ways round."""
    index = {word: i for i, word in enumerate(vocabulary)}
    shape = (len(vocabulary), len(vocabulary))
    total = sp.csr_matrix(shape, dtype=np.float32)
    for start in range(0, len(texts), _BATCH):
        first: list[NDArray[np.int32]] = []
        second: list[NDArray[np.int32]] = []
        for text in texts[start : start + _BATCH]:
            known = [index[word] for word in words_of(text) if word in index]
            places = np.array(known, dtype=np.int32)
            for step in range(1, window + 1):
                first.append(places[:-step])
                second.append(places[step:])
        pair = (np.concatenate(first), np.concatenate(second))
        total += sp.coo_matrix((np.ones(len(pair[0]), np.float32), pair), shape=shape).tocsr()
    return (total + total.T).tocsr()


def _information(counts: sp.csr_matrix) -> sp.csr_matrix:
    """Return the positive pointwise mutual information of counted pairs."""
    pairs = counts.tocoo()
    often = pairs.data >= _FEWEST
    rows, columns, seen = pairs.row[often], pairs.col[often], pairs.data[often]
    sums = np.bincount(rows, weights=seen, minlength=counts.shape[0])
    context = sums**_SMOOTHING
    context /= max(float(context.sum()), 1e-9)
    values = np.log(seen / (sums[rows] * context[columns]))
    kept = values > 0
    data = values[kept].astype(np.float32)
    return sp.csr_matrix((data, (rows[kept], columns[kept])), shape=counts.shape)
