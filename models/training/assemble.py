"""Put the trained components and the rules together: `models/id_humas_news` and its light variant.

    python -m models.training.assemble --ud UD_MODEL --ner NER_MODEL --light LIGHT_NER_MODEL

The light variant has no vectors of its own: `humas_nlp.load` gives it those of the whole pipeline.
Both folders get a manifest with the SHA-256 of every file, which `humas_nlp.load` checks.
"""

import argparse
import shutil
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

import humas_nlp
from humas_nlp.artefacts import write_manifest
from humas_nlp.pipeline import DEFAULT, MAX_LENGTH

LIGHT = f"{DEFAULT}_light"
FIRST = ("humas_release", "humas_sentences")
LAST = ("humas_people", "humas_entities", "humas_quotes", "humas_themes")
META: dict[str, Any] = {
    "lang": "id",
    "version": humas_nlp.__version__,
    "author": "The humas_nlp developers",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8.7,<3.9.0",
    # what a wheel made by `spacy package` asks for: the components live there
    "requirements": [f"humas-nlp>={humas_nlp.__version__}"],
}
# Documents a batch. With 64 the arrays grow so large that the allocator hands them back to the
# system and fetches them anew each time; with 16 fewer words repeat.
BATCH = 32


def whole(ud: Language, ner: Language) -> Language:
    """Return the pipeline with tagger, parser and recogniser."""
    nlp = humas_nlp.blank(config={"nlp": {"batch_size": BATCH}})
    nlp.vocab.vectors = ud.vocab.vectors
    for name in FIRST:
        nlp.add_pipe(name)
    for name in ("tok2vec", "morphologizer", "parser"):
        nlp.add_pipe(name, source=ud)
    nlp.add_pipe("humas_lemmatizer")
    _add_recogniser(nlp, ner)
    for name in (*LAST, "humas_cleaner"):
        nlp.add_pipe(name)
    return nlp


def light(ner: Language) -> Language:
    """Return the pipeline with a small recogniser."""
    nlp = humas_nlp.blank(config={"nlp": {"batch_size": BATCH}})
    nlp.vocab.vectors = ner.vocab.vectors
    for name in FIRST:
        nlp.add_pipe(name)
    _add_recogniser(nlp, ner)
    for name in LAST:
        nlp.add_pipe(name)
    return nlp


def _add_recogniser(nlp: Language, ner: Language) -> None:
    """Add a recogniser that holds its encoder (`ner/assemble.py`), and the rules behind it."""
    nlp.add_pipe("ner", source=ner)
    nlp.add_pipe("humas_names")


def write(nlp: Language, out: Path, description: str, *, with_vectors: bool) -> None:
    """Write a pipeline, its meta data and its manifest."""
    card = out / "CARD.md"
    text = card.read_text(encoding="utf-8") if card.exists() else None
    shutil.rmtree(out, ignore_errors=True)
    nlp.max_length = MAX_LENGTH
    nlp.meta.update({**META, "name": out.name.removeprefix("id_"), "description": description})
    nlp.to_disk(out, exclude=[] if with_vectors else ["vocab"])
    if text is not None:  # the card is written by hand
        card.write_text(text, encoding="utf-8")
    write_manifest(out, {"name": out.name, "version": META["version"]})
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    print(f"{out}: {size / 1e6:.1f} MB, {', '.join(nlp.pipe_names)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ud", type=Path, required=True)
    parser.add_argument("--ner", type=Path, required=True)
    parser.add_argument("--light", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("models"))
    args = parser.parse_args()
    pipeline = whole(spacy.load(args.ud), spacy.load(args.ner))
    description = "Indonesian releases and news: tags, trees, names, people, quotes, themes."
    write(pipeline, args.out / DEFAULT, description, with_vectors=True)
    small = light(spacy.load(args.light))
    description = "Indonesian releases and news: names, people, quotes, themes."
    write(small, args.out / LIGHT, description, with_vectors=False)


if __name__ == "__main__":
    main()
