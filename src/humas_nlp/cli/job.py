"""One run of `humas analyze`: read, analyse, write, and report what failed."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from humas_nlp.cli.pages import check_page, page_writer
from humas_nlp.cli.terminal import SOME_FAILED, LoadEngine, error_console
from humas_nlp.corpus.inputs import STDIN, check_inputs
from humas_nlp.corpus.readers import read_records
from humas_nlp.corpus.records import DEFAULT_ID, Failure, Record, name_list
from humas_nlp.corpus.runner import Result, analyze_records
from humas_nlp.corpus.writers import (
    STDOUT,
    Writer,
    check_output,
    open_writer,
    resolve_format,
)
from humas_nlp.errors import DataError
from humas_nlp.pipeline import DEFAULT


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
    model: str = DEFAULT
    with_text: bool = False
    view: Path | None = None
    overwrite: bool = False
    quiet: bool = False

    def check(self) -> None:
        """See that the job can be done before any work starts.

        Raises:
            DataError: An input is not there, the format is unknown, the output is not empty or
                is one of the inputs.
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
        check_output(self.output, overwrite=self.overwrite)

    @property
    def target(self) -> Path | None:
        """Where the output lies, resolved; None for standard output."""
        if self.view is not None:
            return self.view.resolve()
        if self.output is None or self.output == STDOUT:
            return None
        return Path(self.output).resolve()

    def records(self, skipped: list[Path]) -> Iterator[Record | Failure]:
        """Read the inputs; files that are passed over are added to `skipped`."""
        return read_records(
            self.inputs,
            text=self.text,
            id=self.id,
            title=self.title,
            keep=self.keep,
            exclude=[self.target] if self.target else (),
            on_skip=skipped.append,
        )


@dataclass(slots=True)
class Outcome:
    """What came of a run."""

    documents: int = 0
    failures: list[Failure] = field(default_factory=list)

    @property
    def is_bad_use(self) -> bool:
        """Whether nothing was analysed because the call names fields that are not there."""
        usage = (failure.usage for failure in self.failures)
        return not self.documents and bool(self.failures) and all(usage)


def run(job: Job, load: LoadEngine, *, on_terminal: bool) -> int:
    """Do a job.

    Args:
        job: What to do.
        load: Loads the pipeline; given by the caller so that tests can give another.
        on_terminal: Whether standard output is a terminal, where a view is shown.

    Returns:
        Exit code 0, or 1 if some documents failed.

    Raises:
        HumasError: Bad use; nothing is written.
    """
    job.check()
    viewing = on_terminal and job.output is None and job.form is None
    engine = load(job.model)
    errors = error_console()
    skipped: list[Path] = []
    outcome = Outcome()
    with (
        _writer(job, viewing) as writer,
        _progress(errors, shown=not job.quiet and job.target is not None) as advance,
    ):
        records = job.records(skipped)
        for item in analyze_records(records, engine.analyze_many, nlp=engine.nlp):
            if isinstance(item, Failure):
                outcome.failures.append(item)
                errors.print(f"humas: {item}")
            else:
                outcome.documents += 1
                writer.write(item)
            advance()
        if outcome.is_bad_use:
            raise DataError("Nothing was analysed.")
    if not job.quiet:
        _summary(job, outcome, skipped, errors)
    return SOME_FAILED if outcome.failures else 0


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


class _Advance:
    """Moves the progress bar, or does nothing."""

    def __init__(self, bar: Progress | None) -> None:
        self._bar = bar
        self._task = bar.add_task("documents", total=None) if bar else None

    def __call__(self) -> None:
        if self._bar is not None and self._task is not None:
            self._bar.advance(self._task)


@contextmanager
def _progress(console: Console, *, shown: bool) -> Iterator[_Advance]:
    if not (shown and console.is_terminal):
        yield _Advance(None)
        return
    # How many documents there are is not known before they are read.
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as bar:
        yield _Advance(bar)


def _summary(job: Job, outcome: Outcome, skipped: list[Path], errors: Console) -> None:
    if skipped:
        names = name_list([path.name for path in skipped])
        errors.print(f"humas: passed over {_count(len(skipped), 'file')} of other kinds: {names}")
    if job.target is None and not outcome.failures:
        return
    failed = f", {len(outcome.failures)} failed" if outcome.failures else ""
    where = f" in {job.view or job.output}" if job.target else ""
    errors.print(f"humas: {_count(outcome.documents, 'document')} analysed{failed}{where}")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
