"""Cross-validation over CSUI and PUD: five models, each without a fifth of their sentences.

    python -m models.training.ud.folds            # all five
    python -m models.training.ud.folds --folds 0  # one

The other sources are seen by every model. A fold whose model is there is only scored again. The
last model of a fold is taken, not the best: GSD dev, which chooses the best, is another genre.
"""

import argparse
from pathlib import Path

import spacy

from humas_nlp.evaluation.figures import Tally
from humas_nlp.evaluation.treebank import read_trees
from humas_nlp.evaluation.trees import score_trees
from models.training.ud.prepare import FOLDS
from models.training.ud.train import BUILD, train_twice

SHOWN = ("tokens", "sentences", "upos", "uas", "las")


def fold_tallies(fold: int, data: Path, out: Path, overrides: list[str]) -> dict[str, Tally]:
    """Train the model of a fold unless it is there, and score it on the fold."""
    model = train_twice(data, out / f"fold-{fold}", overrides, fold)
    return score_trees(spacy.load(model), list(read_trees(data / f"test-{fold}.conllu")))


def line(tallies: dict[str, Tally]) -> str:
    """Return the figures in one line, F1 in per cent."""
    return " ".join(f"{name} {100 * tallies[name].f1:.2f}" for name in SHOWN)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=BUILD / "ud")
    parser.add_argument("--out", type=Path, default=BUILD / "ud-folds")
    parser.add_argument("--folds", type=int, nargs="+", default=list(range(FOLDS)))
    parser.add_argument("overrides", nargs="*")
    options = parser.parse_args()
    total = {name: Tally() for name in SHOWN}
    for fold in options.folds:
        tallies = fold_tallies(fold, options.data, options.out, options.overrides)
        print(f"fold {fold}: {line(tallies)}")
        for name in SHOWN:
            total[name] += tallies[name]
    print(f"all: {line(total)}")


if __name__ == "__main__":
    main()
