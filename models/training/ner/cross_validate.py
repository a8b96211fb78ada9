"""Five-fold cross-validation over the training releases: recogniser and rules.

    python -m models.training.ner.cross_validate --vectors models/training/build/vectors/model

Each fold's model learns from the public sets and the other four folds, never from silver labels:
their teacher has seen all releases. So the figures are those of a weaker model than the shipped
one. A fold whose training came to its end is not trained again. Prints P, R, F1 by label over all
folds together.
"""

import argparse
import tomllib
from pathlib import Path

import spacy
from spacy.cli.train import train

from humas_nlp.evaluation.entities import EntityText, score_entities
from humas_nlp.evaluation.figures import Tally
from humas_nlp.language.component import blank
from models.training.ner.examples import Example, read_examples, write_examples
from models.training.ner.prepare import BUILD
from models.training.ner.to_docs import mixture, write_docs
from models.training.ner.train import HERE, overrides
from models.training.runs import has_ended, mark_ended

FOLDS = 5
LABELS = ("PER", "ORG", "LOC", "LAW", "EVENT")


def split(examples: list[Example], fold: int) -> tuple[list[Example], list[Example]]:
    """Return the documents of the other folds and those of this one: every fifth."""
    held = examples[fold::FOLDS]
    rest = [example for i, example in enumerate(examples) if i % FOLDS != fold]
    return rest, held


def train_fold(build: Path, fold: int, vectors: Path) -> Path:
    """Train on all but one fold; return the model's folder."""
    folder = build / "folds" / str(fold)
    out = folder / "models"
    if not has_ended(out):
        (folder / "data").mkdir(parents=True, exist_ok=True)
        rest, _ = split(read_examples(build / "data/releases.jsonl"), fold)
        write_examples(folder / "data/releases.jsonl", rest)
        write_examples(folder / "data/public.jsonl", read_examples(build / "data/public.jsonl"))
        nlp = blank()
        write_docs(nlp, mixture(folder, "fold"), folder / "fold.spacy")
        variant = tomllib.loads((HERE / "variants.toml").read_text("utf-8"))["fold"]
        settings = overrides(variant, folder, vectors)
        # no choice on the held-out fold: the last model counts, dev is looked at once
        settings["paths.dev"] = str(build / "dev.spacy")
        train(HERE / "ner.cfg", out, overrides=settings)
        mark_ended(out)
    return out / "model-last"


def main() -> None:
    """Train and score every fold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=Path, default=BUILD)
    parser.add_argument("--vectors", type=Path, required=True)
    args = parser.parse_args()
    total = {label: Tally() for label in (*LABELS, "ALL")}
    releases = read_examples(args.build / "data/releases.jsonl")
    for fold in range(FOLDS):
        nlp = spacy.load(train_fold(args.build, fold, args.vectors))
        nlp.add_pipe("humas_names", last=True)
        held = split(releases, fold)[1]
        texts = [EntityText(e.text, frozenset(e.entities)) for e in held]
        for label, tally in score_entities(nlp, texts, LABELS).items():
            total[label].right += tally.right
            total[label].predicted += tally.predicted
            total[label].gold += tally.gold
    for label, tally in total.items():
        figures = f"P {tally.precision:.3f} R {tally.recall:.3f} F1 {tally.f1:.3f}"
        print(f"{label:<6} {figures} ({tally.gold})", flush=True)


if __name__ == "__main__":
    main()
