"""ISO 8601 values of dates: days, weeks, months, years and stretches of them."""

import datetime
from collections.abc import Callable

Day = datetime.date


def parse_day(date: str | None) -> Day | None:
    """Read ``YYYY-MM-DD``; anything else gives None."""
    try:
        return datetime.date.fromisoformat(date) if date and len(date) == 10 else None
    except ValueError:
        return None


def make_day(year: int, month: int, day: int) -> Day | None:
    """Return a day, None if the calendar has no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def nearest(near: Day, make: Callable[[int], Day | None]) -> Day | None:
    """Return the day that `make` gives for the year that brings it nearest to another day."""
    days = [made for made in map(make, (near.year - 1, near.year, near.year + 1)) if made]
    return min(days, key=lambda made: abs(made - near)) if days else None


def day_value(day: int, month: int, year: int | None, near: Day | None) -> str | None:
    """Return the value of a day.

    Args:
        day: Day of the month.
        month: Month, 1 to 12.
        year: Year; None for the one that brings the day nearest to `near`.
        near: Date of the text.

    Returns:
        ``YYYY-MM-DD``, or ``--MM-DD`` where the year is not known; None if the calendar has no
        such day.
    """
    if year is None and near is not None:
        made = nearest(near, lambda y: make_day(y, month, day))
        return made.isoformat() if made else None
    if year is None:
        return f"--{month:02}-{day:02}" if make_day(2000, month, day) else None
    made = make_day(year, month, day)
    return made.isoformat() if made else None


def month_value(month: int, year: int | None, near: Day | None) -> str:
    """Return the value of a month: ``YYYY-MM``, or ``--MM`` where the year is not known."""
    if year is None and near is not None:
        made = nearest(near.replace(day=15), lambda y: make_day(y, month, 15))
        year = made.year if made else None
    return f"--{month:02}" if year is None else f"{year:04}-{month:02}"


def week_value(day: Day) -> str:
    """Return the ISO week of a day: ``2023-W43``."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def shifted(near: Day, unit: str, steps: int) -> str | None:
    """Return the day, week, month or year some steps from a day, as fine as the unit.

    Args:
        near: Date of the text.
        unit: "day", "week", "month" or "year".
        steps: How many units later; negative for earlier.

    Returns:
        ``2023-10-24``, ``2023-W43``, ``2023-10`` or ``2023``; None beyond the calendar.
    """
    months = near.year * 12 + near.month - 1 + steps
    try:
        match unit:
            case "day":
                return (near + datetime.timedelta(days=steps)).isoformat()
            case "week":
                return week_value(near + datetime.timedelta(weeks=steps))
            case "month":
                return datetime.date(months // 12, months % 12 + 1, 1).isoformat()[:7]
            case _:
                return datetime.date(near.year + steps, 1, 1).isoformat()[:4]
    except (OverflowError, ValueError):
        return None


def stretch(first: str | None, last: str | None) -> str | None:
    """Return the interval from a value to a later one of the same form, else None."""
    if first is None or last is None or len(first) != len(last) or "/" in first + last:
        return None
    if first[:2] == "--" or last[:2] == "--":
        # Without a year "--12-30/--01-02" may cross one.
        return f"{first}/{last}" if first[:2] == last[:2] and first != last else None
    return f"{first}/{last}" if first < last else None
