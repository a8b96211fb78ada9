"""Measures tokens and sentences on treebank text where ../shared is there."""

import json
from pathlib import Path

import pytest

from humas_nlp.language import sentences, tokenize

GOLD = Path(__file__).parents[3] / "shared" / "bench" / "gold"
# F1 of tokens and of sentence ends, in percent.
BARS = {"csui": (99.4, 97.5), "gsd": (99.2, 94.0), "pud": (99.5, 98.9)}


def f1(pairs):
    right = sum(len(gold & found) for gold, found in pairs)
    return 200 * right / sum(len(gold) + len(found) for gold, found in pairs)


@pytest.mark.shared
@pytest.mark.parametrize("treebank", BARS)
def test_bars(treebank):
    path = GOLD / f"tok_{treebank}.jsonl"
    if not path.exists():
        pytest.skip("needs shared/bench/gold beside the repository")
    docs = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    tokens, ends = [], []
    for doc in docs:
        text = doc["text"]
        tokens.append(({tuple(t) for t in doc["tokens"]}, set(tokenize(text))))
        found = {end for _, end in sentences(text) if end < len(text.rstrip())}
        ends.append(({end for _, end in doc["sents"][:-1]}, found))
    assert f1(tokens) >= BARS[treebank][0]
    assert f1(ends) >= BARS[treebank][1]
