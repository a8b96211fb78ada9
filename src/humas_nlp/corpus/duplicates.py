"""Near-duplicates: the same release on several sites, with another headline or a paragraph less.

Documents are compared by the runs of three words that they share. MinHash estimates the share
without holding the texts, and locality-sensitive hashing finds the pairs worth estimating without
comparing all with all (Broder 1997; Leskovec, Rajaraman & Ullman, Mining of Massive Datasets,
chapter 3); both come from the library datasketch.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from humas_nlp.corpus.reprints import Reprint, quote_reprints
from humas_nlp.corpus.wording import Text, Words, pairs
from humas_nlp.errors import DataError, MissingExtraError

__all__ = ["Group", "Reprint", "find_duplicates", "quote_reprints"]

RUN = 3  # words
PERMUTATIONS = 128  # the estimate of a share is right within some 0.05
SEED = 1
# Share of the shorter text that is in the longer one. Two articles on one event share 0.1 to 0.2,
# names and offices for the most part.
THRESHOLD = 0.5
# Pairs whose Jaccard index is above this are looked at. A text that is half of another one has
# an index of 0.5, one that shares half of an equally long one 0.33.
CANDIDATES = 0.25


@dataclass(frozen=True, slots=True)
class Group:
    """Documents that are mostly the same text.

    Attributes:
        ids: Their ids, in the order in which they were given; at least two.
        similarity: The smallest share by which one of them joined the group, in [0, 1].
    """

    ids: tuple[str, ...]
    similarity: float


def find_duplicates(texts: Iterable[Text], *, threshold: float = THRESHOLD) -> list[Group]:
    """Group documents that are mostly the same text.

    Memory is some 2 kB a document, whatever its length.

    Args:
        texts: Documents, records of `read_records`, or pairs of id and text; read once.
        threshold: The share of the shorter text's runs of three words that the longer one must
            hold, in (0, 1].

    Returns:
        The groups in the order of their first documents. A document is in one group at most.

    Raises:
        DataError: The threshold is not in (0, 1], or two texts have one id.
        MissingExtraError: The extra "duplicates" is not installed.

    Example:
        >>> release = "Bupati membuka pasar rakyat di Weleri pada Senin pagi bersama pedagang"
        >>> [g.ids for g in find_duplicates([("a", release), ("b", f"WELERI - {release}.")])]
        [('a', 'b')]
    """
    if not 0 < threshold <= 1:
        raise DataError(f"The threshold {threshold} is not in (0, 1]. The usual one: {THRESHOLD}.")
    sketches = _Sketches()
    groups = _Groups()
    for identity, text in pairs(texts):
        for other, share in sketches.add(identity, text):
            if share >= threshold:
                groups.join(identity, other, share)
    return groups.sorted(sketches.order)


class _Sketches:
    """The MinHash of every document so far."""

    def __init__(self) -> None:
        try:
            from datasketch import MinHash, MinHashLSH
        except ImportError as error:
            raise MissingExtraError("duplicates", "Finding near-duplicates") from error
        self._minhash: Any = MinHash
        self._index: Any = MinHashLSH(threshold=CANDIDATES, num_perm=PERMUTATIONS)
        self._sketches: dict[str, tuple[Any, int]] = {}
        self.order: dict[str, int] = {}

    def add(self, identity: str, text: str) -> list[tuple[str, float]]:
        """Add a document; return the earlier ones that are like it, with the shares."""
        if identity in self.order:
            raise DataError(f"The id {identity!r} was given twice. Give every text its own.")
        self.order[identity] = len(self.order)
        runs = {" ".join(run).encode("utf-8", "replace") for run in Words.of(text).runs(RUN)}
        if not runs:
            return []
        sketch = self._minhash(num_perm=PERMUTATIONS, seed=SEED)
        sketch.update_batch(sorted(runs))
        found = []
        for other in self._index.query(sketch):
            theirs, size = self._sketches[other]
            found.append((other, contained(sketch.jaccard(theirs), len(runs), size)))
        self._index.insert(identity, sketch)
        self._sketches[identity] = sketch, len(runs)
        return sorted(found)


def contained(jaccard: float, one: int, other: int) -> float:
    """Return the share of the smaller of two sets that is in the larger one.

    Args:
        jaccard: Size of the intersection over size of the union.
        one: Size of the one set.
        other: Size of the other.

    Example:
        >>> contained(0.5, 100, 50)
        1.0
    """
    common = jaccard * (one + other) / (1 + jaccard)
    return min(1.0, common / min(one, other))


class _Groups:
    """Disjoint sets of ids."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self._similarity: dict[str, float] = {}

    def _root(self, identity: str) -> str:
        self._parent.setdefault(identity, identity)
        while (parent := self._parent[identity]) != identity:
            self._parent[identity] = self._parent[parent]
            identity = parent
        return identity

    def join(self, one: str, other: str, share: float) -> None:
        first, second = self._root(one), self._root(other)
        both = (self._similarity.get(first, 1.0), self._similarity.get(second, 1.0), share)
        if first != second:
            self._parent[first] = second
            self._similarity[second] = min(both)

    def sorted(self, order: dict[str, int]) -> list[Group]:
        members: dict[str, list[str]] = {}
        for identity in sorted(self._parent, key=order.__getitem__):
            members.setdefault(self._root(identity), []).append(identity)
        return [
            Group(tuple(ids), round(self._similarity[root], 3)) for root, ids in members.items()
        ]
