"""Examples of named entities, read from every source into one form: text and character ranges.

An `Example` also says what is not known: a source that labels persons and places only tells
nothing about institutions, so the ranges that may hold one are `unknown` there.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

Range = tuple[int, int]
Labelled = tuple[int, int, str]
# A word of a sentence in BIO form and its tag.
Tagged = tuple[str, str]

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


def read_bio(path: Path) -> Iterator[list[Tagged]]:
    """Yield the sentences of a BIO file as words and tags."""
    sentence: list[Tagged] = []
    for line in path.read_text("utf-8").split("\n"):
        columns = line.split()
        if columns:
            sentence.append((columns[0], columns[-1]))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def from_bio(sentence: Iterable[Tagged], source: str) -> Example:
    """Join the words of a sentence with blanks and turn its tags into ranges.

    A tag `I-X` that follows no entity `X` begins one, as in the CoNLL scorers.
    """
    text = ""
    entities: list[Labelled] = []
    before = "O"
    for word, tag in sentence:
        start = len(text) + 1 if text else 0
        text = f"{text} {word}" if text else word
        prefix, _, label = tag.partition("-")
        if prefix == "I" and before[2:] == label:
            entities[-1] = (entities[-1][0], len(text), label)
        elif label:
            entities.append((start, len(text), label))
        before = tag
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
