"""Stretches of a text that have been told apart, and the table of all of them in a document."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Self, cast, get_args

from humas_nlp.document import Entity, EntityLabel, Value

Zone = Literal["headline", "body", "dateline", "credit", "furniture"]
MentionLabel = Literal[
    "PER",
    "ORG",
    "LOC",
    "LAW",
    "EVENT",
    "OFFICE",
    "TITLE",
    "DEGREE",
    "DATE",
    "TIME",
    "MONEY",
    "PERCENT",
    "QUANTITY",
]
# What a `Document` lists as an entity; offices, titles and degrees are parts of its people.
ENTITY_LABELS = frozenset(get_args(EntityLabel))


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the text with what it is.

    Attributes:
        start: First code point.
        end: One past the last code point.
        label: What it is.
        source: The finders that proposed it, joined by "+": "recogniser", "institutions",
            "places", "patterns", "office", "people".
        probability: How likely the stretch and the label are right, measured on annotated
            releases; None for what is not decided by measure.
        zone: The part of the text that it stands in.
        value: Its value, as in `Entity`.
    """

    start: int
    end: int
    label: MentionLabel
    source: str
    probability: float | None = None
    zone: Zone = "body"
    value: Value = None

    def text(self, source: str) -> str:
        """Return the words, cut out of the whole text."""
        return source[self.start : self.end]

    def entity(self, source: str) -> Entity:
        """Return the mention as an entity of the document.

        Args:
            source: The whole text.
        """
        words = source[self.start : self.end]
        return Entity(self.start, self.end, words, cast(EntityLabel, self.label), self.value)

    def to_dict(self) -> dict[str, Any]:
        """Return plain data."""
        return {name: getattr(self, name) for name in _FIELDS}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read what `to_dict` gives."""
        return cls(*(data[name] for name in _FIELDS))


_FIELDS = tuple(Mention.__slots__)


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of a document in reading order, those of one label not overlapping.

    Attributes:
        rows: The mentions; an office holds its institution, so that labels may overlap.
    """

    rows: tuple[Mention, ...] = ()
    _starts: tuple[int, ...] = field(default=(), repr=False, compare=False)
    _longest: int = field(default=0, repr=False, compare=False)

    @classmethod
    def of(cls, mentions: Iterable[Mention]) -> Self:
        """Make the table of mentions in any order."""
        rows = tuple(sorted(mentions, key=lambda row: (row.start, -row.end, row.label)))
        longest = max((row.end - row.start for row in rows), default=0)
        return cls(rows, tuple(row.start for row in rows), longest)

    def __iter__(self) -> Iterator[Mention]:
        """Iterate in reading order."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.rows)

    def labelled(self, *labels: MentionLabel) -> Self:
        """Return the table of those with one of some labels."""
        return type(self).of(row for row in self.rows if row.label in labels)

    def overlapping(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return those that share a code point with a range, in reading order."""
        first = bisect_left(self._starts, start - self._longest + 1)
        stop = bisect_left(self._starts, end)
        return tuple(row for row in self.rows[first:stop] if row.end > start)

    def inside(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return those that lie in a range, in reading order."""
        first, stop = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(row for row in self.rows[first:stop] if row.end <= end)

    def at(self, position: int) -> tuple[Mention, ...]:
        """Return those that hold a code point."""
        return self.overlapping(position, position + 1)

    def entities(self, source: str) -> list[Entity]:
        """Return what a `Document` lists as entities, in reading order.

        Args:
            source: The whole text.
        """
        return [row.entity(source) for row in self.rows if row.label in ENTITY_LABELS]

    def to_dict(self) -> list[dict[str, Any]]:
        """Return plain data for ``doc.user_data``."""
        return [row.to_dict() for row in self.rows]

    @classmethod
    def from_dict(cls, rows: Sequence[Mapping[str, Any]]) -> Self:
        """Read what `to_dict` gives."""
        return cls.of(Mention.from_dict(row) for row in rows)
