"""Score a pipeline on a treebank from raw text: tokens, sentences, UPOS, UAS, LAS.

    python -m models.training.ud.score MODEL FILE.conllu [--labels]

Five sentences of the file make one text. Tokens are aligned by their characters, and each figure
is an F1 in percent over gold and predicted tokens, so that a wrong token costs on both sides. A
head is right if it is the gold head or both are the top of a sentence.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Token

from models.training.ud.trees import ROOT, Tree, Word, read_conllu

SENTENCES_A_TEXT = 5
Range = tuple[int, int]


@dataclass(slots=True)
class Counts:
    """What was found, added up over texts; `by_label` holds (gold, right) for each label."""

    hits: Counter[str] = field(default_factory=Counter)
    by_label: dict[str, list[int]] = field(default_factory=dict)

    def figure(self, name: str) -> float:
        """Return the F1 of `name` in percent."""
        if name == "sents":
            total = self.hits["gold_sents"] + self.hits["pred_sents"]
        else:
            total = self.hits["gold"] + self.hits["pred"]
        return 200 * self.hits[name] / total if total else 0.0

    def line(self) -> str:
        """Return all figures in one line."""
        names = ("tokens", "sents", "upos", "uas", "las")
        return " ".join(f"{name} {self.figure(name):.2f}" for name in names)


def score(nlp: Language, trees: Iterable[Tree]) -> Counts:
    """Run `nlp` over the text of `trees` and count what is right."""
    counts = Counts()
    left = list(trees)
    for first in range(0, len(left), SENTENCES_A_TEXT):
        _score_text(nlp, left[first : first + SENTENCES_A_TEXT], counts)
    return counts


def _score_text(nlp: Language, trees: list[Tree], counts: Counts) -> None:
    doc = nlp(" ".join(tree.text for tree in trees))
    found = {_range(token): token for token in doc if not token.is_space}
    starts = {sent[0].idx for sent in doc.sents}
    gold_starts = set()
    hits = counts.hits
    offset = 0
    for tree in trees:
        gold_starts.add(offset)
        for span, word, head in _gold(tree, offset):
            hits["gold"] += 1
            right = counts.by_label.setdefault(word.label, [0, 0])
            right[0] += 1
            token = found.get(span)
            if token is None:
                continue
            hits["tokens"] += 1
            hits["upos"] += token.pos_ == word.upos
            if head == (None if token.head == token else _range(token.head)):
                hits["uas"] += 1
                same = token.dep_.lower() == word.label
                hits["las"] += same
                right[1] += same
        offset += len(tree.text) + 1
    hits["pred"] += len(found)
    hits["gold_sents"] += len(gold_starts)
    hits["pred_sents"] += len(starts)
    hits["sents"] += len(starts & gold_starts)


def _gold(tree: Tree, offset: int) -> Iterator[tuple[Range, Word, Range | None]]:
    spans = [(offset + word.start, offset + word.end) for word in tree.words]
    for span, word in zip(spans, tree.words, strict=True):
        yield span, word, None if word.head == ROOT else spans[word.head]


def _range(token: Token) -> Range:
    return token.idx, token.idx + len(token)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model")
    parser.add_argument("file", type=Path)
    parser.add_argument("--labels", action="store_true", help="the share of each label found")
    options = parser.parse_args()
    counts = score(spacy.load(options.model), read_conllu(options.file))
    print(counts.line())
    if options.labels:
        for label, (gold, right) in sorted(counts.by_label.items(), key=lambda one: -one[1][0]):
            print(f"{label:12}{gold:6}{right / gold:7.2f}")


if __name__ == "__main__":
    main()
