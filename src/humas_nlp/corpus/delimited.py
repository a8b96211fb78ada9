"""CSV and its kin: comma, semicolon or tab, with a header line."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from humas_nlp.corpus.decoding import Line, decode_lines
from humas_nlp.corpus.limits import ROW_LINES
from humas_nlp.corpus.records import (
    Failure,
    Fields,
    Record,
    build_record,
    missing_columns,
)

DELIMITERS = ",;\t"
FIELD_LIMIT = 2**31 - 1  # of one cell; the csv module's own limit, 131,072, is a long release


def sniff_delimiter(header: str, wanted: str) -> str:
    """Choose the delimiter of a header line.

    The one that gives a column of the wanted name wins, else the one that gives most columns.

    Example:
        >>> sniff_delimiter("id;isi, lengkap;text", "text")
        ';'
    """

    def rank(delimiter: str) -> tuple[bool, int]:
        names = _parse_header(header, delimiter)
        return wanted in names, len(names)

    return max(DELIMITERS, key=rank)


def _parse_header(header: str, delimiter: str) -> list[str]:
    row = next(csv.reader([header.rstrip("\r\n")], delimiter=delimiter), [])
    return [name.strip() for name in row]


class _Feed:
    """The lines of a file for `csv.reader`, remembering those of the current row.

    A quotation mark that never closes makes the reader swallow the rows after it. `push_back`
    returns all but the first of them, so that only the broken row is lost.
    """

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._waiting: deque[Line] = deque()
        self.row: list[Line] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self.row) >= ROW_LINES:
            raise csv.Error(f"it spans more than {ROW_LINES} lines")
        line = self._waiting.popleft() if self._waiting else next(self._lines)
        self.row.append(line)
        if line.problem:
            raise csv.Error(line.problem.removesuffix("."))
        return line.text

    def push_back(self) -> None:
        self._waiting.extendleft(reversed(self.row[1:]))


@dataclass(frozen=True, slots=True)
class _Table:
    fields: Fields
    columns: list[str]
    source: str
    name: str


def read_delimited(
    lines: Iterable[bytes], fields: Fields, *, source: str, name: str
) -> Iterator[Record | Failure]:
    """Read a CSV file row by row.

    A row may span lines; its line is the one where it begins. Short rows are filled with nulls.

    Args:
        lines: The file's bytes, cut after each newline byte.
        fields: Which columns to read.
        source: File as the caller named it.
        name: Short name of the file, for ids.

    Yields:
        A record or a failure for each row; one failure if a column is missing.
    """
    decoded = decode_lines(lines)
    header = next((line for line in decoded if line.text.strip()), None)
    if header is None:
        yield Failure(source, None, None, "the file is empty; there is nothing to analyse.")
        return
    csv.field_size_limit(max(csv.field_size_limit(), FIELD_LIMIT))
    try:
        delimiter = sniff_delimiter(header.text, fields.text)
        columns = _parse_header(header.text, delimiter)
    except csv.Error as error:
        yield Failure(source, header.number, None, f"the header cannot be read: {error}.")
        return
    if missing := fields.missing(columns):
        yield missing_columns(source, missing, columns)
        return
    table, feed, rows = _Table(fields, columns, source, name), _Feed(decoded), 0
    for item in _rows(feed, table, delimiter):
        rows += 1
        yield item
    if not rows:
        yield Failure(source, None, None, "the table has a header and no rows.")


def _rows(feed: _Feed, table: _Table, delimiter: str) -> Iterator[Record | Failure]:
    while True:
        feed.row = []
        # strict: a quotation mark that never closes is an error, not the end of the last cell.
        # A reader a row: after an error the old one is in an unknown state.
        reader = csv.reader(feed, delimiter=delimiter, strict=True)
        try:
            cells = next(reader)
            problem = _row_problem(cells, table.columns, len(feed.row))
        except StopIteration:
            return
        except csv.Error as error:
            cells, problem = [], f"the row cannot be read: {error}."
        if problem:
            yield Failure(table.source, feed.row[0].number, None, problem)
            feed.push_back()
        elif cells:
            yield _record(cells, feed.row, table)


def _row_problem(cells: list[str], columns: list[str], height: int) -> str | None:
    while len(cells) > len(columns) and not cells[-1]:
        cells.pop()
    many = len(cells) > len(columns)
    # A short row over several lines is the mark of an unclosed quotation mark.
    if many or (height > 1 and 0 < len(cells) < len(columns)):
        return (
            f"the row has {len(cells)} cells, the header {len(columns)}. "
            f'Put cells that hold the delimiter, a line break or a " between quotation marks.'
        )
    return None


def _record(cells: list[str], row: list[Line], table: _Table) -> Record | Failure:
    values: dict[str, str | None] = dict.fromkeys(table.columns)
    values.update(zip(table.columns, cells, strict=False))
    return build_record(
        values,
        table.fields,
        source=table.source,
        name=table.name,
        line=row[0].number,
        warnings=[note for line in row for note in line.warnings][:1],
    )
