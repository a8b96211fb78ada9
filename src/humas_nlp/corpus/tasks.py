"""What a worker does with a shard: write its tables, or give its documents back."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from humas_nlp.corpus.analysis import BATCH, Result, analyze_records
from humas_nlp.corpus.blocks import BLOCK
from humas_nlp.corpus.engine import Engine, LoadEngine, with_steps
from humas_nlp.corpus.pool import Report
from humas_nlp.corpus.records import Failure
from humas_nlp.corpus.run_folder import NAMES, Receipt, RunFolder, error_row
from humas_nlp.corpus.run_options import RunOptions
from humas_nlp.corpus.shards import Item, Shard

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(slots=True)
class Analysis:
    """Loads the pipeline once and analyses shards.

    Attributes:
        load: Loads it; a function of a module, so that workers find it.
        model: Name or path for `load`.
        themes: Theme model for `load`, or None.
        block: Texts longer than this many characters are analysed by blocks.
        steps: Whether the tables tell how each quote came about.
    """

    load: LoadEngine
    model: str
    themes: str | None = None
    block: int = BLOCK
    steps: bool = False
    _engine: Engine | None = field(default=None, repr=False)
    _apart: bool = field(default=True, repr=False)

    def setup(self) -> None:
        """Load the pipeline."""
        self._engine = self.load(self.model, self.themes)

    def items(
        self, shard: Shard, report: Report, *, careful: bool = False
    ) -> Iterator[Result | Failure]:
        """Analyse a shard, telling the progress."""
        assert self._engine is not None, "setup() comes first"
        found = analyze_records(
            _told(shard.items, report) if careful else shard.items,
            self._engine.analyze_many,
            nlp=self._engine.nlp,
            batch=1 if careful else BATCH,
            block=self.block,
            apart=self._apart,
        )
        waiting = 0
        for item in found:
            yield item
            waiting += 1
            if waiting == BATCH:
                report.done(waiting)
                waiting = 0
        report.done(waiting)

    def __getstate__(self) -> tuple[Any, ...]:
        """Leave a loaded pipeline behind: each worker loads its own."""
        return self.load, self.model, self.themes, self.block, self.steps

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        """Take what `__getstate__` gives."""
        self.load, self.model, self.themes, self.block, self.steps = state
        self._engine = None
        # What came by pickle is in a worker, whose pool survives it: pages need no further process.
        self._apart = False


def analysis_of(options: RunOptions, load: LoadEngine) -> Analysis:
    """Return the analysis that the options of a run ask for; `load` loads its pipeline."""
    loading = with_steps(load) if options.steps else load
    return Analysis(loading, options.model, options.themes, steps=options.steps)


def _told(items: Sequence[Item], report: Report) -> Iterator[Item]:
    for index, item in enumerate(items):
        report.at(index)
        yield item


@dataclass(slots=True)
class GiveBack:
    """Task: analyse a shard and return its results and failures in order."""

    analysis: Analysis

    def setup(self) -> None:
        """Load the pipeline."""
        self.analysis.setup()

    def __call__(
        self, shard: Shard, report: Report, *, careful: bool = False
    ) -> list[Result | Failure]:
        """Analyse a shard."""
        return list(self.analysis.items(shard, report, careful=careful))


@dataclass(slots=True)
class WriteTables:
    """Task: analyse a shard and write its tables; returns the receipt.

    Attributes:
        analysis: What analyses.
        folder: Where the tables go.
    """

    analysis: Analysis
    folder: RunFolder

    def setup(self) -> None:
        """Load the pipeline."""
        self.analysis.setup()

    def __call__(self, shard: Shard, report: Report, *, careful: bool = False) -> Receipt:
        """Analyse and write a shard."""
        tables, receipt = shard_tables(self.analysis, shard, report, careful=careful)
        return self.folder.write_shard(shard.number, tables, receipt)


def shard_tables(
    analysis: Analysis, shard: Shard, report: Report, *, careful: bool = False
) -> "tuple[dict[str, pa.Table], Receipt]":
    """Analyse a shard into Arrow tables, with a receipt that lacks only the files.

    Args:
        analysis: What analyses, set up.
        shard: The shard.
        report: Where the progress is told.
        careful: See `Task`.
    """
    started = time.perf_counter()
    found = list(analysis.items(shard, report, careful=careful))
    seconds = time.perf_counter() - started
    return receipt_of(shard, found, seconds=seconds, peak=peak_mib(), steps=analysis.steps)


def receipt_of(
    shard: Shard,
    found: Iterable[Result | Failure],
    *,
    seconds: float,
    peak: int | None,
    steps: bool = False,
) -> "tuple[dict[str, pa.Table], Receipt]":
    """Return the tables of an analysed shard and its receipt.

    Args:
        shard: The shard.
        found: A result or a failure for each of its items.
        seconds: What the analysis took.
        peak: The largest memory of the process that did it, in MiB.
        steps: Whether the tables tell how each quote came about.
    """
    failures: list[Failure] = []
    results: list[Result] = []
    for item in found:
        if isinstance(item, Failure):
            failures.append(item)
        else:
            results.append(item)
    receipt = {
        "input_sha256": shard.digest,
        "documents": len(results),
        "failed": len(failures),
        "seconds": round(seconds, 3),
        "worker_mib": peak,
        "errors": [error_row(failure) for failure in failures],
    }
    return arrow_tables(results, steps=steps), receipt


def arrow_tables(results: Iterable[Result], *, steps: bool = False) -> "dict[str, pa.Table]":
    """Return the five tables of some documents, in the published schema."""
    import pyarrow as pa

    from humas_nlp.corpus.tables import arrow_schema, to_frames

    kept = list(results)
    frames = to_frames(
        (r.document for r in kept), inputs=(r.record.keep for r in kept), steps=steps
    )
    schemas = {name: arrow_schema(name, steps=steps) for name in NAMES}
    return {
        name: pa.Table.from_pandas(frames[name], schema=schemas[name], preserve_index=False)
        for name in NAMES
    }


def peak_mib() -> int | None:
    """Return the largest resident size of this process so far in MiB; None where unknown."""
    try:
        import resource
        import sys
    except ImportError:  # Windows
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1024**2 if sys.platform == "darwin" else 1024))
