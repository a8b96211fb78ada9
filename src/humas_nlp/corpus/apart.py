"""Files and pages read in a child: a fault of the library that reads one costs it alone."""

import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from humas_nlp.corpus.child import Child, LostError
from humas_nlp.corpus.files import read_file
from humas_nlp.corpus.inputs import Input
from humas_nlp.corpus.pages import article
from humas_nlp.corpus.parquet import PARQUET_MAGIC
from humas_nlp.corpus.records import Failure, Fields, Record
from humas_nlp.corpus.streams import GZIP_MAGIC, ZIP_MAGIC

# What compiled code takes apart. Lines, tables and texts are read by the interpreter itself.
MAGIC = (PARQUET_MAGIC, GZIP_MAGIC, *ZIP_MAGIC)
LOST_FILE = (
    "the process that reads it ended{where} ({cause}): the file is damaged, or it needs more "
    "memory than there is. What was read before stays, and all other files; write this one anew "
    "with the program that made it."
)
LOST_PAGE = (
    "the process that takes the article out of the page ended ({cause}): the page is damaged, or "
    "it meets a fault of the parser. All other documents are unaffected."
)
RECORD = [field.name for field in fields(Record)]
FAILURE = [field.name for field in fields(Failure)]


def new_child() -> Child:
    """Return a child for `read_apart` and `article_apart`; it starts with its first order."""
    return Child(f"{__name__}:serve")


def is_apart(file: Input, *, raw_pages: bool) -> bool:
    """Tell whether a file is one for a child.

    A pipe is not: what it holds can be read once, and ``/dev/stdin`` is another file in a child.

    Args:
        file: The file.
        raw_pages: Whether pages stay as they are.

    Raises:
        OSError: The file cannot be read.
    """
    real = _real(file)
    if not real.is_file() or real.is_relative_to("/dev"):
        return False
    if file.kind == "html" and not raw_pages:
        return True
    with real.open("rb") as stream:
        return stream.read(4).startswith(MAGIC)


def read_apart(
    child: Child,
    file: Input,
    columns: Fields,
    *,
    raw_pages: bool,
    on_bytes: Callable[[int], None] | None,
) -> Iterator[Record | Failure]:
    """Read a file in a child; the arguments but the first are those of `read_file`.

    Yields:
        What `read_file` does; where the child dies, a failure after what came before.

    Raises:
        HumasError: No child can be started.
    """
    order = {
        # The child may have another working folder: that of its start.
        "file": [str(_real(file)), file.source, file.name, file.kind],
        "fields": asdict(columns),
        "raw_pages": raw_pages,
    }
    where = ""
    try:
        for answer in child.run(order):
            if isinstance(answer, int):
                if on_bytes:
                    on_bytes(answer)
                continue
            item = _item(answer)
            where = f" after row {item.line}" if item.line else where
            yield item
    except LostError as error:
        message = LOST_FILE.format(where=where, cause=error.cause)
        yield Failure(file.source, None, None, message)


def article_apart(child: Child, record: Record) -> Record | Failure:
    """Take the article out of a page in a child; any other record is returned as it is.

    Raises:
        HumasError: No child can be started.
    """
    if not record.is_page:
        return record
    try:
        (answer,) = child.run({"page": _values(record)})
        return _item(answer)
    except LostError as error:
        message = LOST_PAGE.format(cause=error.cause)
        return Failure(record.source, record.line, record.id, message)


def serve(order: dict[str, Any]) -> Iterator[Any]:
    """Do an order in the child: numbers are bytes that were read, all else items."""
    if "page" in order:
        yield _values(article(_record(order["page"])))
        return
    path, source, name, kind = order["file"]
    told: list[int] = []
    columns = Fields(**{**order["fields"], "keep": tuple(order["fields"]["keep"])})
    found = read_file(
        Input(Path(path), source, name, kind),
        columns,
        raw_pages=order["raw_pages"],
        on_bytes=told.append,
    )
    for item in found:
        yield from _taken(told)
        yield _values(item)
    yield from _taken(told)


def _taken(told: list[int]) -> Iterator[int]:
    if told:
        yield sum(told)
        told.clear()


def _real(file: Input) -> Path:
    return Path(os.path.realpath(file.path))


def _values(item: Record | Failure) -> list[Any]:
    return [getattr(item, name) for name in (RECORD if isinstance(item, Record) else FAILURE)]


def _item(values: list[Any]) -> Record | Failure:
    return Failure(*values) if len(values) == len(FAILURE) else _record(values)


def _record(values: list[Any]) -> Record:
    given = dict(zip(RECORD, values, strict=True))
    return Record(**{**given, "warnings": tuple(given["warnings"])})
