"""What the commands share: standard error, exit codes, errors without a traceback."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console

from humas_nlp.errors import HumasError

SOME_FAILED = 1
BAD_USE = 2
INTERRUPTED = 130  # as shells say it of a process that Ctrl-C ended


def error_console() -> Console:
    """Return a console on standard error that takes every word literally."""
    return Console(file=sys.stderr, markup=False, highlight=False, soft_wrap=True)


@contextmanager
def plain_errors() -> Iterator[None]:
    """Show a `HumasError` as its message and leave with exit code 2."""
    try:
        yield
    except HumasError as error:
        error_console().print(f"humas: {error}")
        raise typer.Exit(BAD_USE) from None
