"""Fit the chain that tags the words of runs, with python-crfsuite, and return plain weights."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

import pycrfsuite
from models.names.examples import Example

from humas_nlp.mentions.names.document_evidence import document_evidence
from humas_nlp.mentions.names.features import run_features
from humas_nlp.mentions.names.recognised import Recognised, recogniser_codes
from humas_nlp.mentions.names.runs import runs
from humas_nlp.mentions.names.tagger import LABELS
from humas_nlp.mentions.tokens import read_tokens

Labelled = tuple[list[list[str]], list[str]]  # features of each word, its label
SETTINGS = {"c1": 0.1, "c2": 0.1, "max_iterations": 80, "feature.minfreq": 2}


def labelled_runs(example: Example, recognised: tuple[Recognised, ...] | None) -> list[Labelled]:
    """Return the runs of a text with the features and the label of each word."""
    rows = [read_tokens(example.text, a, b) for a, b in example.paragraphs]
    codes = recogniser_codes(rows, recognised)
    evidence = document_evidence(example.text, rows, codes)
    ends = dict(example.names)
    found = []
    for tokens, labels in zip(rows, codes, strict=True):
        for run in runs(example.text, tokens):
            words = run_features(example.text, tokens, labels, run, evidence)
            end, tags = -1, []
            for token in tokens[run[0] : run[1] + 1]:
                if token.start in ends:
                    tags.append("B")
                    end = ends[token.start]
                elif token.start < end:
                    tags.append("I" if tags and tags[-1] != "O" else "B")
                else:
                    tags.append("O")
            found.append(([list(word.names()) for word in words], tags))
    return found


def fit_tagger(sequences: Iterable[Labelled]) -> dict[str, object]:
    """Return the weights in the JSON form that `read_tagger` reads."""
    trainer = pycrfsuite.Trainer("lbfgs", verbose=False)
    trainer.set_params(SETTINGS)
    for words, tags in sequences:
        trainer.append(words, tags)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
    table: dict[str, list[int]] = {}
    for (name, label), weight in info.state_features.items():
        table.setdefault(name, [0, 0, 0])[LABELS.index(label)] = round(weight * 100)
    features = {name: row for name, row in sorted(table.items()) if any(row)}
    steps: list[list[float | None]] = [[0.0] * 3 for _ in LABELS]
    for (before, label), weight in info.transitions.items():
        steps[LABELS.index(before)][LABELS.index(label)] = round(weight, 4)
    steps[LABELS.index("O")][LABELS.index("I")] = None  # never
    return {"features": features, "steps": steps}
