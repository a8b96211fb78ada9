"""What the people room hands on: persons, where the text names them, their offices."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Any, Self

from humas_nlp.document import Person
from humas_nlp.mentions.offices.office import Office


@dataclass(slots=True, frozen=True)
class Mention:
    """A place where the text names a person.

    Attributes:
        start: First code point of the name.
        end: One past its last code point.
        left: First code point with forms of address and the office before it.
        right: One past the last code point with degrees and the office after it.
        person: Index of the person.
        introduced: Whether an office stands beside the name.
    """

    start: int
    end: int
    left: int
    right: int
    person: int
    introduced: bool


@dataclass(slots=True, frozen=True)
class PeopleReading:
    """What the people room hands to the quotes room.

    Attributes:
        people: The persons in order of first mention.
        mentions: Every mention in reading order.
        offices: Every office phrase of each person: ``(person index, Office)``.
        probability: Of each person: that it is one, with its name right, in [0, 1].
    """

    people: tuple[Person, ...]
    mentions: tuple[Mention, ...]
    offices: tuple[tuple[int, Office], ...]
    probability: tuple[float, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return mentions and offices as plain lists; the people have a JSON form of their own."""
        return {
            "mentions": [list(astuple(m)) for m in self.mentions],
            "offices": [[index, *astuple(office)] for index, office in self.offices],
            "probability": list(self.probability),
        }

    @classmethod
    def from_dict(cls, people: Sequence[Mapping[str, Any]], data: Mapping[str, Any]) -> Self:
        """Read what `to_dict` gives beside the JSON form of the people."""
        return cls(
            tuple(Person.from_dict(p) for p in people),
            tuple(Mention(*row) for row in data["mentions"]),
            tuple((index, Office.from_row(row)) for index, *row in data["offices"]),
            tuple(data.get("probability", ())),
        )
