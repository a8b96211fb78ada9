"""What the lexicon may not hold: classes that exclude each other, words of a wrong case.

`data/lexicon/constraints.toml` says what; the tests hold the lexicon to it.
"""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product


@dataclass(frozen=True, slots=True)
class Constraints:
    """The constraints of the lexicon.

    Attributes:
        conflicts: Pairs of classes that exclude each other, each pair in alphabetical order.
        small: Classes whose words are written in small letters.
        capital: Classes whose words begin with a capital.
        phrases: Classes whose entries may be of several tokens.
    """

    conflicts: frozenset[tuple[str, str]]
    small: frozenset[str]
    capital: frozenset[str]
    phrases: frozenset[str]


@cache
def constraints() -> Constraints:
    """Return the constraints, read once."""
    raw = tomllib.loads(
        (files("humas_nlp.data") / "lexicon" / "constraints.toml").read_text("utf-8")
    )
    pairs = (
        (min(a, b), max(a, b))
        for row in raw["conflict"]
        for a, b in product(row["one"].split(), row["other"].split())
    )
    case = raw["case"]
    return Constraints(
        conflicts=frozenset(pairs),
        small=frozenset(case["small"].split()),
        capital=frozenset(case["capital"].split()),
        phrases=frozenset(raw["phrases"]["classes"].split()),
    )


def conflicting_words(
    classes: Mapping[str, Collection[str]], conflicts: Collection[tuple[str, str]]
) -> list[tuple[str, str, str]]:
    """Return the words that are in two classes that exclude each other, whatever their case.

    Args:
        classes: The words of each class.
        conflicts: Pairs of names of classes.

    Returns:
        Word in case-folded form and the two classes, in alphabetical order.

    Example:
        >>> conflicting_words({"a": {"Oleh"}, "b": {"oleh"}}, [("a", "b")])
        [('oleh', 'a', 'b')]
    """
    folded = {name: {word.casefold() for word in words} for name, words in classes.items()}
    return sorted((word, a, b) for a, b in conflicts for word in folded[a] & folded[b])


def misfits(classes: Mapping[str, Collection[str]], known: Constraints) -> list[tuple[str, str]]:
    """Return the words whose case their class never compares, with the class.

    A mark ("," "&") has no case and fits everywhere.
    """
    small = [(w, c) for c in known.small for w in classes[c] if w != w.lower()]
    capital = [(w, c) for c in known.capital for w in classes[c] if w[:1].islower()]
    return sorted(small + capital)
