"""The first teacher: a conditional random field over words, word classes and the rules' finds.

    python -m models.training.ner.crf

It is slow and is not shipped; it only labels unlabelled text (`silver.py`). Trained on the two
sets of news in `public.jsonl` and on `releases.jsonl`, counted several times. The two sets of
Wikipedia sentences made it worse on both dev sets (news -0.02, releases -0.02 of F1).
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from humas_nlp.language import tokenize
from models.training.ner.alignment import bilou, entities_of, rows_of
from models.training.ner.examples import Example, read_examples
from models.training.ner.features import Classes, features
from models.training.ner.prepare import BUILD

SOURCES = frozenset({"idner", "nerui", "release"})
RELEASE_WEIGHT = 3
ITERATIONS = 120
SURE_NONE = 0.75  # a token that is less surely no part of an entity is doubtful


def read_classes(path: Path) -> Classes:
    """Read what `word_classes.py` wrote."""
    rows = (line.split("\t") for line in path.read_text("utf-8").split("\n") if line)
    return {word: (coarse, fine, share) for word, coarse, fine, share in rows}


class Crf:
    """Labels texts by a trained model.

    Args:
        model: File that `train` wrote.
        classes: Classes of words.
    """

    def __init__(self, model: Path, classes: Classes) -> None:
        """Open the model."""
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(model))
        self._classes = classes

    def label(self, text: str) -> list[tuple[int, int, str, float]]:
        """Return entities with the least probability of their tags, and doubtful tokens as "O"."""
        tokens = tokenize(text)
        table = features(text, tokens, self._classes)
        found: list[tuple[int, int, str, float]] = []
        for row in rows_of(text, tokens):
            tags = self._tagger.tag(table[row])
            sure = [self._tagger.marginal(tag, i) for i, tag in enumerate(tags)]
            ranges = tokens[row]
            for start, end, label in entities_of(ranges, tags):
                inside = [p for p, t in zip(sure, ranges, strict=True) if start <= t[0] < end]
                found.append((start, end, label, min(inside)))
            doubts = zip(ranges, tags, sure, strict=True)
            found += [(*token, "O", p) for token, tag, p in doubts if tag == "O" and p < SURE_NONE]
        return found


def train(examples: Sequence[Example], classes: Classes, out: Path) -> None:
    """Fit a model and write it to a file."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(
        {"c1": 0.05, "c2": 0.02, "max_iterations": ITERATIONS, "feature.possible_transitions": True}
    )
    for example in examples:
        tokens = tokenize(example.text)
        table = features(example.text, tokens, classes)
        tags = bilou(example, tokens)
        for row in rows_of(example.text, tokens):
            if "-" not in tags[row]:
                for _ in range(RELEASE_WEIGHT if example.source == "release" else 1):
                    trainer.append(table[row], tags[row])
    trainer.train(str(out))


def main() -> None:
    """Train the teacher, unless it is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=Path, default=BUILD)
    args = parser.parse_args()
    out = args.build / "teacher.crfsuite"
    if not out.exists():
        data = args.build / "data"
        examples = read_examples(data / "public.jsonl") + read_examples(data / "releases.jsonl")
        examples = [example for example in examples if example.source in SOURCES]
        train(examples, read_classes(args.build / "word_classes.tsv"), out)


if __name__ == "__main__":
    main()
