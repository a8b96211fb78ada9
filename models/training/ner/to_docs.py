"""Turn examples into spaCy's training format, augmented: `build/ner/MIXTURE.spacy`.

    python -m models.training.ner.to_docs full

The mixture is a table of files, sources and how often each text is taken; copies beyond the first
(and one first copy in ten) are cut into lines and augmented (`augmentation.py`). Everything
follows from the seed.
"""

import argparse
import random
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin

from humas_nlp.language import tokenize
from humas_nlp.language.component import blank
from models.training.ner.alignment import align
from models.training.ner.augmentation import augment
from models.training.ner.examples import Example, read_examples
from models.training.ner.prepare import BUILD

SEED = 20
AUGMENTED = 0.1  # share of first copies that are cut and changed as well
MIXTURES = Path(__file__).parent / "mixtures.toml"


def rows(example: Example) -> Iterator[Example]:
    """Cut a text into its lines, with what lies in each."""
    start = 0
    for line in example.text.split("\n"):
        end = start + len(line)
        if line.strip():
            yield cut(example, start, end)
        start = end + 1


def cut(example: Example, start: int, end: int) -> Example:
    """Return a part of a text with its entities; one that crosses the border is left out."""
    entities = [
        (a - start, b - start, label) for a, b, label in example.entities if start <= a and b <= end
    ]
    unknown = [
        (max(a, start) - start, min(b, end) - start)
        for a, b in example.unknown
        if a < end and b > start
    ]
    return Example(example.text[start:end], tuple(entities), tuple(unknown), example.source)


def to_doc(nlp: Language, example: Example) -> Doc:
    """Build a Doc whose unknown tokens are missing annotation."""
    doc = nlp.make_doc(example.text)
    entities = [doc.char_span(start, end, label=label) for start, end, label in example.entities]
    unknown = [doc.char_span(a, b, alignment_mode="expand") for a, b in example.unknown]
    taken = [span for span in entities if span is not None]
    free = [
        doc[i : i + 1]
        for span in unknown
        if span is not None
        for i in range(span.start, span.end)
        if not any(e.start <= i < e.end for e in taken)
    ]
    doc.set_ents(taken, missing=list({span.start: span for span in free}.values()))
    return doc


def mixture(build: Path, name: str) -> Iterator[Example]:
    """Yield the texts of a mixture: first copies whole, further ones line by line and augmented.

    The encoder senses the document, so it must see documents; lines alone come up as well.
    """
    chance = random.Random(SEED)
    for part in tomllib.loads(MIXTURES.read_text("utf-8"))[name]:
        examples = read_examples(build / "data" / f"{part['file']}.jsonl")
        chosen = [e for e in examples if e.source in part.get("sources", [e.source])]
        first, last = (round(len(chosen) * share) for share in part.get("share", (0.0, 1.0)))
        chosen = chosen[first:last]
        for copy in range(int(part["copies"])):
            for whole in chosen:
                if copy == 0 and chance.random() >= AUGMENTED:
                    yield whole
                    continue
                for row in rows(whole):
                    changed = augment(row, chance)
                    yield align(changed, tokenize(changed.text))


def write_docs(nlp: Language, examples: Iterable[Example], out: Path) -> int:
    """Write a shuffled `DocBin`; return the number of tokens."""
    docs = [to_doc(nlp, example) for example in examples]
    random.Random(SEED).shuffle(docs)
    DocBin(docs=docs).to_disk(out)
    return sum(len(doc) for doc in docs)


def main() -> None:
    """Write one mixture, unless it is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mixture")
    parser.add_argument("--build", type=Path, default=BUILD)
    args = parser.parse_args()
    out = args.build / f"{args.mixture}.spacy"
    if not out.exists():
        nlp = blank()
        tokens = write_docs(nlp, mixture(args.build, args.mixture), out)
        print(f"{out.name}: {tokens} tokens")


if __name__ == "__main__":
    main()
