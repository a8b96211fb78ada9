"""Words and their weights."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_nlp.themes.words import TermWeights, learn_vocabulary, weighted_words, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Undang-Undang ASN, 20 tahun 2023", ["undang-undang", "asn", "tahun"]),
        ("-a--b-", ["a", "b"]),
        ("", []),
        ("\x00 123", []),
    ],
)
def test_words(text, words):
    assert words_of(text) == words


def test_the_beginning_counts_twice():
    assert weighted_words("satu dua tiga", 8) == ["satu", "dua", "tiga", "satu", "dua"]


def test_vocabulary_keeps_words_of_enough_texts():
    words, idf = learn_vocabulary(
        ["a b", "a c", "a b"], lead=0, min_df=2, max_df=1.0, ignore=frozenset({"c"})
    )
    assert words == ["a", "b"]
    assert idf == pytest.approx([1.0, np.log(4 / 3) + 1])


def test_words_of_most_texts_are_left_out_of_large_collections():
    words, _ = learn_vocabulary(["a b"] * 5 + ["a c"] * 15, lead=0, min_df=1, max_df=0.5)
    assert words == ["b"]


def test_row_has_unit_length_and_logarithmic_frequencies():
    weights = TermWeights(["a", "b"], np.array([1.0, 1.0]), 0)
    columns, values = weights.row("a a b x")
    assert list(columns) == [0, 1]
    assert values[0] / values[1] == pytest.approx(1 + np.log(2))
    assert values @ values == pytest.approx(1)


@given(st.lists(st.text(), max_size=5))
def test_matrix_has_the_rows_of_its_texts(texts):
    weights = TermWeights(["a", "b"], np.array([1.0, 2.0]), 3)
    matrix = weights.matrix(texts).toarray()
    assert matrix.shape == (len(texts), 2)
    for text, row in zip(texts, matrix, strict=True):
        columns, values = weights.row(text)
        assert row[columns] == pytest.approx(values)
