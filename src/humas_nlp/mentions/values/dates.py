"""Dates of the calendar with ISO 8601 values: days, stretches of days, months, years."""

import re
from collections.abc import Iterator

from humas_nlp.document import Entity
from humas_nlp.folding import fold
from humas_nlp.mentions.overlaps import without_overlaps
from humas_nlp.mentions.values.calendar import (
    Day,
    day_value,
    month_value,
    stretch,
)
from humas_nlp.mentions.values.patterns import TO, WEEKDAY, B, any_of
from humas_nlp.mentions.values.scan import Scan
from humas_nlp.release.dates import MONTHS

_MONTH = rf"(?:{any_of(MONTHS)})"
# A full stop belongs to a short form ("5 Okt. 2023"), not to a name at the end of a sentence.
_DOT = rf"(?:(?<=\W[a-z]{{3}})(?<!\Wmei)(?<!\Wmay)\.|(?<=\W[a-z]{{4}})\.(?={B}\d{{4}}))?"
# All patterns begin with a digit that no letter or figure precedes, so that the matcher skips to
# the next candidate quickly; what may stand before the digit is read backwards.
_FIRST = r"\d(?<![\w/.,-]\d)"
_YEAR = r"(?:19|20)\d\d"
_OF_YEAR = rf"(?:,?{B}{{1,2}}(?:tahun{B})?(?P<year>{_YEAR})(?!\w|[.,]\d))"
_OF_YEAR_1 = _OF_YEAR.replace("<year>", "<year1>")
# "23 Oktober 2023", "5–7 Juni", "23, 24, dan 25 Juni", "30 Oktober - 2 November 2023"
_WORDS = re.compile(
    rf"(?P<day>{_FIRST}\d?)(?:(?:{TO}|(?P<list>(?:,{B}?\d\d?){{0,5}},?{B}(?:dan|&){B}))(?P<last>\d\d?))?"
    rf"{B}{{0,2}}(?P<month>{_MONTH})\b{_DOT}"
    rf"(?:{_OF_YEAR_1}?{TO}(?P<day2>\d\d?){B}{{0,2}}(?P<month2>{_MONTH})\b{_DOT})?{_OF_YEAR}?",
    re.IGNORECASE,
)
# "23/10", "23/10/2023", "23-10-2023", "23.10.2023"; in brackets "23-25/10", "30/10-2/11/2023"
_FIGURES = re.compile(
    rf"(?P<day>{_FIRST}\d?)(?:{B}?[-–]{B}?(?P<last>\d\d?)(?=/))?(?P<mark>[/.-])(?P<month>\d\d?)"
    rf"(?:{B}?[-–]{B}?(?P<day2>\d\d?)/(?P<month2>\d\d?))?"
    r"(?:(?P=mark)(?P<year>\d{4}|\d\d))?(?![\w/-]|[.,]\d)"
)
_ISO = re.compile(rf"({_FIRST}\d{{3}})([-/])(\d\d)\2(\d\d)(?![\w/-])")
_YEAR_HERE = re.compile(rf"{_YEAR}(?!\w|[.,]\d|-an\b)")
_YEAR_TO = re.compile(rf"(?:/|{TO}(?:tahun{B})?)({_YEAR})(?!\w|[.,]\d)")
_EVERY = re.compile(rf"(?<!\w)(?:setiap|tiap){B}(?:tanggal{B})?$", re.IGNORECASE)
_LISTED = re.compile(r"\d+")
# Figures of a document number are no date: "No. 12/05/2023".
_NUMBERED = re.compile(rf"(?<!\w)(?:no|nomor|nomer){B}?[.:]?{B}?$", re.IGNORECASE)
# What stands before a year. "31 Februari 2023" is no date, and no month either.
_BEFORE_YEAR = re.compile(
    rf"(?<!\w)(?:(?<!\d{B})(?P<month>{_MONTH})\.?(?:{TO}(?P<month2>{_MONTH})\.?)?{B}{{1,2}}(?:tahun{B})?"
    rf"|(?P<english>{_MONTH}){B}(?P<day>\d\d?)(?:st|nd|rd|th)?,?{B}"
    rf"|(?P<part>semester|triwulan|kuartal|caturwulan|tw){B}(?:ke-?)?(?P<count>i{{1,3}}|iv|[1-4])(?:{B}(?:tahun{B})?|[-/])"
    rf"|(?:tahun|thn\.?|th\.?|t\.?a\.?)(?:{B}(?:anggaran|ajaran|akademik|pelajaran|fiskal|buku)(?:{B}\(TA\))?)?{B}"
    rf"|(?P<prep>pada|sejak|hingga|sampai|dari|awal|akhir|pertengahan|medio|menjelang|selama|sepanjang|periode"
    rf"|memasuki|mulai|antara|di|masa{B}(?:bh?akti|jabatan)){B})$",
    re.IGNORECASE,
)
_REACH_YEAR = 32
_COUNTED = re.compile(
    rf"(?:{TO}[\d.,]+)?{B}?(?:%|(?:persen|ribu|juta|miliar|orang|unit|rupiah|kali|peserta|desa|siswa|ton)\b)"
)
# A weekday before a date, with the bracket that may open it.
_BEFORE = re.compile(
    rf"(?<!\w)((?:{WEEKDAY}{B}?(?:-|–|hingga|sampai|dan|s/d){B}?)?{WEEKDAY}"
    rf"(?:{B}(?:pagi|siang|sore|petang|malam|dini{B}hari))?{B}?,?{B}?(?:tanggal{B})?)?(\()?$",
    re.IGNORECASE,
)
_REACH = 30
_PARTS = {"semester": 6, "caturwulan": 4}
_COUNTS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def find_dates(
    text: str, start: int = 0, end: int | None = None, *, date: str | None = None
) -> list[Entity]:
    """Find the dates of the calendar in a range of a text.

    A date without a year takes the year that brings it nearest to `date`; without `date` its value
    is ``--MM-DD``. A stretch has an interval as its value ("2023-06-05/2023-06-07"). A year counts
    as a date only behind a word that makes it one ("tahun", "sejak").

    Args:
        text: The whole text.
        start: First code point of the range.
        end: One past its last code point; None for the end of the text.
        date: Date of the text, ``YYYY-MM-DD``; anything else counts as None.

    Returns:
        DATE entities in reading order, not overlapping.

    Example:
        >>> [e.value for e in find_dates("Senin (23/10), 5-7 Juni, Mei 2024", date="2023-10-24")]
        ['2023-10-23', '2023-06-05/2023-06-07', '2024-05']
    """
    return dates_in(Scan(text, start, end, date=date))


def dates_in(scan: Scan) -> list[Entity]:
    """Find the dates of the calendar, as `find_dates`."""
    return without_overlaps([*_word_dates(scan), *_figure_dates(scan), *_years(scan)])


def _widen(scan: Scan, first: int, last: int) -> tuple[int, int, bool]:
    """Take in a weekday before a date and brackets around it: "Kamis (20 Mei 2021)".

    Returns:
        The wider range, and whether there was a weekday or a pair of brackets.
    """
    text, end = scan.text, scan.end
    low = max(scan.start, first - _REACH)
    before = _BEFORE.search(text[low:first])
    if before is None:
        return first, last, False
    closed = before[2] is not None and text[last : min(last + 1, end)] == ")"
    if before[1] and (closed or not before[2]):
        return low + before.start(), last + closed, True
    return first, last, closed


def _word_dates(scan: Scan) -> Iterator[Entity]:
    for match in scan.at_figures(_WORDS):
        first = match.start()
        every = _EVERY.search(scan.text, max(scan.start, first - _REACH), first) is not None
        value = _word_value(match, None if every else scan.near)
        if value is not None and match["list"] and "/" not in value:
            # Days that do not follow each other have no value together: the last one stands.
            first = match.start("last")
        if value is not None:
            first, stop, _ = _widen(scan, first, match.end())
            yield _entity(scan.text, first, stop, value)


def _word_value(match: re.Match[str], near: Day | None) -> str | None:
    month = MONTHS[fold(match["month"])]
    year = int(match["year"]) if match["year"] else None
    if match["month2"]:
        month2 = MONTHS[fold(match["month2"])]
        year1 = int(match["year1"]) if match["year1"] else year
        if year1 is not None and match["year1"] is None and month > month2:
            year1 -= 1
        value = day_value(int(match["day"]), month, year1, near)
        return stretch(value, day_value(int(match["day2"]), month2, year, near))
    value = day_value(int(match["day"]), month, year, near)
    if not match["last"]:
        return value
    last = day_value(int(match["last"]), month, year, near)
    if match["list"] and value is not None:
        days = [int(day) for day in _LISTED.findall(match["list"])]
        days = [int(match["day"]), *days, int(match["last"])]
        if days != list(range(days[0], days[0] + len(days))):
            return last
    return stretch(value, last)


def _figure_dates(scan: Scan) -> Iterator[Entity]:
    for match in scan.at_figures(_FIGURES):
        first, stop, marked = _widen(scan, match.start(), match.end())
        mark, year = match["mark"], match["year"]
        # "ayat 1/2", "5-6": day and month alone need a weekday or brackets, and a slash.
        if year is None and not (mark == "/" and marked):
            continue
        if mark == "." and (year is None or len(year) < 4):
            continue
        if _NUMBERED.search(scan.text, max(scan.start, first - _REACH), first):
            continue
        value = _figure_value(match, scan.near)
        if value is not None:
            yield _entity(scan.text, first, stop, value)
    for match in scan.at_figures(_ISO):
        value = day_value(int(match[4]), int(match[3]), int(match[1]), None)
        if value is not None:
            yield _entity(scan.text, match.start(), match.end(), value)


def _figure_value(match: re.Match[str], near: Day | None) -> str | None:
    year = None if match["year"] is None else int(match["year"])
    if year is not None and year < 100:
        year += 2000
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    value = day_value(int(match["day"]), month, year, near)
    if match["last"]:
        return stretch(value, day_value(int(match["last"]), month, year, near))
    if match["month2"]:
        month2 = int(match["month2"])
        last = day_value(int(match["day2"]), month2, year, near)
        if year is not None and month > month2:
            value = day_value(int(match["day"]), month, year - 1, near)
        return stretch(value, last) if match["mark"] == "/" else None
    return value


def _years(scan: Scan) -> Iterator[Entity]:
    """Find what a year closes: "Oktober 2023", "October 5, 2023", "triwulan II 2024"."""
    for match in scan.at_figures(_YEAR_HERE):
        low = max(scan.start, match.start() - _REACH_YEAR)
        before = _BEFORE_YEAR.search(scan.text[low : match.start()])
        if before is None:
            continue
        year = int(match[0])
        if before["month"] or before["english"] or before["part"]:
            stop, value = match.end(), _closed_by_year(before, year)
        elif before["prep"] and (
            before["prep"].isupper() or _COUNTED.match(scan.text, match.end(), scan.end)
        ):
            continue
        else:
            to = _YEAR_TO.match(scan.text, match.end(), scan.end)
            value = stretch(match[0], to[1]) if to else None
            stop = to.end() if to and value else match.end()
            value = value or match[0]
        first = match.start() if before["prep"] else low + before.start()
        if value is not None:
            yield _entity(scan.text, first, stop, value)


def _closed_by_year(before: re.Match[str], year: int) -> str | None:
    if before["part"]:
        return _part(fold(before["part"]), fold(before["count"]), year)
    if before["english"]:
        return day_value(int(before["day"]), MONTHS[fold(before["english"])], year, None)
    value = month_value(MONTHS[fold(before["month"])], year, None)
    return (_months(before, year) if before["month2"] else None) or value


def _months(before: re.Match[str], year: int) -> str | None:
    first, last = MONTHS[fold(before["month"])], MONTHS[fold(before["month2"])]
    start = month_value(first, year - (first > last), None)
    return stretch(start, month_value(last, year, None))


def _part(part: str, count: str, year: int) -> str | None:
    """Return the months of a quarter, a half or a third of a year as an interval."""
    size = _PARTS.get(part, 3)
    number = _COUNTS.get(count) or int(count)
    if number * size > 12:
        return None
    return f"{year}-{(number - 1) * size + 1:02}/{year}-{number * size:02}"


def _entity(text: str, start: int, end: int, value: str) -> Entity:
    return Entity(start, end, text[start:end], "DATE", value)
