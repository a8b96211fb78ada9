"""Every way to read a word as prefixes, a root and an ending, each with a price.

The root is not looked up here: `readings` asks a table of root prices that the caller gives, so
that the same code serves the stemmer and the script that learns the prices.
"""

from collections.abc import Mapping
from typing import NamedTuple

from humas_nlp.language.morphology.affixes import (
    ENDINGS,
    LONGEST_ENDING,
    LONGEST_PREFIX,
    PREFIXES,
    VOWELS,
    Ending,
    Opening,
)

SHORTEST_ROOT = 2
# A word that a dictionary lists as a root is rarely a derived word as well ("taman", "divisi").
OWN_ROOT = 5.0
_DIPHTHONGS = ("ai", "au", "oi")


class Reading(NamedTuple):
    """One way to take a word apart; the smaller the price the better."""

    price: float
    root: str
    opening: Opening
    prefix: str
    ending: Ending


def readings(word: str, prices: Mapping[str, float]) -> list[Reading]:
    """List the readings of `word` whose root has a price.

    Args:
        word: One word in lower case, without hyphens.
        prices: Price of every known root.

    Returns:
        The readings in no order; the word as its own root is one of them where it is known.
    """
    found: list[Reading] = []
    size = len(word)
    longest = size - SHORTEST_ROOT
    heads = [(n, PREFIXES.get(word[:n], ())) for n in range(min(LONGEST_PREFIX, longest) + 1)]
    tails = [
        (n, ENDINGS.get(word[size - n :], ())) for n in range(min(LONGEST_ENDING, longest) + 1)
    ]
    get = prices.get
    for head, openings in heads:
        for tail, endings in tails if openings else ():
            if size - head - tail < SHORTEST_ROOT:
                break
            rest = word[head : size - tail]
            for opening in openings:
                if opening.begins and rest[0] not in opening.begins:
                    continue
                root = opening.lost + rest
                root_price = get(root)
                if root_price is None or (opening.monosyllable and not is_monosyllable(root)):
                    continue
                for ending in endings:
                    pair = opening.pairs.get(ending.suffix)
                    if pair is not None and root.endswith(ending.after):
                        price = root_price + pair + opening.price + ending.price
                        if root == word:
                            price -= OWN_ROOT
                        found.append(Reading(price, root, opening, word[:head], ending))
    return found


def is_monosyllable(root: str) -> bool:
    """Whether a root has one vowel or diphthong: the kind that takes menge- ("mengecat")."""
    return sum(map(root.count, VOWELS)) - sum(map(root.count, _DIPHTHONGS)) == 1
