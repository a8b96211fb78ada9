"""Hyphenated words: clitics and prefixes behind a hyphen, and every kind of doubling.

Kinds, with Sneddon et al. 2010, section 1.3: full ("buku-buku"), with affixes on either half
("berlari-larian", "sebaik-baiknya"), with the nasal repeated ("menyapu-nyapu"), answering
("tolong-menolong", "terus-menerus"). Doubling with a changed sound ("sayur-mayur") cannot be
told by rule: those words stand in ``language_pairs.tsv``.
"""

from collections.abc import Mapping
from typing import NamedTuple

from humas_nlp.language.morphology.candidates import readings

_CLITICS = frozenset({"nya", "ku", "mu", "lah", "kah", "pun", "an"})
_PREFIXES = frozenset({"di", "se", "ber", "ter", "per", "ke", "me", "mem", "men", "meng", "nge"})
_NASALS = (("ny", "s"), ("ng", "k"), ("m", "p"), ("n", "t"))


class Parts(NamedTuple):
    """A hyphenated word without the clitics and prefixes that hyphens hold.

    Attributes:
        word: The rest as written.
        low: The rest in lower case.
        halves: Its halves in lower case, or the rest alone.
    """

    word: str
    low: str
    halves: tuple[str, ...]


def split_hyphens(word: str, low: str) -> Parts | None:
    """Cut "-nya" and "di-" off and split what is left in two.

    Returns:
        None where the word is no word with one or no hyphen inside ("ke-7", "R&D", "-").
    """
    pieces = low.split("-")
    first, last = 0, len(pieces)
    if last > 1 and pieces[-1] in _CLITICS:
        last -= 1
    if last > 1 and pieces[0] in _PREFIXES and pieces[1].isalpha():
        first = 1
    pieces = pieces[first:last]
    whole = len(pieces) == len(low.split("-"))
    if len(pieces) > 2 or not all(map(str.isalpha, pieces)) or (whole and len(pieces) == 1):
        return None
    start = len("-".join(low.split("-")[:first])) + first if first else 0
    rest = "-".join(pieces)
    written = word[start : start + len(rest)]
    if len(pieces) == 2 and written.lower() != rest:
        return None
    return Parts(written, rest, tuple(pieces))


def unite(first: str, second: str, prices: Mapping[str, float]) -> str | None:
    """Find the root that both halves of a doubled word share.

    Args:
        first: First half in lower case.
        second: Second half.
        prices: Prices of the roots.

    Returns:
        The cheapest common root, or None if the halves are two words.
    """
    left = _roots(first, prices)
    right = _roots(second, prices)
    common = left.keys() & right.keys()
    if not common:
        right = _repeated(second, prices)
        common = left.keys() & right.keys()
    return min(common, key=lambda root: (left[root] + right[root], root), default=None)


def _roots(half: str, prices: Mapping[str, float]) -> dict[str, float]:
    found: dict[str, float] = {}
    for reading in readings(half, prices):
        found[reading.root] = min(reading.price, found.get(reading.root, reading.price))
    return found


def _repeated(half: str, prices: Mapping[str, float]) -> dict[str, float]:
    """Read a half that repeats the nasal of the first ("me-nyapu-nyapu")."""
    found: dict[str, float] = {}
    for nasal, lost in _NASALS:
        if half.startswith(nasal):
            for root, price in _roots(lost + half[len(nasal) :], prices).items():
                found[root] = min(price, found.get(root, price))
    for root, price in _roots("me" + half, prices).items():
        found[root] = min(price, found.get(root, price))
    return found
