"""Documents as five tables for pandas, Parquet and CSV.

`documents`, `people`, `quotes`, `entities` and `themes` join on ``doc_id``; people and quotes also
on ``person_id``. `TABLES` is the whole layout. An empty input gives the same columns and types.

Lists (warnings, honorifics, reasons …) are Python lists in a frame, ``list<string>`` in Parquet,
and JSON text in CSV. Values of many shapes (an entity's value, the kept input fields) are JSON
text everywhere.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, get_args

import pandas as pd

from humas_nlp.document import (
    Document,
    EntityLabel,
    Medium,
    Quote,
    QuoteKind,
    Span,
    SpeakerType,
    Stance,
)

ColumnType = Literal["string", "integer", "number", "category", "list"]
Row = dict[str, Any]

# table -> column -> type. The order is the order in every file.
TABLES: dict[str, dict[str, ColumnType]] = {
    "documents": {
        "doc_id": "string",
        "title": "string",
        "date": "string",  # ISO 8601, as in the JSON; pd.to_datetime reads it
        "place": "string",
        "organisation": "string",
        "author": "string",
        "editor": "string",
        "source": "string",
        "theme": "category",  # code of the main theme
        "people": "integer",  # how many of each the document has
        "quotes": "integer",
        "entities": "integer",
        "sentences": "integer",
        "warnings": "list",
        "input": "string",  # the fields named with --keep, JSON text
    },
    "people": {
        "doc_id": "string",
        "person_id": "string",
        "name": "string",
        "role": "string",
        "affiliation": "string",
        "honorifics": "list",
        "degrees": "list",
        "forms": "list",  # distinct wordings of the name
        "mentions": "integer",
        "quotes": "integer",  # quotes with this speaker
    },
    "quotes": {
        "doc_id": "string",
        "quote_id": "string",
        "kind": "category",
        "start": "integer",
        "end": "integer",
        "text": "string",
        "cue": "string",
        "cue_lemma": "string",
        "cue_start": "integer",
        "cue_end": "integer",
        "source": "string",
        "source_start": "integer",
        "source_end": "integer",
        "speaker_type": "category",
        "speaker": "string",
        "person_id": "string",
        "role": "string",
        "affiliation": "string",
        "confidence": "number",
        "rule": "string",
        "themes": "list",  # codes, the main one first
        "stance": "category",  # of the cue
        "addressee": "string",
        "addressee_start": "integer",
        "addressee_end": "integer",
        "medium": "category",
        "venue": "string",
        "venue_start": "integer",
        "venue_end": "integer",
        "date": "string",  # ISO 8601
        "date_text": "string",
        "date_start": "integer",
        "date_end": "integer",
    },
    "entities": {
        "doc_id": "string",
        "entity_id": "string",  # "E1", "E2", … in reading order
        "label": "category",
        "start": "integer",
        "end": "integer",
        "text": "string",
        "value": "string",  # JSON text
    },
    "themes": {
        "doc_id": "string",
        "rank": "integer",  # 1 is the main theme
        "code": "category",
        "label": "category",
        "score": "number",
        "reasons": "list",
    },
}

# Closed sets keep their categories whatever the documents hold; open ones take what occurs.
CATEGORIES: dict[tuple[str, str], tuple[str, ...]] = {
    ("quotes", "kind"): get_args(QuoteKind),
    ("quotes", "speaker_type"): get_args(SpeakerType),
    ("quotes", "stance"): get_args(Stance),
    ("quotes", "medium"): get_args(Medium),
    ("entities", "label"): get_args(EntityLabel),
}
DTYPES: dict[ColumnType, str] = {
    "string": "string",
    "integer": "Int64",
    "number": "Float32",
    "list": "object",
}


def to_frames(
    documents: Iterable[Document],
    *,
    inputs: Iterable[Mapping[str, Any] | None] | None = None,
) -> dict[str, pd.DataFrame]:
    """Lay documents out as five data frames.

    Args:
        documents: The documents; read once, so a generator will do.
        inputs: For each document the fields to keep in the column "input".

    Returns:
        Table name to frame, with the columns and types of `TABLES`.

    Example:
        >>> from humas_nlp.document import Document
        >>> to_frames([Document("rilis-1")])["documents"]["doc_id"].tolist()
        ['rilis-1']
    """
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    kept = iter(inputs) if inputs is not None else None
    for document in documents:
        for name, found in table_rows(document, next(kept, None) if kept else None).items():
            rows[name].extend(found)
    return {name: _frame(name, table) for name, table in rows.items()}


def table_rows(document: Document, kept: Mapping[str, Any] | None = None) -> dict[str, list[Row]]:
    """Return the rows of one document by table.

    Args:
        document: The document.
        kept: Fields to keep in the column "input".
    """
    return {
        "documents": [_document_row(document, kept)],
        "people": list(_people_rows(document)),
        "quotes": [_quote_row(document.id, quote) for quote in document.quotes],
        "entities": list(_entity_rows(document)),
        "themes": list(_theme_rows(document)),
    }


def _frame(table: str, rows: list[Row]) -> pd.DataFrame:
    columns: dict[str, pd.Series[Any]] = {}
    for name, kind in TABLES[table].items():
        values = [row[name] for row in rows]
        if kind == "category":
            closed = CATEGORIES.get((table, name))
            known = closed or sorted({value for value in values if value is not None})
            dtype = pd.CategoricalDtype(pd.Index(known, dtype="string"))
            columns[name] = pd.Series(values, dtype=dtype)
        else:
            columns[name] = pd.Series(values, dtype=DTYPES[kind])
    return pd.DataFrame(columns)


def typed(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Give a frame that was read from Parquet the very types of `to_frames`.

    Args:
        table: Name of the table.
        frame: Its columns, as pyarrow gives them: lists as arrays, categories in any order.
    """
    columns: dict[str, pd.Series[Any]] = {}
    for name, kind in TABLES[table].items():
        column = frame[name]
        if kind == "category":
            values = column.astype("string")
            known = CATEGORIES.get((table, name)) or sorted(values.dropna().unique())
            columns[name] = values.astype(pd.CategoricalDtype(pd.Index(known, dtype="string")))
        elif kind == "list":
            columns[name] = pd.Series([list(v) for v in column], dtype="object", index=frame.index)
        else:
            columns[name] = column.astype(pd.api.types.pandas_dtype(DTYPES[kind]))
    return pd.DataFrame(columns, index=frame.index)


def _document_row(document: Document, kept: Mapping[str, Any] | None) -> Row:
    return {
        "doc_id": document.id,
        **document.meta.to_dict(),
        "theme": document.themes[0].code if document.themes else None,
        "people": len(document.people),
        "quotes": len(document.quotes),
        "entities": len(document.entities),
        "sentences": len(document.sentences),
        "warnings": list(document.warnings),
        "input": to_json(kept) if kept else None,
    }


def _people_rows(document: Document) -> Iterator[Row]:
    spoken = [q.speaker.person for q in document.quotes if q.speaker and q.speaker.person]
    for person in document.people:
        yield {
            "doc_id": document.id,
            "person_id": person.id,
            "name": person.name,
            "role": person.role,
            "affiliation": person.affiliation,
            "honorifics": list(person.honorifics),
            "degrees": list(person.degrees),
            "forms": list(dict.fromkeys(mention.text for mention in person.mentions)),
            "mentions": len(person.mentions),
            "quotes": spoken.count(person.id),
        }


def _quote_row(doc_id: str, quote: Quote) -> Row:
    cue, speaker = quote.cue, quote.speaker
    return {
        "doc_id": doc_id,
        "quote_id": quote.id,
        "kind": quote.kind,
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        **_placed("cue", cue),
        "cue_lemma": cue.lemma if cue else None,
        **_placed("source", quote.source),
        "speaker_type": speaker.type if speaker else None,
        "speaker": speaker.name if speaker else None,
        "person_id": speaker.person if speaker else None,
        "role": speaker.role if speaker else None,
        "affiliation": speaker.affiliation if speaker else None,
        "confidence": quote.confidence,
        "rule": quote.rule,
        "themes": list(quote.themes),
        **_circumstances(quote),
    }


def _circumstances(quote: Quote) -> Row:
    date = quote.date
    return {
        "stance": quote.cue.stance if quote.cue else None,
        **_placed("addressee", quote.addressee),
        "medium": quote.medium,
        **_placed("venue", quote.venue),
        **_placed("date", date),
        "date": date.value if date else None,
        "date_text": date.text if date else None,
    }


def _placed(name: str, span: Span | None) -> Row:
    """Return the words of a span and its place, in columns that begin with a name."""
    start, end, words = (span.start, span.end, span.text) if span else (None, None, None)
    return {name: words, f"{name}_start": start, f"{name}_end": end}


def _entity_rows(document: Document) -> Iterator[Row]:
    for number, entity in enumerate(document.entities, 1):
        yield {
            "doc_id": document.id,
            "entity_id": f"E{number}",
            "label": entity.label,
            "start": entity.start,
            "end": entity.end,
            "text": entity.text,
            "value": None if entity.value is None else to_json(entity.value),
        }


def _theme_rows(document: Document) -> Iterator[Row]:
    for rank, theme in enumerate(document.themes, 1):
        yield {
            "doc_id": document.id,
            "rank": rank,
            "code": theme.code,
            "label": theme.label,
            "score": theme.score,
            "reasons": list(theme.reasons),
        }


def to_json(value: object) -> str:
    """Return compact JSON text with its letters unescaped."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
