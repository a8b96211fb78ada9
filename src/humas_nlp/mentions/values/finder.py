"""All expressions of a text that have a value: laws, dates, times, money, percents, quantities."""

import re
from dataclasses import replace

from humas_nlp.document import Entity
from humas_nlp.mentions.overlaps import outside, without_overlaps
from humas_nlp.mentions.values.amounts import amounts_in
from humas_nlp.mentions.values.calendar import stretch
from humas_nlp.mentions.values.dates import dates_in
from humas_nlp.mentions.values.laws import laws_in
from humas_nlp.mentions.values.patterns import TO
from humas_nlp.mentions.values.relative import relative_dates_in
from humas_nlp.mentions.values.scan import Scan
from humas_nlp.mentions.values.times import times_in

_DAY = re.compile(r"(?:\d{4}|-)-\d\d-\d\d")
_TO = re.compile(TO)
_MAX_LINK = 18


def find_values(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    date: str | None = None,
    folded: str | None = None,
) -> list[Entity]:
    """Find everything with a value in a range of a text.

    The values are plain data, in one form for each label:

    - DATE: ISO 8601, as fine as the words: ``2023-10-23``, ``2023-10``, ``2023``, a week
      ``2023-W43``, an interval ``2023-10-23/2023-10-25``; ``--10-23`` and ``--10`` where the year
      is not known; None for a date that is told from the date of the text where that is not known.
    - TIME: ``10:00+07:00``, ``19:30``, an interval ``09:00+08:00/11:30+08:00`` or ``08:00/..``.
    - MONEY: ``{"amount": 1500000000000, "currency": "IDR"}``, a stretch with its upper end in "to".
    - PERCENT: a number, a stretch ``{"amount": 5, "to": 10}``.
    - QUANTITY: ``{"amount": 1200, "unit": "hektare"}``, a stretch with "to".
    - LAW: ``{"kind", "number", "year", "title", "issuer", "article"}``.

    Args:
        text: The whole text.
        start: First code point of the range.
        end: One past its last code point; None for the end of the text.
        date: Date of the text, ``YYYY-MM-DD``.
        folded: The whole text in lower case, if it is at hand (see `patterns.fold`).

    Returns:
        Entities in reading order, not overlapping. A law wins over what stands in it; of other
        overlaps the earlier one stays, then the longer.

    Example:
        >>> [e.label for e in find_values("UU 5/2014 berlaku sejak 2014, denda Rp2 juta.")]
        ['LAW', 'DATE', 'MONEY']
    """
    scan = Scan(text, start, end, date=date, folded=folded)
    laws = laws_in(scan)
    dates = _dates(text, dates_in(scan), relative_dates_in(scan))
    others = without_overlaps([*dates, *times_in(scan), *amounts_in(scan)])
    return sorted([*laws, *outside(others, laws)], key=lambda entity: entity.start)


def _dates(text: str, absolute: list[Entity], relative: list[Entity]) -> list[Entity]:
    """Merge dates of the calendar and dates told from the date of the text.

    Where both stand side by side ("hari ini, Senin (23/10)"), the calendar tells the day.
    """
    known = {id(entity) for entity in absolute}
    dates = without_overlaps([*absolute, *relative])
    for place, entity in enumerate(dates):
        if id(entity) in known or (entity.value is not None and not _is_day(entity)):
            continue
        for other in (*dates[max(0, place - 1) : place], *dates[place + 1 : place + 2]):
            gap = text[min(entity.end, other.end) : max(entity.start, other.start)]
            if id(other) in known and _is_day(other) and not gap.strip(" ,("):
                dates[place] = replace(entity, value=other.value)
    return _joined(text, dates)


def _is_day(entity: Entity) -> bool:
    return isinstance(entity.value, str) and _DAY.fullmatch(entity.value) is not None


def _joined(text: str, dates: list[Entity]) -> list[Entity]:
    """Join two dates that are the ends of one stretch: "Januari 2024 s.d. Maret 2024"."""
    kept: list[Entity] = []
    for entity in dates:
        value = _stretch(text, kept[-1], entity) if kept else None
        if value is not None:
            start = kept.pop().start
            kept.append(Entity(start, entity.end, text[start : entity.end], "DATE", value))
        else:
            kept.append(entity)
    return kept


def _stretch(text: str, first: Entity, last: Entity) -> str | None:
    if last.start - first.end > _MAX_LINK or not _TO.fullmatch(text, first.end, last.start):
        return None
    if not isinstance(first.value, str) or not isinstance(last.value, str):
        return None
    return stretch(first.value, last.value)
