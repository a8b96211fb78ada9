"""Options of the command line out of a dataclass of options."""

import inspect
from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from typing import Annotated, Any

import typer

from humas_nlp.corpus.option import Option
from humas_nlp.corpus.run_options import AnalysisOptions
from humas_nlp.json_forms import Shape, field_docs, shapes


def with_options(options: type[AnalysisOptions]) -> Callable[[Callable[..., None]], Any]:
    """Let a command take the fields of a dataclass as options, and hand them on as one value.

    Args:
        options: The dataclass; the command has a parameter "options" of this type.
    """

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        own = dict(inspect.signature(command).parameters)
        own.pop("options")
        taken = option_parameters(options)

        @wraps(command)
        def called(**given: Any) -> None:  # noqa: ANN401
            values = {name: given.pop(name) for name in taken}
            command(options=options.of(**values), **given)

        parameters = [
            each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in (own | taken).values()
        ]
        called.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        called.__annotations__ = {each.name: each.annotation for each in parameters}
        return called

    return decorate


def option_parameters(options: type[AnalysisOptions]) -> dict[str, inspect.Parameter]:
    """Return a keyword parameter for each field, with its default and typer's option beside."""
    known, docs = shapes(options), field_docs(options)
    return {
        each.name: inspect.Parameter(
            each.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=None if known[each.name].items else each.default,
            annotation=_annotation(each.name, known[each.name], docs[each.name]),
        )
        for each in fields(options)
    }


def _annotation(name: str, shape: Shape, help: str) -> Any:  # noqa: ANN401 - a type
    written = shape.mark(Option) or Option()
    names = [f"--{name.replace('_', '-')}", *([written.short] if written.short else [])]
    show: bool | str = written.unset or not shape.items
    option = typer.Option(*names, help=help, metavar=written.metavar, show_default=show)
    base = list[shape.items.base] if shape.items else shape.base  # type: ignore[name-defined]
    return Annotated[base | None if shape.nullable or shape.items else base, option]
