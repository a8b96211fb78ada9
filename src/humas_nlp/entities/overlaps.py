"""Which of several readings of one stretch stays."""

from collections.abc import Iterable

from humas_nlp.document import Entity


def without_overlaps(entities: Iterable[Entity]) -> list[Entity]:
    """Return entities in reading order; of two that overlap the earlier, then the longer one."""
    kept: list[Entity] = []
    for entity in sorted(entities, key=lambda e: (e.start, -e.end)):
        if not kept or entity.start >= kept[-1].end:
            kept.append(entity)
    return kept


def outside(entities: Iterable[Entity], others: list[Entity]) -> list[Entity]:
    """Return the entities that overlap none of the others; both are in reading order."""
    found = []
    place = 0
    for entity in entities:
        while place < len(others) and others[place].end <= entity.start:
            place += 1
        if place == len(others) or others[place].start >= entity.end:
            found.append(entity)
    return found
