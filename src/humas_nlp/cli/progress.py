"""The progress of a run: documents, rate, remaining time."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from humas_nlp.corpus.records import Failure
from humas_nlp.corpus.run_into_folder import Listener

LOG_SECONDS = 60.0  # between two lines where there is no terminal to draw a bar on


class Meter(Listener):
    """Counts a run, names failures on standard error, and knows how far the run is.

    How many documents there are is known only at the end; how many bytes there are is known from
    the beginning. The reader runs ahead of the analysis, so the bytes of what was analysed are
    reckoned as a share of the bytes that were read.

    Args:
        errors: Where failures are named.
        total: Bytes of the input, or None.
        limit: Most documents, or None.
    """

    def __init__(self, errors: Console, total: int | None = None, limit: int | None = None) -> None:
        """Start the clock."""
        self.failures = 0
        self.all_usage = True  # whether every failure is the call's fault
        self.passed_over: list[Path] = []
        self._errors, self._total, self._limit = errors, total, limit
        self._items = self._read = self._bytes = 0
        self._start = self._said = time.monotonic()
        self._bar: Progress | None = None
        self._task: Any = None

    def done(self, items: int) -> None:
        """Count items, and show it."""
        self._items += items
        if self._bar is not None:
            self._bar.update(self._task, completed=self.share() or 0, words=self.words())
        elif time.monotonic() - self._said > LOG_SECONDS:
            self._said = time.monotonic()
            self._errors.print(f"humas: {self.words()}")

    def bytes_read(self, count: int) -> None:
        """Count bytes."""
        self._bytes += count

    def item_read(self) -> None:
        """Count an item that waits for its analysis."""
        self._read += 1

    def failed(self, failure: Failure) -> None:
        """Name a failure."""
        self.failures += 1
        self.all_usage &= failure.usage
        self._errors.print(f"humas: {failure}")

    def skipped(self, path: Path) -> None:
        """Remember a file that is passed over."""
        self.passed_over.append(path)

    @property
    def rate(self) -> float:
        """Items per second since the start."""
        return self._items / max(time.monotonic() - self._start, 1e-9)

    def share(self) -> float | None:
        """Return how much is done, in [0, 1]; None where the end is not known."""
        if self._limit:
            return min(1.0, self._items / self._limit)
        if not self._total:
            return None
        analysed = self._items / max(self._read, self._items, 1)
        return min(1.0, self._bytes / self._total * analysed)

    def words(self) -> str:
        """Return count, rate and remaining time in words."""
        share = self.share()
        words = f"{self._items:,} documents, {self.rate:.1f}/s"
        if share and self._items:
            left = (time.monotonic() - self._start) * (1 - share) / share
            words += f", {share:.0%}, {duration(left)} left"
        return words

    @contextmanager
    def shown(self, wanted: bool) -> Iterator["Meter"]:
        """Draw a bar while the context lasts, where standard error is a terminal."""
        if not (wanted and self._errors.is_terminal):
            if not wanted:
                self._said = float("inf")
            yield self
            return
        columns = (BarColumn(), TextColumn("{task.fields[words]}"), TimeElapsedColumn())
        with Progress(*columns, console=self._errors, transient=True) as self._bar:
            known = self._limit or self._total
            self._task = self._bar.add_task("", total=1.0 if known else None, words="")
            yield self
        self._bar = None


def duration(seconds: float) -> str:
    """Return a time in words.

    Example:
        >>> duration(75), duration(7500)
        ('1 min 15 s', '2 h 5 min')
    """
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
