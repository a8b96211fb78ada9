"""What people look at: the article view, self-contained pages, the report of a corpus."""

from humas_nlp.report.article import document_html
from humas_nlp.report.page import page_html

__all__ = ["document_html", "page_html"]
