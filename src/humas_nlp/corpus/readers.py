"""Read texts from files, folders, JSONL, CSV, Parquet, HTML and standard input.

Nothing is lost: whatever cannot be read comes out as a `Failure` in its place, and every other
record as a `Record`. No file of many records is ever in memory as a whole.
"""

import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from io import BufferedReader
from itertools import chain
from pathlib import Path, PurePath
from typing import BinaryIO, TypedDict

from humas_nlp.corpus.archives import read_zip
from humas_nlp.corpus.decoding import HEAD, binary_kind, find_mark
from humas_nlp.corpus.delimited import read_delimited
from humas_nlp.corpus.inputs import STDIN, Input, check_inputs, expand
from humas_nlp.corpus.jsonl import read_jsonl
from humas_nlp.corpus.limits import TOO_LONG, TooLong, bounded_lines, read_whole
from humas_nlp.corpus.pages import article, read_page
from humas_nlp.corpus.parquet import read_parquet
from humas_nlp.corpus.plain import read_text
from humas_nlp.corpus.records import DEFAULT_ID, Failure, Fields, Record, default_id
from humas_nlp.corpus.streams import (
    BUFFER,
    GZIP_MAGIC,
    UNPACKING,
    ZIP_MAGIC,
    open_counted,
    unpacked,
)

STDIN_SOURCE = "<stdin>"
STDIN_NAME = "stdin"
PARQUET_MAGIC = b"PAR1"


class Where(TypedDict):
    """What every reader is told about its file."""

    source: str
    name: str


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
    on_bytes: Callable[[int], None] | None = None,
    raw_pages: bool = False,
) -> Iterator[Record | Failure]:
    """Read every record that the inputs hold, in order, lazily.

    Args:
        paths: Files, folders (read recursively, sorted), patterns (``rilis/**/*.txt``) and "-"
            for standard input, which is JSON Lines if its first character is "{", else one text.
            Files may be packed with gzip or lie in a ZIP archive.
        text: Field of the text in JSONL, CSV and Parquet.
        id: Field of the id; where it is missing or null, file name and line stand in.
        title: Field of the headline, or None to read none.
        keep: Fields to copy, unread, into the output.
        stdin: Where "-" reads; standard input by default.
        exclude: Resolved paths never to read in a folder: the output of this very run.
        on_skip: Told of every file in a folder that is of no known kind.
        on_bytes: Told how many bytes were read from the files, as they are.
        raw_pages: Leave HTML pages as they are, for `pages.article` to take their text out.

    Yields:
        Records, and failures where a record, row or file cannot be read. Of two records with
        one id the second is a failure.

    Raises:
        DataError: A path is not there. Raised before the first record.
    """
    given = list(paths)
    check_inputs(given)
    reader = _Reader(Fields(text, id, title, tuple(keep)), on_bytes, on_skip, exclude)
    items = reader.read(given, stdin)
    return _unique(items if raw_pages else map(_readable, items))


def _readable(item: Record | Failure) -> Record | Failure:
    return article(item) if isinstance(item, Record) else item


@dataclass(frozen=True, slots=True)
class _Reader:
    fields: Fields
    on_bytes: Callable[[int], None] | None
    on_skip: Callable[[Path], None] | None
    exclude: Collection[Path]

    def read(
        self, paths: Iterable[str | Path], stdin: BinaryIO | None
    ) -> Iterator[Record | Failure]:
        """Read inputs one after another."""
        for path in paths:
            if str(path) == STDIN:
                yield from _read_stream(stdin or sys.stdin.buffer, self.fields)
                continue
            empty = True
            for file in expand(path, exclude=self.exclude, on_skip=self.on_skip):
                empty = False
                yield from self._read_file(file)
            if empty:
                yield Failure(str(path), None, None, "the folder holds no file that can be read.")

    def _read_file(self, file: Input) -> Iterator[Record | Failure]:
        try:
            with open_counted(file.path, self.on_bytes) as stream:
                head = stream.peek(HEAD)  # and not read and seek: a named pipe cannot go back
                size = file.path.stat().st_size
                if head.startswith(GZIP_MAGIC):
                    with unpacked(stream, size) as plain:
                        yield from _read_plain(plain, file, self.fields)
                elif file.kind == "zip" and head.startswith(ZIP_MAGIC):
                    inner = partial(_read_plain, fields=self.fields)
                    yield from self._elsewhere(size, read_zip(file, inner))
                elif head.startswith(PARQUET_MAGIC):
                    found = read_parquet(file.path, self.fields, source=file.source, name=file.name)
                    yield from self._elsewhere(size, found)
                else:
                    yield from _read_plain(stream, file, self.fields)
        except OSError as error:
            message = f"the file cannot be read: {error.strerror or error}."
            yield Failure(file.source, None, None, message)
        except UNPACKING as error:
            message = f"the archive cannot be unpacked: {error or type(error).__name__}."
            yield Failure(file.source, None, None, message)

    def _elsewhere(
        self, size: int, found: Iterator[Record | Failure]
    ) -> Iterator[Record | Failure]:
        """Pass on what another reader finds; its bytes are told at the end."""
        yield from found
        if self.on_bytes:
            self.on_bytes(max(0, size - BUFFER))


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


def _read_stream(stream: BinaryIO, fields: Fields) -> Iterator[Record | Failure]:
    head: list[bytes] = []
    pieces = bounded_lines(stream)
    for piece in pieces:
        head.append(piece)
        if isinstance(piece, TooLong) or not _is_blank(piece, first=len(head) == 1):
            break
    start = b"".join(head)
    if binary := binary_kind(start):
        yield Failure(STDIN_SOURCE, None, None, f"this is {binary}.")
    elif _first_character(start) == "{":
        lines = chain(head, pieces)
        yield from read_jsonl(lines, fields, source=STDIN_SOURCE, name=STDIN_NAME)
    elif isinstance(head[-1] if head else b"", TooLong) or (rest := read_whole(stream)) is None:
        yield Failure(STDIN_SOURCE, None, None, f"the text {TOO_LONG}")
    else:
        yield read_text(start + rest, source=STDIN_SOURCE, name=STDIN_NAME)


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
