"""Runs the cases in tests/cases/language_*.jsonl; "known_fail" ones must fail."""

import pytest

from case_files import load
from humas_nlp.language import lemma, sentences, stem, tokenize
from humas_nlp.language.marks import pair_marks


def cut(text, ranges):
    return [text[start:end] for start, end in ranges]


@pytest.mark.parametrize("case", load("language_tokens"))
def test_tokens(case):
    assert cut(case["text"], tokenize(case["text"])) == case["tokens"]


@pytest.mark.parametrize("case", load("language_sentences"))
def test_sentences(case):
    assert cut(case["text"], sentences(case["text"])) == case["sentences"]


@pytest.mark.parametrize("case", load("language_marks"))
def test_marks(case):
    text = case["text"]
    assert cut(text, pair_marks(text, 0, len(text))) == case["pairs"]


@pytest.mark.parametrize("case", load("language_stems"))
def test_stems(case):
    assert stem(case["text"]) == case["root"]


@pytest.mark.parametrize("case", load("language_lemmas"))
def test_lemmas(case):
    assert lemma(case["text"], case["pos"]) == case["lemma"]
