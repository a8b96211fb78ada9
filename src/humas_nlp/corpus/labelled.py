"""Labelled texts from tables: CSV, JSON Lines, Parquet and the like."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from humas_nlp.corpus.readers import read_records
from humas_nlp.corpus.records import Failure, Record
from humas_nlp.errors import name_list
from humas_nlp.themes.errors import ThemeDataError
from humas_nlp.themes.examples import Examples

_SEPARATORS = re.compile(r"[;|]")


def read_examples(
    paths: Iterable[str | Path],
    *,
    text: str = "text",
    label: Sequence[str] = ("label",),
    title: str | None = None,
) -> Examples:
    """Read labelled texts from CSV, JSONL, Parquet and the like.

    Args:
        paths: Files or folders.
        text: Field of the text.
        label: Fields of the labels: one with several codes ("pemilu; digital", or a JSON array),
            or several with one code each. None at all reads texts without labels.
        title: Field of the headline, if there is one.

    Raises:
        DataError: A path is not there.
        ThemeDataError: A field that was named is not there, or no record could be read.
    """
    found, failures = Examples(), []
    for item in read_records(paths, text=text, title=title, keep=label):
        if isinstance(item, Failure):
            if item.usage:
                raise ThemeDataError(f"{item.source}: {_for_labels(item.message)}")
            failures.append(str(item))
            continue
        _check_fields(item, label)
        found.texts.append(f"{item.title}\n{item.text}" if item.title else item.text)
        found.labels.append(_codes(item.keep.get(name) for name in label))
        found.rows.append(item.source if item.line is None else f"{item.source}, line {item.line}")
        found.warnings += [f"{found.rows[-1]}: {warning}" for warning in item.warnings]
    if not found.texts:
        first = f" The first problem: {failures[0]}" if failures else ""
        raise ThemeDataError(f"No text could be read.{first}")
    found.warnings += failures
    return found


def _check_fields(record: Record, label: Sequence[str]) -> None:
    missing = [name for name in label if name not in record.keep]
    if missing:
        raise ThemeDataError(f"{record.source}: there is no field {name_list(missing)}.")


def _for_labels(message: str) -> str:
    return message.replace("--id, --title or --keep", "--title or --label")


def _codes(values: Iterable[Any]) -> list[str]:
    """Return the codes in a record's label fields, each once, in their order."""
    return list(dict.fromkeys(code for value in values for code in _split(value)))


def _split(value: object) -> Iterator[str]:
    if value is None or isinstance(value, float):  # NaN is how a table says "nothing"
        return
    if isinstance(value, Mapping):
        raise ThemeDataError(
            f"A label is a code or a list of codes, not an object: {json.dumps(value)[:80]}"
        )
    if isinstance(value, list | tuple):
        for item in value:
            yield from _split(item)
        return
    for part in _SEPARATORS.split(str(value)):
        if part.strip():
            yield part.strip()
