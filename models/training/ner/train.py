"""Train one variant of the recogniser: `build/ner/models/NAME/model-best`.

    python -m models.training.ner.train standard --vectors models/training/build/vectors/model

A variant is a row of `variants.toml`: the mixture it learns from, its encoder, its epochs. A model
that is there is not trained again.
"""

import argparse
import tomllib
from pathlib import Path

from spacy.cli.train import train

from models.training.ner.prepare import BUILD

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
        "eval": "training.eval_frequency",
    }
    for key, name in names.items():
        if key in variant:
            settings[name] = variant[key]
    return settings


def main() -> None:
    """Train a variant, unless it is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("variant")
    parser.add_argument("--build", type=Path, default=BUILD)
    parser.add_argument("--vectors", type=Path, required=True)
    args = parser.parse_args()
    variant = tomllib.loads((HERE / "variants.toml").read_text("utf-8"))[args.variant]
    out = args.build / "models" / args.variant
    if not (out / "model-last").exists():
        settings = overrides(variant, args.build, args.vectors)
        train(HERE / "ner.cfg", out, overrides=settings)


if __name__ == "__main__":
    main()
