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
    heads = [
        (length, openings)
        for length in range(min(LONGEST_PREFIX, size - SHORTEST_ROOT) + 1)
        if (openings := PREFIXES.get(word[:length]))
    ]
    tails = [
        (length, endings)
        for length in range(min(LONGEST_ENDING, size - SHORTEST_ROOT) + 1)
        if (endings := ENDINGS.get(word[size - length :]))
    ]
    get = prices.get
    for head, openings in heads:
        for tail, endings in tails:
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
                    if pair is not None:
                        price = root_price + pair + opening.price + ending.price
                        found.append(Reading(price, root, opening, word[:head], ending))
    return found


def is_monosyllable(root: str) -> bool:
    """Whether a root has one vowel: the only kind that takes menge- ("mengecat")."""
    return sum(map(root.count, VOWELS)) == 1
