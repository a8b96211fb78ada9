"""Times of day with ISO 8601 values."""

import re
from collections.abc import Iterator

from humas_nlp.document import Entity
from humas_nlp.folding import fold
from humas_nlp.mentions.overlaps import without_overlaps
from humas_nlp.mentions.values.patterns import TO, B
from humas_nlp.mentions.values.scan import Scan

ZONES = {"wib": "+07:00", "wita": "+08:00", "wit": "+09:00", "gmt": "Z", "utc": "Z"}
_ZONE = r"(?:WIB|WITA|WIT|GMT|UTC)"
_PART = rf"(?:pagi|siang|sore|petang|malam|dini{B}hari|subuh)"
# A site's furniture may be glued to the zone: "10.00 WIBTerkini".
_TAIL = (
    rf"(?:{B}?(?P<zone>{_ZONE})(?-i:(?![a-z\d])))?(?:{B}(?:waktu{B}setempat)(?!\w))?"
    rf"(?:{B}(?P<part>{_PART})(?!\w))?"
)
_STOP = r"(?![\d_]|(?-i:[a-z])|[.,]\d)"
_CLOCK = r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?:[.:][0-5]\d)?"
# The first hour, with the look back behind its first digit.
_FIRST = r"\d(?<![\w/.,-]\d)\d?"
_END = rf"(?:{B}?(?P<zone1>{_ZONE}))?{TO}(?:(?:pukul|jam|pkl\.?){B})?"
_TIME = re.compile(
    rf"(?P<clock>{_FIRST}[.:][0-5]\d(?:[.:][0-5]\d)?)"
    rf"(?:{_END}(?:(?P<to>{_CLOCK})|(?P<open>selesai|tuntas|rampung)(?!\w)))?{_TAIL}{_STOP}",
    re.IGNORECASE,
)
# "pukul 10", "jam 7 malam": an hour without minutes needs the word before it.
_HOUR = re.compile(
    rf"(?P<clock>{_FIRST})(?:{TO}(?P<to>\d\d?)(?![\d.,:]))?{_TAIL}(?![\w%]|[.,:/-]\d)",
    re.IGNORECASE,
)
_SPELLED = re.compile(_TAIL, re.IGNORECASE)
_BEFORE = re.compile(rf"(?<!\w)(?P<word>pukul|jam|pkl\.?){B}?:?{B}?$", re.IGNORECASE)
_SPELLED_BEFORE = re.compile(rf"(?<!\w)(?:pukul|jam){B}$")
_HALF = re.compile(rf"(?<!\w)(?:pukul|jam){B}setengah{B}$")
_REACH = 16
_COUNTED = re.compile(rf"{B}(?:jam|hari|orang|kali|unit|persen|menit|pelajaran)(?!\w)")


def find_times(text: str, start: int = 0, end: int | None = None) -> list[Entity]:
    """Find the times of day in a range of a text.

    A time needs the word "pukul" or "jam" before it, or a time zone or part of the day behind it.
    The zones of Indonesia give the offset: WIB ``+07:00``, WITA ``+08:00``, WIT ``+09:00``.
    "malam", "sore" and "siang" make "jam 7" the hour of a 24-hour clock; an hour up to twelve
    behind "jam" that nothing tells apart from the one twelve hours later has no value.

    Args:
        text: The whole text.
        start: First code point of the range.
        end: One past its last code point; None for the end of the text.

    Returns:
        TIME entities in reading order, not overlapping; a stretch is an interval, and one that has
        no end ("08.00 WIB s.d. selesai") ends in two dots, as ISO 8601-2 writes it.

    Example:
        >>> [e.value for e in find_times("pukul 09.00-11.30 WITA, jam 7 malam")]
        ['09:00+08:00/11:30+08:00', '19:00']
    """
    return times_in(Scan(text, start, end))


def times_in(scan: Scan) -> list[Entity]:
    """Find the times of day, as `find_times`."""
    return without_overlaps([*_clocks(scan), *_hours(scan), *_spelled(scan)])


def _clocks(scan: Scan) -> Iterator[Entity]:
    for match in scan.at_figures(_TIME):
        before = _word_before(scan, match.start())
        zone, part = _zone(match), match["part"]
        if before is None and not zone and not part:
            continue
        first = _clock(match["clock"], part if not match["to"] else None)
        value = f"{first}{zone}" if first else None
        if match["to"] and value:
            last = _clock(match["to"], part)
            value = f"{value}/{last}{zone}" if last else None
        elif match["open"] and value:
            value += "/.."
        if value:
            stop = match.end()
            yield _entity(scan.text, match.start() if before is None else before[0], stop, value)


def _hours(scan: Scan) -> Iterator[Entity]:
    for match in scan.at_figures(_HOUR):
        before = _word_before(scan, match.start())
        if before is None or _COUNTED.match(scan.text, match.end(), scan.end):
            continue
        zone, part = _zone(match), match["part"]
        hour = int(match["clock"])
        if hour > 24 or (match["to"] and int(match["to"]) > 24):
            continue
        first = _clock(f"{hour}.00", part if not match["to"] else None)
        value: str | None = f"{first}{zone}"
        if match["to"]:
            value = f"{value}/{_clock(match['to'] + '.00', part)}{zone}"
        elif not zone and not part and before[1] == "jam" and 0 < hour <= 12:
            value = None
        yield _entity(scan.text, before[0], match.end(), value)


def _spelled(scan: Scan) -> Iterator[Entity]:
    """Find hours in words: "jam tujuh malam", "pukul setengah delapan"."""
    text, folded, end = scan.text, scan.folded, scan.end
    for first, stop, number in scan.numerals:
        low = max(scan.start, first - _REACH)
        half = _HALF.search(folded[low:first])
        before = half or _SPELLED_BEFORE.search(folded[low:first])
        if before is None or not isinstance(number, int) or not 1 <= number <= 12:
            continue
        match = _SPELLED.match(text, stop, end)
        if match is None or _COUNTED.match(text, stop, end):
            continue
        minute = 30 if half else 0
        part, zone = match["part"], _zone(match)
        clock = _clock(f"{number - bool(half)}.{minute:02}", part)
        known = part or zone or folded[low + before.start()] == "p"
        value = f"{clock}{zone}" if known else None
        yield _entity(text, low + before.start(), match.end(), value)


def _word_before(scan: Scan, place: int) -> tuple[int, str] | None:
    low = max(scan.start, place - _REACH)
    before = _BEFORE.search(scan.text[low:place])
    return (low + before.start(), fold(before["word"])) if before else None


def _zone(match: re.Match[str]) -> str:
    groups = match.groupdict()
    zone = groups["zone"] or groups.get("zone1")
    return ZONES[fold(zone)] if zone else ""


def _clock(words: str, part: str | None) -> str | None:
    """Return ``HH:MM`` or ``HH:MM:SS``, moved to the part of the day that is named."""
    hour, *rest = (int(piece) for piece in re.split("[.:]", words))
    if hour > 24 or (hour == 24 and any(rest)):
        return None
    match fold(part or "")[:3]:
        case "mal":
            hour = 0 if hour == 12 else hour + 12 if 6 <= hour < 12 else hour
        case "sor" | "pet":
            hour = hour + 12 if 1 <= hour < 8 else hour
        case "sia":
            hour = hour + 12 if 1 <= hour < 5 else hour
    return ":".join(f"{piece:02}" for piece in (hour, *rest))


def _entity(text: str, start: int, end: int, value: str | None) -> Entity:
    return Entity(start, end, text[start:end], "TIME", value)
