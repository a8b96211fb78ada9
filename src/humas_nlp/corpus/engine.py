"""The analysis as runs use it: a pipeline by name or by path, loaded once a process."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from humas_nlp.corpus.analysis import Analyze
from humas_nlp.corpus.model_files import check_model_folder, folder_digest
from humas_nlp.pipeline import DEFAULT as DEFAULT_MODEL

__all__ = [
    "DEFAULT_MODEL",
    "Engine",
    "LoadEngine",
    "engine_digest",
    "engine_of_process",
    "is_path",
    "load_engine",
    "themes_digest",
    "with_steps",
]


@dataclass(frozen=True, slots=True)
class Engine:
    """The analysis with its loaded pipeline.

    Attributes:
        analyze_many: As `humas_nlp.analyze_many`.
        nlp: The pipeline that is handed to it.
    """

    analyze_many: Analyze
    nlp: Any = None


LoadEngine = Callable[[str, str | None], Engine]


def with_steps(load: LoadEngine) -> LoadEngine:
    """Return what loads the same pipeline, but one that tells how each quote came about.

    Args:
        load: `load_engine`, or what stands in for it; takes ``steps=True`` too.
    """
    return partial(load, steps=True)  # type: ignore[call-arg]


def load_engine(model: str, themes: str | None = None, *, steps: bool = False) -> Engine:
    """Load a pipeline; spaCy is imported here and not before.

    Args:
        model: A name that `humas_nlp.load` knows, or the path of a pipeline that was saved with
            ``nlp.to_disk``.
        themes: Theme model of your own, as `humas themes train` writes it; the pipeline's if
            None.
        steps: Whether its quotes tell how they came about.

    Raises:
        ModelNotFoundError: There is no pipeline of this name or at this path, its files are
            damaged, or they hold code; or the theme model is missing, changed, or holds other
            types than plain data.
        DataError: A theme model is given to a saved pipeline that finds no themes.
    """
    from humas_nlp.pipeline import analyze_many, default, load, load_saved

    if model == DEFAULT_MODEL and themes is None:  # what `analyze` has loaded serves here too
        return Engine(analyze_many, default(steps))
    if not is_path(model):
        return Engine(analyze_many, load(model, themes=themes, steps=steps))
    check_model_folder(Path(model))
    return Engine(analyze_many, load_saved(Path(model), themes=themes, steps=steps))


def engine_of_process(model: str, themes: str | Path | None = None) -> Engine:
    """Return a pipeline that is loaded once in this process, for callers who keep no engine.

    A theme model that was trained anew is loaded anew.

    Args:
        model: See `load_engine`.
        themes: Likewise.

    Raises:
        ModelNotFoundError: See `load_engine`.
        DataError: Likewise.
    """
    path = None if themes is None else str(Path(themes).resolve())
    return _engine(model, path, themes_digest(path))


@cache
def _engine(model: str, themes: str | None, digest: str | None) -> Engine:
    """Load a pipeline; the digest of the theme model tells it from an earlier one in its place."""
    return load_engine(model, themes)


def is_path(model: str) -> bool:
    """Tell whether a model is named by its path: it has a slash, or is a folder."""
    return "/" in model or "\\" in model or Path(model).is_dir()


def engine_digest(model: str) -> str:
    """Return a digest of everything that decides an analysis: code, lexicons, model files."""
    package = Path(__file__).parents[1]
    folders = [package]
    if (package.parents[1] / "pyproject.toml").is_file():  # a checkout
        folders.append(package.parents[1] / "models")
    if is_path(model):
        folders.append(Path(model))
    return folder_digest(*folders)


def themes_digest(themes: str | Path | None) -> str | None:
    """Return the digest of a theme model; None for the pipeline's own.

    Raises:
        ModelNotFoundError: The model or its manifest is missing, or they do not fit.
    """
    if themes is None:
        return None
    from humas_nlp.themes.store import checked_digest

    return checked_digest(themes)
