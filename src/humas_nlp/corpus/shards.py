"""The records of a run in shards: the unit that one worker takes and that is written at once.

Where a shard ends depends on the records alone, never on the workers or on time, so that a
resumed run cuts the same shards again.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from humas_nlp.corpus.records import Failure, Record
from humas_nlp.errors import DataError

DOCUMENTS = 1_000
CHARACTERS = 8_000_000  # some 2,000 articles; a shard of long laws ends earlier
Item = Record | Failure


@dataclass(frozen=True, slots=True)
class Shard:
    """Consecutive items of the input.

    Attributes:
        number: From 0.
        items: Records, and failures of reading in their places.
        digest: SHA-256 of what was read, also after `without` has taken an item out.
    """

    number: int
    items: tuple[Item, ...]
    digest: str

    @property
    def documents(self) -> int:
        """How many records there are to analyse."""
        return sum(isinstance(item, Record) for item in self.items)

    def without(self, index: int, message: str) -> "Shard":
        """Return the shard with a failure in place of one record."""
        item = self.items[index]
        failure = Failure(item.source, item.line, item.id, message)
        items = (*self.items[:index], failure, *self.items[index + 1 :])
        return replace(self, items=items)


def cut_shards(
    items: Iterable[Item], documents: int = DOCUMENTS, characters: int = CHARACTERS
) -> Iterator[Shard]:
    """Cut items into shards, lazily; no item gives one empty shard, so that there are tables.

    Args:
        items: What `read_records` gives.
        documents: Most items in a shard.
        characters: A shard that has reached this many characters of text is closed.

    Raises:
        DataError: A size is below 1.
    """
    if documents < 1 or characters < 1:
        raise DataError(f"A shard must hold at least one document; its size is {documents}.")
    held: list[Item] = []
    number = length = 0
    for item in items:
        held.append(item)
        length += len(item.text) if isinstance(item, Record) else 0
        if len(held) >= documents or length >= characters:
            yield _shard(number, held)
            held, number, length = [], number + 1, 0
    if held or not number:
        yield _shard(number, held)


def _shard(number: int, items: list[Item]) -> Shard:
    digest = hashlib.sha256()
    for item in items:
        digest.update(_line(item).encode("utf-8", "replace"))
    return Shard(number, tuple(items), digest.hexdigest())


def _line(item: Item) -> str:
    if isinstance(item, Failure):
        return f"failure {item}\n"
    parts = [item.id, item.text, item.title, item.keep, item.warnings, item.is_page]
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":")) + "\n"
