"""Days grouped into as many periods as a chart can show."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Literal

Unit = Literal["day", "month", "year"]

MOST_DAYS = 62
MOST_MONTHS = 48
# Dates further apart hold a slip of the pen ("0204"); a chart of all years between shows nothing.
MOST_YEARS = 60


def unit_of(dates: Iterable[str]) -> Unit:
    """Choose the unit of time that shows some tens of periods.

    Args:
        dates: ISO dates; some may be without a day ("2024-05") or a month.

    Example:
        >>> unit_of(["2024-01-01", "2024-01-20"]), unit_of(["2020-01-01", "2021-01-01"])
        ('day', 'month')
    """
    known = sorted(set(dates))
    if not known:
        return "month"
    first, last, least = known[0], known[-1], min(map(len, known))
    if least < len("2024-05"):
        return "year"
    months = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7])
    if months <= 1 and len(known) <= MOST_DAYS and least >= len("2024-05-03"):
        return "day"
    return "month" if months <= MOST_MONTHS else "year"


def period_of(date: str, unit: Unit) -> str:
    """Return the period of a date: "2024-05-03", "2024-05" or "2024"."""
    return date[: {"day": 10, "month": 7, "year": 4}[unit]]


def periods_between(periods: Sequence[str], unit: Unit) -> list[str]:
    """Return all periods from the first to the last one, so that a gap is seen as a gap.

    Years more than `MOST_YEARS` apart are returned as they are.

    Args:
        periods: As `period_of` gives them, in order.
        unit: Their unit.

    Example:
        >>> periods_between(["2023-11", "2024-02"], "month")
        ['2023-11', '2023-12', '2024-01', '2024-02']
    """
    first, last = periods[0], periods[-1]
    if unit == "day":
        start_day = datetime.date.fromisoformat(first)
        days = (datetime.date.fromisoformat(last) - start_day).days
        return [(start_day + datetime.timedelta(day)).isoformat() for day in range(days + 1)]
    if unit == "month":
        start, end = (int(period[:4]) * 12 + int(period[5:]) - 1 for period in (first, last))
        return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, end + 1)]
    if int(last) - int(first) > MOST_YEARS:
        return list(dict.fromkeys(periods))
    return [f"{year:04}" for year in range(int(first), int(last) + 1)]
