"""Which of several readings of one stretch stays."""

from collections.abc import Iterable, Iterator, Sequence

from humas_nlp.document import Entity


def without_overlaps(entities: Iterable[Entity]) -> list[Entity]:
    """Return entities in reading order; of two that overlap the earlier, then the longer one."""
    kept: list[Entity] = []
    for entity in sorted(entities, key=lambda e: (e.start, -e.end)):
        if not kept or entity.start >= kept[-1].end:
            kept.append(entity)
    return kept


def met(
    entities: Iterable[Entity], others: Sequence[Entity]
) -> Iterator[tuple[Entity, Entity | None]]:
    """Yield each entity with the first of the others that it overlaps; both in reading order."""
    place = 0
    for entity in entities:
        while place < len(others) and others[place].end <= entity.start:
            place += 1
        overlaps = place < len(others) and others[place].start < entity.end
        yield entity, others[place] if overlaps else None


def outside(entities: Iterable[Entity], others: Sequence[Entity]) -> list[Entity]:
    """Return the entities that overlap none of the others; both are in reading order."""
    return [entity for entity, other in met(entities, others) if other is None]
