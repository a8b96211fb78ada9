"""Money, percentages and quantities with their values.

A quantity is a number with a unit of measure or of time, or with a classifier (*kata penggolong*)
or a noun of persons or households that is counted with: "3 ton", "15 orang", "2 unit". A number
before any other noun ("12 desa") is none.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from humas_nlp.document import Entity, EntityLabel, Value
from humas_nlp.folding import fold
from humas_nlp.lexicon import word_class
from humas_nlp.mentions.overlaps import without_overlaps
from humas_nlp.mentions.phrases import read_toml
from humas_nlp.mentions.values.numbers import FIRST_DIGIT, MORE_DIGITS, NUMBER, read_number, tidy
from humas_nlp.mentions.values.patterns import TO, B, any_of
from humas_nlp.mentions.values.scan import Scan

# Patterns begin with a plain character, and look back after it: so the matcher can skip to the next
# candidate quickly. A number does not begin inside a word or another number.
_FIGURE = rf"(?P<low>{FIRST_DIGIT}{MORE_DIGITS})"
# A percentage may have a sign: "-2,07 persen".
_SIGNED = rf"(?P<low>\d(?<![\w.,/]\d)(?<!\w-\d){MORE_DIGITS})"
# The same number in words behind figures: "30 (tiga puluh) hari".
_IN_WORDS = rf"(?:{B}?\([a-z \u00a0]{{3,80}}\))?"
_PERCENT_SIGN = rf"(?:{B}?%|{B}?(?i:persen|prosen|percent)(?!\w)(?:{B}poin(?!\w))?)"
_PERCENT = re.compile(rf"{_SIGNED}(?:{TO}(?P<high>{NUMBER}))?{_IN_WORDS}{_PERCENT_SIGN}")
_PERCENT_HERE = re.compile(_PERCENT_SIGN)
_MINUS = re.compile(rf"(?:(?i:minus){B}|(?<!\w)[-−])$")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+")
# "3 x 24 jam"
_DAYS_OF_HOURS = re.compile(rf"(?P<days>{FIRST_DIGIT}\d?){B}?[x×]{B}?24{B}?(?i:jam)(?!\w)")
# What makes a date of a noun of time, a name of a classifier: "1 Tahun 2026", "10 Batang Hari".
_NO_UNIT = re.compile(
    rf"(?<=tahun){B}(?:19|20)\d\d(?!\w)|(?<=hari){B}(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)\b"
    rf"|(?<=bulan){B}(?:januari|februari|maret|april|mei|ju[nl]i|agustus|september|oktober|november|desember)\b",
    re.IGNORECASE,
)
# What is not counted in fractions: "159,200 jiwa" has an English comma.
_WHOLE = frozenset(word_class("whole_unit") | {"paket", "unit"})
_NAMES = frozenset({"Batang", "Kali", "Set"})
_TO = re.compile(TO)
_AND = re.compile(rf"{B}dan{B}")
_BETWEEN = re.compile(rf"(?<!\w)antara{B}$", re.IGNORECASE)
_NOT_SPELLED = re.compile(rf"(?<!\w)(?:salah|seperti|ke|lebih dari){B}$")
_REACH = 12


def find_amounts(text: str, start: int = 0, end: int | None = None) -> list[Entity]:
    """Find money, percentages and quantities in a range of a text.

    The value of a stretch ("Rp5-10 juta") has its lower end in "amount" and its upper end in "to".

    Args:
        text: The whole text.
        start: First code point of the range.
        end: One past its last code point; None for the end of the text.

    Returns:
        MONEY, PERCENT and QUANTITY entities in reading order, not overlapping. The value of money
        is ``{"amount", "currency"}`` with an ISO 4217 code, of a quantity ``{"amount", "unit"}``,
        of a percentage a number, or ``{"amount", "to"}`` for a stretch.

    Example:
        >>> [e.value for e in find_amounts("Rp1,5 triliun untuk 20 ton, naik 12,5 persen")]
        [{'amount': 1500000000000, 'currency': 'IDR'}, {'amount': 20, 'unit': 'ton'}, 12.5]
    """
    return amounts_in(Scan(text, start, end))


def amounts_in(scan: Scan) -> list[Entity]:
    """Find money, percentages and quantities, as `find_amounts`."""
    found = [*_money(scan), *_percents(scan), *_quantities(scan), *_spelled(scan)]
    amounts = [entity for entity in found if entity is not None]
    return _joined(scan.text, without_overlaps(amounts))


def _money(scan: Scan) -> Iterator[Entity | None]:
    text, start, end = scan.text, scan.start, scan.end
    before, after = _money_patterns()
    data = read_toml("entities_values.toml")["currency"]
    for match in before.finditer(text, start, end):
        if match.start() > start and text[match.start() - 1].isalnum():
            continue
        mark = match["mark"]
        currency = data["before"]["Rp" if mark.lower() == "rp" else mark]
        yield _amount(match, "MONEY", english=currency != "IDR", currency=currency)
    for match in scan.at_figures(after):
        yield _amount(match, "MONEY", currency=_currencies()[_plain(match["name"])])


def _percents(scan: Scan) -> Iterator[Entity | None]:
    text = scan.text
    for match in scan.at_figures(_PERCENT):
        low = max(scan.start, match.start() - _REACH)
        minus = _MINUS.search(text[low : match.start()])
        entity = _amount(match, "PERCENT")
        if minus is None or entity is None:
            yield entity
        elif not isinstance(entity.value, dict):
            yield _entity(text, low + minus.start(), match.end(), "PERCENT", -entity.value)  # type: ignore[operator]


def _quantities(scan: Scan) -> Iterator[Entity | None]:
    text = scan.text
    for match in scan.at_figures(_units().after_figure):
        unit = _units().name(match["unit"], match["per"])
        if unit is None or match["unit"] in _NAMES or _NO_UNIT.match(text, match.end(), scan.end):
            continue
        # "20detik" is a brand; short forms alone stand close to their number.
        if len(match["unit"]) > 4 and text[match.start("unit") - 1].isdigit():
            continue
        yield _amount(match, "QUANTITY", english=unit in _WHOLE, unit=unit)
    for match in scan.at_figures(_DAYS_OF_HOURS):
        value = {"amount": int(match["days"]) * 24, "unit": "jam"}
        yield _entity(text, match.start(), match.end(), "QUANTITY", value)


def _spelled(scan: Scan) -> Iterator[Entity]:
    """Find amounts whose number stands in words: "lima ratus ribu rupiah", "tiga persen"."""
    last: tuple[int, int, float | int] | None = None
    for first, stop, number in scan.numerals:
        value: dict[str, Any] = {"amount": number}
        if last is not None and last[2] < number and _TO.fullmatch(scan.text, last[1], first):
            value, first = {"amount": last[2], "to": number}, last[0]
        last = (first, stop, number)
        if _NOT_SPELLED.search(scan.folded[max(scan.start, first - _REACH) : first]):
            continue
        entity = _counted(scan.text, first, stop, scan.end, value)
        if entity is not None:
            yield entity


def _counted(text: str, first: int, stop: int, end: int, value: dict[str, Any]) -> Entity | None:
    """Read what a number in words counts: percents, money, a unit."""
    percent = _PERCENT_HERE.match(text, stop, end)
    if percent is not None:
        plain = value if "to" in value else value["amount"]
        return _entity(text, first, percent.end(), "PERCENT", plain)
    name = _currency_here().match(text, stop, end)
    if name is not None:
        currency = _currencies()[_plain(name["name"])]
        return _entity(text, first, name.end(), "MONEY", {**value, "currency": currency})
    match = _units().here.match(text, stop, end)
    unit = _units().name(match["unit"], match["per"]) if match is not None else None
    if match is None or unit is None:
        return None
    return _entity(text, first, match.end(), "QUANTITY", {**value, "unit": unit})


def _entity(text: str, start: int, end: int, label: EntityLabel, value: Value) -> Entity:
    return Entity(start, end, text[start:end], label, value)


def _amount(
    match: re.Match[str], label: EntityLabel, *, english: bool = False, **more: str
) -> Entity | None:
    """Make an entity of a match with the groups low, high and their scales.

    The scale of the upper end holds for the lower one as well: "5-10 juta". A comma before three
    figures groups them where `english` is set and no scale follows: "US$ 1,282".
    """
    groups = match.groupdict()
    if english and not (groups["scale"] or groups["scale_high"]):
        groups = {**groups, **{key: _english(groups[key]) for key in ("low", "high")}}
    low, high = read_number(groups["low"]), None
    if groups["high"]:
        high = read_number(groups["high"])
        if high is None:
            return None
    if low is None:
        return None
    scale, scale_high = _scale(groups.get("scale")), _scale(groups.get("scale_high"))
    low = tidy(low * (scale or (scale_high if high is not None else 0) or 1))
    high = tidy(high * (scale_high or 1)) if high is not None else None
    if high is not None and high <= low:
        return None
    value: Any = {"amount": low, **({"to": high} if high is not None else {}), **more}
    if label == "PERCENT" and high is None:
        value = low
    return Entity(match.start(), match.end(), match[0], label, value)


def _english(number: str | None) -> str | None:
    grouped = number is not None and _ENGLISH.fullmatch(number)
    return number.replace(",", "") if number and grouped else number


def _joined(text: str, found: list[Entity]) -> list[Entity]:
    """Join two neighbours that are the ends of one stretch: "Rp5 juta hingga Rp10 juta"."""
    kept: list[Entity] = []
    for entity in found:
        joined = _join(text, kept[-1], entity) if kept else None
        if joined is not None:
            kept[-1] = joined
        else:
            kept.append(entity)
    return kept


def _join(text: str, first: Entity, last: Entity) -> Entity | None:
    if first.label != last.label or last.start - first.end > 18:
        return None
    link = _TO.fullmatch(text, first.end, last.start)
    if link is None:
        before = text[max(0, first.start - _REACH) : first.start]
        if not (_AND.fullmatch(text, first.end, last.start) and _BETWEEN.search(before)):
            return None
    low, high = _parts(first.value), _parts(last.value)
    if "to" in low or "to" in high or low["amount"] >= high["amount"]:
        return None
    if {**low, "amount": 0} != {**high, "amount": 0}:
        return None
    value = {"amount": low["amount"], "to": high["amount"], **low}
    return _entity(text, first.start, last.end, first.label, value)


def _parts(value: Value) -> dict[str, Any]:
    return value if isinstance(value, dict) else {"amount": value}


def _plain(phrase: str) -> str:
    return " ".join(fold(phrase).split())


def _scale(word: str | None) -> int:
    if not word:
        return 0
    scales = read_toml("entities_values.toml")["scale"]
    found = scales.get(word) or scales.get(fold(word)) or scales.get(fold(word)[:-2])
    return int(found)


@cache
def _currencies() -> dict[str, str]:
    names = read_toml("entities_values.toml")["currency"]["after"]
    return {name.lower(): code for name, code in names.items()}


@cache
def _currency_here() -> re.Pattern[str]:
    return re.compile(rf"{B}(?P<name>(?i:{any_of(_currencies())}))(?!\w)")


def _scales(least: int) -> str:
    """Return a pattern of the scale words of some length and more; "jutaan" is read as "juta"."""
    names = read_toml("entities_values.toml")["scale"]
    words = any_of(name for name in names if len(name) > max(1, least - 1))
    letters = any_of(name for name in names if len(name) == 1)
    return rf"(?:(?i:(?:{words})(?:an)?)" + (rf"|{letters})" if least == 1 else ")")


@cache
def _money_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = read_toml("entities_values.toml")
    mark = any_of(["RP", "rp", *data["currency"]["before"]])
    scale, word = _scales(1), _scales(2)
    before = re.compile(
        rf"(?P<mark>{mark})[.:]?{B}{{0,2}}(?P<low>{NUMBER})(?:,-)?(?:{B}?(?P<scale>{scale})(?!\w))?"
        rf"(?:{TO}(?:(?:{mark})\.?{B}?)?(?P<high>{NUMBER})(?:,-)?"
        rf"(?:{B}?(?P<scale_high>{scale})(?!\w))?)?"
    )
    after = re.compile(
        rf"{_FIGURE}(?:{B}?(?P<scale>{word}))?(?:{TO}(?P<high>{NUMBER})(?:{B}?(?P<scale_high>{word}))?)?"
        rf"{_IN_WORDS}{B}(?P<name>(?i:{any_of(data['currency']['after'])}))(?!\w)"
    )
    return before, after


@dataclass(frozen=True)
class _Units:
    """Units and the patterns that find them.

    Attributes:
        exact: Units by their spelling.
        any_case: Units that may be spelled in any case.
        after_figure: A figure with its unit.
        here: A unit at a place.
    """

    exact: dict[str, str]
    any_case: dict[str, str]
    after_figure: re.Pattern[str]
    here: re.Pattern[str]

    def name(self, spelling: str, per: str | None = None) -> str | None:
        """Return the name of a unit: "km" is "kilometer"; None if the case is wrong."""
        spelling = " ".join(spelling.split())
        unit = self.exact.get(spelling) or self.any_case.get(fold(spelling))
        if unit is None or per is None:
            return unit
        other = self.name(per)
        return f"{unit} per {other}" if other else None


@cache
def _units() -> _Units:
    """Return the units; those in lower case with two letters or more may be in any case."""
    exact = dict(read_toml("entities_values.toml")["unit"])
    any_case = {key: name for key, name in exact.items() if len(key) > 1 and key == key.lower()}
    names = rf"{any_of(_cases(exact))}|(?i:{any_of(any_case)})"
    unit = rf"(?P<unit>{names})(?:(?:{B}per{B}|/)(?P<per>{names}))?(?![\w²³])"
    scale = _scales(2)
    after_figure = re.compile(
        rf"{_FIGURE}(?:{B}(?P<scale>{scale}))?(?:{TO}(?P<high>{NUMBER})"
        rf"(?:{B}(?P<scale_high>{scale}))?)?{_IN_WORDS}{B}?{unit}"
    )
    return _Units(exact, any_case, after_figure, re.compile(rf"{B}{unit}"))


def _cases(units: Iterable[str]) -> list[str]:
    return [key for key in units if len(key) == 1 or key != key.lower()]
