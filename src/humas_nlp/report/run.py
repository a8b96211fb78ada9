"""The results of a run of `humas analyze`, read back as documents."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from humas_nlp.corpus.columns import from_row
from humas_nlp.corpus.opened_run import read_run
from humas_nlp.corpus.run_folder import NAMES
from humas_nlp.document import (
    Document,
    Entity,
    Meta,
    Person,
    Quote,
    Theme,
)
from humas_nlp.errors import DataError

if TYPE_CHECKING:
    import pandas as pd

JSONL_NAME = "documents.jsonl"
WHAT_TO_DO = "Name a file that ends in .jsonl, or a folder that `humas analyze -o` has written."


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of a run.

    Attributes:
        document: The analysis.
        kept: The fields of the input that were kept with ``--keep``.
    """

    document: Document
    kept: Mapping[str, Any] = field(default_factory=dict)


def read_entries(path: str | Path) -> Iterator[Entry]:
    """Read the documents of a run, one by one where the format allows it.

    Args:
        path: A JSON Lines file, or a folder with one or with the five tables as Parquet.

    Yields:
        Documents in the order of the run. Tables hold no text: the documents have none then.

    Raises:
        DataError: There is no such run, or it is damaged; the message names file and line.
    """
    place = Path(path)
    if place.is_dir():
        if (place / JSONL_NAME).is_file():
            return _read_jsonl(place / JSONL_NAME)
        return _read_tables(place)
    if not place.is_file():
        raise DataError(f"There is no run {place}. {WHAT_TO_DO}")
    return _read_jsonl(place)


def failures_of(path: str | Path) -> int | None:
    """Return how many documents and files of a run failed; None where it does not tell.

    Raises:
        DataError: A folder holds no run.
    """
    place = Path(path)
    if not place.is_dir() or (place / JSONL_NAME).is_file():
        return None
    failed: int | None = read_run(place).manifest.get("failed")
    return failed


def with_texts(entries: Iterable[Entry], texts: Mapping[str, str]) -> Iterator[Entry]:
    """Give documents the texts that a run did not keep.

    Args:
        entries: The documents of a run.
        texts: The texts that were analysed, by id.

    Yields:
        The same documents; one whose id is not among the texts stays as it is.

    Raises:
        DataError: A quote does not stand in the text of its document: these are other texts.
    """
    for entry in entries:
        document = entry.document
        text = texts.get(document.id)
        if document.text or text is None:
            yield entry
            continue
        for quote in document.quotes:
            if text[quote.start : quote.end] != quote.text:
                raise DataError(
                    f"The text of {document.id!r} is not the one that was analysed: its quote "
                    f"{quote.id} does not stand there. Give the input of the run, and the same "
                    "--text and --id."
                )
        yield replace(entry, document=replace(document, text=text))


def _read_jsonl(path: Path) -> Iterator[Entry]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                data = json.loads(line)
                yield Entry(Document.from_dict(data), data.get("input") or {})
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise DataError(
                    f"{path}, line {number} is no document of `humas analyze`: "
                    f"{type(error).__name__}: {error}. {WHAT_TO_DO}"
                ) from error


def _read_tables(folder: Path) -> Iterator[Entry]:
    run = read_run(folder)
    return from_frames({name: run.frame(name) for name in NAMES})


def from_frames(frames: Mapping[str, "pd.DataFrame"]) -> Iterator[Entry]:
    """Put the five tables of `humas_nlp.to_frames` together to documents again.

    Args:
        frames: The tables by name.

    Yields:
        Documents without text, sentences and the places of people's mentions, which no table
        holds.
    """
    parts = {name: _by_document(_rows(frames[name])) for name in NAMES if name != "documents"}
    for row in _rows(frames["documents"]):
        own = {name: rows.get(row["doc_id"], []) for name, rows in parts.items()}
        document = Document(
            id=row["doc_id"],
            text=row.get("text") or "",
            meta=Meta.from_dict(row),
            people=tuple(from_row(Person, each) for each in own["people"]),
            quotes=tuple(from_row(Quote, each) for each in own["quotes"]),
            entities=tuple(from_row(Entity, each) for each in own["entities"]),
            themes=tuple(from_row(Theme, each) for each in own["themes"]),
            warnings=_words(row["warnings"]),
        )
        yield Entry(document, json.loads(row["input"]) if row.get("input") else {})


def _rows(frame: "pd.DataFrame") -> list[dict[str, Any]]:
    """Return the rows as plain data, every kind of missing value as None."""
    plain = frame.astype(object).where(frame.notna(), None)
    return [{str(key): value for key, value in row.items()} for row in plain.to_dict("records")]


def _by_document(rows: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["doc_id"], []).append(row)
    return found


def _words(values: Iterable[str] | None) -> tuple[str, ...]:
    return () if values is None else tuple(values)
