"""Files as streams of bytes: counted as they are read, unpacked where they are packed."""

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, cast

from humas_nlp.corpus.limits import Expansion

GZIP_MAGIC = b"\x1f\x8b"
ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
BUFFER = 256 * 1024


def _own_errors() -> tuple[type[Exception], ...]:
    """Return the errors of unpackers that not every build of Python has."""
    found: list[type[Exception]] = []
    for module, name in (("lzma", "LZMAError"), ("compression.zstd", "ZstdError")):
        with suppress(ImportError):
            found.append(getattr(import_module(module), name))
    return tuple(found)


# What the unpackers raise on damaged or odd archives, OSError (bz2, BadGzipFile, BombError) apart:
# truncated data, bad checksums, an unknown method, a password, a dictionary of gigabytes, and
# whatever zipfile meets in a directory that nobody's program wrote.
UNPACKING: tuple[type[Exception], ...] = (
    *(EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError),
    *(struct.error, ValueError, IndexError, OverflowError, MemoryError),
    *_own_errors(),
)
MEMBER: tuple[type[Exception], ...] = (OSError, *UNPACKING)  # what costs a file in an archive


class _Counting(io.RawIOBase):
    """A stream that tells how much was read from it."""

    def __init__(self, stream: BinaryIO, told: Callable[[int], None]) -> None:
        self._stream, self._told = stream, told

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        data = self._stream.read(len(view))
        view[: len(data)] = data
        self._told(len(data))
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


def counting(stream: BinaryIO, told: Callable[[int], None]) -> io.BufferedReader:
    """Return a stream that tells how many bytes are taken from another one."""
    return io.BufferedReader(_Counting(stream, told), BUFFER)


def open_counted(path: Path, told: Callable[[int], None] | None) -> io.BufferedReader:
    """Open a file; `told` hears of the bytes that are read."""
    if told is None:
        return path.open("rb")
    return counting(cast(BinaryIO, path.open("rb", buffering=0)), told)


@contextmanager
def unpacked(stream: io.BufferedReader, size: int) -> Iterator[io.BufferedReader]:
    """Give the content of a gzip stream of `size` bytes."""
    expansion = Expansion(size)
    with (
        gzip.GzipFile(fileobj=stream) as inner,
        counting(cast(BinaryIO, inner), expansion.add) as plain,
    ):
        yield plain
