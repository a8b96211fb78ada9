"""Whole corpora: read, analyse in worker processes, write shards, and resume after anything.

from humas_nlp.corpus import run

if __name__ == "__main__":  # workers start the script anew
    summary = run(["rilis/", "artikel.jsonl.gz"], "hasil/", workers=2)
"""

import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from importlib import metadata
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from humas_nlp.corpus.blocks import BLOCK
from humas_nlp.corpus.engine import (
    DEFAULT_MODEL,
    LoadEngine,
    engine_digest,
    load_engine,
    themes_digest,
)
from humas_nlp.corpus.pool import run_tasks
from humas_nlp.corpus.records import Failure
from humas_nlp.corpus.run_folder import Receipt, RunFolder, failure_of
from humas_nlp.corpus.run_manifest import RunLog, Session, Summary
from humas_nlp.corpus.run_options import RunOptions
from humas_nlp.corpus.selection import selected
from humas_nlp.corpus.shards import DOCUMENTS, Shard, cut_shards
from humas_nlp.corpus.tasks import WriteTables, analysis_of
from humas_nlp.corpus.writers import check_output
from humas_nlp.document import SCHEMA_VERSION
from humas_nlp.errors import DataError

LIBRARIES = ("humas-nlp", "spacy", "scikit-learn", "numpy", "pandas", "pyarrow")


class Listener:
    """Who is told what happens during a run; the methods do nothing.

    Subclass it to show a progress bar or to log.
    """

    def done(self, items: int) -> None:
        """Hear that items were finished; a negative number takes some back."""

    def bytes_read(self, count: int) -> None:
        """Hear that bytes of the input were read."""

    def item_read(self) -> None:
        """Hear that a document was read, or failed to be; it waits for its analysis."""

    def failed(self, failure: Failure) -> None:
        """Hear of a document or file that failed."""

    def skipped(self, path: Path) -> None:
        """Hear of a file of no known kind in a folder."""


class Execute(Protocol):
    """The signature of `run_tasks`, which other engines share."""

    def __call__(
        self,
        task: WriteTables,
        shards: Iterable[Shard],
        *,
        workers: int,
        done: Callable[[int], None],
        ready: Callable[[], None],
    ) -> Generator[Receipt, None, None]:
        """Do every shard and yield the receipts in the order of the shards."""
        ...


def run(
    inputs: Iterable[str | Path] | str | Path,
    output: str | Path,
    *,
    text: str = "text",
    id: str = "id",
    title: str | None = None,
    keep: Iterable[str] = (),
    limit: int | None = None,
    sample: float | None = None,
    seed: int = 0,
    model: str = DEFAULT_MODEL,
    themes: str | Path | None = None,
    steps: bool = False,
    workers: int = 1,
    engine: str = "local",
    shard_size: int = DOCUMENTS,
    resume: bool = False,
    overwrite: bool = False,
    listener: Listener | None = None,
) -> Summary:
    """Analyse a corpus into a folder of Parquet tables.

    Args:
        inputs: Files, folders, patterns (``rilis/**/*.txt``).
        output: The folder; `humas_nlp.read_run` opens it.
        text: Field of the text in JSONL, CSV and Parquet.
        id: Field of the id; else file name and line.
        title: Field of the headline, or None.
        keep: Fields to copy into the column "input".
        limit: Analyse this many documents at most.
        sample: Analyse a random part: a share (0.05) or a number of documents (500).
        seed: Another seed draws another sample.
        model: Name or path of the pipeline.
        themes: Theme model of your own, as `humas themes train` writes it, in place of the
            pipeline's.
        steps: Tell of each quote how it came about, in a column "steps" of JSON text.
        workers: Worker processes; 1 works in this process. Each needs some 500 MB.
        engine: "local", or "ray" for a Ray cluster.
        shard_size: Documents in a shard.
        resume: Go on where an earlier run into this folder stopped.
        overwrite: Replace an earlier run.
        listener: Told of progress and failures.

    Returns:
        The counts. Failures stand in ``errors.jsonl``.

    Raises:
        HumasError: Bad use; nothing is written.
    """
    given = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    options = RunOptions.of(
        text=text,
        id=id,
        title=title,
        keep=keep,
        model=model,
        themes=themes,
        steps=steps,
        limit=limit,
        sample=sample,
        seed=seed,
        workers=workers,
        engine=engine,
        shard_size=shard_size,
        resume=resume,
        overwrite=overwrite,
    )
    job = RunJob(tuple(str(path) for path in given), RunFolder(Path(output)), options)
    return job.run(listener or Listener())


@dataclass(frozen=True, slots=True)
class RunJob:
    """One run into a folder.

    Attributes:
        inputs: Files, folders, patterns.
        folder: Where the tables go.
        options: See `run`.
        load: Loads the pipeline.
    """

    inputs: tuple[str, ...]
    folder: RunFolder
    options: RunOptions = field(default_factory=RunOptions)
    load: LoadEngine = load_engine

    def check(self) -> None:
        """See that the run can be done before any work starts.

        Raises:
            DataError: The folder holds something, an earlier run was another one, or options
                contradict one another.
            ModelNotFoundError: The theme model is missing or its manifest unreadable.
        """
        themes_digest(self.options.themes)
        self.options.check()
        if not self.options.resume:
            check_output(str(self.folder.path), overwrite=self.options.overwrite)

    def run(self, listener: Listener) -> Summary:
        """Do the run.

        Raises:
            HumasError: Bad use; nothing is written.
        """
        self.check()
        log = RunLog(self.folder, self._configuration(), self._session())
        if self.options.resume:
            log.look_back()
        shards = cut_shards(
            selected(
                self.inputs,
                self.options,
                exclude=[self.folder.path.resolve()],
                on_skip=listener.skipped,
                on_bytes=listener.bytes_read,
                on_item=listener.item_read,
            ),
            self.options.shard_size,
        )
        ahead = _until_a_document(shards, listener)

        begun = False

        def begin() -> None:
            nonlocal begun
            # Nothing is touched before there is a document, and a model to analyse it with.
            if self.options.overwrite:
                self.folder.clear()
            self.folder.make()
            log.write("running")
            begun = True

        try:
            with closing(self._receipts(chain(ahead, shards), listener, begin)) as receipts:
                for receipt, is_new in receipts:
                    log.add(receipt, is_new=is_new)
                    for row in self.folder.errors_of(receipt["number"]):
                        listener.failed(failure_of(row))
        except BaseException:
            if begun or log.receipts:
                log.write("interrupted")
            raise
        self.folder.clear(keep=max(len(log.receipts), 1))
        self.folder.write_errors()
        log.write("complete")
        return log.summary()

    def _configuration(self) -> dict[str, Any]:
        options = self.options
        configuration = {
            "model": options.model,
            "model_sha256": engine_digest(options.model),
            "themes_sha256": themes_digest(options.themes),
            "block": BLOCK,
            "schema": SCHEMA_VERSION,
            "versions": {name: metadata.version(name) for name in LIBRARIES},
        }
        return configuration | ({"steps": True} if options.steps else {})

    def _session(self) -> Session:
        options = self.options
        reading = {"inputs": self.inputs, **options.reading()}
        told = {name: value for name, value in reading.items() if value is not None}
        started = round(time.time(), 3)
        return Session(started, options.engine, options.workers, options.shard_size, told)

    def _receipts(
        self, shards: Iterable[Shard], listener: Listener, begin: Callable[[], None]
    ) -> Generator[tuple[Receipt, bool], None, None]:
        """Yield a receipt for every shard in order, and whether this run made it."""
        earlier = self.folder.receipts() if self.options.resume else {}
        kept: list[Receipt] = []

        def to_do() -> Iterator[Shard]:
            for shard in shards:
                receipt = earlier.get(shard.number)
                same = receipt and receipt.get("input_sha256") == shard.digest
                if receipt and same and self.folder.is_whole(receipt):
                    kept.append(receipt)
                    listener.done(len(shard.items))
                else:
                    yield shard

        task = WriteTables(analysis_of(self.options, self.load), self.folder)
        execute = _EXECUTE[self.options.engine]
        with closing(
            execute(task, to_do(), workers=self.options.workers, done=listener.done, ready=begin)
        ) as made:
            for receipt in made:
                while kept and kept[0]["number"] < receipt["number"]:
                    yield kept.pop(0), False
                yield receipt, True
        yield from ((receipt, False) for receipt in kept)


def _until_a_document(shards: Iterator[Shard], listener: Listener) -> list[Shard]:
    """Take shards up to the first one with a document.

    Raises:
        DataError: There is no document because the call names fields that are not there.
    """
    ahead = []
    for shard in shards:
        ahead.append(shard)
        if shard.documents:
            return ahead
    failures = [item for shard in ahead for item in shard.items if isinstance(item, Failure)]
    if failures and all(failure.usage for failure in failures):
        for failure in failures:
            listener.failed(failure)
        raise DataError("Nothing was analysed.")
    return ahead


def _on_ray(
    task: WriteTables,
    shards: Iterable[Shard],
    *,
    workers: int,
    done: Callable[[int], None],
    ready: Callable[[], None],
) -> Generator[Receipt, None, None]:
    from humas_nlp.corpus.ray import run_shards

    return run_shards(task, shards, workers=workers, done=done, ready=ready)


_EXECUTE: dict[str, Execute] = {"local": run_tasks, "ray": _on_ray}
