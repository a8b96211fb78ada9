"""What a run reads: which part of the records of its inputs."""

import hashlib
import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from humas_nlp.corpus.readers import read_records
from humas_nlp.corpus.records import Failure, Record
from humas_nlp.corpus.run_options import RunOptions
from humas_nlp.corpus.shards import Item
from humas_nlp.errors import DataError


def selected(
    inputs: Iterable[str],
    options: RunOptions,
    *,
    exclude: Sequence[Path] = (),
    on_skip: Callable[[Path], None] | None = None,
    on_bytes: Callable[[int], None] | None = None,
    on_item: Callable[[], None] | None = None,
) -> Iterator[Item]:
    """Read the records that a run is about.

    Args:
        inputs: Files, folders, patterns, "-".
        options: Their fields, and which part of them.
        exclude: As for `read_records`, like the next two.
        on_skip: Told of every file that is passed over.
        on_bytes: Told how many bytes were read.
        on_item: Told of every item that is given.

    Raises:
        DataError: An input is not there, or limit or sample make no sense.
    """
    items = read_records(
        inputs,
        text=options.text,
        id=options.id,
        title=options.title,
        keep=options.keep,
        exclude=exclude,
        on_skip=on_skip,
        on_bytes=on_bytes,
        raw_pages=True,
    )
    chosen = limited(sampled(items, options.sample, options.seed), options.limit)
    return _told(chosen, on_item) if on_item else chosen


def _told(items: Iterable[Item], on_item: Callable[[], None]) -> Iterator[Item]:
    for item in items:
        on_item()
        yield item


def limited(items: Iterable[Item], limit: int | None) -> Iterator[Item]:
    """Return the items up to the `limit`-th record; all of them if None.

    Raises:
        DataError: The limit is below 1.
    """
    if limit is not None and limit < 1:
        raise DataError(f"--limit {limit} leaves no document. Give a number from 1.")
    return iter(items) if limit is None else _first(items, limit)


def _first(items: Iterable[Item], limit: int) -> Iterator[Item]:
    for item in items:
        yield item
        limit -= isinstance(item, Record)
        if not limit:
            return


def sampled(items: Iterable[Item], share: float | None, seed: int = 0) -> Iterator[Item]:
    """Return a random sample of the records in their order, the same one every time.

    A record is drawn by a hash of its id, so that the sample depends neither on the order of the
    input nor on the files that it is spread over.

    Args:
        items: What `read_records` gives; failures are passed on.
        share: A share below 1, or from 1 a number of documents; None for all. A number holds
            that many records in memory.
        seed: Another seed draws another sample.

    Raises:
        DataError: The share is not above 0, or a number from 1 that is no whole one.
    """
    if share is None:
        return iter(items)
    if share <= 0 or (share >= 1 and share != int(share)):
        raise DataError(
            f"--sample {share} is neither a share (0.05) nor a number of documents (500)."
        )
    return _share(items, share, seed) if share < 1 else _number(items, int(share), seed)


def _draw(record: Record, seed: int) -> float:
    digest = hashlib.blake2b(f"{seed}\n{record.id}".encode("utf-8", "replace"), digest_size=8)
    return int.from_bytes(digest.digest(), "big") / 2**64


def _share(items: Iterable[Item], share: float, seed: int) -> Iterator[Item]:
    return (i for i in items if isinstance(i, Failure) or _draw(i, seed) < share)


def _number(items: Iterable[Item], number: int, seed: int) -> Iterator[Item]:
    failures: list[Failure] = []

    def records() -> Iterator[tuple[float, int, Record]]:
        for place, item in enumerate(items):
            if isinstance(item, Failure):
                failures.append(item)
            else:
                yield _draw(item, seed), place, item

    # nsmallest holds `number` entries however many there are; places make the draws distinct.
    drawn = heapq.nsmallest(number, records())
    yield from failures
    yield from (record for _, _, record in sorted(drawn, key=lambda entry: entry[1]))
