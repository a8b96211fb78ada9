"""One row a document, with its tables inside: the form in which clusters pass documents on.

    doc_id      string
    error       string                       null, or why the row could not be analysed
    document    struct                       the row of "documents"
    people      list of structs              the rows of "people", and likewise quotes, entities,
    …                                        themes

A row of the input gives a row of the output wherever it is worked on, so that nothing is lost on
the way; `humas_nlp.corpus.ray.tables` and `humas_nlp.corpus.spark.tables` unfold the five tables.
The types are those of `tables.TABLES`, categories as strings.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from humas_nlp.corpus.analysis import Result, analyze_records
from humas_nlp.corpus.engine import engine_of_process
from humas_nlp.corpus.records import (
    Failure,
    Record,
    build_record,
    missing_columns,
)
from humas_nlp.corpus.run_options import AnalysisOptions
from humas_nlp.corpus.tables import TABLES, arrow_type, table_rows
from humas_nlp.errors import DataError

if TYPE_CHECKING:
    import pyarrow as pa

DOCUMENT = "document"  # the one row of the table "documents"
NO_ID = "the row has no id; name its column, or make one."
LISTS = tuple(name for name in TABLES if name != "documents")


@dataclass(frozen=True, slots=True)
class Columns(AnalysisOptions):
    """Which columns of a table are read, and what analyses them."""

    def check(self, names: list[str]) -> None:
        """See that a table has the columns.

        Raises:
            DataError: It lacks one.
        """
        missing = self.missing(names)
        if self.id not in names and self.id not in missing:
            missing.append(self.id)
        if missing:
            raise DataError(str(missing_columns("the table", missing, names)))


def nested_schema() -> "pa.Schema":
    """Return the schema of the rows."""
    import pyarrow as pa

    structs = {
        table: pa.struct([(name, arrow_type(kind)) for name, kind in columns.items()])
        for table, columns in TABLES.items()
    }
    return pa.schema(
        [
            ("doc_id", pa.string()),
            ("error", pa.string()),
            (DOCUMENT, structs["documents"]),
            *((name, pa.list_(structs[name])) for name in LISTS),
        ]
    )


def analyze_table(table: "pa.Table", columns: Columns) -> "pa.Table":
    """Analyse the rows of an Arrow table; the model is loaded once a process.

    Args:
        table: A batch of the input.
        columns: What to read of it.

    Raises:
        DataError: A column is not there.
    """
    import pyarrow as pa

    columns.check(table.column_names)
    engine = engine_of_process(columns.model, columns.themes)
    names = columns.used()
    rows = table.select(names).to_pylist()
    found = analyze_records(_records(rows, columns), engine.analyze_many, nlp=engine.nlp)
    return pa.Table.from_pylist([_row(item) for item in found], schema=nested_schema())


def _records(rows: list[dict[str, Any]], columns: Columns) -> Iterator[Record | Failure]:
    for number, row in enumerate(rows, 1):
        if row[columns.id] in (None, ""):
            yield Failure("", number, None, NO_ID)
        else:
            yield build_record(row, columns, source="", name="", line=number)


def _row(item: Result | Failure) -> Mapping[str, Any]:
    if isinstance(item, Failure):
        return {"doc_id": item.id, "error": item.message}
    rows = table_rows(item.document, item.record.keep)
    document = rows.pop("documents")[0]
    return {"doc_id": item.document.id, "error": None, DOCUMENT: document, **rows}


def unfold(table: "pa.Table", name: str) -> "pa.Table":
    """Return one of the five tables out of nested rows.

    Args:
        table: What `analyze_table` gives.
        name: Of the table.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    if name == "documents":
        structs = table.filter(pc.is_valid(table[DOCUMENT]))[DOCUMENT].combine_chunks()
    else:
        structs = pc.list_flatten(table[name].combine_chunks())
    if isinstance(structs, pa.ChunkedArray):
        structs = structs.combine_chunks()
    return pa.Table.from_struct_array(structs)
