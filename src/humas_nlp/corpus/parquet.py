"""Parquet: only the columns that are asked for, a few rows at a time."""

from collections.abc import Iterator
from pathlib import Path

from humas_nlp.corpus.records import Failure, Fields, Record, build_record, missing_columns

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
        with pq.ParquetFile(path) as file:
            columns = list(file.schema_arrow.names)
            if missing := fields.missing(columns):
                yield missing_columns(source, missing, columns)
                return
            wanted = [column for column in fields.used() if column in columns]
            for batch in file.iter_batches(batch_size=BATCH_ROWS, columns=wanted):
                for values in batch.to_pylist():
                    row += 1
                    yield build_record(values, fields, source=source, name=name, line=row)
    except (pa.ArrowException, OSError) as error:
        where = f" after row {row}" if row else ""
        message = f"the Parquet file cannot be read{where}: {_first_line(error)}"
        yield Failure(source, None, None, message)
        return
    if not row:
        yield Failure(source, None, None, "the table has no rows.")


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
