"""Runs the cases in tests/cases/language_*.jsonl; "known_fail" ones must fail."""

import json
from pathlib import Path

import pytest

from humas_nlp.language import sentences, tokenize
from humas_nlp.language.marks import pair_marks

CASES = Path(__file__).parents[1] / "cases"


def read(name):
    lines = (CASES / f"language_{name}.jsonl").read_text(encoding="utf-8").splitlines()
    cases = []
    for row in map(json.loads, lines):
        marks = [pytest.mark.xfail(strict=True)] if row["expect"] == "known_fail" else []
        cases.append(pytest.param(row, id=row["id"], marks=marks))
    return cases


def cut(text, ranges):
    return [text[start:end] for start, end in ranges]


@pytest.mark.parametrize("case", read("tokens"))
def test_tokens(case):
    assert cut(case["text"], tokenize(case["text"])) == case["tokens"]


@pytest.mark.parametrize("case", read("sentences"))
def test_sentences(case):
    assert cut(case["text"], sentences(case["text"])) == case["sentences"]


@pytest.mark.parametrize("case", read("marks"))
def test_marks(case):
    text = case["text"]
    assert cut(text, pair_marks(text, 0, len(text))) == case["pairs"]
