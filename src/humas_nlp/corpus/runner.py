"""Run the analysis over records: every record gives a result or a failure, in order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Protocol

from humas_nlp.corpus.records import Failure, Record
from humas_nlp.document import Document

BATCH = 64


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
) -> Iterator[Result | Failure]:
    """Analyse records as they come.

    Args:
        items: What `read_records` gives.
        analyze_many: The analysis, `humas_nlp.analyze_many` or a stand-in.
        nlp: The pipeline that is handed to it.
        batch: Records in one call; also what is in memory at a time.

    Yields:
        A result or a failure for each item, in the order of the items.
    """
    source = iter(items)
    while chunk := list(islice(source, batch)):
        records = [item for item in chunk if isinstance(item, Record)]
        results = _analyze_batch(records, analyze_many, nlp)
        for item in chunk:
            yield item if isinstance(item, Failure) else next(results)


def _analyze_batch(
    records: list[Record], analyze_many: Analyze, nlp: object
) -> Iterator[Result | Failure]:
    done = 0
    try:
        for document in _call(records, analyze_many, nlp):
            yield _result(document, records[done])
            done += 1
    except Exception:
        # One text must not take the rest of its batch with it: go on one by one from here.
        pass
    for record in records[done:]:
        yield _analyze_one(record, analyze_many, nlp)


def _analyze_one(record: Record, analyze_many: Analyze, nlp: object) -> Result | Failure:
    try:
        return _result(next(iter(_call([record], analyze_many, nlp))), record)
    except Exception as error:
        message = (
            f"the analysis of {record.id!r} failed ({type(error).__name__}: {error}). "
            f"This is a fault of humas_nlp; please report it with the text."
        )
        return Failure(record.source, record.line, record.id, message)


def _call(records: list[Record], analyze_many: Analyze, nlp: object) -> Iterator[Document]:
    return analyze_many(
        [record.text for record in records],
        ids=[record.id for record in records],
        titles=[record.title for record in records],
        nlp=nlp,
    )


def _result(document: Document, record: Record) -> Result:
    notes = dict.fromkeys((*record.warnings, *document.warnings))
    return Result(replace(document, warnings=tuple(notes)), record)
