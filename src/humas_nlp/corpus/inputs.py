"""Which files an input names, and of which kind each is."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from humas_nlp.errors import DataError

Kind = Literal["text", "html", "jsonl", "delimited", "parquet", "unreadable"]

STDIN = "-"
KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".csv": "delimited",
    ".tsv": "delimited",
    ".parquet": "parquet",
    ".pq": "parquet",
    # Documents that nobody puts beside releases by chance: they are reported, not passed over.
    ".pdf": "unreadable",
    ".doc": "unreadable",
    ".docx": "unreadable",
    ".odt": "unreadable",
    ".rtf": "unreadable",
    ".xls": "unreadable",
    ".xlsx": "unreadable",
}


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read.

    Attributes:
        path: The file.
        source: The file as messages name it.
        name: Short name for ids: the path inside the given folder, or the file name.
        kind: How it is read; "unreadable" only says that it must be reported.
    """

    path: Path
    source: str
    name: str
    kind: Kind


def check_inputs(paths: Iterable[str | Path]) -> None:
    """See that every path is there before any work starts.

    Raises:
        DataError: Naming the paths that are not there.
    """
    missing = [str(path) for path in paths if str(path) != STDIN and not Path(path).exists()]
    if missing:
        raise DataError(
            f"No such file or folder: {', '.join(missing)}. Check the spelling and the folder."
        )


def expand(
    path: str | Path,
    *,
    exclude: Collection[Path] = (),
    on_skip: Callable[[Path], None] | None = None,
) -> Iterator[Input]:
    """Give the files of one input: the file itself, or a folder's files in sorted order.

    A file named by hand is read whatever its suffix is, as plain text if it is unknown. In a
    folder hidden files and files of other kinds are passed over.

    Args:
        path: A file or a folder.
        exclude: Resolved paths never to read: the output of this very run.
        on_skip: Told of every file that is passed over, hidden ones excepted.
    """
    root = Path(path)
    if not root.is_dir():
        kind = KINDS.get(root.suffix.lower(), "text")
        yield Input(root, str(root), root.name, kind)
        return
    # An output that holds the folder itself takes nothing away.
    inner = [other for other in exclude if root.resolve() in other.parents]
    for file in sorted(root.rglob("*")):
        inside = file.relative_to(root)
        if any(part.startswith(".") for part in inside.parts) or not file.is_file():
            continue
        resolved = file.resolve()
        if any(resolved == other or other in resolved.parents for other in inner):
            continue
        if found := KINDS.get(file.suffix.lower()):
            yield Input(file, str(file), inside.as_posix(), found)
        elif on_skip:
            on_skip(file)
