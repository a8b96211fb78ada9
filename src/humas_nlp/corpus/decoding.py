"""Bytes to text: byte order marks, invalid UTF-8, and binaries that are no text at all.

A document is never lost over a bad byte: it is decoded with U+FFFD in its place and carries a
warning that names the first byte offset. A leading byte order mark is no part of the text.
"""

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from humas_nlp.corpus.limits import TOO_LONG, TooLong

# UTF-32 before UTF-16: the little-endian mark of the first begins with that of the second.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# First bytes of formats that people mistake for text, with what to do about each.
BINARIES = (
    (b"%PDF", "a PDF; extract its text first, for instance with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive (a .docx, .xlsx or .odt is one); save it as text first"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls); save it as text first"),
    (b"{\\rtf", "an RTF file; save it as text first"),
    (b"\x1f\x8b", "a gzip archive inside another one; unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ", "an xz archive; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive; unpack it first"),
    (b"\x89PNG", "a PNG picture; its text must be recognised first"),
    (b"\xff\xd8\xff", "a JPEG picture; its text must be recognised first"),
    (b"GIF8", "a GIF picture; its text must be recognised first"),
    (b"II*\x00", "a TIFF picture; its text must be recognised first"),
    (b"MM\x00*", "a TIFF picture; its text must be recognised first"),
    (b"SQLite format 3\x00", "an SQLite database; export its rows first"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
HEAD = 8192
CONTROL = bytes([*range(1, 9), *range(14, 27), *range(28, 32)])
CONTROL_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file.

    Attributes:
        number: From 1.
        text: With its line end.
        warnings: What was odd about its bytes.
        problem: Why it cannot be read, or None.
    """

    number: int
    text: str
    warnings: tuple[str, ...] = ()
    problem: str | None = None


def binary_kind(head: bytes) -> str | None:
    """Say what kind of binary begins with these bytes.

    Beyond the known formats, bytes that are no UTF-8 and hold more than 5 % control characters
    count as binary. NUL alone does not: a text with NUL bytes is still a text.

    Returns:
        A phrase such as "a PDF; extract its text first", or None for text.
    """
    for magic, kind in BINARIES:
        if head.startswith(magic):
            return kind
    if not head or any(head.startswith(mark) for mark, _ in MARKS):
        return None
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head[:HEAD])
    except UnicodeDecodeError:
        head = head[:HEAD]
        controls = len(head) - len(head.translate(None, CONTROL))
        if controls > CONTROL_SHARE * len(head):
            return "a binary file; give its text instead"
    return None


def find_mark(head: bytes) -> tuple[str, int]:
    """Return the encoding that the byte order mark announces, and the mark's length."""
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return encoding, len(mark)
    return "utf-8", 0


def decode(data: bytes, fallback: str | None = None) -> tuple[str, list[str]]:
    """Decode a whole file.

    Args:
        data: The bytes.
        fallback: Encoding to try where the bytes are no UTF-8 (an HTML page may declare one).

    Returns:
        The text without its byte order mark, and warnings.
    """
    encoding, skip = find_mark(data)
    try:
        return data[skip:].decode(encoding), []
    except UnicodeDecodeError as error:
        if fallback and not skip:
            try:
                return data.decode(fallback), []
            except (UnicodeDecodeError, LookupError):
                pass
        offset = skip + error.start
    return data[skip:].decode(encoding, "replace"), [_invalid(encoding, offset)]


def decode_lines(lines: Iterable[bytes]) -> Iterator[Line]:
    """Decode a file line by line; only ``\\n`` ends a line.

    Args:
        lines: Pieces of the file, cut after each newline byte, as a binary file gives them.

    Yields:
        The lines with their numbers and warnings.
    """
    pieces = iter(lines)
    first = next(pieces, b"")
    encoding, skip = find_mark(first)
    if encoding != "utf-8":
        yield from _wide_lines(first[skip:], pieces, encoding)
        return
    offset = skip
    start = first if isinstance(first, TooLong) else first[skip:]
    for number, piece in enumerate(_prepend(start, pieces), 1):
        if isinstance(piece, TooLong):
            yield Line(number, "\n", problem=f"the line {TOO_LONG}")
            continue
        try:
            yield Line(number, piece.decode())
        except UnicodeDecodeError as error:
            note = _invalid(encoding, offset + error.start)
            yield Line(number, piece.decode(errors="replace"), (note,))
        offset += len(piece)


def _prepend(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    if first:
        yield first
    yield from rest


def _wide_lines(first: bytes, rest: Iterator[bytes], encoding: str) -> Iterator[Line]:
    # A newline byte may stand in the middle of a UTF-16 unit, so lines are cut after decoding.
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    held: list[str] = []
    number = 0
    for piece in _prepend(first, rest):
        if isinstance(piece, TooLong):
            if text := "".join(held):
                number += 1
                yield _wide_line(number, f"{text}\n")
            yield Line(number + 1, "\n", problem=f"the line {TOO_LONG}")
            return  # where the next line begins is not known
        parts = decoder.decode(piece).split("\n")
        for part in parts[:-1]:
            number += 1
            yield _wide_line(number, "".join([*held, part, "\n"]))
            held = []
        held.append(parts[-1])
    last = "".join([*held, decoder.decode(b"", final=True)])
    if last:
        yield _wide_line(number + 1, last)


def _wide_line(number: int, text: str) -> Line:
    at = text.find("�")
    note = f"Bytes that could not be decoded are read as U+FFFD, the first at character {at}."
    return Line(number, text, (note,) if at >= 0 else ())


def _invalid(encoding: str, offset: int) -> str:
    return (
        f"The bytes are not valid {encoding.upper()}, first at byte {offset} of the file; "
        f"each such place is read as U+FFFD."
    )
