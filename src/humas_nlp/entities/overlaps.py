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
