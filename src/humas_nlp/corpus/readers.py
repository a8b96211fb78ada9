"""Read texts from files, folders, JSONL, CSV, Parquet, HTML and standard input.

Nothing is lost: whatever cannot be read comes out as a `Failure` in its place, and every other
record as a `Record`. No file of many records is ever in memory as a whole.
"""

import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from humas_nlp.corpus.decoding import HEAD, binary_kind, find_mark
from humas_nlp.corpus.delimited import read_delimited
from humas_nlp.corpus.inputs import STDIN, Input, Kind, check_inputs, expand
from humas_nlp.corpus.jsonl import read_jsonl
from humas_nlp.corpus.parquet import read_parquet
from humas_nlp.corpus.plain import read_html, read_text
from humas_nlp.corpus.records import DEFAULT_ID, Failure, Fields, Record, default_id

STDIN_SOURCE = "<stdin>"
STDIN_NAME = "stdin"
PARQUET_MAGIC = b"PAR1"


def read_records(
    paths: Iterable[str | Path],
    *,
    text: str = "text",
    id: str = DEFAULT_ID,
    title: str | None = None,
    keep: Iterable[str] = (),
    stdin: BinaryIO | None = None,
    exclude: Collection[Path] = (),
    on_skip: Callable[[Path], None] | None = None,
) -> Iterator[Record | Failure]:
    """Read every record that the inputs hold, in order, lazily.

    Args:
        paths: Files, folders (read recursively, sorted) and "-" for standard input, which is
            JSON Lines if its first character is "{", else one text.
        text: Field of the text in JSONL, CSV and Parquet.
        id: Field of the id; where it is missing or null, file name and line stand in.
        title: Field of the headline, or None to read none.
        keep: Fields to copy, unread, into the output.
        stdin: Where "-" reads; standard input by default.
        exclude: Resolved paths never to read in a folder: the output of this very run.
        on_skip: Told of every file in a folder that is of no known kind.

    Yields:
        Records, and failures where a record, row or file cannot be read. Of two records with
        one id the second is a failure.

    Raises:
        DataError: A path is not there. Raised before the first record.
    """
    given = list(paths)
    check_inputs(given)
    fields = Fields(text, id, title, tuple(keep))
    return _unique(_read_all(given, fields, stdin, exclude, on_skip))


def _read_all(
    paths: Iterable[str | Path],
    fields: Fields,
    stdin: BinaryIO | None,
    exclude: Collection[Path],
    on_skip: Callable[[Path], None] | None,
) -> Iterator[Record | Failure]:
    for path in paths:
        if str(path) == STDIN:
            yield from _read_stream(stdin or sys.stdin.buffer, fields)
            continue
        empty = True
        for file in expand(path, exclude=exclude, on_skip=on_skip):
            empty = False
            yield from _read_file(file, fields)
        if empty:
            yield Failure(str(path), None, None, "the folder holds no file that can be read.")


def _read_file(file: Input, fields: Fields) -> Iterator[Record | Failure]:
    try:
        with file.path.open("rb") as stream:
            head = stream.peek(HEAD)  # and not read and seek: a named pipe cannot go back
            kind: Kind = "parquet" if head.startswith(PARQUET_MAGIC) else file.kind
            if kind != "parquet" and (binary := binary_kind(head)):
                yield Failure(file.source, None, None, f"this is {binary}.")
            elif kind == "unreadable":
                message = (
                    f"files of the kind {file.path.suffix} are not read; save it as text first."
                )
                yield Failure(file.source, None, None, message)
            elif kind == "text":
                yield read_text(stream.read(), source=file.source, name=file.name)
            elif kind == "html":
                yield read_html(stream.read(), source=file.source, name=file.name)
            elif kind == "jsonl":
                yield from read_jsonl(stream, fields, source=file.source, name=file.name)
            elif kind == "delimited":
                yield from read_delimited(stream, fields, source=file.source, name=file.name)
            else:
                yield from read_parquet(file.path, fields, source=file.source, name=file.name)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}."
        yield Failure(file.source, None, None, message)


def _read_stream(stream: BinaryIO, fields: Fields) -> Iterator[Record | Failure]:
    head: list[bytes] = []
    for piece in stream:
        head.append(piece)
        if not _is_blank(piece, first=len(head) == 1):
            break
    start = b"".join(head)
    if binary := binary_kind(start):
        yield Failure(STDIN_SOURCE, None, None, f"this is {binary}.")
    elif _first_character(start) == "{":
        lines = chain(head, stream)
        yield from read_jsonl(lines, fields, source=STDIN_SOURCE, name=STDIN_NAME)
    else:
        yield read_text(start + stream.read(), source=STDIN_SOURCE, name=STDIN_NAME)


def _is_blank(piece: bytes, *, first: bool) -> bool:
    skip = find_mark(piece)[1] if first else 0
    return not piece[skip:].strip(b" \t\r\n\0")


def _first_character(start: bytes) -> str:
    encoding, skip = find_mark(start)
    return start[skip:].decode(encoding, "replace").lstrip()[:1]


def _unique(items: Iterable[Record | Failure]) -> Iterator[Record | Failure]:
    """Turn every record whose id was already given into a failure."""
    seen: dict[str, tuple[str, int | None]] = {}
    for item in items:
        if isinstance(item, Failure):
            yield item
            continue
        # Files of one name in different folders bring no id of their own: take the path.
        if item.line is None and item.id in seen and seen[item.id][0] != item.source:
            item = replace(item, id=default_id(item.source, None))
        if item.id in seen:
            source, line = seen[item.id]
            where = source if line is None else f"{source}, line {line}"
            message = (
                f"the id {item.id!r} was already given in {where}. "
                f"Ids must be unique; rename one, or name another field with --id."
            )
            yield Failure(item.source, item.line, item.id, message)
            continue
        seen[item.id] = (item.source, item.line)
        yield item
