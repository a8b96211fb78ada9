"""Run the analysis over records: every record gives a result or a failure, in order.

spaCy keeps every word it has seen for the life of a process. Each batch runs in a memory zone,
which gives that memory back, so that the ten thousandth document needs no more than the first. It
runs with one thread for its arithmetic: the matrices are small, further threads would only wait for
one another, and beside other programs make a run several times as slow.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Any, Protocol

from threadpoolctl import threadpool_limits

from humas_nlp.corpus.apart import article_apart, new_child
from humas_nlp.corpus.blocks import BLOCK, analyze_blocks
from humas_nlp.corpus.pages import article
from humas_nlp.corpus.records import Failure, Record
from humas_nlp.document import Document

BATCH = 64
Item = Record | Failure


class Analyze(Protocol):
    """The signature of `humas_nlp.analyze_many`, so that tests can give another."""

    def __call__(
        self,
        texts: Iterable[str],
        *,
        ids: Iterable[str] | None = None,
        titles: Iterable[str | None] | None = None,
        nlp: Any = None,  # noqa: ANN401 - a spaCy Language, which is not imported here
    ) -> Iterator[Document]:
        """Analyse texts in order."""
        ...


@dataclass(frozen=True, slots=True)
class Result:
    """A document with the record that it was read from."""

    document: Document
    record: Record

    def to_dict(self, *, text: bool = False) -> dict[str, Any]:
        """Return the document's JSON form, kept fields under "input" where there are any."""
        data = self.document.to_dict(text=text)
        if self.record.keep:
            data["input"] = self.record.keep
        return data


def analyze_records(
    items: Iterable[Record | Failure],
    analyze_many: Analyze,
    *,
    nlp: Any = None,  # noqa: ANN401 - a spaCy Language, which is not imported here
    batch: int = BATCH,
    block: int = BLOCK,
    apart: bool = True,
) -> Iterator[Result | Failure]:
    """Analyse records as they come.

    Args:
        items: What `read_records` gives.
        analyze_many: The analysis, `humas_nlp.analyze_many` or a stand-in.
        nlp: The pipeline that is handed to it.
        batch: Records in one call; also what is in memory at a time.
        block: Texts longer than this many characters are analysed by blocks of paragraphs.
        apart: Pages are parsed in a child, at whose death this process goes on. False in a worker
            whose death costs one document anyway.

    Yields:
        A result or a failure for each item, in the order of the items.
    """
    source, analysis = iter(items), _Analysis(analyze_many, nlp, block)
    with closing(new_child()) as child:
        take = partial(article_apart, child) if apart else article
        while chunk := [_readable(item, take) for item in islice(source, batch)]:
            results = analysis.run([item for item in chunk if isinstance(item, Record)])
            for item in chunk:
                yield item if isinstance(item, Failure) else next(results)


def _readable(item: Item, take: Callable[[Record], Item]) -> Item:
    return take(item) if isinstance(item, Record) else item


@dataclass(frozen=True, slots=True)
class _Analysis:
    analyze_many: Analyze
    nlp: Any
    block: int

    def run(self, records: list[Record]) -> Iterator[Result | Failure]:
        """Analyse a batch in one memory zone; long texts get zones of their own."""
        short = [record for record in records if len(record.text) <= self.block]
        with self.zone(), threadpool_limits(1):
            found = iter(list(self._batch(short)))
        for record in records:
            yield next(found) if len(record.text) <= self.block else self._one(record, self._long)

    def zone(self) -> AbstractContextManager[object]:
        zone = getattr(self.nlp, "memory_zone", None)
        return zone() if zone else nullcontext()

    def _batch(self, records: list[Record]) -> Iterator[Result | Failure]:
        done = 0
        try:
            for document in self._call(records):
                yield _result(document, records[done])
                done += 1
        except Exception:
            # One text must not take the rest of its batch with it: go on one by one from here.
            pass
        for record in records[done:]:
            yield self._one(record, self._short)

    def _one(self, record: Record, analyze: Callable[[Record], Document]) -> Result | Failure:
        try:
            return _result(analyze(record), record)
        except Exception as error:
            message = (
                f"the analysis of {record.id!r} failed ({type(error).__name__}: {error}). "
                f"This is a fault of humas_nlp; please report it with the text."
            )
            return Failure(record.source, record.line, record.id, message)

    def _short(self, record: Record) -> Document:
        return next(iter(self._call([record])))

    def _long(self, record: Record) -> Document:
        def analyze(text: str) -> Document:
            with self.zone(), threadpool_limits(1):
                return self._short(replace(record, text=text))

        return analyze_blocks(record.text, analyze, size=self.block)

    def _call(self, records: list[Record]) -> Iterator[Document]:
        return self.analyze_many(
            [record.text for record in records],
            ids=[record.id for record in records],
            titles=[record.title for record in records],
            nlp=self.nlp,
        )


def _result(document: Document, record: Record) -> Result:
    notes = dict.fromkeys((*record.warnings, *document.warnings))
    return Result(replace(document, warnings=tuple(notes)), record)
