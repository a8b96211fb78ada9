"""Named entities of a pipeline against annotated texts: exact range and label."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from humas_nlp.errors import DataError
from humas_nlp.evaluation.figures import Tally

if TYPE_CHECKING:
    from spacy.language import Language

ALL = "ALL"
Labelled = tuple[int, int, str]
# A word and its tag.
Tagged = tuple[str, str]


@dataclass(frozen=True, slots=True)
class EntityText:
    """A text with its entities as ``(start, end, label)`` in code points."""

    text: str
    entities: frozenset[Labelled]


def read_entities(path: Path) -> Iterator[EntityText]:
    """Read a ``.jsonl`` file with "text" and "entities", or a ``.bio`` file.

    A ``.bio`` file has a word and its tag a line ("B-PER", "I-PER", "O") and an empty line between
    sentences; the words are joined by blanks.

    Raises:
        DataError: A line of the ``.jsonl`` file lacks a field or is no JSON.
    """
    if path.suffix != ".jsonl":
        for text, marks in map(join_tagged, read_tagged(path)):
            yield EntityText(text, frozenset(marks))
        return
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                entities = frozenset((start, end, label) for start, end, label in row["entities"])
                yield EntityText(row["text"], entities)
            except (ValueError, KeyError, TypeError) as error:
                raise DataError(
                    f'{path}, line {number}: expected "text" and "entities" as [start, end, '
                    f"label]: {error!r}"
                ) from error


def read_tagged(path: Path) -> Iterator[list[Tagged]]:
    """Read the sentences of a ``.bio`` file as words and tags."""
    rows: list[Tagged] = []
    # not splitlines(): words hold U+2028 and the like
    for line in path.read_text(encoding="utf-8").split("\n"):
        columns = line.split()
        if columns:
            rows.append((columns[0], columns[-1]))
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def join_tagged(rows: Iterable[Tagged]) -> tuple[str, list[Labelled]]:
    """Join the words of a sentence with blanks and turn its tags into ranges.

    An "I-X" that follows no entity "X" begins one, as in the CoNLL scorers.
    """
    words: list[str] = []
    marks: list[Labelled] = []
    at, open_label = 0, ""
    for word, tag in rows:
        end = at + len(word)
        label = tag[2:]
        if tag.startswith("I-") and label == open_label:
            marks[-1] = (marks[-1][0], end, label)
        elif tag != "O":
            marks.append((at, end, label))
        open_label = label
        at = end + 1
        words.append(word)
    return " ".join(words), marks


def score_entities(
    nlp: "Language", texts: Sequence[EntityText], labels: Collection[str]
) -> dict[str, Tally]:
    """Compare ``doc.ents`` with the gold.

    Args:
        nlp: A pipeline that sets ``doc.ents``.
        texts: Gold texts.
        labels: Labels that count; others are ignored on both sides.

    Returns:
        Counts by label, and of all labels under "ALL".
    """
    tallies = {label: Tally() for label in (*sorted(labels), ALL)}
    docs = nlp.pipe([text.text for text in texts], batch_size=64)
    for text, doc in zip(texts, docs, strict=True):
        found = {(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents}
        for label in labels:
            gold = {mark for mark in text.entities if mark[2] == label}
            mine = {mark for mark in found if mark[2] == label}
            for tally in (tallies[label], tallies[ALL]):
                tally.gold += len(gold)
                tally.predicted += len(mine)
                tally.right += len(gold & mine)
    return tallies
