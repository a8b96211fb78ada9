"""Quotes that several documents print: the same words, or nearly all of them."""

import re
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

SHINGLE = 5
"""Words in a row that are compared at once."""

SHARED = 0.6
"""Share of the shorter quote's shingles that two prints of one quote have in common."""

COMMON = 200
"""A shingle in more quotes than this is a phrase of the trade and joins nothing."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Reprint:
    """A quote and the documents that print it.

    Attributes:
        quotes: Places of its prints in the given sequence, in its order.
        documents: How many different documents print it.
    """

    quotes: tuple[int, ...]
    documents: int


def reprints(quotes: Sequence[tuple[Hashable, str]]) -> list[Reprint]:
    """Find the quotes that more than one document prints.

    Two quotes are prints of one if they share most runs of five words (Broder 1997, "On the
    resemblance and containment of documents"). Quotes of fewer than five words are left out: they
    are alike by chance.

    Args:
        quotes: For each quote its document and its words.

    Returns:
        Those in most documents first; of equals, the one that is printed first.

    Example:
        >>> words = "kami akan membuka pasar baru pada bulan depan"
        >>> reprints([("a", words), ("b", "Ya, " + words), ("c", "harga beras turun")])
        [Reprint(quotes=(0, 1), documents=2)]
    """
    shingles = [_shingles(text) for _, text in quotes]
    leaders = list(range(len(quotes)))
    for first, second, shared in _pairs(shingles):
        if shared >= SHARED * min(len(shingles[first]), len(shingles[second])):
            _join(leaders, first, second)
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(len(quotes)):
        groups[_leader(leaders, number)].append(number)
    found = [
        Reprint(tuple(group), len({quotes[number][0] for number in group}))
        for group in groups.values()
        if len(group) > 1
    ]
    several = [each for each in found if each.documents > 1]
    return sorted(several, key=lambda each: (-each.documents, each.quotes))


def _shingles(text: str) -> frozenset[int]:
    words = _WORD.findall(text.casefold())
    return frozenset(hash(tuple(words[n : n + SHINGLE])) for n in range(len(words) - SHINGLE + 1))


def _pairs(shingles: Sequence[frozenset[int]]) -> list[tuple[int, int, int]]:
    """Return the pairs that share shingles, with the number of these."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, own in enumerate(shingles):
        for shingle in own:
            holders[shingle].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in holders.values():
        if len(numbers) > COMMON:
            continue
        for place, first in enumerate(numbers):
            for second in numbers[place + 1 :]:
                shared[first, second] += 1
    return [(first, second, count) for (first, second), count in shared.items()]


def _leader(leaders: list[int], number: int) -> int:
    while leaders[number] != number:
        leaders[number] = leaders[leaders[number]]
        number = leaders[number]
    return number


def _join(leaders: list[int], first: int, second: int) -> None:
    low, high = sorted((_leader(leaders, first), _leader(leaders, second)))
    leaders[high] = low
