"""Documents as five tables for pandas, Parquet and CSV.

`documents`, `people`, `quotes`, `entities` and `themes` join on ``doc_id``; people and quotes also
on ``person_id``. The columns follow from the fields of the results (`humas_nlp.corpus.columns`);
`TABLES` is the whole layout. An empty input gives the same columns and types.

Lists (warnings, honorifics, reasons …) are Python lists in a frame, ``list<string>`` in Parquet,
and JSON text in CSV. Values of many shapes (an entity's value, the kept input fields) are JSON
text everywhere.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from humas_nlp.corpus.columns import (
    STORAGE,
    Column,
    ColumnType,
    Row,
    columns_of,
    placed,
    to_json,
)
from humas_nlp.document import Document, Entity, Person, Quote, Theme

if TYPE_CHECKING:
    import pyarrow as pa

DOC_ID = Column("doc_id", "string", lambda row: row.document.id)


def _layout() -> dict[str, tuple[Column, ...]]:
    """Return all columns of each table: those of its records, and what is counted besides."""
    documents = placed(
        columns_of(Document), Column("theme", "category", _main_theme), after="source"
    )
    documents = placed(documents, Column("input", "string", _kept), after="warnings")
    people = placed(columns_of(Person), Column("forms", "list", _forms), after="degrees")
    people = placed(people, Column("quotes", "integer", _spoken), after="mentions")
    quotes = placed(columns_of(Quote), "stance", after="themes")
    entities = columns_of(Entity)
    entities = {"label": entities["label"], **entities}
    return {
        "documents": tuple(documents.values()),
        "people": (DOC_ID, *people.values()),
        "quotes": (DOC_ID, *quotes.values()),
        "entities": (
            DOC_ID,
            Column("entity_id", "string", lambda row: f"E{row.number}"),
            *entities.values(),
        ),
        "themes": (
            DOC_ID,
            Column("rank", "integer", lambda row: row.number),  # 1 is the main theme
            *columns_of(Theme).values(),
        ),
    }


def _main_theme(row: Row) -> str | None:
    return row.document.themes[0].code if row.document.themes else None


def _kept(row: Row) -> str | None:
    return to_json(row.kept) if row.kept else None


def _forms(row: Row) -> list[str]:
    """Return the distinct wordings of a name."""
    return list(dict.fromkeys(mention.text for mention in row.item.mentions))


def _spoken(row: Row) -> int:
    """Count the quotes of a person."""
    return sum(
        quote.speaker is not None and quote.speaker.person == row.item.id
        for quote in row.document.quotes
    )


LAYOUT = _layout()

# table -> column -> type. The order is the order in every file.
TABLES: dict[str, dict[str, ColumnType]] = {
    table: {column.name: column.kind for column in columns if not column.asked}
    for table, columns in LAYOUT.items()
}

# Closed sets keep their categories whatever the documents hold; open ones take what occurs.
CATEGORIES: dict[tuple[str, str], tuple[str, ...]] = {
    (table, column.name): column.known
    for table, columns in LAYOUT.items()
    for column in columns
    if column.known
}
DTYPES: dict[ColumnType, str] = {
    kind: storage.pandas for kind, storage in STORAGE.items() if storage.pandas
}


def columns(table: str, *, steps: bool = False) -> tuple[Column, ...]:
    """Return the columns of a table.

    Args:
        table: Its name.
        steps: Whether the column "steps" is among those of "quotes".
    """
    return tuple(column for column in LAYOUT[table] if steps or not column.asked)


def arrow_schema(table: str, *, steps: bool = False) -> "pa.Schema":
    """Return a table's Parquet schema; see `columns`."""
    import pyarrow as pa

    category = pa.dictionary(pa.int32(), pa.string())
    return pa.schema(
        (column.name, category if column.kind == "category" else arrow_type(column.kind))
        for column in columns(table, steps=steps)
    )


def arrow_type(kind: ColumnType) -> "pa.DataType":
    """Return the Arrow type of a column inside nested rows, where categories are strings."""
    import pyarrow as pa

    name = STORAGE[kind].arrow
    return pa.list_(pa.string()) if kind == "list" else pa.type_for_alias(name)


def to_frames(
    documents: Iterable[Document],
    *,
    inputs: Iterable[Mapping[str, Any] | None] | None = None,
    steps: bool = False,
) -> dict[str, pd.DataFrame]:
    """Lay documents out as five data frames.

    Args:
        documents: The documents; read once, so a generator will do.
        inputs: For each document the fields to keep in the column "input".
        steps: Whether "quotes" has the column "steps": how each quote came about, JSON text.

    Returns:
        Table name to frame, with the columns and types of `TABLES`.

    Example:
        >>> from humas_nlp.document import Document
        >>> to_frames([Document("rilis-1")])["documents"]["doc_id"].tolist()
        ['rilis-1']
    """
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    kept = iter(inputs) if inputs is not None else None
    for document in documents:
        own = next(kept, None) if kept else None
        for name, found in table_rows(document, own, steps=steps).items():
            rows[name].extend(found)
    return {name: _frame(columns(name, steps=steps), table) for name, table in rows.items()}


def table_rows(
    document: Document, kept: Mapping[str, Any] | None = None, *, steps: bool = False
) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of one document by table.

    Args:
        document: The document.
        kept: Fields to keep in the column "input".
        steps: Whether "quotes" has the column "steps".
    """
    items: dict[str, Iterable[Any]] = {
        "documents": (document,),
        **{name: getattr(document, name) for name in TABLES if name != "documents"},
    }
    return {
        name: [
            {column.name: column.get(row) for column in columns(name, steps=steps)}
            for row in (Row(item, document, n, kept) for n, item in enumerate(found, 1))
        ]
        for name, found in items.items()
    }


def _frame(columns: Iterable[Column], rows: list[dict[str, Any]]) -> pd.DataFrame:
    series: dict[str, pd.Series[Any]] = {}
    for column in columns:
        values = [row[column.name] for row in rows]
        if column.kind == "category":
            known = column.known or sorted({value for value in values if value is not None})
            dtype = pd.CategoricalDtype(pd.Index(known, dtype="string"))
            series[column.name] = pd.Series(values, dtype=dtype)
        else:
            series[column.name] = pd.Series(values, dtype=DTYPES[column.kind])
    return pd.DataFrame(series)


def typed(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Give a frame that was read from Parquet the very types of `to_frames`.

    Args:
        table: Name of the table.
        frame: Its columns, as pyarrow gives them: lists as arrays, categories in any order.
    """
    series: dict[str, pd.Series[Any]] = {}
    for each in LAYOUT[table]:
        name = each.name
        if name not in frame.columns:
            if each.asked:
                continue
            # A run of an older version: its documents tell nothing of what was added since.
            empty: Any = [[] for _ in range(len(frame))] if each.kind == "list" else None
            frame = frame.assign(**{name: pd.Series(empty, index=frame.index, dtype="object")})
        column = frame[name]
        if each.kind == "category":
            values = column.astype("string")
            known = each.known or sorted(values.dropna().unique())
            series[name] = values.astype(pd.CategoricalDtype(pd.Index(known, dtype="string")))
        elif each.kind == "list":
            series[name] = pd.Series([list(v) for v in column], dtype="object", index=frame.index)
        else:
            series[name] = column.astype(pd.api.types.pandas_dtype(DTYPES[each.kind]))
    return pd.DataFrame(series, index=frame.index)
