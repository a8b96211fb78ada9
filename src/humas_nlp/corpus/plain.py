"""Whole files that are one document each: plain text and HTML."""

import re

from humas_nlp.corpus.decoding import decode
from humas_nlp.corpus.records import Failure, Record, default_id
from humas_nlp.errors import MissingExtraError

CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})", re.IGNORECASE)
CHARSET_WITHIN = 2048  # bytes; the HTML standard looks for the declaration in the first 1,024
EMPTY = "the file is empty; there is nothing to analyse."


def read_text(data: bytes, *, source: str, name: str) -> Record | Failure:
    """Read a plain text file; its line ends stay as they are."""
    text, warnings = decode(data)
    if not text.strip():
        return Failure(source, None, None, EMPTY)
    return Record(default_id(name, None), text, source=source, warnings=tuple(warnings))


def read_html(data: bytes, *, source: str, name: str) -> Record | Failure:
    """Read the article of an HTML page; offsets count the text taken out of the page."""
    from humas_nlp.release.html import html_to_text

    declared = CHARSET.search(data[:CHARSET_WITHIN])
    page, warnings = decode(data, declared[1].decode("ascii", "ignore") if declared else None)
    if not page.strip():
        return Failure(source, None, None, EMPTY)
    try:
        text = html_to_text(page)
    except MissingExtraError as error:
        return Failure(source, None, None, str(error), usage=True)
    if not text.strip():
        return Failure(source, None, None, "the page holds no article text.")
    return Record(default_id(name, None), text, source=source, warnings=tuple(warnings))
