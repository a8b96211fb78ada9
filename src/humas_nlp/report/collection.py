"""What a report counts: read the documents of a run once, keep numbers and quotes."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from humas_nlp.document import Document, Quote, Theme
from humas_nlp.release.dates import parse_date
from humas_nlp.report.periods import Unit, unit_of
from humas_nlp.report.run import Entry
from humas_nlp.report.tallies import Cast
from humas_nlp.themes.taxonomy import OTHER, label_of

UNSURE = 0.5
"""A quote below this confidence is counted as unsure."""

_ISO = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)")


@dataclass(frozen=True, slots=True)
class Said:
    """A quote with who says it.

    Attributes:
        document: Place of its document among the documents.
        quote: The quote.
        person: Number of the person, or None.
        institution: Number of the institution, or None.
        theme: Code of what it is about, or None.
    """

    document: int
    quote: Quote
    person: int | None
    institution: int | None
    theme: str | None


@dataclass(slots=True)
class Collection:
    """A corpus as a report needs it.

    Attributes:
        documents: All documents.
        dates: Date of each, ISO 8601, or None.
        said: All quotes in the order of the documents.
        cast: People and institutions.
        theme_names: Every theme that occurs, by code; one that no document has, but a quote, has
            the label of the packaged themes or its code, for quotes hold codes only.
        kinds: Quotes by kind.
        days: Documents by date and main theme.
        failed: Documents and files that failed; None if the run does not tell.
    """

    documents: list[Document] = field(default_factory=list)
    dates: list[str | None] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    cast: Cast = field(default_factory=Cast)
    theme_names: dict[str, Theme] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    days: Counter[tuple[str, str | None]] = field(default_factory=Counter)
    failed: int | None = None

    def themes(self) -> list[tuple[str, int]]:
        """Return the main themes with their documents, the most frequent first."""
        counts = Counter(main_theme(document) for document in self.documents)
        named = [(code, count) for code, count in counts.items() if code is not None]
        return sorted(named, key=lambda pair: (-pair[1], pair[0]))

    def top_themes(self, most: int) -> list[str]:
        """Return the most frequent main themes, without the one that says "none of these"."""
        return [code for code, _ in self.themes() if code != OTHER][:most]

    def quote_themes(self, most: int) -> list[str]:
        """Return the themes with most quotes, without the one that says "none of these"."""
        counts = Counter(each.theme for each in self.said)
        named = [(code, count) for code, count in counts.items() if code not in (None, OTHER)]
        return [str(code) for code, _ in sorted(named, key=lambda pair: (-pair[1], pair[0]))][:most]

    @property
    def unit(self) -> Unit:
        """The unit of time of a chart of the documents."""
        return unit_of(day for day, _ in self.days)

    def quality(self) -> dict[str, int | None]:
        """Return what a reader has to know before trusting the numbers."""
        return {
            "failed": self.failed,
            "undated": sum(date is None for date in self.dates),
            "no_quotes": sum(not document.quotes for document in self.documents),
            "no_theme": sum(main_theme(each) in (None, OTHER) for each in self.documents),
            "warned": sum(bool(document.warnings) for document in self.documents),
            "no_speaker": sum(each.quote.speaker is None for each in self.said),
            "unnamed": sum(
                each.quote.speaker is not None and each.quote.speaker.type == "unnamed"
                for each in self.said
            ),
            "unsure": sum(each.quote.confidence < UNSURE for each in self.said),
        }


def collect(
    entries: Iterable[Entry], *, date_field: str | None = None, failed: int | None = None
) -> Collection:
    """Read the documents of a run.

    Args:
        entries: Documents with the kept fields of their input.
        date_field: Kept field that holds the date of a document whose text states none.
        failed: Documents and files that failed, where the run tells.
    """
    found = Collection(failed=failed)
    for place, entry in enumerate(entries):
        document = entry.document
        date = document.meta.date or (iso_date(entry.kept.get(date_field)) if date_field else None)
        theme = main_theme(document)
        found.documents.append(document)
        found.dates.append(date)
        if date is not None:
            found.days[date, theme] += 1
        for theme_of_it in document.themes:
            found.theme_names.setdefault(theme_of_it.code, theme_of_it)
        for quote in document.quotes:
            about = quote_theme(quote, document)
            person, institution = found.cast.count(quote, place, about, date)
            found.kinds[quote.kind] += 1
            found.said.append(Said(place, quote, person, institution, about))
    for each in found.said:
        if each.theme is not None and each.theme not in found.theme_names:
            found.theme_names[each.theme] = Theme(each.theme, label_of(each.theme), 0.0)
    return found


def main_theme(document: Document) -> str | None:
    """Return the code of the first theme, which is the main one."""
    return document.themes[0].code if document.themes else None


def quote_theme(quote: Quote, document: Document) -> str | None:
    """Return the code of a quote's first theme; its document's where a run has none of quotes."""
    return quote.themes[0] if quote.themes else main_theme(document)


def iso_date(value: Any) -> str | None:  # noqa: ANN401 - a field of somebody's file
    """Read the date out of a field: ISO 8601 with or without a time, or as Indonesians write it.

    Example:
        >>> iso_date("2023-02-27T06:39:11+07:00"), iso_date("Kamis, 18 Jun 2026 14:49 WIB")
        ('2023-02-27', '2026-06-18')
    """
    if not isinstance(value, str):
        return None
    found = _ISO.match(value.strip())
    if found is None:
        return parse_date(value)
    try:
        return datetime.date(*(int(part) for part in found.groups())).isoformat()
    except ValueError:
        return None
