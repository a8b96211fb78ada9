"""Parquet: only the columns that are asked for, a few rows at a time."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from humas_nlp.corpus.limits import EXPANSION, EXPANSION_FREE
from humas_nlp.corpus.records import Failure, Fields, Record, build_record, missing_columns

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

PARQUET_MAGIC = b"PAR1"
BATCH_ROWS = 64  # a batch of long releases stays below a few megabytes


def read_parquet(
    path: Path, fields: Fields, *, source: str, name: str
) -> Iterator[Record | Failure]:
    """Read a Parquet file.

    Args:
        path: The file.
        fields: Which columns to read.
        source: File as the caller named it.
        name: Short name of the file, for ids.

    Yields:
        A record or a failure for each row, the row's number (from 1) as its line; one failure
        if the file is damaged or a column is missing.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    row = 0
    try:
        schema = pq.read_schema(path)
        columns = list(schema.names)
        if missing := fields.missing(columns):
            yield missing_columns(source, missing, columns)
            return
        wanted = [column for column in fields.used() if column in columns]
        if problem := _problem(pq.read_metadata(path), wanted):
            yield Failure(source, None, None, problem)
            return
        # The text stays dictionary-encoded until its row comes: a file of a kilobyte may repeat one
        # giant cell a million times.
        with pq.ParquetFile(path, read_dictionary=_plain_columns(schema, fields.text)) as file:
            for batch in file.iter_batches(batch_size=BATCH_ROWS, columns=wanted):
                for place in range(batch.num_rows):
                    row += 1
                    values = {key: batch.column(key)[place].as_py() for key in wanted}
                    yield build_record(values, fields, source=source, name=name, line=row)
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        where = f" after row {row}" if row else ""
        message = f"the Parquet file cannot be read{where}: {_first_line(error)}"
        yield Failure(source, None, None, message)
        return
    if not row:
        yield Failure(source, None, None, "the table has no rows.")


def _problem(metadata: "pq.FileMetaData", wanted: list[str]) -> str | None:
    """Say why a file is not read, by its own account of its columns; None if it is."""
    names = metadata.schema.to_arrow_schema().names
    for name in wanted:
        if names.count(name) > 1:
            return f"there are several columns {name!r}. Give each a name of its own."
    for group in range(metadata.num_row_groups):
        for place in range(metadata.num_columns):
            column = metadata.row_group(group).column(place)
            name = column.path_in_schema  # of a list or struct: the column, then what is inside
            most = max(EXPANSION_FREE, EXPANSION * column.total_compressed_size)
            if {name, name.split(".")[0]} & {*wanted} and column.total_uncompressed_size > most:
                return (
                    f"the column {name!r} unpacks to more than {EXPANSION} times its size, as no "
                    "text does."
                )
    return None


def _plain_columns(schema: "pa.Schema", name: str) -> list[str]:
    """Return the column if it is one of strings; Arrow keeps no other kind as a dictionary."""
    import pyarrow as pa

    kind = schema.field(name).type
    return [name] if pa.types.is_string(kind) or pa.types.is_large_string(kind) else []


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
