"""Train one variant of the recogniser: `build/ner/models/NAME/model-best`.

    python -m models.training.ner.train standard --vectors models/training/build/vectors/model

A variant is a row of `variants.toml`: the mixture it learns from, its encoder, its epochs. A model
whose training came to its end is not trained again.
"""

import argparse
import tomllib
from pathlib import Path

from spacy.cli.train import train
from spacy.util import load_config

from models.training.ner.prepare import BUILD
from models.training.runs import has_ended, mark_ended

HERE = Path(__file__).parent


def overrides(variant: dict[str, object], build: Path, vectors: Path) -> dict[str, object]:
    """Return the settings that differ from `ner.cfg`."""
    settings: dict[str, object] = {
        "paths.train": str(build / f"{variant['mixture']}.spacy"),
        "paths.dev": str(build / "dev.spacy"),
        "paths.vectors": str(vectors),
    }
    names = {
        "width": "components.tok2vec.model.encode.width",
        "depth": "components.tok2vec.model.encode.depth",
        "pieces": "components.tok2vec.model.encode.maxout_pieces",
        "hidden": "components.ner.model.model.hidden_width",
        "rows": "components.tok2vec.model.embed.rows",
        "epochs": "training.max_epochs",
        "dropout": "training.dropout",
        "seed": "system.seed",
        "rate": "training.optimizer.learn_rate",
        "batch": "training.batcher.size.start",
        "eval": "training.eval_frequency",
    }
    for key, name in names.items():
        if key in variant:
            settings[name] = variant[key]
    return settings


def config_of(variant: dict[str, object], build: Path) -> Path:
    """Return the config of a variant; one that goes on from another takes its components over."""
    config = HERE / "ner.cfg"
    if "from" not in variant:
        return config
    settings = load_config(config, interpolate=False)
    source = str(build / "models" / str(variant["from"]) / "model-best")
    settings["components"] = {name: {"source": source} for name in ("tok2vec", "ner")}
    path = build / f"from-{variant['from']}.cfg"
    settings.to_disk(path)
    return path


def main() -> None:
    """Train a variant, unless it is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("variant")
    parser.add_argument("--build", type=Path, default=BUILD)
    parser.add_argument("--vectors", type=Path, required=True)
    args = parser.parse_args()
    variant = tomllib.loads((HERE / "variants.toml").read_text("utf-8"))[args.variant]
    out = args.build / "models" / args.variant
    if not has_ended(out):
        settings = overrides(variant, args.build, args.vectors)
        train(config_of(variant, args.build), out, overrides=settings)
        mark_ended(out)


if __name__ == "__main__":
    main()
