"""Days grouped into as many periods as a chart can show."""

from collections.abc import Iterable
from typing import Literal

Unit = Literal["day", "month", "year"]

MOST_DAYS = 62
MOST_MONTHS = 48


def unit_of(dates: Iterable[str]) -> Unit:
    """Choose the unit of time that shows some tens of periods.

    Args:
        dates: ISO dates.

    Example:
        >>> unit_of(["2024-01-01", "2024-01-20"]), unit_of(["2020-01-01", "2021-01-01"])
        ('day', 'month')
    """
    known = sorted(set(dates))
    if not known:
        return "month"
    first, last = known[0], known[-1]
    months = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7])
    if months <= 1 and len(known) <= MOST_DAYS:
        return "day"
    return "month" if months <= MOST_MONTHS else "year"


def period_of(date: str, unit: Unit) -> str:
    """Return the period of a date: "2024-05-03", "2024-05" or "2024"."""
    return date[: {"day": 10, "month": 7, "year": 4}[unit]]
