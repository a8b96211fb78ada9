"""One file: what it is by its first bytes, unpacked where it is packed, read by its kind."""

from collections.abc import Callable, Iterator
from functools import partial
from io import BufferedReader
from pathlib import PurePath
from typing import TypedDict

from humas_nlp.corpus.archives import read_zip
from humas_nlp.corpus.decoding import HEAD, binary_kind
from humas_nlp.corpus.delimited import read_delimited
from humas_nlp.corpus.inputs import Input
from humas_nlp.corpus.jsonl import read_jsonl
from humas_nlp.corpus.limits import TOO_LONG, bounded_lines, read_whole
from humas_nlp.corpus.pages import article, read_page
from humas_nlp.corpus.parquet import PARQUET_MAGIC, read_parquet
from humas_nlp.corpus.plain import read_text
from humas_nlp.corpus.records import Failure, Fields, Record
from humas_nlp.corpus.streams import (
    BUFFER,
    GZIP_MAGIC,
    UNPACKING,
    ZIP_MAGIC,
    open_counted,
    unpacked,
)


class Where(TypedDict):
    """What every reader is told about its file."""

    source: str
    name: str


def read_file(
    file: Input, fields: Fields, *, raw_pages: bool, on_bytes: Callable[[int], None] | None
) -> Iterator[Record | Failure]:
    """Read a file in this very process.

    Args:
        file: The file.
        fields: Which fields to read.
        raw_pages: Leave HTML pages as they are.
        on_bytes: Told how many bytes were read.

    Yields:
        Records, and failures where a record, row or the file cannot be read.
    """
    for item in _read(file, fields, on_bytes):
        yield item if raw_pages or isinstance(item, Failure) else article(item)


def unreadable(file: Input, error: OSError) -> Failure:
    """Return the failure of a file that the system does not give."""
    message = f"the file cannot be read: {error.strerror or error}."
    return Failure(file.source, None, None, message)


def _read(
    file: Input, fields: Fields, on_bytes: Callable[[int], None] | None
) -> Iterator[Record | Failure]:
    try:
        with open_counted(file.path, on_bytes) as stream:
            head = stream.peek(HEAD)  # and not read and seek: a named pipe cannot go back
            size = file.path.stat().st_size
            if head.startswith(GZIP_MAGIC):
                with unpacked(stream, size) as plain:
                    yield from _read_plain(plain, file, fields)
            elif file.kind == "zip" and head.startswith(ZIP_MAGIC):
                inner = partial(_read_plain, fields=fields)
                yield from _elsewhere(size, read_zip(file, inner), on_bytes)
            elif head.startswith(PARQUET_MAGIC):
                found = read_parquet(file.path, fields, source=file.source, name=file.name)
                yield from _elsewhere(size, found, on_bytes)
            else:
                yield from _read_plain(stream, file, fields)
    except OSError as error:
        yield unreadable(file, error)
    except UNPACKING as error:
        message = f"the archive cannot be unpacked: {error or type(error).__name__}."
        yield Failure(file.source, None, None, message)


def _elsewhere(
    size: int, found: Iterator[Record | Failure], on_bytes: Callable[[int], None] | None
) -> Iterator[Record | Failure]:
    """Pass on what another reader finds; its bytes are told at the end."""
    yield from found
    if on_bytes:
        on_bytes(max(0, size - BUFFER))


def _read_plain(stream: BufferedReader, file: Input, fields: Fields) -> Iterator[Record | Failure]:
    """Read a file that is not packed."""
    where: Where = {"source": file.source, "name": file.name}
    head = stream.peek(HEAD)[:HEAD]
    if binary := binary_kind(head):
        yield Failure(file.source, None, None, f"this is {binary}.")
    elif file.kind in ("unreadable", "zip"):
        suffix = PurePath(file.name).suffix
        yield Failure(
            file.source, None, None, f"files of the kind {suffix} are not read; save it as text."
        )
    elif file.kind == "parquet":
        message = "this is no Parquet file, or one inside an archive; unpack it first."
        yield Failure(file.source, None, None, message)
    elif file.kind == "jsonl":
        yield from read_jsonl(bounded_lines(stream), fields, **where)
    elif file.kind == "delimited":
        yield from read_delimited(bounded_lines(stream), fields, **where)
    elif (data := read_whole(stream)) is None:
        yield Failure(file.source, None, None, f"the file {TOO_LONG}")
    elif file.kind == "html":
        yield read_page(data, **where)
    else:
        yield read_text(data, **where)
