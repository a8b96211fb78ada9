"""Plain text files, which are one document each."""

from humas_nlp.corpus.decoding import decode
from humas_nlp.corpus.records import Failure, Record, default_id

EMPTY = "the file is empty; there is nothing to analyse."


def read_text(data: bytes, *, source: str, name: str) -> Record | Failure:
    """Read a plain text file; its line ends stay as they are."""
    text, warnings = decode(data)
    if not text.strip():
        return Failure(source, None, None, EMPTY)
    return Record(default_id(name, None), text, source=source, warnings=tuple(warnings))
