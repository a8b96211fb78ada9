"""Write results one after another: JSON Lines in input order, or five CSV tables in a folder.

Files are written under a temporary name beside their place and renamed when they are whole, so
that an interrupted run never leaves half a file behind. Nothing is held but the current batch.
Parquet tables are written by shards: see `run_folder`.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal, Protocol

from humas_nlp.corpus.analysis import Result
from humas_nlp.corpus.replacing import replacing
from humas_nlp.errors import DataError

if TYPE_CHECKING:
    import pandas as pd

Format = Literal["jsonl", "csv", "parquet"]
FORMATS: tuple[Format, ...] = ("jsonl", "csv", "parquet")
STDOUT = "-"
SUFFIXES: dict[str, Format] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
}
JSONL_NAME = "documents.jsonl"  # of JSON Lines in a folder
BATCH = 256  # documents laid out as tables at a time
# A spreadsheet takes a cell that begins with one of these for a formula (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Legal inside JSON strings, but some readers cut lines at them.
LINE_BREAKS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


class Writer(Protocol):
    """Takes results one by one."""

    def write(self, result: Result) -> None:
        """Write one result, or hold it until its batch is full."""
        ...


def resolve_format(output: str | None, name: str | None) -> Format:
    """Decide the format: the one named, else by the output's suffix, else Parquet.

    Args:
        output: File, folder, "-", or None for standard output.
        name: Format that the caller named, or None.

    Raises:
        DataError: The format is unknown, or cannot go to this output.
    """
    if name is not None and name not in FORMATS:
        raise DataError(f"There is no format {name!r}. Formats: {', '.join(FORMATS)}.")
    to_stdout = output is None or output == STDOUT
    suffix = "" if output is None or is_folder(output) else Path(output).suffix.lower()
    if not (name or to_stdout or is_folder(output or "")) and suffix not in SUFFIXES:
        raise DataError(
            f"The suffix of {output!r} names no format. End it in .jsonl, name a folder with a "
            f"final '/', or give --format {'|'.join(FORMATS)}."
        )
    chosen = next((f for f in FORMATS if f == name), None) or SUFFIXES.get(suffix)
    if chosen is None:
        return "jsonl" if to_stdout else "parquet"
    if chosen != "jsonl" and (to_stdout or suffix):
        raise DataError(
            f"The format {chosen} is five tables and needs a folder, not "
            f"{'standard output' if to_stdout else repr(output)}: -o hasil/"
        )
    return chosen


def is_folder(output: str) -> bool:
    """Tell whether an output names a folder: it is one, ends in "/", or has no suffix."""
    if output == STDOUT:
        return False
    return output.endswith(("/", "\\")) or Path(output).is_dir() or not Path(output).suffix


def check_output(output: str | None, *, overwrite: bool) -> None:
    """Refuse an output that holds something, unless it may be overwritten.

    Raises:
        DataError: Naming the output and what to do.
    """
    if output is None or output == STDOUT or overwrite:
        return
    path = Path(output)
    full = any(path.iterdir()) if path.is_dir() else path.exists() and path.stat().st_size > 0
    if full:
        raise DataError(f"{output} is not empty. Name another output, or give --overwrite.")


def open_writer(
    output: str | None, form: Format, *, text: bool = False, stdout: IO[str] | None = None
) -> AbstractContextManager[Writer]:
    """Open a writer; leaving its context without an error puts the files in their places.

    Parquet is not among the formats: `humas_nlp.corpus.run` writes it.

    Args:
        output: File, folder, "-" or None for standard output.
        form: What `resolve_format` gives.
        text: Write the text itself too, in JSON Lines.
        stdout: Stand-in for standard output.
    """
    if output is None or output == STDOUT:
        return _stream_writer(stdout or sys.stdout, text)
    if form == "jsonl":
        path = Path(output) / JSONL_NAME if is_folder(output) else Path(output)
        return _jsonl_writer(path, text)
    return _csv_writer(Path(output))


class JsonlWriter:
    """One JSON object a line."""

    def __init__(self, stream: IO[str], *, text: bool) -> None:
        """Write to an open stream."""
        self._stream = stream
        self._text = text

    def write(self, result: Result) -> None:
        """Write the document's line."""
        self._stream.write(json_line(result.to_dict(text=self._text)))


def json_line(data: dict[str, Any]) -> str:
    """Return an object as one line of strict JSON, letters unescaped.

    Example:
        >>> json_line({"id": "a\\u2028b"})
        '{"id": "a\\\\u2028b"}\\n'
    """
    line = json.dumps(data, ensure_ascii=False, allow_nan=False)
    return line.translate(LINE_BREAKS) + "\n"


@contextmanager
def _stream_writer(stream: IO[str], text: bool) -> Iterator[Writer]:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:  # the console's own encoding may know no curly quotes
        reconfigure(encoding="utf-8", errors="replace", newline="\n")
    yield JsonlWriter(stream, text=text)
    stream.flush()


@contextmanager
def _jsonl_writer(path: Path, text: bool) -> Iterator[Writer]:
    with (
        _replacing([path]) as (part,),
        part.open("w", encoding="utf-8", errors="replace", newline="\n") as stream,
    ):
        yield JsonlWriter(stream, text=text)


class CsvWriter:
    """Five CSV tables, written a batch at a time."""

    def __init__(self, parts: dict[str, Path]) -> None:
        """Write each table to the file of its name."""
        self._parts = parts
        self._batch: list[Result] = []
        self._open: dict[str, Any] = {}

    def write(self, result: Result) -> None:
        """Hold the document until the batch is full."""
        self._batch.append(result)
        if len(self._batch) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write the batch; an empty one still gives files with their columns."""
        from humas_nlp.corpus.tables import to_frames

        frames = to_frames(
            (result.document for result in self._batch),
            inputs=(result.record.keep for result in self._batch),
        )
        for name, frame in frames.items():
            self._append_csv(name, frame)
        self._batch = []

    def close(self) -> None:
        """Write what is left and close the files."""
        if self._batch or not self._open:
            self.flush()
        self.abandon()

    def abandon(self) -> None:
        """Close the files as they are."""
        for handle in self._open.values():
            handle.close()

    def _append_csv(self, name: str, frame: "pd.DataFrame") -> None:
        first = name not in self._open
        if first:
            self._open[name] = self._parts[name].open(
                "w", encoding="utf-8", errors="replace", newline=""
            )
        csv_ready(name, frame).to_csv(
            self._open[name], index=False, header=first, lineterminator="\n"
        )


@contextmanager
def _csv_writer(folder: Path) -> Iterator[Writer]:
    from humas_nlp.corpus.tables import TABLES

    names = list(TABLES)
    with _replacing([folder / f"{name}.csv" for name in names]) as parts:
        writer = CsvWriter(dict(zip(names, parts, strict=True)))
        try:
            yield writer
            writer.close()
        finally:
            writer.abandon()


@contextmanager
def _replacing(paths: list[Path]) -> Iterator[list[Path]]:
    """Give a temporary name for each path; rename them all if nothing is raised."""
    try:
        with ExitStack() as files:
            for path in paths:
                path.parent.mkdir(parents=True, exist_ok=True)
            yield [files.enter_context(replacing(path)) for path in paths]
    except OSError as error:
        raise DataError(f"Cannot write {paths[0].parent}: {error.strerror or error}.") from error


def csv_ready(table: str, frame: "pd.DataFrame") -> "pd.DataFrame":
    """Return the frame as CSV holds it: lists as JSON text, no cell a formula.

    A text cell that a spreadsheet would take for a formula gets an apostrophe in front; numbers
    are left alone. Parquet and JSON Lines are never changed in this way.
    """
    from humas_nlp.corpus.columns import to_json
    from humas_nlp.corpus.tables import LAYOUT

    ready = frame.copy()
    for column in LAYOUT[table]:
        name = column.name
        if name not in frame.columns:
            continue  # a column that was not asked for
        if column.kind == "list":
            ready[name] = [to_json(value) for value in frame[name]]
        elif column.kind in ("string", "category"):
            ready[name] = frame[name].astype("string").map(_no_formula, na_action="ignore")
    return ready


def _no_formula(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
