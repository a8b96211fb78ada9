"""Money, percentages and quantities with their values."""

import re
from functools import cache

from humas_nlp.document import Entity, EntityLabel
from humas_nlp.entities.lexicon import read_toml
from humas_nlp.entities.numbers import FIRST_DIGIT, MORE_DIGITS, NUMBER, read_number, tidy
from humas_nlp.entities.overlaps import without_overlaps

_B = r"[ \t\u00a0]"
# Patterns begin with a plain character, and look back after it: so the matcher can skip to the next
# candidate quickly. A number does not begin inside a word or another number.
_FIGURE = rf"({FIRST_DIGIT}{MORE_DIGITS})"
_PERCENT = re.compile(rf"{_FIGURE}{_B}?(?:%|(?:persen|prosen|percent)(?!\w))")


def find_amounts(text: str, start: int = 0, end: int | None = None) -> list[Entity]:
    """Find money, percentages and quantities in a range of a text.

    Args:
        text: The whole text.
        start: First code point of the range.
        end: One past its last code point; None for the end of the text.

    Returns:
        MONEY, PERCENT and QUANTITY entities in reading order, not overlapping. The value of money
        is ``{"amount", "currency"}`` with an ISO 4217 code, of a quantity ``{"amount", "unit"}``.

    Example:
        >>> [e.value for e in find_amounts("Rp1,5 triliun untuk 20 ton, naik 12,5 persen")]
        [{'amount': 1500000000000, 'currency': 'IDR'}, {'amount': 20, 'unit': 'ton'}, 12.5]
    """
    stop = len(text) if end is None else end
    found = [*_money(text, start, stop), *_percents(text, start, stop)]
    found += _quantities(text, start, stop)
    return without_overlaps(found)


def _money(text: str, start: int, end: int) -> list[Entity]:
    found = []
    before, after = _money_patterns()
    data = read_toml("entities_values.toml")
    for match in before.finditer(text, start, end):
        if match.start() > start and text[match.start() - 1].isalnum():
            continue
        currency = data["currency"]["before"]["Rp" if match[1].lower() == "rp" else match[1]]
        found.append(_amount(match, 2, 3, "currency", currency))
    names = {name.lower(): code for name, code in data["currency"]["after"].items()}
    for match in after.finditer(text, start, end):
        found.append(_amount(match, 1, 2, "currency", names[" ".join(match[3].lower().split())]))
    return [entity for entity in found if entity is not None]


def _percents(text: str, start: int, end: int) -> list[Entity]:
    found = []
    for match in _PERCENT.finditer(text, start, end):
        number = read_number(match[1])
        if number is not None:
            found.append(Entity(match.start(), match.end(), match[0], "PERCENT", number))
    return found


def _quantities(text: str, start: int, end: int) -> list[Entity]:
    units = read_toml("entities_values.toml")["unit"]
    found = []
    for match in _quantity_pattern().finditer(text, start, end):
        unit = units[" ".join(match[3].split())]
        found.append(_amount(match, 1, 2, "unit", unit))
    return [entity for entity in found if entity is not None]


def _amount(
    match: re.Match[str], number_group: int, scale_group: int, key: str, name: str
) -> Entity | None:
    number = read_number(match[number_group])
    if number is None:
        return None
    scale = match[scale_group]
    scales = read_toml("entities_values.toml")["scale"]
    factor = scales.get(scale, scales.get(scale.lower())) if scale else 1
    value = {"amount": tidy(number * factor), key: name}
    label: EntityLabel = "MONEY" if key == "currency" else "QUANTITY"
    return Entity(match.start(), match.end(), match[0], label, value)


def _any_of(words: list[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", rf"{_B}") for word in longest_first)


@cache
def _money_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = read_toml("entities_values.toml")
    scale = _any_of(list(data["scale"]))
    word_scale = _any_of([name for name in data["scale"] if len(name) > 1])
    before = re.compile(
        rf"({_any_of(['RP', 'rp', *data['currency']['before']])})\.?{_B}?({NUMBER})"
        rf"(?:,-|,00)?(?:{_B}?((?i:{word_scale})|{scale})(?!\w))?"
    )
    after = re.compile(
        rf"{_FIGURE}(?:{_B}((?i:{word_scale})))?"
        rf"{_B}((?i:{_any_of(list(data['currency']['after']))}))(?!\w)"
    )
    return before, after


@cache
def _quantity_pattern() -> re.Pattern[str]:
    data = read_toml("entities_values.toml")
    scale = _any_of([name for name in data["scale"] if len(name) > 2])
    return re.compile(rf"{_FIGURE}(?:{_B}({scale}))?{_B}?({_any_of(list(data['unit']))})(?!\w)")
