"""Beyond one machine, with Ray: `analyze` for Ray Data, and the engine of ``--engine ray``.

    import ray
    from humas_nlp.corpus.ray import analyze, tables

    found = analyze(ray.data.read_parquet("s3://…"), text="isi", concurrency=8)
    tables(found)["quotes"].write_parquet("s3://…/quotes")

Every actor loads the model once. A cluster is found by the variable RAY_ADDRESS; without one, a
local cluster is started.
"""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from humas_nlp.corpus.analysis import Result
from humas_nlp.corpus.engine import DEFAULT_MODEL
from humas_nlp.corpus.nested import Columns, analyze_table, unfold
from humas_nlp.corpus.pool import FATAL, Report
from humas_nlp.corpus.records import DEFAULT_ID, Failure, Record
from humas_nlp.corpus.run_folder import NAMES, Receipt
from humas_nlp.corpus.shards import Item, Shard
from humas_nlp.corpus.tasks import Analysis, WriteTables, peak_mib, receipt_of, shard_tables
from humas_nlp.errors import HumasError, MissingExtraError

BATCH = 64  # rows; a batch of long releases stays below a megabyte
CPUS = 1  # one thread an actor
SILENT = Report(lambda _: None, lambda _: None)

Dataset: TypeAlias = Any  # ray.data.Dataset; Ray has no types


def analyze(
    dataset: Dataset,
    *,
    text: str = "text",
    id: str = DEFAULT_ID,
    title: str | None = None,
    keep: Iterable[str] = (),
    model: str = DEFAULT_MODEL,
    themes: str | Path | None = None,
    concurrency: int = 1,
) -> Dataset:
    """Analyse the rows of a Ray dataset, lazily; each row gives one nested row.

    Args:
        dataset: Rows with a text and an id.
        text: Column of the texts.
        id: Column of the ids, unique in the dataset.
        title: Column of headlines, or None.
        keep: Columns to copy into "input".
        model: Name or path of the pipeline, on every node.
        themes: Path of a theme model of your own, on every node.
        concurrency: Actors, each with the model.

    Returns:
        A dataset with the schema of `humas_nlp.corpus.nested`.

    Raises:
        MissingExtraError: The extra "ray" is not installed.
        DataError: A column is not there; raised when the dataset is executed.
    """
    _ray()
    columns = Columns(text, id, title, tuple(keep), model, None if themes is None else str(themes))
    return dataset.map_batches(
        _Analyzer,
        fn_constructor_args=(columns,),
        batch_format="pyarrow",
        batch_size=BATCH,
        concurrency=concurrency,
        num_cpus=CPUS,
    )


def tables(analyzed: Dataset) -> dict[str, Dataset]:
    """Return the five tables of an analysed dataset, by name.

    Rows with an error are in none of them; see the column "error".

    Args:
        analyzed: What `analyze` gives. Call ``.materialize()`` first, or each table analyses anew.
    """
    return {
        name: analyzed.map_batches(
            unfold, fn_kwargs={"name": name}, batch_format="pyarrow", batch_size=None
        )
        for name in NAMES
    }


class _Analyzer:
    """The actor of `analyze`."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns

    def __call__(self, batch: Any) -> Any:  # noqa: ANN401
        return analyze_table(batch, self._columns)


def _ray() -> Any:  # noqa: ANN401
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # this library calls nobody
    try:
        import ray
    except ImportError as error:
        raise MissingExtraError("ray", "Working on a Ray cluster") from error
    return ray


class _ShardActor:
    """The actor of a run: shards in, tables out."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        analysis.setup()

    def ready(self) -> None:
        """Answer when the model is loaded."""

    def tables(self, shard: Shard) -> tuple[dict[str, Any], Receipt]:
        return shard_tables(self._analysis, shard, SILENT)

    def item(self, item: Item) -> Result | Failure:
        (found,) = self._analysis.items(Shard(0, (item,), ""), SILENT)
        return found

    def peak(self) -> int | None:
        return peak_mib()


def run_shards(
    task: WriteTables,
    shards: Iterable[Shard],
    *,
    workers: int,
    done: Callable[[int], None],
    ready: Callable[[], None],
) -> Generator[Receipt, None, None]:
    """Do every shard on a Ray cluster; the arguments are those of `run_tasks`.

    This process reads the input and writes the tables, so that the nodes need no common disk.

    Raises:
        MissingExtraError: The extra "ray" is not installed.
        HumasError: The model cannot be loaded.
    """
    ray = _ray()
    source = iter(shards)
    if (first := next(source, None)) is None:
        return
    ours = not ray.is_initialized()
    if ours:
        local = {} if os.environ.get("RAY_ADDRESS") else {"num_cpus": workers}
        ray.init(log_to_driver=False, include_dashboard=False, **local)
    try:
        cluster = _Cluster(ray, task.analysis, workers)
        cluster.wait()
        ready()
        for shard, tables, receipt in cluster.run(first, source):
            yield task.folder.write_shard(shard.number, tables, receipt)
            done(len(shard.items))
    finally:
        if ours:
            ray.shutdown()


Outcome: TypeAlias = tuple[Shard, dict[str, Any], Receipt]


class _Cluster:
    """The actors of a run and what each is doing."""

    def __init__(self, ray: Any, analysis: Analysis, size: int) -> None:  # noqa: ANN401
        self._ray, self._analysis = ray, analysis
        self._actors = [self._start() for _ in range(size)]

    def _start(self) -> Any:  # noqa: ANN401
        return self._ray.remote(_ShardActor).options(num_cpus=CPUS).remote(self._analysis)

    def wait(self) -> None:
        """Wait until every actor has loaded the model."""
        try:
            self._ray.get([actor.ready.remote() for actor in self._actors])
        except self._ray.exceptions.RayActorError as error:
            cause = getattr(error, "cause", None) or error
            raise HumasError(f"No Ray actor could load the model: {cause}") from error

    def run(self, first: Shard, rest: Iterator[Shard]) -> Iterator[Outcome]:
        """Yield what becomes of each shard, in order; at most two for each actor are under way."""
        waiting: deque[tuple[Shard, int, Any]] = deque()
        place, shard = 0, first
        more: Shard | None = first
        while more is not None or waiting:
            while more is not None and len(waiting) < 2 * len(self._actors):
                shard, more = more, next(rest, None)
                waiting.append((shard, place, self._actors[place].tables.remote(shard)))
                place = (place + 1) % len(self._actors)
            yield self._outcome(*waiting.popleft())

    def _outcome(self, shard: Shard, place: int, future: Any) -> Outcome:  # noqa: ANN401
        try:
            return shard, *self._ray.get(future)
        except self._ray.exceptions.RayActorError:
            return shard, *self._one_by_one(shard, place)

    def _one_by_one(self, shard: Shard, place: int) -> tuple[dict[str, Any], Receipt]:
        """Do a shard at which an actor died, naming the documents at which it dies again."""
        self._actors[place] = actor = self._start()
        found: list[Result | Failure] = []
        for item in shard.items:
            try:
                found.append(self._ray.get(actor.item.remote(item)))
            except self._ray.exceptions.RayActorError:
                assert isinstance(item, Record)
                message = FATAL.format(cause="its actor ended")
                found.append(Failure(item.source, item.line, item.id, message))
                self._actors[place] = actor = self._start()
        peak = self._ray.get(actor.peak.remote())
        return receipt_of(shard, found, seconds=0.0, peak=peak, steps=self._analysis.steps)
