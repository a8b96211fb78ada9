"""Several documents as one HTML page that stands alone: no script, nothing loaded."""

from collections.abc import Iterable

from humas_nlp.document import Document
from humas_nlp.report.markup import escape
from humas_nlp.report.notebook import document_html, meta_line
from humas_nlp.report.voices import voices

_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:16px/1.6 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}"
    "nav li{margin:.3rem 0}a{color:LinkText}section{margin:2rem 0}footer{margin:2rem 0}"
    "@media print{section{break-inside:avoid-page}}"
)
# The policy stops a browser from running or loading anything, whatever a text holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
REMINDER = (
    "Analisis otomatis: periksa setiap kutipan dan narasumber pada naskah asli sebelum disiarkan."
)


def page_html(documents: Iterable[Document], title: str) -> str:
    """Write a page of documents with a table of contents.

    Args:
        documents: Analyses, with or without their texts.
        title: Heading of the page.

    Returns:
        A complete HTML document; write it as UTF-8.
    """
    listed = list(documents)
    contents = "".join(_entry(number, document) for number, document in enumerate(listed, 1))
    sections = "".join(
        f'<section id="d{number}">{document_html(document)}'
        '<a href="#isi">↑ Daftar isi</a></section>'
        for number, document in enumerate(listed, 1)
    )
    quotes = sum(len(document.quotes) for document in listed)
    return (
        '<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n<p>{len(listed)} naskah, {quotes} kutipan.</p>\n"
        f'<nav id="isi" aria-label="Daftar isi"><h2>Daftar isi</h2><ol>{contents}</ol></nav>\n'
        f"<main>{sections}</main>\n<footer>{REMINDER}</footer>\n</body>\n</html>\n"
    )


def _entry(number: int, document: Document) -> str:
    """Write one line of the table of contents: title, header data, quotes, main theme."""
    name = escape(document.meta.title or document.id or f"Naskah {number}")
    speakers = sum(voice.name is not None for voice in voices(document))
    facts = [
        meta_line(document.meta),
        f"{len(document.quotes)} kutipan, {speakers} narasumber",
        escape(document.themes[0].label) if document.themes else "",
    ]
    return (
        f'<li><a href="#d{number}"><bdi>{name}</bdi></a><br>{" · ".join(filter(None, facts))}</li>'
    )
