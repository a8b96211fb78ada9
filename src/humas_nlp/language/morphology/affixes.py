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
    """A suffix with the clitics behind it, and their price.

    Attributes:
        suffix: -kan, -an, -i or "".
        possessive: -ku, -mu, -nya or "".
        particle: -lah, -kah, -tah, -pun or "".
        price: Price of the clitics and of the spelling.
        after: Last letter that the root must have, "" if any.
    """

    suffix: str
    possessive: str
    particle: str
    price: float
    after: str = ""


class Opening(NamedTuple):
    """One reading of a prefix chain.

    Attributes:
        chain: The chain in its dictionary forms, as ("meN", "per").
        pieces: The same as written, as ("mem", "per").
        lost: Letter that the nasal swallowed, "" if none.
        begins: First letters that the rest may have, "" if any.
        price: Extra price of this reading.
        pairs: Price of the chain with each suffix it can have.
        monosyllable: Whether only a root of one syllable fits ("mengecat").
    """

    chain: tuple[str, ...]
    pieces: tuple[str, ...]
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
    "di": (1.2, 0.8, 5.5, 1.2),
    "meN": (1.0, 0.8, None, 1.2),
    "ber": (1.0, 3.0, 2.5, None),
    "ter": (1.2, 4.0, None, 4.0),
    "peN": (1.5, 4.5, 0.8, None),
    "per": (3.0, 3.5, 1.0, 3.5),
    "ke": (4.0, None, 0.8, 5.5),
    "se": (2.0, 5.5, 4.5, 5.5),
    "meN per": (2.5, 1.5, None, 2.0),
    "di per": (2.5, 1.5, None, 2.0),
    "meN ber": (None, 2.0, None, None),
    "di ber": (None, 2.0, None, None),
    "peN ber": (None, None, 2.0, None),
    "peN per": (4.0, None, 3.5, None),
    "meN ke": (4.5, 3.0, None, 4.5),
    "di ke": (None, 3.0, None, 4.5),
    "peN ke": (None, None, 4.0, None),
    "meN se": (None, 3.0, None, 4.0),
    "di se": (None, 3.0, None, 4.0),
    "peN se": (None, None, 3.5, None),
    "meN ter": (None, 4.5, None, None),
    "di ter": (None, 4.5, None, None),
    "ter per": (4.0, 4.5, None, 5.0),
    "ter ber": (None, 4.5, None, None),
    "ter ke": (4.5, 4.5, None, None),
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


class _Shape(NamedTuple):
    """One way to write a chain; see `Opening`."""

    pieces: tuple[str, ...]
    lost: str
    begins: str
    price: float


def _shapes(morph: str) -> list[_Shape]:
    """List the ways to write one prefix."""
    if morph in ("meN", "peN"):
        base = morph[:2]
        shapes = [_Shape((base + n,), lost, begins, price) for n, lost, begins, price in _NASALS]
        # "pekerja", "petani" and "pesuruh" have no nasal.
        return [*shapes, _Shape(("pe",), "", "", 2.0)] if base == "pe" else shapes
    whole = _Shape((morph,), "", "", 0.0)
    if morph in ("ber", "per"):
        # "belajar"; "bekerja", "beternak", "peraut"
        base = morph[:2]
        return [whole, _Shape((base + "l",), "", "a", 0.5), _Shape((base,), "", "rkt", 1.0)]
    return [whole, _Shape(("te",), "", "rkp", 1.0)] if morph == "ter" else [whole]


def _join(left: _Shape, right: _Shape) -> _Shape | None:
    """Put a prefix before a chain; its nasal may swallow the first letter there."""
    first = right.pieces[0]
    lost = left.lost
    if left.pieces[0].endswith("nge") or (lost and first[0] != lost):
        return None
    first = first[len(lost) :]
    if left.begins and first[0] not in left.begins:
        return None
    pieces = (*left.pieces, first, *right.pieces[1:])
    return _Shape(pieces, right.lost, right.begins, left.price + right.price)


def _openings() -> dict[str, list[Opening]]:
    table: dict[str, list[Opening]] = {}
    for name, prices in _PAIRS.items():
        chain = tuple(name.split())
        pairs = {s: p for s, p in zip(SUFFIXES, prices, strict=True) if p is not None}
        shapes = [_Shape((), "", "", 0.0)] if not chain else _shapes(chain[-1])
        for morph in chain[-2::-1]:
            joined = [_join(left, right) for left in _shapes(morph) for right in shapes]
            shapes = [shape for shape in joined if shape]
        for pieces, lost, begins, price in shapes:
            one = bool(pieces) and pieces[-1].endswith("nge")
            opening = Opening(chain, pieces, lost, begins, price, pairs, one)
            table.setdefault("".join(pieces), []).append(opening)
    return table


def _endings() -> dict[str, list[Ending]]:
    table: dict[str, list[Ending]] = {}
    for suffix, possessive, particle in product(SUFFIXES, POSSESSIVES, PARTICLES):
        price = _CLITIC_PRICE[possessive] + _CLITIC_PRICE[particle]
        ending = Ending(suffix, possessive, particle, price)
        table.setdefault(suffix + possessive + particle, []).append(ending)
        if suffix == "kan":
            # "menunjukan": the commonest slip of releases writes one k for two.
            slip = ending._replace(price=price + 2.5, after="k")
            table.setdefault("an" + possessive + particle, []).append(slip)
    return table


PREFIXES: dict[str, list[Opening]] = _openings()
ENDINGS: dict[str, list[Ending]] = _endings()
LONGEST_PREFIX = max(map(len, PREFIXES))
LONGEST_ENDING = max(map(len, ENDINGS))
