"""What the commands share: standard error, errors without a traceback, the engine."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import typer
from rich.console import Console

from humas_nlp.corpus.runner import Analyze
from humas_nlp.errors import HumasError

BAD_USE = 2
SOME_FAILED = 1


@dataclass(frozen=True, slots=True)
class Engine:
    """The analysis with its loaded pipeline.

    Attributes:
        analyze_many: As `humas_nlp.analyze_many`.
        nlp: The pipeline that is handed to it.
    """

    analyze_many: Analyze
    nlp: Any = None


LoadEngine = Callable[[str], Engine]


def load_engine(model: str) -> Engine:
    """Load a pipeline by name; spaCy is imported here and not before.

    Raises:
        ModelNotFoundError: There is no pipeline of this name.
    """
    from humas_nlp.pipeline import analyze_many, load

    return Engine(analyze_many, load(model))


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
