"""What the people room has found, as evidence for the mentions of a document."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from humas_nlp.mentions.institutions.finder import is_institution
from humas_nlp.mentions.offices.office import Office

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Persons:
    """What is known of a document's persons.

    Attributes:
        known: Their mentions, where they hold an office or are named several times.
        passing: Mentions of the others.
        offices: Their office phrases.
        institutions: Stretches of the institutions in these.
        others: Stretches of what else a person belongs to: "Kasi | PD Pontren".
    """

    known: tuple[Range, ...] = ()
    passing: tuple[Range, ...] = ()
    offices: tuple[Range, ...] = ()
    institutions: tuple[Range, ...] = ()
    others: tuple[Range, ...] = ()


def persons_of(people: Iterable[Mapping[str, Any]], offices: Iterable[Sequence[Any]]) -> Persons:
    """Return what is known of persons, from the plain data of the people room.

    Args:
        people: The persons as `Person.to_dict` gives them.
        offices: Their offices, each a list that begins with the number of its person.
    """
    known: list[tuple[int, int]] = []
    passing: list[tuple[int, int]] = []
    for person in people:
        is_known = person.get("role") or len(person["mentions"]) > 1
        ranges = [(mention["start"], mention["end"]) for mention in person["mentions"]]
        (known if is_known else passing).extend(ranges)
    held = [Office.from_row(row) for _, *row in offices]
    bodies = [(o.institution, is_institution(o.affiliation or "")) for o in held if o.institution]
    return Persons(
        tuple(known),
        tuple(passing),
        tuple((office.start, office.end) for office in held),
        tuple(stretch for stretch, certain in bodies if certain),
        tuple(stretch for stretch, certain in bodies if not certain),
    )
