"""What no input may exceed, so that a hostile or mistaken file costs only itself.

A usual release has 5 kB and a book 2 MB. Whatever is over a limit becomes a failure that names
the limit; the rest of its file, and of the run, goes on.
"""

from collections.abc import Iterator
from typing import BinaryIO

MIB = 1024**2
DOCUMENT = 64 * MIB  # bytes of one text, one line or one cell
PAGE = 8 * MIB  # bytes of one HTML page
ROW_LINES = 10_000  # lines that one CSV row may span: a quotation mark was never closed
EXPANSION = 200  # times its packed size that an archive may unpack to; text packs 3 to 20 times
EXPANSION_FREE = 4 * MIB  # unpacked bytes below which the ratio does not matter

TOO_LONG = f"is longer than {DOCUMENT // MIB} MiB; split it, or check what it is."


class TooLong(bytes):
    """Stands for a line over the limit: its line end alone."""


class BombError(OSError):
    """An archive unpacks to far more than any text would."""

    def __init__(self) -> None:
        """Say so in the words of a failure."""
        message = f"it unpacks to more than {EXPANSION} times its size, as no text does"
        super().__init__(0, message)


def bounded_lines(stream: BinaryIO, limit: int = DOCUMENT) -> Iterator[bytes]:
    """Yield the lines of a stream; one over the limit is passed over as `TooLong`."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(MIB)
        yield TooLong(b"\n")


def read_whole(stream: BinaryIO, limit: int = DOCUMENT) -> bytes | None:
    """Return all bytes of a stream, or None if there are more than the limit."""
    data = stream.read(limit + 1)
    return None if len(data) > limit else data


class Expansion:
    """Watches how much an archive unpacks to.

    Args:
        packed: Bytes of the archive.
    """

    def __init__(self, packed: int) -> None:
        """Begin at nothing."""
        self._most = max(EXPANSION_FREE, packed * EXPANSION)
        self._seen = 0

    def add(self, count: int) -> None:
        """Count unpacked bytes.

        Raises:
            BombError: There are too many.
        """
        self._seen += count
        if self._seen > self._most:
            raise BombError
