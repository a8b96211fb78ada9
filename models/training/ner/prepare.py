"""Read every labelled source, mend it, fit it to our tokens: `build/ner/data/*.jsonl`.

    python -m models.training.ner.prepare --shared ../shared

Writes `public.jsonl` (four public sets), `releases.jsonl` (all five labels), `per_loc.jsonl`
(institutions unknown), `people.jsonl` (documents of gold train of which the persons alone are
known, everything else is unknown), and `dev.jsonl`, which is only ever evaluated on.
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from humas_nlp.evaluation.entities import read_tagged
from humas_nlp.language import tokenize
from models.training.ner.alignment import align
from models.training.ner.examples import (
    Example,
    from_bio,
    json_lines,
    part_of,
    read_releases,
    write_examples,
)
from models.training.ner.mending import (
    doubt_acts,
    doubt_attributes,
    join_regions,
    take_apart,
    trim_titles,
)

# Sets whose labels of countries as actors contradict those of the news that we are measured on.
DOUBTED = frozenset({"nerui", "nergrit", "wiki", "per_loc"})
BUILD = Path(__file__).parents[1] / "build" / "ner"


def mended(examples: Iterable[Example]) -> Iterator[Example]:
    """Yield examples labelled by one scheme and fitted to our tokens."""
    for example in examples:
        fitted = align(join_regions(trim_titles(example)), tokenize(example.text))
        if fitted.source in DOUBTED:
            fitted = doubt_attributes(fitted)
        yield fitted if fitted.source == "release" else doubt_acts(fitted)


def public(path: Path) -> Iterator[Example]:
    """Yield the sentences of the four public sets."""
    for number, sentence in enumerate(read_tagged(path)):
        part = part_of(number)
        yield from_bio(take_apart(sentence) if part == "idner" else sentence, part)


def per_loc(path: Path) -> Iterator[Example]:
    """Yield sentences with persons and places; all that lies outside them is unknown."""
    for sentence in read_tagged(path):
        example = from_bio(sentence, "per_loc")
        yield outside_unknown(example)


def outside_unknown(example: Example) -> Example:
    """Mark everything between the entities as unknown."""
    borders = [0, *(p for start, end, _ in example.entities for p in (start, end))]
    borders.append(len(example.text))
    gaps = [(a, b) for a, b in zip(borders[::2], borders[1::2], strict=True) if a < b]
    return Example(example.text, example.entities, tuple(gaps), example.source)


def known_people(path: Path, without: frozenset[str]) -> Iterator[Example]:
    """Yield documents of gold train with every mention of their persons."""
    for row in map(json.loads, json_lines(path)):
        names = {name for person in row["people"] for name in person["mentions"]}
        if row["id"] in without or not names:
            continue
        longest = sorted(names, key=lambda name: (-len(name), name))
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
        found = tuple((*m.span(), "PER") for m in pattern.finditer(row["text"]))
        yield outside_unknown(Example(row["text"], found, (), f"people_{row['genre']}"))


def dev(folder: Path) -> Iterator[Example]:
    """Yield the dev sets as they are: mended news and releases."""
    yield from (from_bio(s, "dev_news") for s in read_tagged(folder / "dev_news_fixed.bio"))
    yield from (replace(e, source="dev") for e in read_releases(folder / "releases_dev.jsonl"))


def main() -> None:
    """Write the examples of every source that is not written yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--build", type=Path, default=BUILD)
    args = parser.parse_args()
    ner, out = args.shared / "data/ner", args.build / "data"
    out.mkdir(parents=True, exist_ok=True)
    releases = json_lines(ner / "releases_train.jsonl")
    ids = frozenset(json.loads(line)["id"] for line in releases)
    sources = {
        "public": public(ner / "train.bio"),
        "per_loc": per_loc(ner / "train_per_loc_only.bio"),
        "releases": read_releases(ner / "releases_train.jsonl"),
        "people": known_people(args.shared / "gold/train.jsonl", ids),
        "dev": dev(ner),
    }
    for name, examples in sources.items():
        path = out / f"{name}.jsonl"
        if not path.exists():
            write_examples(path, examples if name == "dev" else mended(examples))
        rows = path.read_text("utf-8").count("\n")
        print(f"{path.name}: {rows} texts")


if __name__ == "__main__":
    main()
