"""Put the rules behind a trained recogniser and write it as a pipeline of its own.

    python -m models.training.ner.assemble standard --out models/training/build/ner/best

The result loads with `spacy.load`; `python -m humas_nlp.evaluation entities` measures it.
"""

import argparse
from pathlib import Path

import spacy

from models.training.ner.prepare import BUILD


def main() -> None:
    """Write the pipeline of a variant: recogniser with its encoder, rules."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("variant")
    parser.add_argument("--build", type=Path, default=BUILD)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    nlp = spacy.load(args.build / "models" / args.variant / "model-best")
    # the encoder goes into the recogniser, so that other pipelines can take it as one component
    nlp.replace_listeners("tok2vec", "ner", ["model.model.tok2vec"])
    nlp.remove_pipe("tok2vec")
    nlp.add_pipe("humas_names", last=True)
    nlp.meta["name"] = f"humas_ner_{args.variant}"
    nlp.to_disk(args.out)


if __name__ == "__main__":
    main()
