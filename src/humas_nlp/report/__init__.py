"""What people look at: notebook views and self-contained HTML pages."""

from humas_nlp.report.notebook import document_html
from humas_nlp.report.page import page_html

__all__ = ["document_html", "page_html"]
