"""Which files an input names, and of which kind each is."""

import glob
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Literal

from humas_nlp.errors import DataError

Kind = Literal["text", "html", "jsonl", "delimited", "parquet", "zip", "unreadable"]

STDIN = "-"
GZIP = ".gz"
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
    ".zip": "zip",
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


def kind_of(name: str) -> Kind | None:
    """Return how a file of this name is read; None for unknown suffixes.

    Example:
        >>> kind_of("artikel.jsonl.gz")
        'jsonl'
    """
    path = PurePath(name)
    if path.suffix.lower() == GZIP:
        path = path.with_suffix("")
    return KINDS.get(path.suffix.lower())


def is_pattern(path: str | Path) -> bool:
    """Tell whether an input is a pattern: no file has this name, and it holds ``*``, ``?``, ``[``.

    A shell expands patterns itself; ``**`` and quoted patterns come here.
    """
    return glob.has_magic(str(path)) and not Path(path).exists()


def matches(pattern: str | Path) -> list[str]:
    """Return the files and folders that a pattern names, sorted; ``**`` goes into folders."""
    # Path.glob takes no absolute pattern.
    return sorted(glob.glob(str(pattern), recursive=True))  # noqa: PTH207


def check_inputs(paths: Iterable[str | Path]) -> None:
    """See that every path is there before any work starts.

    Raises:
        DataError: Naming the paths that are not there.
    """
    missing = [
        str(path)
        for path in paths
        if str(path) != STDIN
        and not Path(path).exists()
        and not (is_pattern(path) and matches(path))
    ]
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
        path: A file, a folder, or a pattern such as ``rilis/**/*.txt``.
        exclude: Resolved paths never to read: the output of this very run.
        on_skip: Told of every file that is passed over, hidden ones excepted.
    """
    if is_pattern(path):
        for found in matches(path):
            # A folder's own files are named by the pattern too where it goes into folders.
            if not ("**" in str(path) and Path(found).is_dir()):
                yield from expand(found, exclude=exclude, on_skip=on_skip)
        return
    root = Path(path)
    if not root.is_dir():
        yield Input(root, str(root), root.name, kind_of(root.name) or "text")
        return
    # An output that holds the folder itself takes nothing away.
    inner = [other for other in exclude if root.resolve() in other.parents]
    for file in _walk(root):
        resolved = file.resolve() if inner else file
        if any(resolved == other or other in resolved.parents for other in inner):
            continue
        if found_kind := kind_of(file.name):
            yield Input(file, str(file), file.relative_to(root).as_posix(), found_kind)
        elif on_skip:
            on_skip(file)


def _walk(root: Path) -> Iterator[Path]:
    """Yield the files under a folder, sorted, hidden ones left out; folders by link not entered."""
    waiting = [root]  # not recursive: folders may lie a thousand deep
    while waiting:
        place = waiting.pop()
        if place.is_file():
            yield place
        elif place.is_dir() and (place == root or not place.is_symlink()):
            with suppress(OSError):  # a folder that may not be read
                inside = sorted(path for path in place.iterdir() if path.name[0] != ".")
                waiting.extend(reversed(inside))


def total_bytes(paths: Iterable[str | Path], *, exclude: Collection[Path] = ()) -> int | None:
    """Return how many bytes the inputs have; None where standard input is among them."""
    total = 0
    for path in paths:
        if str(path) == STDIN:
            return None
        for file in expand(path, exclude=exclude):
            with suppress(OSError):
                total += file.path.stat().st_size
    return total
