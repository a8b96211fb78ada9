"""One run of `humas analyze`: read, analyse, write, and report what failed."""

import signal
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from humas_nlp.cli.pages import check_page, page_writer
from humas_nlp.cli.progress import Meter
from humas_nlp.cli.terminal import INTERRUPTED, SOME_FAILED, error_console
from humas_nlp.corpus.analysis import BATCH, Result, analyze_records
from humas_nlp.corpus.engine import DEFAULT_MODEL, LoadEngine, themes_digest
from humas_nlp.corpus.inputs import STDIN, check_inputs, total_bytes
from humas_nlp.corpus.pool import run_tasks
from humas_nlp.corpus.records import DEFAULT_ID, Failure
from humas_nlp.corpus.run_folder import RunFolder
from humas_nlp.corpus.run_into_folder import RunJob
from humas_nlp.corpus.selection import Reading
from humas_nlp.corpus.shards import DOCUMENTS, Item, cut_shards
from humas_nlp.corpus.tasks import Analysis, GiveBack
from humas_nlp.corpus.writers import (
    STDOUT,
    Writer,
    check_output,
    open_writer,
    resolve_format,
)
from humas_nlp.errors import DataError, name_list


@dataclass(frozen=True, slots=True)
class Job:
    """What the caller asked for; the fields are the options of `humas analyze`."""

    inputs: tuple[str, ...]
    output: str | None = None
    form: str | None = None
    text: str = "text"
    id: str = DEFAULT_ID
    title: str | None = None
    keep: tuple[str, ...] = ()
    model: str = DEFAULT_MODEL
    themes: Path | None = None
    with_text: bool = False
    view: Path | None = None
    overwrite: bool = False
    quiet: bool = False
    workers: int = 1
    engine: str = "local"
    resume: bool = False
    limit: int | None = None
    sample: float | None = None
    seed: int = 0
    shard_size: int = DOCUMENTS
    dry_run: bool = False

    def check(self) -> None:
        """See that the job can be done before any work starts.

        Raises:
            DataError: An input is not there, the format is unknown, the output is not empty or
                is one of the inputs.
            ModelNotFoundError: The theme model is missing or its manifest unreadable.
        """
        resolve_format(self.output, self.form)
        if self.view is not None:
            if self.output is not None or self.form is not None:
                raise DataError("--view is an output of its own: leave out -o and --format.")
            check_page(self.view, overwrite=self.overwrite)
        check_inputs(self.inputs)
        if self.target and any(
            Path(path).resolve() == self.target for path in self.inputs if path != STDIN
        ):
            raise DataError(
                f"{self.view or self.output} is both input and output: name another output."
            )
        if self.writes_tables:
            self.run_job().check()
            return
        themes_digest(self.themes_path)
        if self.resume or self.engine != "local":
            option = "--resume" if self.resume else f"--engine {self.engine}"
            raise DataError(f"{option} needs Parquet tables in a folder: -o hasil/")
        if self.workers < 1:
            raise DataError(f"{self.workers} workers cannot work. Give a number from 1.")
        check_output(self.output, overwrite=self.overwrite or self.dry_run)

    @property
    def themes_path(self) -> str | None:
        """The theme model as `load_engine` takes it, wherever a worker is started."""
        return None if self.themes is None else str(self.themes.resolve())

    @property
    def target(self) -> Path | None:
        """Where the output lies, resolved; None for standard output."""
        if self.view is not None:
            return self.view.resolve()
        if self.output is None or self.output == STDOUT:
            return None
        return Path(self.output).resolve()

    @property
    def writes_tables(self) -> bool:
        """Whether the output is Parquet tables in a folder, which are written by shards."""
        return resolve_format(self.output, self.form) == "parquet"

    @property
    def reading(self) -> Reading:
        """What is read."""
        return Reading(
            self.inputs,
            self.text,
            self.id,
            self.title,
            self.keep,
            self.limit,
            self.sample,
            self.seed,
        )

    def run_job(self, load: LoadEngine | None = None) -> RunJob:
        """Return the run that writes the tables."""
        job = RunJob(
            self.reading,
            RunFolder(Path(self.output or "")),
            model=self.model,
            themes=self.themes_path,
            workers=self.workers,
            engine=self.engine,
            shard_size=self.shard_size,
            resume=self.resume,
            overwrite=self.overwrite or self.dry_run,
        )
        if load:
            job.load = load
        return job


def run(job: Job, load: LoadEngine, *, on_terminal: bool) -> int:
    """Do a job.

    Args:
        job: What to do.
        load: Loads the pipeline; given by the caller so that tests can give another.
        on_terminal: Whether standard output is a terminal, where a view is shown.

    Returns:
        Exit code 0, 1 if some documents failed, or 130 after Ctrl-C.

    Raises:
        HumasError: Bad use; nothing is written.
    """
    job.check()
    errors = error_console()
    total = None if job.quiet or job.target is None else total_bytes(job.inputs)
    meter = Meter(errors, total, job.limit)
    with meter.shown(not job.quiet and job.target is not None), _termination_interrupts():
        try:
            if job.dry_run:
                done = _count_only(job, meter)
            elif job.writes_tables:
                done = _write_tables(job, load, meter)
            else:
                done = _stream(job, load, meter, viewing=on_terminal and _is_bare(job))
        except KeyboardInterrupt:
            errors.print(f"humas: stopped. {_after_a_stop(job)}")
            return INTERRUPTED
    if not job.quiet:
        _summary(job, done, meter, errors)
    return SOME_FAILED if meter.failures else 0


@contextmanager
def _termination_interrupts() -> Iterator[None]:
    """Let SIGTERM, by which schedulers and service managers stop a job, end it like Ctrl-C."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _is_bare(job: Job) -> bool:
    return job.output is None and job.form is None


def _after_a_stop(job: Job) -> str:
    if job.writes_tables:
        return "Finished shards are kept: go on with the same command and --resume."
    return "Nothing was written." if job.target else ""


def _write_tables(job: Job, load: LoadEngine, meter: Meter) -> str:
    summary = job.run_job(load).run(meter)
    words = f"{_count(summary.documents, 'document')} analysed"
    if summary.resumed:
        words += f" ({summary.resumed} of them by an earlier run)"
    return words


def _stream(job: Job, load: LoadEngine, meter: Meter, *, viewing: bool) -> str:
    documents = 0
    with _writer(job, viewing) as writer:
        for item in _results(job, load, meter):
            if isinstance(item, Failure):
                meter.failed(item)
            else:
                documents += 1
                writer.write(item)
        if not documents and meter.failures and meter.all_usage:
            raise DataError("Nothing was analysed.")
    return f"{_count(documents, 'document')} analysed"


def _results(job: Job, load: LoadEngine, meter: Meter) -> Iterator[Result | Failure]:
    items = _items(job, meter)
    if job.workers == 1:  # as they come, not shard by shard
        engine = load(job.model, job.themes_path)
        for item in analyze_records(items, engine.analyze_many, nlp=engine.nlp):
            yield item
            meter.done(1)
        return
    task = GiveBack(Analysis(load, job.model, job.themes_path))
    shards = cut_shards(items, BATCH)
    for found in run_tasks(task, shards, workers=job.workers, done=meter.done):
        yield from found


def _items(job: Job, meter: Meter) -> Iterator[Item]:
    return job.reading.items(
        exclude=[job.target] if job.target else (),
        on_skip=meter.skipped,
        on_bytes=meter.bytes_read,
        on_item=meter.item_read,
    )


def _count_only(job: Job, meter: Meter) -> str:
    documents = characters = shards = 0
    items = _items(job, meter)
    for shard in cut_shards(items, job.shard_size):
        shards += 1
        for item in shard.items:
            if isinstance(item, Failure):
                meter.failed(item)
            else:
                documents += 1
                characters += len(item.text)
        meter.done(len(shard.items))
    return (
        f"{_count(documents, 'document')} with {characters:,} characters would be analysed, "
        f"in {_count(shards, 'shard')}"
    )


class Viewer:
    """Shows each document as readable tables."""

    def write(self, result: Result) -> None:
        """Show one document."""
        from humas_nlp.cli.view import show_document

        show_document(result.document, Console())


def _writer(job: Job, viewing: bool) -> AbstractContextManager[Writer]:
    if job.view is not None:
        return page_writer(job.view)
    if viewing:
        return nullcontext(Viewer())
    form = resolve_format(job.output, job.form)
    return open_writer(job.output, form, text=job.with_text)


def _summary(job: Job, done: str, meter: Meter, errors: Console) -> None:
    if skipped := meter.passed_over:
        names = name_list([path.name for path in skipped])
        errors.print(f"humas: passed over {_count(len(skipped), 'file')} of other kinds: {names}")
    if job.target is None and not meter.failures and not job.dry_run:
        return
    failed = f", {meter.failures} failed" if meter.failures else ""
    where = f" in {job.view or job.output}" if job.target and not job.dry_run else ""
    errors.print(f"humas: {done}{failed}{where}")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
