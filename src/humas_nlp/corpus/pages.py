"""HTML pages: what the reader takes as a page, and the text of its article.

Parsers of HTML spend the square of what they are given on a tag of ten thousand attributes, or on
a paragraph of ten thousand tags, and a megabyte of memory on a kilobyte of tags. Such pages are
none that a person wrote: they are refused before they are parsed.
"""

import re
from dataclasses import replace

from humas_nlp.corpus.decoding import decode
from humas_nlp.corpus.limits import MIB, PAGE
from humas_nlp.corpus.plain import EMPTY
from humas_nlp.corpus.records import Failure, Record, clean, default_id
from humas_nlp.errors import MissingExtraError

CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})", re.IGNORECASE)
CHARSET_WITHIN = 2048  # bytes; the HTML standard looks for the declaration in the first 1,024
TAGS = 30_000  # opening and closing; a portal's page has 3,000 to 15,000
ATTRIBUTES = 500
# Possessive, and never failing after its first letter: nothing is read twice.
TAG = re.compile(r"""<[a-zA-Z](?:[^"'>]|"[^"]*+"|'[^']*+')*+""")
QUOTED = re.compile(r""""[^"]*+"|'[^']*+'""")


def read_page(data: bytes, *, source: str, name: str) -> Record | Failure:
    """Read an HTML page as it is; `article` takes its text out.

    Taking the text out is slow work, which a run leaves to its workers.
    """
    if len(data) > PAGE:
        message = f"the page is larger than {PAGE // MIB} MiB, as no article is."
        return Failure(source, None, None, message)
    declared = CHARSET.search(data[:CHARSET_WITHIN])
    page, warnings = decode(data, declared[1].decode("ascii", "ignore") if declared else None)
    if not page.strip():
        return Failure(source, None, None, EMPTY)
    if problem := page_problem(page):
        return Failure(source, None, None, problem)
    identity = default_id(name, None)
    return Record(identity, page, source=source, warnings=tuple(warnings), is_page=True)


def article(record: Record) -> Record | Failure:
    """Return a page's record with the text of its article; offsets count in that text.

    Any other record is returned as it is.
    """
    if not record.is_page:
        return record
    from humas_nlp.release.html import html_to_text

    try:
        text = clean(html_to_text(record.text))
    except MissingExtraError as error:
        return Failure(record.source, None, record.id, str(error), usage=True)
    except Exception as error:  # the parser must not take the run with it
        message = f"the page cannot be read ({type(error).__name__}: {error})."
        return Failure(record.source, None, record.id, message)
    if not text.strip():
        return Failure(record.source, None, record.id, "the page holds no article text.")
    return replace(record, text=text, is_page=False)


def page_problem(page: str) -> str | None:
    """Say why a page is not parsed, or None.

    Example:
        >>> page_problem("<p>" * 30_001)
        'the page has more than 30,000 tags, as no article has.'
    """
    if page.count("<") > TAGS:
        return f"the page has more than {TAGS:,} tags, as no article has."
    for tag in TAG.finditer(page):
        if len(tag[0]) > ATTRIBUTES and len(QUOTED.sub("", tag[0]).split()) > ATTRIBUTES:
            return f"the page has a tag with more than {ATTRIBUTES} attributes, as no article has."
    return None
