"""Indonesian dates as they stand in releases, and their ISO 8601 form.

Forms: "30 November 2023", "Kamis, 23 Nov 2023", "3-6 Januari 2026", "23/11/2023", "(23/11)",
"Rabu 29/10", "2023-11-30", "January 5, 2026", "April 2026". The names
of months and weekdays are those of `data/lexicon/calendar.toml`.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from humas_nlp.folding import fold
from humas_nlp.lexicon.calendar import month_numbers, weekdays

MONTHS = month_numbers()
WEEKDAYS = weekdays()

_MONTH = "|".join(sorted(MONTHS, key=lambda name: (-len(name), name)))
_DAY = "|".join(WEEKDAYS)
_YEAR = r"(?:19|20)\d\d"
_SOURCE = rf"""
    (?:(?P<weekday>\b(?:{_DAY}))(?:\s{{0,3}},)?\s{{0,3}}(?:tanggal\s{{1,3}})?)?
    (?:
      (?<![\w/.-])(?P<iso>{_YEAR}-\d\d-\d\d)(?![\w-])
    | (?<![\w/.,-])(?P<d1>\d{{1,2}})
        (?:\s?(?:-|–|—|s/d|s\.d\.|sampai|hingga|dan)\s?(?P<d2>\d{{1,2}}))?
        \s{{0,2}}(?P<month>{_MONTH})\b\.?(?:,?\s{{0,2}}(?P<year>{_YEAR})(?!\d))?
    | (?P<open>\()?(?<![\w/.,-])(?P<d3>\d{{1,2}})
        (?:(?P<sep>[/.-])(?P<m3>\d{{1,2}})(?P=sep)(?P<y3>{_YEAR}|\d\d)(?![\w/])
          |/(?P<m4>\d{{1,2}})(?![\w/.,-]|\s?\)?\d))(?(open)\))
    | \b(?P<month5>{_MONTH})\b\.?\s(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?,\s(?P<y5>{_YEAR})(?!\d)
    | \b(?P<month6>{_MONTH})\b\s(?P<y6>{_YEAR})(?!\d)
    )
"""
DATE_PATTERN: re.Pattern[str] = re.compile(_SOURCE, re.IGNORECASE | re.VERBOSE)
# Every date holds a figure, and few positions of a text do: the pattern is tried only from the
# figure itself and from the weekday, month or bracket before it.
_FIGURE = re.compile(r"\d+")
_BEFORE = re.compile(
    rf"\b(?:{_DAY})(?:\s{{0,3}},)?\s{{0,3}}(?:tanggal\s{{1,3}})?\(?$|\b(?:{_MONTH})\.?\s$|\($",
    re.IGNORECASE,
)
_REACH = 30  # code points of the longest such beginning: "Jum'at   ,   tanggal   ("


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date found in a text.

    Attributes:
        start: First code point, weekday and opening bracket included.
        end: One past the last code point.
        text: The words.
        value: ISO 8601: ``YYYY-MM-DD``, ``YYYY-MM`` where no day is named, ``A/B`` for a range of
            days; None where the year is not known.
        has_year: Whether the words themselves name the year.
    """

    start: int
    end: int
    text: str
    value: str | None
    has_year: bool


def find_dates(text: str, year: int | None = None) -> list[DateMatch]:
    """Find all dates.

    Args:
        text: Any text.
        year: Year for dates that name day and month only.

    Returns:
        Matches in reading order. Figures that cannot be a date ("45/13") are left out; day and
        month in figures count only in brackets or after a weekday.

    Example:
        >>> [d.value for d in find_dates("Kamis (23/11) dan 30 Nov 2023", 2023)]
        ['2023-11-23', '2023-11-30']
    """
    found = []
    for match in _matches(text):
        if match["m4"] and not (match["open"] or match["weekday"]):
            continue
        value, valid = _value(match, year)
        if valid:
            has_year = any(match[name] for name in ("iso", "year", "y3", "y5", "y6"))
            found.append(DateMatch(match.start(), match.end(), match[0], value, has_year))
    return found


def parse_date(text: str, year: int | None = None) -> str | None:
    """Return the ISO form of the first date in a short text, or None.

    Args:
        text: "Kamis, 23 Nov 2023 14:05 WIB", "(23/11)", "23/11".
        year: Year for a date that names day and month only.

    Example:
        >>> parse_date("Rabu (14/6)", 2023)
        '2023-06-14'
    """
    for match in _matches(text):
        value, _ = _value(match, year)
        if value:
            return value
    return None


def document_year(text: str, month: int | None = None) -> int | None:
    """Tell the year that a text's dates are in.

    Args:
        text: The whole text.
        month: Prefer dates of this month.

    Returns:
        The most frequent year of full dates of that month, else of all full dates, else of bare
        years ("tahun 2024"); the earlier mention wins a draw. None if no year is named.
    """
    years: Counter[int] = Counter()
    near: Counter[int] = Counter()
    for found in find_dates(text):
        if found.has_year and found.value:
            value = int(found.value[:4])
            years[value] += 1
            near[value] += month is not None and int(found.value[5:7]) == month
    if not years:
        years.update(int(y) for y in re.findall(rf"(?<![\w.,]){_YEAR}(?![\w]|[.,]\d)", text))
    ranked = (+near or years).most_common(1)
    return ranked[0][0] if ranked else None


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Yield what `DATE_PATTERN` finds, without trying it at every position."""
    done = 0
    for figure in _FIGURE.finditer(text):
        if figure.start() < done:
            continue
        reach = max(done, figure.start() - _REACH)
        before = _BEFORE.search(text[reach : figure.start()])
        starts = [reach + before.start()] if before else []
        for start in (*starts, figure.start()):
            if match := DATE_PATTERN.match(text, start):
                yield match
                done = match.end()
                break


def _value(match: re.Match[str], year: int | None) -> tuple[str | None, bool]:
    """Return the ISO form and whether day and month can be a date at all."""
    if match["iso"]:
        return _day(*(int(part) for part in match["iso"].split("-")))
    if match["month6"]:
        return f"{match['y6']}-{MONTHS[fold(match['month6'])]:02d}", True
    if match["month5"]:
        return _day(int(match["y5"]), MONTHS[fold(match["month5"])], int(match["d5"]))
    if match["month"]:
        month, named = MONTHS[fold(match["month"])], match["year"]
        first, valid = _day(int(named) if named else year, month, int(match["d1"]))
        if not match["d2"] or not valid:
            return first, valid
        last, valid = _day(int(named) if named else year, month, int(match["d2"]))
        return (f"{first}/{last}" if first and last else None), valid
    named = match["y3"]
    if named and len(named) == 2:
        named = "20" + named
    return _day(int(named) if named else year, int(match["m3"] or match["m4"]), int(match["d3"]))


def _day(year: int | None, month: int, day: int) -> tuple[str | None, bool]:
    try:
        value = date(year or 2000, month, day)  # 2000 is a leap year: 29 February passes
    except ValueError:
        return None, False
    return (value.isoformat() if year else None), True
