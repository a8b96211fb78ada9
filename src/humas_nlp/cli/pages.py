"""Writing documents as one web page, for the commands that can."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from humas_nlp.corpus.analysis import Result
from humas_nlp.document import Document
from humas_nlp.errors import DataError


def check_page(path: Path, *, overwrite: bool) -> None:
    """Refuse a page that is there already, unless it may be replaced.

    Raises:
        DataError: Naming the page and what to do.
    """
    if path.exists() and not overwrite:
        raise DataError(f"{path} exists. Name another file, or give --overwrite.")


def write_page(path: Path, page: str) -> None:
    """Write a page, with its folder where there is none.

    Raises:
        DataError: The page cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8", errors="replace")
    except OSError as error:
        raise DataError(f"Cannot write {path}: {error.strerror or error}.") from error


class PageWriter:
    """Holds documents for a page."""

    def __init__(self) -> None:
        """Begin with none."""
        self.documents: list[Document] = []

    def write(self, result: Result) -> None:
        """Take one document."""
        self.documents.append(result.document)


@contextmanager
def page_writer(path: Path) -> Iterator[PageWriter]:
    """Open a writer; leaving its context without an error writes the page."""
    from humas_nlp.report.page import page_html

    writer = PageWriter()
    yield writer
    write_page(path, page_html(writer.documents, path.stem))
