"""Numbers as Indonesian texts write them."""

import re

# Digits with groups of three and a decimal part; "10.000,-" is read with its dash elsewhere.
MORE_DIGITS = r"\d{0,14}(?:[.,]\d{1,6}){0,6}"
FIRST_DIGIT = r"\d(?<![\w.,/-]\d)"
NUMBER = rf"\d{MORE_DIGITS}"
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:([.,])(\d+))?")


def read_number(text: str) -> float | int | None:
    """Read a number with Indonesian or English separators.

    A full stop before exactly three digits groups thousands ("2.500"); before one or two digits it
    is a decimal sign ("2.5 juta"), as a comma is ("2,5"). Where both occur, the last is the decimal
    sign. Figures that begin with a nought are a decimal fraction or no number ("0812").

    Args:
        text: The digits and separators.

    Returns:
        The number, an `int` where it is whole; None if the separators make no sense.

    Example:
        >>> read_number("1.500.000,5"), read_number("12,5"), read_number("2.500")
        (1500000.5, 12.5, 2500)
    """
    nought = text[0] == "0" and len(text) > 1
    if nought and text[1] not in ",.":
        return None
    match = None if nought else _GROUPED.fullmatch(text)
    if match is not None and (match[1] == "." or match[2] == "." or text.count(",") > 1):
        if match[1] == match[2]:
            return None
        whole = re.sub(r"\D", "", text[: match.start(3) - 1] if match[3] else text)
        return tidy(float(f"{whole}.{match[3]}")) if match[3] else int(whole)
    if text.isdecimal():
        return int(text)
    plain = text.replace(",", ".")
    return tidy(float(plain)) if plain.count(".") == 1 else None


def tidy(number: float) -> float | int:
    """Return an `int` for a whole number, else the number without float noise."""
    rounded = round(number, 6)
    return int(rounded) if rounded == int(rounded) else rounded
