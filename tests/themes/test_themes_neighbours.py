"""Words by their neighbours."""

import numpy as np
import pytest

from humas_nlp.themes.neighbours import neighbour_vectors

TEXTS = [
    "jemaah berangkat umrah lusa",
    "jemaah berangkat haji lusa",
    "petani menanam padi sawah",
] * 3
WORDS = sorted({word for text in TEXTS for word in text.split()})


def likeness(vectors, first, second):
    return vectors[WORDS.index(first)] @ vectors[WORDS.index(second)]


def test_words_of_the_same_neighbours_lie_together():
    vectors = neighbour_vectors(TEXTS, WORDS, dimensions=4)
    assert vectors.shape == (len(WORDS), 4)
    assert likeness(vectors, "umrah", "haji") > likeness(vectors, "umrah", "padi") + 0.3


def test_a_word_without_neighbours_is_nowhere():
    vectors = neighbour_vectors([*TEXTS, "sendiri"], [*WORDS, "sendiri"], dimensions=3)
    assert np.linalg.norm(vectors[-1]) == pytest.approx(0, abs=1e-6)


def test_the_same_seed_gives_the_same_vectors():
    first, second = (neighbour_vectors(TEXTS, WORDS, dimensions=3) for _ in range(2))
    assert (first == second).all()
