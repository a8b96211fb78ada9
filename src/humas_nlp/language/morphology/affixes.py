"""The affixes of Indonesian as tables: which begin a word, which end it, which go together.

A prefix chain such as "memper-" is one entry of `PREFIXES` with the letters that meN- and peN-
swallow ("menulis": "men" and a lost "t"). Every pair of a chain and a suffix has a price; pairs
that the language does not have (ke- with -kan) have none. Prices are rough negative logarithms
of how often a pair occurs among the word types of news and releases.

Sources: Alwi et al., Tata Bahasa Baku Bahasa Indonesia (3rd ed., 2003), chapters 3 and 5; Sneddon
et al., Indonesian: A Comprehensive Grammar (2nd ed., 2010), chapter 1.
"""

from itertools import product
from typing import NamedTuple

VOWELS = "aeiou"
SUFFIXES = ("", "kan", "an", "i")
POSSESSIVES = ("", "ku", "mu", "nya")
PARTICLES = ("", "lah", "kah", "tah", "pun")


class Ending(NamedTuple):
    """A suffix with the clitics behind it, and the price of the clitics."""

    suffix: str
    possessive: str
    particle: str
    price: float


class Opening(NamedTuple):
    """One reading of a prefix chain.

    Attributes:
        chain: The chain in its dictionary forms, as ("meN", "per").
        lost: Letter that the nasal swallowed, "" if none.
        begins: First letters that the rest may have, "" if any.
        price: Extra price of this reading.
        pairs: Price of the chain with each suffix it can have.
        monosyllable: Whether only a root of one syllable fits ("mengecat").
    """

    chain: tuple[str, ...]
    lost: str
    begins: str
    price: float
    pairs: dict[str, float]
    monosyllable: bool = False


_CLITIC_PRICE = {
    "": 0.0, "nya": 1.0, "ku": 3.0, "mu": 3.0, "lah": 2.0, "kah": 2.5, "tah": 6.0, "pun": 2.5,
}  # fmt: skip

# Price of every chain with no suffix, -kan, -an, -i; None where the pair does not exist.
_PAIRS: dict[str, tuple[float | None, float | None, float | None, float | None]] = {
    "": (0.0, 2.0, 1.5, 4.0),
    "ku": (4.5, 4.0, None, 4.5),
    "kau": (4.5, 4.0, None, 4.5),
    "di": (1.2, 0.8, None, 1.2),
    "meN": (1.0, 0.8, None, 1.2),
    "ber": (1.0, 3.0, 2.5, None),
    "ter": (1.2, 4.0, None, 4.0),
    "peN": (1.5, None, 0.8, None),
    "per": (3.0, 3.5, 1.0, 3.5),
    "ke": (4.0, None, 0.8, None),
    "se": (2.0, None, 4.5, None),
    "meN per": (2.5, 1.5, None, 2.0),
    "di per": (2.5, 1.5, None, 2.0),
    "meN ber": (None, 2.0, None, None),
    "di ber": (None, 2.0, None, None),
    "peN ber": (None, None, 2.0, None),
    "peN per": (4.0, None, 3.5, None),
    "meN ke": (None, 3.0, None, 4.5),
    "di ke": (None, 3.0, None, 4.5),
    "peN ke": (None, None, 4.0, None),
    "meN se": (None, 3.0, None, 4.0),
    "di se": (None, 3.0, None, 4.0),
    "peN se": (None, None, 3.5, None),
    "meN ter": (None, 4.5, None, None),
    "di ter": (None, 4.5, None, None),
    "ter per": (4.0, 4.5, None, 5.0),
    "ter ber": (None, 4.5, None, None),
    "ter ke": (None, 4.5, None, None),
    "ber peN": (3.0, None, 2.5, None),
    "ber per": (4.5, None, 3.0, None),
    "ber ke": (None, None, 2.5, None),
    "ber se": (3.5, None, None, None),
    "ber ter": (3.5, None, None, None),
    "ke ber": (None, None, 2.0, None),
    "ke ter": (None, None, 2.0, None),
    "ke se": (None, None, 3.0, None),
    "ke peN": (None, None, 2.5, None),
    "ke per": (None, None, 3.5, None),
    "ke tidak": (None, None, 1.0, None),
    "per se": (None, None, 3.0, None),
    "per ke": (None, None, 4.0, None),
    "se ber": (4.5, None, None, None),
    "se ke": (None, None, 5.0, None),
    "se peN": (4.5, None, 3.5, None),
    "se per": (4.0, None, 4.0, None),
    "ku per": (5.0, 4.5, None, 4.5),
    "kau per": (5.0, 4.5, None, 4.5),
}

# The nasal of meN- and peN- before the letters it stands with: (nasal, lost letter, what the rest
# begins with, price). Kept p, t, k, s are right in clusters and loans, else a common mistake.
_NASALS: tuple[tuple[str, str, str, float], ...] = (
    ("", "", "lmnrwy", 0.0),
    ("m", "", "bfv", 0.0),
    ("m", "p", VOWELS, 0.2),
    ("m", "", "p", 1.0),
    ("n", "", "cdjz", 0.0),
    ("n", "t", VOWELS, 0.2),
    ("n", "", "st", 1.0),
    ("ny", "s", VOWELS, 0.2),
    ("ng", "", VOWELS + "ghqkx", 0.0),
    ("ng", "k", VOWELS, 0.2),
    ("nge", "", "", 1.0),
)


def _forms(morph: str, nxt: str) -> list[tuple[str, str, str, float]]:
    """List the shapes of a prefix: (shape, lost letter, letters that follow, price)."""
    if morph in ("meN", "peN"):
        forms = [(morph[:2] + n, lost, begins, price) for n, lost, begins, price in _NASALS]
        # "pekerja", "petani" and "pesuruh" have no nasal.
        return [*forms, ("pe", "", "", 2.0)] if morph == "peN" else forms
    if morph in ("ber", "per"):
        return [(morph, "", "", 0.0), (morph[:2] + "l", "", "a", 0.5), (morph[:2], "", "rkt", 1.0)]
    if morph == "ter":
        return [("ter", "", "", 0.0), ("te", "", "rkp", 1.0)]
    return [(morph, "", "", 0.0)]


def _openings() -> dict[str, list[Opening]]:
    table: dict[str, list[Opening]] = {}
    for name, prices in _PAIRS.items():
        chain = tuple(name.split())
        pairs = {s: p for s, p in zip(SUFFIXES, prices, strict=True) if p is not None}
        shapes = [("", "", "", 0.0)]
        for morph in reversed(chain):
            shapes = [joined for left in _forms(morph, "") for joined in _join(left, shapes)]
        for shape, lost, begins, price in shapes:
            one = shape.endswith("nge") and chain[-1] in ("meN", "peN")
            table.setdefault(shape, []).append(Opening(chain, lost, begins, price, pairs, one))
    return table


def _join(
    left: tuple[str, str, str, float], shapes: list[tuple[str, str, str, float]]
) -> list[tuple[str, str, str, float]]:
    """Put a prefix before others, taking a letter from them where its nasal swallows one."""
    shape, lost, begins, price = left
    joined = []
    for rest, inner_lost, inner_begins, inner_price in shapes:
        if not rest:
            joined.append((shape, lost, begins, price))
            continue
        if shape.endswith("nge") or (lost and rest[0] != lost):
            continue
        tail = rest[len(lost) :]
        if begins and tail[0] not in begins:
            continue
        joined.append((shape + tail, inner_lost, inner_begins, price + inner_price))
    return joined


def _endings() -> dict[str, list[Ending]]:
    table: dict[str, list[Ending]] = {}
    for suffix, possessive, particle in product(SUFFIXES, POSSESSIVES, PARTICLES):
        price = _CLITIC_PRICE[possessive] + _CLITIC_PRICE[particle]
        ending = Ending(suffix, possessive, particle, price)
        table.setdefault(suffix + possessive + particle, []).append(ending)
    return table


PREFIXES: dict[str, list[Opening]] = _openings()
ENDINGS: dict[str, list[Ending]] = _endings()
LONGEST_PREFIX = max(map(len, PREFIXES))
LONGEST_ENDING = max(map(len, ENDINGS))
