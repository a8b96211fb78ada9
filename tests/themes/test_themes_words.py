"""Words and their weights."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_nlp.themes.words import (
    TermWeights,
    learn_phrases,
    learn_vocabulary,
    pairs_of,
    words_of,
)


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


def test_the_beginning_counts_again():
    row = TermWeights(["dua", "satu", "tiga"], np.ones(3), ((8, 0.5),)).row("satu dua tiga")[1]
    whole, lead = 1 / np.sqrt(3), 0.5 / np.sqrt(2)
    assert row[0] == row[1] == pytest.approx(row[2] * (whole + lead) / whole)
    assert row @ row == pytest.approx(1)


def test_a_text_within_its_beginning_is_weighted_as_a_whole():
    words, text = ["dua", "satu"], "satu dua dua"
    plain = TermWeights(words, np.ones(2)).row(text)[1]
    assert TermWeights(words, np.ones(2), ((12, 0.7),)).row(text)[1] == pytest.approx(plain)


def test_phrases_are_pairs_of_known_neighbours():
    phrases, idf = learn_phrases(
        ["rumah sakit baru", "rumah sakit x"], ["rumah", "sakit"], min_df=2
    )
    assert phrases == ["rumah sakit"] and idf == pytest.approx([1.0])
    assert pairs_of(["satu"]) == []


def test_words_and_phrases_have_unit_length_each():
    weights = TermWeights(["rumah", "sakit"], np.ones(2), (), ["rumah sakit"], np.array([2.0]))
    columns, values = weights.row("rumah sakit")
    assert weights.terms == ["rumah", "sakit", "rumah sakit"]
    assert list(columns) == [0, 1, 2]
    assert values[:2] @ values[:2] == pytest.approx(1) and values[2] == pytest.approx(1)


def test_vocabulary_keeps_words_of_enough_texts():
    words, idf = learn_vocabulary(
        ["a b", "a c", "a b"], min_df=2, max_df=1.0, ignore=frozenset({"c"})
    )
    assert words == ["a", "b"]
    assert idf == pytest.approx([1.0, np.log(4 / 3) + 1])


def test_words_of_most_texts_are_left_out_of_large_collections():
    words, _ = learn_vocabulary(["a b"] * 5 + ["a c"] * 15, min_df=1, max_df=0.5)
    assert words == ["b"]


def test_row_has_unit_length_and_logarithmic_frequencies():
    weights = TermWeights(["a", "b"], np.array([1.0, 1.0]))
    columns, values = weights.row("a a b x")
    assert list(columns) == [0, 1]
    assert values[0] / values[1] == pytest.approx(1 + np.log(2))
    assert values @ values == pytest.approx(1)


@given(st.lists(st.text(), max_size=5))
def test_matrix_has_the_rows_of_its_texts(texts):
    weights = TermWeights(["a", "b"], np.array([1.0, 2.0]), ((3, 0.5),))
    matrix = weights.matrix(texts).toarray()
    assert matrix.shape == (len(texts), 2)
    for text, row in zip(texts, matrix, strict=True):
        columns, values = weights.row(text)
        assert row[columns] == pytest.approx(values)


def test_a_word_cut_by_the_end_of_a_beginning_does_not_count_in_it():
    words = ["kota", "kotabaru"]
    columns, values = TermWeights(words, np.ones(2), ((4, 1.0),)).row("kotabaru ramai")
    assert list(columns) == [1] and values == pytest.approx([1.0])


def test_a_part_of_a_text_has_no_beginning():
    weights = TermWeights(["dua", "satu", "tiga"], np.ones(3), ((8, 0.5),))
    assert weights.row("satu dua tiga", part=True)[1] == pytest.approx(np.full(3, 1 / np.sqrt(3)))
