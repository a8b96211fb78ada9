"""Put the rules behind a trained recogniser and write it as a pipeline of its own.

    python -m models.training.ner.assemble standard --out models/training/build/ner/best

The result loads with `spacy.load`; `python -m humas_nlp.evaluation entities` measures it.
"""

import argparse
from pathlib import Path

from spacy.language import Language
from spacy.util import load_config, load_model_from_config

from models.training.ner.prepare import BUILD


def load(path: Path) -> Language:
    """Load a trained model with its settings written out and without the paths of its training."""
    paths = {"paths.train": None, "paths.dev": None, "paths.vectors": None}
    config = load_config(path / "config.cfg", overrides=paths, interpolate=True)
    nlp = load_model_from_config(config, auto_fill=True)
    nlp.from_disk(path)
    nlp.config = config  # the one on disk has just taken its place
    return nlp


def main() -> None:
    """Write the pipeline of a variant: recogniser with its encoder, rules."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("variant")
    parser.add_argument("--build", type=Path, default=BUILD)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    nlp = load(args.build / "models" / args.variant / "model-best")
    # the encoder goes into the recogniser, so that other pipelines can take it as one component
    nlp.replace_listeners("tok2vec", "ner", ["model.model.tok2vec"])
    nlp.remove_pipe("tok2vec")
    nlp.add_pipe("humas_names", last=True)
    nlp.meta["name"] = f"humas_ner_{args.variant}"
    nlp.to_disk(args.out)


if __name__ == "__main__":
    main()
