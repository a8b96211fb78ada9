"""The outer form of a text: header, dateline, paragraphs, credits, page furniture."""

from humas_nlp.release.dates import DATE_PATTERN, DateMatch, find_dates, parse_date
from humas_nlp.release.html import html_to_text
from humas_nlp.release.reader import read_release

__all__ = [
    "DATE_PATTERN",
    "DateMatch",
    "find_dates",
    "html_to_text",
    "parse_date",
    "read_release",
]
