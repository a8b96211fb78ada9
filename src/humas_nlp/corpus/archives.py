"""ZIP archives: every file inside is read as if it lay in a folder. Nothing is written anywhere."""

import zipfile
from collections.abc import Callable, Iterator
from io import BufferedReader
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from humas_nlp.corpus.inputs import Input, kind_of
from humas_nlp.corpus.limits import BombError, Expansion
from humas_nlp.corpus.records import Failure, Record
from humas_nlp.corpus.streams import GZIP_MAGIC, MEMBER, counting

ReadPlain = Callable[[BufferedReader, Input], Iterator[Record | Failure]]
MAC_COPIES = "__MACOSX"  # resource forks that macOS puts beside every file


def read_zip(file: Input, read_plain: ReadPlain) -> Iterator[Record | Failure]:
    """Read the files of an archive in the order of its directory.

    A damaged file costs only itself; an archive that unpacks to far more than text would ends
    there with a failure.

    Args:
        file: The archive.
        read_plain: Reads one file inside.
    """
    expansion = Expansion(file.path.stat().st_size)
    with zipfile.ZipFile(file.path) as archive:
        empty = True
        for entry in archive.infolist():
            kind = kind_of(entry.filename)
            # The kind first: an entry without a name is neither folder nor file.
            if kind is None or entry.is_dir() or _is_hidden(entry.filename):
                continue
            empty = False
            inner = Input(
                file.path,
                f"{file.source}/{entry.filename}",
                f"{file.name}/{entry.filename}",
                kind,
            )
            try:
                with (
                    archive.open(entry) as packed,
                    counting(cast(BinaryIO, packed), expansion.add) as plain,
                ):
                    yield from _read_entry(plain, inner, read_plain)
            except BombError:
                raise
            except MEMBER as error:
                message = f"it cannot be unpacked: {error or type(error).__name__}."
                yield Failure(inner.source, None, None, message)
        if empty:
            yield Failure(file.source, None, None, "the archive holds no file that can be read.")


def _read_entry(
    plain: BufferedReader, inner: Input, read_plain: ReadPlain
) -> Iterator[Record | Failure]:
    if inner.kind == "zip" or plain.peek(2).startswith(GZIP_MAGIC):
        message = "archives inside archives are not read; unpack it first."
        yield Failure(inner.source, None, None, message)
        return
    yield from read_plain(plain, inner)


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any(part.startswith(".") and part != ".." for part in parts) or MAC_COPIES in parts
