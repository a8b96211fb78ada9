"""One run of `humas analyze`: read, analyse, write, and report what failed."""

import signal
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from rich.console import Console

from humas_nlp.cli.pages import check_page, page_writer
from humas_nlp.cli.progress import Meter
from humas_nlp.cli.terminal import INTERRUPTED, SOME_FAILED, error_console
from humas_nlp.corpus.analysis import BATCH, Result, analyze_records
from humas_nlp.corpus.engine import LoadEngine, load_engine, themes_digest, with_steps
from humas_nlp.corpus.inputs import STDIN, check_inputs, total_bytes
from humas_nlp.corpus.pool import run_tasks
from humas_nlp.corpus.records import Failure
from humas_nlp.corpus.run_folder import RunFolder
from humas_nlp.corpus.run_into_folder import RunJob
from humas_nlp.corpus.run_options import RunOptions
from humas_nlp.corpus.selection import selected
from humas_nlp.corpus.shards import Item, cut_shards
from humas_nlp.corpus.tasks import GiveBack, analysis_of
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
    """What the caller asked for.

    Attributes:
        inputs: What is read.
        output: File, folder or "-"; None for a view or standard output.
        form: Format that was named, or None.
        options: Those that every run has.
        with_text: Write the text too.
        view: Page to write in place of another output.
        quiet: Say nothing but what failed.
        dry_run: Read everything, analyse and write nothing.
    """

    inputs: tuple[str, ...]
    output: str | None = None
    form: str | None = None
    options: RunOptions = field(default_factory=RunOptions)
    with_text: bool = False
    view: Path | None = None
    quiet: bool = False
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
            check_page(self.view, overwrite=self.options.overwrite)
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
        themes_digest(self.options.themes)
        if self.options.resume or self.options.engine != "local":
            engine = f"--engine {self.options.engine}"
            option = "--resume" if self.options.resume else engine
            raise DataError(f"{option} needs Parquet tables in a folder: -o hasil/")
        self.options.check()
        check_output(self.output, overwrite=self.overwrites)

    @property
    def overwrites(self) -> bool:
        """Whether the output may hold something."""
        return self.options.overwrite or self.dry_run

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

    def run_job(self, load: LoadEngine = load_engine) -> RunJob:
        """Return the run that writes the tables."""
        options = replace(self.options, overwrite=self.overwrites)
        return RunJob(self.inputs, RunFolder(Path(self.output or "")), options, load)


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
    meter = Meter(errors, total, job.options.limit)
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
    options = job.options
    if options.workers == 1:  # as they come, not shard by shard
        loading = with_steps(load) if options.steps else load
        engine = loading(options.model, options.themes)
        for item in analyze_records(items, engine.analyze_many, nlp=engine.nlp):
            yield item
            meter.done(1)
        return
    task = GiveBack(analysis_of(options, load))
    shards = cut_shards(items, BATCH)
    for found in run_tasks(task, shards, workers=options.workers, done=meter.done):
        yield from found


def _items(job: Job, meter: Meter) -> Iterator[Item]:
    return selected(
        job.inputs,
        job.options,
        exclude=[job.target] if job.target else (),
        on_skip=meter.skipped,
        on_bytes=meter.bytes_read,
        on_item=meter.item_read,
    )


def _count_only(job: Job, meter: Meter) -> str:
    documents = characters = shards = 0
    items = _items(job, meter)
    for shard in cut_shards(items, job.options.shard_size):
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
