"""Several documents as one HTML page that stands alone: no script, nothing loaded."""

from collections.abc import Iterable

from humas_nlp.document import Document
from humas_nlp.report.article import article_style, document_html, meta_line
from humas_nlp.report.labels import Language, labels, theme_label
from humas_nlp.report.markup import escape
from humas_nlp.report.voices import voices

_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:16px/1.6 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem}"
    "nav li{margin:.3rem 0}a{color:LinkText}section{margin:2rem 0}footer{margin:2rem 0}"
    "@media print{nav li{break-inside:avoid}section{break-before:page}}"
)
# The policy stops a browser from running or loading anything, whatever a text holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page_html(documents: Iterable[Document], title: str, language: Language = "id") -> str:
    """Write a page of documents with a table of contents.

    Args:
        documents: Analyses, with or without their texts.
        title: Heading of the page.
        language: Language of the labels, "id" or "en".

    Returns:
        A complete HTML document; write it as UTF-8.
    """
    listed = list(documents)
    words = labels("page", language)
    entries = (_entry(number, each, language) for number, each in enumerate(listed, 1))
    sections = "".join(
        f'<section id="d{number}">{document_html(document, language, style=False)}'
        f'<a href="#isi">↑ {words["contents"]}</a></section>'
        for number, document in enumerate(listed, 1)
    )
    quotes = sum(len(document.quotes) for document in listed)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}{article_style()}</style>\n</head>\n"
        f"<body>\n<h1>{escape(title)}</h1>\n<p>{words['size'].format(len(listed), quotes)}</p>\n"
        f'<nav id="isi" aria-label="{words["contents"]}"><h2>{words["contents"]}</h2>'
        f"<ol>{''.join(entries)}</ol></nav>\n"
        f"<main>{sections}</main>\n<footer>{words['reminder']}</footer>\n</body>\n</html>\n"
    )


def _entry(number: int, document: Document, language: Language) -> str:
    """Write one line of the table of contents: title, header data, quotes, main theme."""
    words = labels("page", language)
    name = escape(document.meta.title or document.id or words["document"].format(number))
    speakers = sum(voice.name is not None for voice in voices(document))
    facts = [
        meta_line(document.meta, language),
        words["counts"].format(len(document.quotes), speakers),
        escape(theme_label(document.themes[0], language)) if document.themes else "",
    ]
    return (
        f'<li><a href="#d{number}"><bdi>{name}</bdi></a><br>{" · ".join(filter(None, facts))}</li>'
    )
