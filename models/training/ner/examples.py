"""Examples of named entities, read from every source into one form: text and character ranges.

An `Example` also says what is not known: a source that labels persons and places only tells
nothing about institutions, so the ranges that may hold one are `unknown` there.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from humas_nlp.evaluation.entities import Labelled, Tagged, join_tagged

Range = tuple[int, int]

# Parts of `train.bio` by the number of the sentence: the file joins four public sets in this
# order. The borders were read off the way each set writes brackets and marks.
PARTS = (("idner", 0, 1430), ("nerui", 1430, 3130), ("nergrit", 3130, 4790), ("wiki", 4790, 10**9))


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its entities.

    Attributes:
        text: The text.
        entities: `(start, end, label)` in code points, in reading order, not overlapping.
        unknown: Ranges of which nothing is known.
        source: Name of the set it comes from.
    """

    text: str
    entities: tuple[Labelled, ...]
    unknown: tuple[Range, ...] = ()
    source: str = ""

    def to_json(self) -> str:
        """Return one line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, line: str) -> Self:
        """Read what `to_json` wrote."""
        row = json.loads(line)
        return cls(
            row["text"],
            tuple((start, end, label) for start, end, label in row["entities"]),
            tuple((start, end) for start, end in row["unknown"]),
            row["source"],
        )


def json_lines(path: Path) -> list[str]:
    """Return the lines of a JSONL file; U+2028 inside a text is no line end."""
    return [line for line in path.read_text("utf-8").split("\n") if line]


def read_examples(path: Path) -> list[Example]:
    """Read examples written by `write_examples`."""
    return [Example.from_json(line) for line in json_lines(path)]


def write_examples(path: Path, examples: Iterable[Example]) -> None:
    """Write examples, one a line; the file appears only when it is whole."""
    partial = path.with_suffix(".partial")
    with partial.open("w", encoding="utf-8") as file:
        file.writelines(example.to_json() + "\n" for example in examples)
    partial.rename(path)


def from_bio(sentence: Iterable[Tagged], source: str) -> Example:
    """Return a tagged sentence as an example."""
    text, entities = join_tagged(sentence)
    return Example(text, tuple(entities), (), source)


def read_releases(path: Path) -> list[Example]:
    """Read releases with entities in all five labels."""
    return [
        Example(row["text"], tuple((s, e, label) for s, e, label in row["entities"]), (), "release")
        for row in map(json.loads, json_lines(path))
    ]


def part_of(number: int) -> str:
    """Return the public set that a sentence of `train.bio` comes from."""
    return next(name for name, start, end in PARTS if start <= number < end)
