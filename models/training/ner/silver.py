"""Label the unlabelled: releases, news, and what the partial sources leave open.

    python -m models.training.ner.silver gov --shared ../shared
    python -m models.training.ner.silver news --shared ../shared
    python -m models.training.ner.silver partial

The teacher (`crf.py`) labels; `agreement.py` decides what is kept, what is unknown and what is
none. Writes `build/ner/data/silver_gov.jsonl` and so on; a file that is there is left alone.
"""

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from models.training.ner.agreement import agree, complete
from models.training.ner.crf import Crf, read_classes
from models.training.ner.examples import Example, read_examples, write_examples
from models.training.ner.prepare import BUILD

SEED = 20
# One outlet must not become the language: at most so many texts of each.
MOST_GOV, MOST_NEWS = 450, 260
NEWS = 2600
SHORTEST, LONGEST = 400, 6000  # characters


def texts(path: Path, most: int) -> Iterator[str]:
    """Yield texts of a corpus in an order drawn by chance, at most so many of an outlet."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    random.Random(SEED).shuffle(rows)
    taken: Counter[str] = Counter()
    for row in rows:
        outlet = row.get("outlet") or ""
        plain = not row.get("note") and "hoax" not in outlet
        if plain and SHORTEST <= len(row["text"]) <= LONGEST and taken[outlet] < most:
            taken[outlet] += 1
            yield row["text"]


def of_corpus(teacher: Crf, shared: Path, name: str) -> Iterator[Example]:
    """Yield the labelled texts of a corpus."""
    folder = shared / "data/corpus"
    chosen = texts(folder / f"{name}.jsonl.gz", MOST_GOV if name == "gov" else MOST_NEWS)
    for number, text in enumerate(chosen):
        if name == "news" and number >= NEWS:
            return
        yield agree(text, teacher.label(text), f"silver_{name}")


def main() -> None:
    """Write one set of silver examples, unless it is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=("gov", "news", "partial"))
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--build", type=Path, default=BUILD)
    args = parser.parse_args()
    out = args.build / "data" / f"silver_{args.part}.jsonl"
    if out.exists():
        return
    teacher = Crf(args.build / "teacher.crfsuite", read_classes(args.build / "word_classes.tsv"))
    if args.part == "partial":
        data = args.build / "data"
        open_ones = read_examples(data / "people.jsonl") + read_examples(data / "per_loc.jsonl")
        write_examples(out, (complete(e, teacher.label(e.text)) for e in open_ones))
    else:
        write_examples(out, of_corpus(teacher, args.shared, args.part))


if __name__ == "__main__":
    main()
