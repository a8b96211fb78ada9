"""Dates and times with ISO 8601 values."""

import datetime
import re

from humas_nlp.document import Entity
from humas_nlp.entities.overlaps import without_overlaps

MONTHS = (
    ("januari", "jan", "january"),
    ("februari", "feb", "pebruari", "peb", "february"),
    ("maret", "mar", "march"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "jun", "june"),
    ("juli", "jul", "july"),
    ("agustus", "agu", "agt", "ags", "aug", "august"),
    ("september", "sep", "sept"),
    ("oktober", "okt", "oct", "october"),
    ("november", "nov", "nopember", "nop"),
    ("desember", "des", "dec", "december"),
)
_MONTH_NUMBER = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
_B = r"[ \t\u00a0]"
_MONTH = "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True))
_DAY = r"(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)"
_TO = rf"{_B}?(?:-|–|—|s/d|s\.d\.|hingga|sampai|dan){_B}?"
# All patterns begin with a digit that no letter or figure precedes, so that the matcher skips to
# the next candidate quickly; what may stand before the digit is read backwards.
_FIRST = r"\d(?<![\w/.,-]\d)"
# "23 Oktober 2023", "5–7 Juni"
_WORDS = re.compile(
    rf"({_FIRST}\d?)(?:{_TO}(\d\d?))?{_B}({_MONTH})\b\.?(?:{_B}(\d{{4}})\b)?", re.IGNORECASE
)
# "23/10", "23/10/2023", "23-10-2023"
_FIGURES = re.compile(rf"({_FIRST}\d?)([/-])(\d\d?)(?:\2(\d{{4}}|\d\d))?(?![\w/-])")
_ISO = re.compile(rf"({_FIRST}\d{{3}})-(\d\d)-(\d\d)(?![\w/-])")
# "31 Februari 2023" is no date, and no month either.
_MONTH_BEFORE = re.compile(rf"(?<!\w)(?<!\d{_B})({_MONTH}){_B}(?:tahun{_B})?$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d(?!\w)")
# The first hour, with the look back behind its first digit.
_CLOCK_FIRST = r"(\d(?<![\w/.,-]\d)\d?)[.:]([0-5]\d)"
_CLOCK = r"([01]?\d|2[0-4])[.:]([0-5]\d)"
_TIME = re.compile(
    rf"{_CLOCK_FIRST}(?:{_TO}(?:pukul{_B})?{_CLOCK})?(?:{_B}?(WIB|WITA|WIT))?(?!\w|\.\d)",
    re.IGNORECASE,
)
# A weekday before a date, with the bracket that may open it.
_BEFORE = re.compile(rf"(?<!\w)({_DAY}{_B}?,?{_B}?)?(\()?$", re.IGNORECASE)
_CLOCK_BEFORE = re.compile(rf"(?<!\w)(?:pukul|jam){_B}$", re.IGNORECASE)
_REACH = 16
_ZONES = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}


def find_dates(
    text: str, start: int = 0, end: int | None = None, *, date: str | None = None
) -> list[Entity]:
    """Find absolute dates and times in a range of a text.

    A date without a year takes the year that brings it nearest to `date`; without `date` its value
    is ``--MM-DD``. A stretch of days has an interval as its value ("2023-06-05/2023-06-07").

    Args:
        text: The whole text.
        start: First code point of the range.
        end: One past its last code point; None for the end of the text.
        date: Date of the text, ``YYYY-MM-DD``; anything else counts as None.

    Returns:
        DATE and TIME entities in reading order, not overlapping.

    Example:
        >>> [e.value for e in find_dates("Senin (23/10) pukul 08.30 WITA", date="2023-10-24")]
        ['2023-10-23', '08:30+08:00']
    """
    stop = len(text) if end is None else end
    near = _parse(date)
    found = [*_word_dates(text, start, stop, near), *_figure_dates(text, start, stop, near)]
    found += _times(text, start, stop)
    return without_overlaps(found)


def _widen(text: str, match: re.Match[str], start: int, end: int) -> tuple[int, int, bool]:
    """Take in a weekday before a date and brackets around it: "Kamis (20 Mei 2021)".

    Returns:
        The wider range, and whether there was a weekday or a pair of brackets.
    """
    low = max(start, match.start() - _REACH)
    before = _BEFORE.search(text[low : match.start()])
    if before is None:
        return match.start(), match.end(), False
    closed = before[2] is not None and text[match.end() : min(match.end() + 1, end)] == ")"
    if before[1] and (closed or not before[2]):
        return low + before.start(), match.end() + closed, True
    return match.start(), match.end(), closed


def _word_dates(text: str, start: int, end: int, near: datetime.date | None) -> list[Entity]:
    found = []
    for match in _WORDS.finditer(text, start, end):
        month = _MONTH_NUMBER[match[3].lower()]
        year = int(match[4]) if match[4] else None
        value = _iso(int(match[1]), month, year, near)
        last = _iso(int(match[2]), month, year, near) if match[2] else None
        if value is not None and (last is not None or not match[2]):
            first, stop, _ = _widen(text, match, start, end)
            found.append(_entity(text, first, stop, f"{value}/{last}" if last else value))
    for match in _YEAR.finditer(text, start, end):
        low = max(start, match.start() - _REACH)
        before = _MONTH_BEFORE.search(text[low : match.start()])
        if before is not None:
            value = f"{match[0]}-{_MONTH_NUMBER[before[1].lower()]:02}"
            found.append(_entity(text, low + before.start(), match.end(), value))
    return found


def _figure_dates(text: str, start: int, end: int, near: datetime.date | None) -> list[Entity]:
    found = []
    for match in _FIGURES.finditer(text, start, end):
        first, stop, marked = _widen(text, match, start, end)
        # "ayat 1/2", "5-6": day and month alone need a weekday or brackets, and a slash.
        if match[4] is None and not (match[2] == "/" and marked):
            continue
        year = None if match[4] is None else int(match[4])
        if year is not None and year < 100:
            year += 2000
        value = _iso(int(match[1]), int(match[3]), year, near)
        if value is not None:
            found.append(_entity(text, first, stop, value))
    for match in _ISO.finditer(text, start, end):
        value = _iso(int(match[3]), int(match[2]), int(match[1]), None)
        if value is not None:
            found.append(_entity(text, match.start(), match.end(), value))
    return found


def _times(text: str, start: int, end: int) -> list[Entity]:
    found = []
    for match in _TIME.finditer(text, start, end):
        hour, minute, hour_to, minute_to, zone = match.groups()
        low = max(start, match.start() - _REACH)
        before = _CLOCK_BEFORE.search(text[low : match.start()])
        if int(hour) > 24 or (before is None and zone is None):
            continue
        offset = _ZONES[zone.upper()] if zone else ""
        value = f"{int(hour):02}:{minute}{offset}"
        if hour_to:
            value += f"/{int(hour_to):02}:{minute_to}{offset}"
        first = low + before.start() if before else match.start()
        found.append(Entity(first, match.end(), text[first : match.end()], "TIME", value))
    return found


def _entity(text: str, start: int, end: int, value: str) -> Entity:
    return Entity(start, end, text[start:end], "DATE", value)


def _iso(day: int, month: int, year: int | None, near: datetime.date | None) -> str | None:
    """Return a date's value, None if the calendar has no such day."""
    if year is None and near is not None:
        years = (near.year - 1, near.year, near.year + 1)
        days = [made for made in (_make(y, month, day) for y in years) if made is not None]
        return min(days, key=lambda made: abs(made - near)).isoformat() if days else None
    if year is None:
        return f"--{month:02}-{day:02}" if _make(2000, month, day) else None
    made = _make(year, month, day)
    return made.isoformat() if made else None


def _make(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _parse(date: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(date) if date else None
    except ValueError:
        return None
