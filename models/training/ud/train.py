"""Train part of speech, morphology and dependencies.

    python -m models.training.ud.train --out models/training/build/ud-model

Needs `prepare` and the vectors. Anything after `--` overrides the config
("-- --training.max_epochs 3").
"""

import argparse
from pathlib import Path

from spacy.cli._util import parse_config_overrides
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

import models.training.ud.reader  # noqa: F401  (registers the reader)
from models.training.runs import has_ended, mark_ended

BUILD = Path("models/training/build")
CONFIG = Path("models/training/ud.cfg")
# How often a sentence is seen in an epoch. CSUI and PUD are by hand and of today's guidelines.
# First everything; then, for a few epochs, without ICON, whose trees are made by rules.
FIRST = {"gsd": 1, "icon": 1, "csui": 2, "pud": 2}
SECOND = {"gsd": 1, "csui": 2, "pud": 2}
SECOND_EPOCHS = 4


def train_twice(data: Path, out: Path, overrides: list[str], fold: int | None = None) -> Path:
    """Train on everything, then go on with the treebanks of Universal Dependencies alone.

    Args:
        data: Folder that `prepare` has written.
        out: Folder for the models of both rounds; a round that came to its end is not run again.
        overrides: Settings as on spaCy's command line, for both rounds.
        fold: The fold of CSUI and PUD to leave out.

    Returns:
        Path of the last model of the second round.
    """
    first, second = out / "first", out / "second"
    if not has_ended(first):
        train_on(without(FIRST, fold), data, first, overrides)
    if not has_ended(second):
        shorter = ["--training.max_epochs", str(SECOND_EPOCHS)]
        start = first / "model-last"
        train_on(without(SECOND, fold), data, second, [*overrides, *shorter], start)
    return second / "model-last"


def without(repeats: dict[str, int], fold: int | None) -> dict[str, int]:
    """Put the training part of a fold in the place of CSUI and PUD."""
    if fold is None:
        return repeats
    rest = {name: times for name, times in repeats.items() if name not in {"csui", "pud"}}
    return {**rest, f"train-{fold}": repeats["csui"]}


def train_on(
    repeats: dict[str, int],
    data: Path,
    out: Path,
    overrides: list[str],
    start: Path | None = None,
) -> None:
    """Train on prepared files and write `model-best` and `model-last` into `out`.

    Args:
        repeats: Names of files in `data`, and how often each is seen in an epoch.
        data: Folder that `prepare` has written.
        out: Folder for the two models.
        overrides: Settings as on spaCy's command line.
        start: A model to go on from.

    Raises:
        FileNotFoundError: If a prepared file is not there.
    """
    paths = [data / f"{name}.spacy" for name in [*repeats, "dev"]]
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(f"{path} is missing: run python -m models.training.ud.prepare")
    config = load_config(
        CONFIG,
        interpolate=False,
        overrides={
            "corpora.train.paths": list(map(str, paths[:-1])),
            "corpora.train.repeats": list(repeats.values()),
            "corpora.dev.paths": [str(paths[-1])],
            # spaCy empties the list that it is given.
            **parse_config_overrides(list(overrides), env_var=None),
        },
    )
    if start is not None:
        for name in ("tok2vec", "morphologizer", "parser"):
            config["components"][name] = {"source": str(start)}
    out.mkdir(parents=True, exist_ok=True)
    train(init_nlp(Language.default_config.merge(config)), out)
    mark_ended(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=BUILD / "ud")
    parser.add_argument("--out", type=Path, default=BUILD / "ud-model")
    parser.add_argument("overrides", nargs="*")
    options = parser.parse_args()
    print(train_twice(options.data, options.out, options.overrides))


if __name__ == "__main__":
    main()
