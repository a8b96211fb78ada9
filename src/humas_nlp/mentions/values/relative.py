"""Dates that are told from the date of the text: "kemarin", "pekan lalu", "Senin", "bulan Mei"."""

import re
from collections.abc import Iterator
from functools import cache

from humas_nlp.document import Entity
from humas_nlp.mentions.overlaps import without_overlaps
from humas_nlp.mentions.phrases import read_toml
from humas_nlp.mentions.values.calendar import Day, month_value, shifted
from humas_nlp.mentions.values.patterns import TO, WEEKDAYS, B, words_pattern
from humas_nlp.mentions.values.scan import Scan
from humas_nlp.release.dates import MONTHS

_WORDS = read_toml("entities_values.toml")["relative"]
# Steps in days from the day of the text.
_DAYS: dict[str, int] = _WORDS["days"]
_UNITS = {
    "hari": "day",
    "pekan": "week",
    "minggu": "week",
    "bulan": "month",
    "tahun": "year",
}
_STEPS: dict[str, int] = _WORDS["steps"]
_MONTH_NAMES: tuple[str, ...] = tuple(_WORDS["months"])
# "tiga hari lalu", "2 (dua) tahun yang lalu", "5 hari lagi"
_AGO_UNIT = re.compile(
    rf"{B}(hari|pekan|minggu|bulan|tahun){B}(?:(?:yang{B})?(lalu|silam)|(lagi))(?!\w)"
)
_DIGITS = re.compile(rf"\d(?<![\w.,/-]\d)\d{{0,2}}(?={B}(?:hari|pekan|minggu|bulan|tahun){B})")
_MONTH_STEP = re.compile(rf"{B}(lalu|silam|kemarin|ini|mendatang|depan|nanti)(?!\w)")
_MONTH_BEFORE = re.compile(
    rf"(?<!\w)(?:bulan|pada|sejak|hingga|sampai|awal|akhir|pertengahan|medio|mulai|selama|sepanjang"
    rf"|per|menjelang|antara|dari){B}$"
)
_SINCE = re.compile(rf"(?<!\w)(?:sejak|dari){B}(?:(?:awal|akhir|pertengahan|bulan){B})*$")
_MONTH_TO = re.compile(
    rf"{TO}(?:(?:awal|akhir|pertengahan|bulan){B})?({'|'.join(_MONTH_NAMES)})(?!\w)"
)
_DAY_STEP = re.compile(
    rf"(?:{B}(pagi|siang|sore|petang|malam|dini{B}hari))?"
    rf"(?:{B}(?:(pekan|minggu){B}(lalu|depan|ini)|(lalu|kemarin|mendatang|depan|nanti|besok|ini)))?(?!\w)"
)
_DAY_BEFORE = re.compile(rf"(?:(?<!\w)(?:hari|pada|mulai|sejak|hingga|sampai){B}|,{B})$")
_EVERY = re.compile(rf"(?<!\w)(?:setiap|tiap|tiap-tiap|saban){B}(?:hari{B})?$")
_VAGUE = re.compile(rf"(?:puluhan|ratusan|ribuan|belasan|beberapa|sekian|ber\w+){B}$")
_PLANNED = re.compile(
    r"(?<!\w)(?:akan|bakal|dijadwalkan|direncanakan|rencananya|diagendakan)(?!\w)"
)
_SENTENCE = 100
_REACH = 20


def find_relative_dates(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    date: str | None = None,
) -> list[Entity]:
    """Find dates that are told from the date of the text.

    A value is as fine as the words: a day, an ISO week ("pekan lalu", ``2023-W42``), a month
    ("bulan depan", ``2023-11``), a year. A weekday by itself is the last such day up to the date of
    the text, and has no value where a plan is told ("akan … Senin") or a habit ("setiap Senin").

    Args:
        text: The whole text.
        start: First code point of the range.
        end: One past its last code point; None for the end of the text.
        date: Date of the text, ``YYYY-MM-DD``; without it all values are None, and months without a
            year are ``--MM``.

    Returns:
        DATE entities in reading order, not overlapping.

    Example:
        >>> [e.value for e in find_relative_dates("Kemarin dan tahun depan", date="2023-10-24")]
        ['2023-10-23', '2024']
    """
    return relative_dates_in(Scan(text, start, end, date=date))


def relative_dates_in(scan: Scan) -> list[Entity]:
    """Find dates that are told from the date of the text, as `find_relative_dates`."""
    found: list[Entity] = []
    for match in _triggers().finditer(scan.folded, scan.start, scan.end):
        word = match[0]
        if word in WEEKDAYS:
            found += _weekday(scan, match)
        elif word in _MONTH_NAMES:
            found += _month(scan, match)
        else:
            found += _told(scan, match)
    found += _ago(scan)
    return without_overlaps(found)


@cache
def _triggers() -> re.Pattern[str]:
    steps = {f"{unit} {step}" for unit in _UNITS for step in _STEPS}
    return words_pattern({*_DAYS, *steps, *WEEKDAYS, *_MONTH_NAMES})


def _told(scan: Scan, match: re.Match[str]) -> Iterator[Entity]:
    """Read "kemarin", "pekan lalu"; "Minggu lalu" inside a sentence is the weekday."""
    phrase, near = " ".join(match[0].split()), scan.near
    value = None
    if phrase in _DAYS:
        value = shifted(near, "day", _DAYS[phrase]) if near else None
    else:
        unit, step = phrase.split()
        before = scan.folded[max(scan.start, match.start() - _REACH) : match.start()]
        if unit == "hari" or before[-1:] == "-" or _VAGUE.search(before):
            return
        if unit == "minggu" and _inside_sentence(scan.text, match.start()):
            yield from _weekday(scan, match)
            return
        value = shifted(near, _UNITS[unit], _STEPS[step]) if near else None
    yield _entity(scan.text, match.start(), match.end(), value)


def _inside_sentence(text: str, place: int) -> bool:
    """Tell whether a word has a capital that no beginning of a sentence gives it."""
    before = text[max(0, place - 3) : place].rstrip()
    return text[place].isupper() and bool(before) and (before[-1].isalnum() or before[-1] == ",")


def _weekday(scan: Scan, match: re.Match[str]) -> Iterator[Entity]:
    """Read a weekday without a date: "Senin lalu", "Selasa pekan depan", "pada Rabu"."""
    text, folded, near, limits = scan.text, scan.folded, scan.near, (scan.start, scan.end)
    name = match[0].split()[0]
    first, stop = match.start(), match.start() + len(name)
    if not text[first].isupper():
        return
    step = _DAY_STEP.match(folded, stop, limits[1])
    told = step is not None and step.end() > stop
    low = max(limits[0], first - _REACH)
    every = _EVERY.search(folded[low:first]) is not None
    if not told and not every and not _DAY_BEFORE.search(folded[low:first]):
        return
    if step is not None:
        # "Minggu Pagi" is a name.
        if text[stop : step.end()].lower() != text[stop : step.end()]:
            return
        stop = step.end()
    # A date follows ("Senin (23/10)", "Senin, 23 Oktober"), or a name ("Jumat Agung").
    after = text[stop : min(stop + 3, limits[1])].lstrip(" ,(")
    if after[:1].isdigit() or (after[:1].isupper() and text[stop : stop + 1] == " "):
        return
    value = None
    planned = _PLANNED.search(_sentence_before(folded, first, limits[0])) is not None
    if near is not None and not every:
        groups = step.groups() if step is not None else (None,) * 4
        value = _weekday_value(WEEKDAYS.index(name), near, groups, planned)
    yield _entity(text, first, stop, value)


def _sentence_before(folded: str, place: int, start: int) -> str:
    """Return what stands before a place in its sentence, as far as it matters."""
    before = folded[max(start, place - _SENTENCE) : place]
    return before[max(before.rfind(". "), before.rfind("\n")) + 1 :]


def _weekday_value(
    day: int, near: Day, groups: tuple[str | None, ...], planned: bool
) -> str | None:
    _, week, week_step, step = groups
    back = (near.weekday() - day) % 7
    if week is not None:
        steps = _STEPS[week_step or "ini"] * 7
        return shifted(near, "day", steps - near.weekday() + day)
    if step in ("mendatang", "depan", "nanti", "besok"):
        return shifted(near, "day", -back + 7)
    if step in ("lalu", "kemarin"):
        return shifted(near, "day", -(back or 7))
    return None if planned else shifted(near, "day", -back)


def _month(scan: Scan, match: re.Match[str]) -> Iterator[Entity]:
    """Read a month without day and year: "bulan Mei", "sejak Maret", "Oktober lalu"."""
    text, folded, near, limits = scan.text, scan.folded, scan.near, (scan.start, scan.end)
    first, stop = match.span()
    if not text[first].isupper():
        return
    low = max(limits[0], first - _REACH)
    step = _MONTH_STEP.match(folded, stop, limits[1])
    if step is None and not _MONTH_BEFORE.search(folded[low:first]):
        return
    since = _SINCE.search(folded[low:first]) is not None
    value = _month_value(MONTHS[match[0]], "lalu" if since else step[1] if step else "", near)
    if step is not None:
        stop = step.end()
    elif to := _MONTH_TO.match(folded, stop, limits[1]):
        month, stop = MONTHS[to[1]], to.end()
        value = f"{value}/{value[:-2]}{month:02}" if month > MONTHS[match[0]] else ""
    yield _entity(text, first, stop, value or None)


def _month_value(month: int, step: str, near: Day | None) -> str:
    """Return the month that a step leads to: "lalu" the last one that has begun."""
    year = None
    if near is not None and step:
        past = step in ("lalu", "silam", "kemarin")
        year = near.year - (past and month > near.month)
        year += step in ("mendatang", "depan", "nanti") and month < near.month
    return month_value(month, year, near)


def _ago(scan: Scan) -> Iterator[Entity]:
    """Read "tiga hari lalu", "2 tahun silam", "5 hari lagi"."""
    folded, near, end = scan.folded, scan.near, scan.end
    figures = scan.at_figures(_DIGITS)
    numbers = [(match.start(), match.end(), int(match[0])) for match in figures]
    for first, stop, number in scan.numerals:
        if isinstance(number, int):
            numbers.append((first, stop, number))
    for first, stop, number in numbers:
        match = _AGO_UNIT.match(folded, stop, end)
        if match is None:
            continue
        steps = -number if match[2] else number
        value = shifted(near, _UNITS[match[1]], steps) if near else None
        yield _entity(scan.text, first, match.end(), value)


def _entity(text: str, start: int, end: int, value: str | None) -> Entity:
    return Entity(start, end, text[start:end], "DATE", value)
