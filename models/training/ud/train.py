"""Train part of speech, morphology and dependencies.

    python -m models.training.ud.train --out models/training/build/ud-model

Needs `prepare` and the vectors. `--fold N` leaves fold N of CSUI and PUD out; anything after
`--` overrides the config ("--training.max_epochs 3").
"""

import argparse
from pathlib import Path

from spacy.cli._util import parse_config_overrides
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

import models.training.ud.reader  # noqa: F401  (registers the reader)

CONFIG = Path("models/training/ud.cfg")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--config", type=Path, default=CONFIG)
    parser.add_argument("--data", type=Path, default=Path("models/training/build/ud"))
    parser.add_argument("--out", type=Path, default=Path("models/training/build/ud-model"))
    parser.add_argument("--fold", type=int)
    parser.add_argument(
        "--repeats", type=int, nargs=3, default=(1, 1, 0), metavar=("GSD", "REST", "ICON")
    )
    parser.add_argument("overrides", nargs="*")
    options = parser.parse_args()
    rest = ["csui", "pud"] if options.fold is None else [f"train-{options.fold}"]
    gsd, others, icon = options.repeats
    files = {"gsd": gsd, **dict.fromkeys(rest, others), "icon": icon}
    config = load_config(
        options.config,
        interpolate=False,
        overrides={
            "corpora.train.paths": [str(options.data / f"{name}.spacy") for name in files],
            "corpora.train.repeats": [files[name] for name in files],
            "corpora.dev.paths": [str(options.data / "dev.spacy")],
            **parse_config_overrides(options.overrides, env_var=None),
        },
    )
    options.out.mkdir(parents=True, exist_ok=True)
    train(init_nlp(Language.default_config.merge(config)), options.out)


if __name__ == "__main__":
    main()
