"""The analysis as runs use it: a pipeline by name or by path, loaded once a process."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from humas_nlp.corpus.analysis import Analyze
from humas_nlp.corpus.model_files import check_model_folder, folder_digest
from humas_nlp.errors import ModelNotFoundError
from humas_nlp.pipeline import DEFAULT as DEFAULT_MODEL

__all__ = [
    "DEFAULT_MODEL",
    "Engine",
    "LoadEngine",
    "engine_digest",
    "engine_of_process",
    "is_path",
    "load_engine",
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


LoadEngine = Callable[[str], Engine]


def load_engine(model: str) -> Engine:
    """Load a pipeline; spaCy is imported here and not before.

    Args:
        model: A name that `humas_nlp.load` knows, or the path of a pipeline that was saved with
            ``nlp.to_disk``.

    Raises:
        ModelNotFoundError: There is no pipeline of this name or at this path, its files are
            damaged, or they hold code.
    """
    from humas_nlp.pipeline import MAX_LENGTH, analyze_many, default, load

    if model == DEFAULT_MODEL:  # what `humas_nlp.analyze` has loaded is not loaded twice
        return Engine(analyze_many, default())
    if not is_path(model):
        return Engine(analyze_many, load(model))
    check_model_folder(Path(model))
    import spacy

    try:
        nlp = spacy.load(Path(model))
    except Exception as error:  # spaCy raises many types on a damaged folder
        raise ModelNotFoundError(
            f"{model} cannot be loaded as a spaCy pipeline ({type(error).__name__}: {error}). "
            "Save it again with nlp.to_disk."
        ) from error
    nlp.max_length = MAX_LENGTH
    return Engine(analyze_many, nlp)


@cache
def engine_of_process(model: str) -> Engine:
    """Return a pipeline that is loaded once in this process, for callers who keep no engine."""
    return load_engine(model)


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
