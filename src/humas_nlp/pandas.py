"""The accessor ``df.humas``: analyse a column of a pandas frame.

    import humas_nlp.pandas

    df.humas.analyze(text="isi")  # one row a row of df
    df.humas.quotes()  # one row a quote; its index is that of df
    df.join(df.humas.analyze(text="isi")[["theme", "date"]])

Every table has the index of the frame, so that it joins with the frame. The analysis is done once
for a column and its content, whatever is asked of it afterwards.
"""

import math
import weakref
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from humas_nlp.corpus.analysis import Result, analyze_records
from humas_nlp.corpus.engine import DEFAULT_MODEL, engine_of_process, themes_digest
from humas_nlp.corpus.records import Failure, Record, clean, json_kind
from humas_nlp.corpus.tables import to_frames
from humas_nlp.document import Document
from humas_nlp.errors import DataError, name_list

NO_TEXT = "The row has no text."


@dataclass(frozen=True, slots=True)
class _Columns:
    text: str = "text"
    id: str | None = None
    title: str | None = None
    model: str = DEFAULT_MODEL
    themes: str | Path | None = None


@dataclass(slots=True)
class _Memory:
    """What the last analysis of a frame gave."""

    columns: _Columns = field(default_factory=_Columns)
    content: object = None
    tables: dict[str, pd.DataFrame] = field(default_factory=dict)


# By the identity of a frame: a frame can be no key, and pandas 3 makes an accessor at every use.
_memories: dict[int, tuple[weakref.ref[pd.DataFrame], _Memory]] = {}


def _memory_of(frame: pd.DataFrame) -> _Memory:
    key = id(frame)
    if key not in _memories or _memories[key][0]() is not frame:
        reference = weakref.ref(frame, lambda _: _memories.pop(key, None))
        _memories[key] = reference, _Memory()
    return _memories[key][1]


@pd.api.extensions.register_dataframe_accessor("humas")
class HumasAccessor:
    """Analyse the texts of a frame; pandas makes one for ``df.humas``.

    Args:
        frame: The frame.
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        """Keep the frame."""
        self._frame = frame
        self._memory = _memory_of(frame)

    def analyze(
        self,
        text: str = "text",
        *,
        id: str | None = None,
        title: str | None = None,
        model: str = DEFAULT_MODEL,
        themes: str | Path | None = None,
    ) -> pd.DataFrame:
        """Return what is known of each document: header data, main theme, counts, warnings.

        Args:
            text: Column of the texts. A missing text gives a row with a warning.
            id: Column of ids for ``doc_id``; the index if None.
            title: Column of headlines, or None.
            model: Name or path of the pipeline.
            themes: Theme model of your own, in place of the pipeline's. One that was trained anew
                is used anew.

        Raises:
            DataError: A column is not there, or a text is no string.
            ModelNotFoundError: There is no such pipeline or theme model, or it is damaged.
        """
        columns = _Columns(text, id, title, model, themes)
        for name in (text, id, title):
            if name is not None and name not in self._frame.columns:
                known = name_list([str(column) for column in self._frame.columns])
                raise DataError(f"The frame has no column {name!r}. Columns: {known}.")
        content: list[Any] = [themes_digest(columns.themes), tuple(self._frame.index)]
        for name in (text, id, title):
            if name is not None:
                content.append(tuple(None if _missing(v) else v for v in self._frame[name]))
        memory = self._memory
        if (columns, content) != (memory.columns, memory.content):
            memory.tables = self._analyze(columns)
            memory.columns, memory.content = columns, content
        return memory.tables["documents"].copy()

    def people(self, text: str | None = None, **columns: Any) -> pd.DataFrame:  # noqa: ANN401
        """Return one row a person; the arguments are those of `analyze`, by default the last."""
        return self._table("people", text, columns)

    def quotes(self, text: str | None = None, **columns: Any) -> pd.DataFrame:  # noqa: ANN401
        """Return one row a quote; the arguments are those of `analyze`, by default the last."""
        return self._table("quotes", text, columns)

    def entities(self, text: str | None = None, **columns: Any) -> pd.DataFrame:  # noqa: ANN401
        """Return one row an entity; the arguments are those of `analyze`, by default the last."""
        return self._table("entities", text, columns)

    def themes(self, text: str | None = None, **columns: Any) -> pd.DataFrame:  # noqa: ANN401
        """Return one row a theme; the arguments are those of `analyze`, by default the last."""
        return self._table("themes", text, columns)

    def _table(self, name: str, text: str | None, columns: dict[str, Any]) -> pd.DataFrame:
        last = self._memory.columns
        if text is not None:
            columns["text"] = text
        self.analyze(**(asdict(last) | columns))
        return self._memory.tables[name].copy()

    def _analyze(self, columns: _Columns) -> dict[str, pd.DataFrame]:
        engine = engine_of_process(columns.model, columns.themes)
        found = analyze_records(self._records(columns), engine.analyze_many, nlp=engine.nlp)
        documents = [_document(item) for item in found]
        tables = to_frames(documents)
        ids = pd.Series(self._names(columns.id), dtype="string")
        for name, table in tables.items():
            places = table["doc_id"].astype(int).to_numpy()
            table["doc_id"] = ids.iloc[places].array
            tables[name] = table.set_index(self._frame.index.take(places))
        return tables

    def _records(self, columns: _Columns) -> Iterator[Record | Failure]:
        titles = self._frame[columns.title] if columns.title else [None] * len(self._frame)
        pairs = zip(self._frame[columns.text], titles, strict=True)
        for place, (text, title) in enumerate(pairs):
            if isinstance(text, str):
                head = clean(title) if isinstance(title, str) else None
                yield Record(str(place), clean(text), head or None)
            elif _missing(text):
                yield Failure("", None, str(place), NO_TEXT)
            else:
                label = self._frame.index[place]
                raise DataError(
                    f"Row {label!r}: the column {columns.text!r} holds {json_kind(text)}, not a "
                    "string. Name the column of the texts, or convert it."
                )

    def _names(self, column: str | None) -> list[str]:
        return [clean(str(key)) for key in (self._frame[column] if column else self._frame.index)]


def _missing(value: object) -> bool:
    return value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value))


def _document(item: Result | Failure) -> Document:
    if isinstance(item, Failure):
        return Document(item.id or "", warnings=(item.message,))
    return item.document
