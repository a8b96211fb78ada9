"""All entities of a text: names and values, not overlapping."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import takewhile

from humas_nlp.document import Entity
from humas_nlp.mentions.gapped_words import Words
from humas_nlp.mentions.institutions.finder import Explained, explained, institutions_in
from humas_nlp.mentions.institutions.grammar import grammar
from humas_nlp.mentions.linking import linked
from humas_nlp.mentions.overlaps import met, outside
from humas_nlp.mentions.places.finder import places_in
from humas_nlp.mentions.values.finder import find_values
from humas_nlp.mentions.values.patterns import fold


def find_entities(
    text: str,
    ranges: list[tuple[int, int]] | None = None,
    *,
    date: str | None = None,
    people: Iterable[tuple[int, int]] = (),
    passing: Iterable[tuple[int, int]] = (),
    names: Sequence[Entity] | None = None,
) -> list[Entity]:
    """Find the entities of a text.

    Where two finds overlap, a value wins over everything, a person over a place and over the end of
    an institution, an institution over a place, unless the place holds it ("Aula Dinas Sosial").
    With the names of a trained recogniser, an event wins over the values in it, persons win over
    what the recogniser says unless they are named in passing, and the rules for institutions and
    places rest.

    Args:
        text: The whole text.
        ranges: Ranges to read, in reading order; None for the whole text.
        date: Date of the text, ``YYYY-MM-DD``, for dates without a year.
        people: Ranges of the mentions of persons.
        passing: Ranges of persons who are named once and hold no office.
        names: PER, ORG, LOC, LAW and EVENT of a recogniser, in reading order, not overlapping;
            None if there is none.

    Returns:
        Entities in reading order, not overlapping.

    Example:
        >>> found = find_entities("Dinas Sosial Jatim menyalurkan Rp2 juta, Rabu (4/10/2023).")
        >>> [(e.label, e.text) for e in found]
        [('ORG', 'Dinas Sosial Jatim'), ('MONEY', 'Rp2 juta'), ('DATE', 'Rabu (4/10/2023)')]
    """
    shorts, folded = explained(text), fold(text)
    known, seen = sorted(set(people)), sorted(set(passing))
    found: list[Entity] = []
    for start, end in [(0, len(text))] if ranges is None else ranges:
        values = find_values(text, start, end, date=date, folded=folded)
        if names is None:
            persons = _persons(text, sorted([*known, *seen]), start, end)
            found += _in_range(Words(text, start, end), values, shorts, persons)
        else:
            events, others = _inside(names, start, end)
            persons = _persons(text, known, start, end)
            found += _layered(events, values, persons, others)
    return linked(text, found, shorts=shorts, date=date)


def _in_range(
    words: Words, values: list[Entity], shorts: Explained, persons: list[Entity]
) -> list[Entity]:
    """Find the entities of one range, the kinds in the order in which they win."""
    places = places_in(words)
    bodies = _clip(_outside_spots(institutions_in(words, shorts), places), persons)
    return _layered(values, outside(persons, bodies), bodies, places)


def _inside(names: Sequence[Entity], start: int, end: int) -> tuple[list[Entity], list[Entity]]:
    """Return the events and the other names of a range."""
    first = bisect_left(names, start, key=lambda entity: entity.start)
    inside = list(takewhile(lambda entity: entity.end <= end, names[first:]))
    events = [entity for entity in inside if entity.label == "EVENT"]
    return events, [entity for entity in inside if entity.label != "EVENT"]


def _layered(*layers: list[Entity]) -> list[Entity]:
    """Keep of every layer what overlaps nothing of the layers before."""
    kept: list[Entity] = []
    for layer in layers:
        kept = sorted([*kept, *outside(layer, kept)], key=lambda entity: entity.start)
    return kept


def _persons(text: str, mentions: list[tuple[int, int]], start: int, end: int) -> list[Entity]:
    """Make PER entities of the mentions in a range; of overlapping ones the first stands."""
    first = bisect_left(mentions, (start, -1))
    found: list[Entity] = []
    for a, b in mentions[first:]:
        if a >= end:
            break
        if a < b <= end and (not found or a >= found[-1].end):
            found.append(Entity(a, b, text[a:b], "PER"))
    return found


def _clip(bodies: list[Entity], persons: list[Entity]) -> list[Entity]:
    """Cut institutions off before a person who stands in their end.

    "Universitas Budi Luhur" and others that bear a free name keep it whole.
    """
    found = []
    for body, person in met(bodies, persons):
        if person is None or _has_free_name(body):
            found.append(body)
            continue
        kept = body.text[: max(0, person.start - body.start)].rstrip(" ,(")
        if " " in kept:
            found.append(Entity(body.start, body.start + len(kept), kept, "ORG"))
    return found


def _has_free_name(body: Entity) -> bool:
    head = grammar().heads.at(Words(body.text), 0)
    return head is not None and head[1] in ("free", "company", "school")


def _outside_spots(bodies: list[Entity], places: list[Entity]) -> list[Entity]:
    """Leave out institutions that give a building its name: "Aula | Dinas Sosial"."""
    return [
        body
        for body, spot in met(bodies, places)
        if spot is None or not (spot.start <= body.start and body.end <= spot.end) or spot.value
    ]
