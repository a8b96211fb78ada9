"""Read texts from files, folders, JSONL, CSV, Parquet, HTML and standard input.

Nothing is lost: whatever cannot be read comes out as a `Failure` in its place, and every other
record as a `Record`. No file of many records is ever in memory as a whole. Parquet, archives and
pages are read in a child process, so that a file at which their libraries die costs only itself.
"""

import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO, TypedDict

from humas_nlp.corpus.apart import is_apart, new_child, read_apart
from humas_nlp.corpus.child import Child
from humas_nlp.corpus.decoding import binary_kind, find_mark
from humas_nlp.corpus.files import read_file, unreadable
from humas_nlp.corpus.inputs import STDIN, Input, check_inputs, expand
from humas_nlp.corpus.jsonl import read_jsonl
from humas_nlp.corpus.limits import TOO_LONG, TooLong, bounded_lines, read_whole
from humas_nlp.corpus.plain import read_text
from humas_nlp.corpus.records import DEFAULT_ID, Failure, Fields, Record, default_id

STDIN_SOURCE = "<stdin>"
STDIN_NAME = "stdin"


class Options(TypedDict):
    """What every way to read a file is told."""

    raw_pages: bool
    on_bytes: Callable[[int], None] | None


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
    columns = Fields(text, id, title, tuple(keep))
    reader = _Reader(columns, raw_pages, on_bytes, on_skip, exclude)
    return _unique(reader.read(given, stdin))


@dataclass(frozen=True, slots=True)
class _Reader:
    fields: Fields
    raw_pages: bool
    on_bytes: Callable[[int], None] | None
    on_skip: Callable[[Path], None] | None
    exclude: Collection[Path]

    def read(
        self, paths: Iterable[str | Path], stdin: BinaryIO | None
    ) -> Iterator[Record | Failure]:
        """Read inputs one after another; one child serves all files that need one."""
        with closing(new_child()) as child:
            for path in paths:
                if str(path) == STDIN:
                    yield from _read_stream(stdin or sys.stdin.buffer, self.fields)
                else:
                    yield from self._read_input(path, child)

    def _read_input(self, path: str | Path, child: Child) -> Iterator[Record | Failure]:
        empty = True
        for file in expand(path, exclude=self.exclude, on_skip=self.on_skip):
            empty = False
            yield from self._read_file(file, child)
        if empty:
            yield Failure(str(path), None, None, "the folder holds no file that can be read.")

    def _read_file(self, file: Input, child: Child) -> Iterator[Record | Failure]:
        options: Options = {"raw_pages": self.raw_pages, "on_bytes": self.on_bytes}
        try:
            apart = is_apart(file, raw_pages=self.raw_pages)
        except OSError as error:
            yield unreadable(file, error)
            return
        if apart:
            yield from read_apart(child, file, self.fields, **options)
        else:
            yield from read_file(file, self.fields, **options)


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
