"""Offices whose institution is a mention of the document, so that both say the same."""

from collections.abc import Mapping
from dataclasses import replace

from humas_nlp.document import Person
from humas_nlp.mentions.institutions.finder import is_institution
from humas_nlp.mentions.mention import Mention, Mentions
from humas_nlp.mentions.offices.institution_border import clean, named
from humas_nlp.mentions.offices.office import Office
from humas_nlp.people.reading import PeopleReading


def aligned(text: str, reading: PeopleReading, mentions: Mentions) -> PeopleReading:
    """Return persons and offices whose institutions are ORG mentions, or parts of one.

    An office phrase and the list of mentions may draw the line elsewhere; the list decides. Of
    "Wakil Ketua Umum | Partai Melati Agung" with the mention "Partai Melati", that is the
    institution; words before a mention go to the office: "Ketua Dewan Pakar | Partai Melati".

    Args:
        text: The whole text.
        reading: What the people room has read.
        mentions: The mentions of the document.
    """
    bodies = mentions.labelled("ORG")
    new = {office: _aligned(text, office, bodies) for _, office in reading.offices}
    if all(old is office for old, office in new.items()):
        return reading
    people = tuple(
        _renamed(person, [o for i, o in reading.offices if i == number], new)
        for number, person in enumerate(reading.people)
    )
    offices = tuple((number, new[office]) for number, office in reading.offices)
    return replace(reading, people=people, offices=offices)


def _aligned(text: str, office: Office, bodies: Mentions) -> Office:
    """Return an office whose institution is a mention, or lies in one."""
    if office.institution is None or not is_institution(office.affiliation or ""):
        return office
    start, end = office.institution
    met = bodies.overlapping(start, end)
    if not met or any(body.start <= start and end <= body.end for body in met):
        return office
    body = _main(met, start, end)
    affiliation, stretch = named(text, (max(body.start, start), body.end))
    role = office.role
    if role and body.start > start:
        role = clean(f"{role} {' '.join(text[start : body.start].split())}")
    return replace(office, role=role, affiliation=affiliation, institution=stretch)


def _main(met: tuple[Mention, ...], start: int, end: int) -> Mention:
    """Return the mention that an office is of: the last one, as the others are its units."""
    inside = [body for body in met if start <= body.start and body.end <= end]
    return (inside or list(met))[-1]


def _renamed(person: Person, held: list[Office], new: Mapping[Office, Office]) -> Person:
    """Return a person with the office that stands for the one he was given."""
    for office in held:
        changed = new[office]
        if changed is not office and person.affiliation == office.affiliation:
            role = changed.role if person.role == office.role else person.role
            return replace(person, role=role or None, affiliation=changed.affiliation)
    return person
