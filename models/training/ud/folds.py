"""Cross-validation over CSUI and PUD: five models, each without a fifth of their sentences.

    python -m models.training.ud.folds            # all five
    python -m models.training.ud.folds --folds 0  # one

The other sources are seen by every model. A fold whose model is there is only scored again. The
last model of a fold is taken, not the best: GSD dev, which chooses the best, is another genre.
"""

import argparse
from pathlib import Path

import spacy

from models.training.ud.prepare import FOLDS
from models.training.ud.score import Counts, score
from models.training.ud.train import BUILD, train_twice
from models.training.ud.trees import read_conllu


def fold_counts(fold: int, data: Path, out: Path, overrides: list[str]) -> Counts:
    """Train the model of a fold unless it is there, and score it on the fold."""
    model = train_twice(data, out / f"fold-{fold}", overrides, fold)
    return score(spacy.load(model), read_conllu(data / f"test-{fold}.conllu"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=BUILD / "ud")
    parser.add_argument("--out", type=Path, default=BUILD / "ud-folds")
    parser.add_argument("--folds", type=int, nargs="+", default=list(range(FOLDS)))
    parser.add_argument("overrides", nargs="*")
    options = parser.parse_args()
    total = Counts()
    for fold in options.folds:
        counts = fold_counts(fold, options.data, options.out, options.overrides)
        print(f"fold {fold}: {counts.line()}")
        total.hits += counts.hits
    print(f"all: {total.line()}")


if __name__ == "__main__":
    main()
