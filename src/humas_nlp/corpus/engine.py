"""The analysis as runs use it: a pipeline by name or by path, loaded once a process."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from humas_nlp.corpus.analysis import Analyze
from humas_nlp.corpus.model_files import check_model_folder, folder_digest
from humas_nlp.errors import DataError, HumasError, ModelNotFoundError
from humas_nlp.pipeline import DEFAULT as DEFAULT_MODEL

THEMES = "humas_themes"  # the component that a theme model goes into

__all__ = [
    "DEFAULT_MODEL",
    "Engine",
    "LoadEngine",
    "engine_digest",
    "engine_of_process",
    "is_path",
    "load_engine",
    "themes_digest",
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


def load_engine(model: str, themes: str | None = None) -> Engine:
    """Load a pipeline; spaCy is imported here and not before.

    Args:
        model: A name that `humas_nlp.load` knows, or the path of a pipeline that was saved with
            ``nlp.to_disk``.
        themes: Theme model of your own, as `humas themes train` writes it; the pipeline's if
            None.

    Raises:
        ModelNotFoundError: There is no pipeline of this name or at this path, its files are
            damaged, or they hold code; or the theme model is missing, changed, or holds other
            types than plain data.
        DataError: A theme model is given to a saved pipeline that finds no themes.
    """
    from humas_nlp.pipeline import MAX_LENGTH, analyze_many, default, load

    if model == DEFAULT_MODEL and themes is None:  # what `analyze` has loaded serves here too
        return Engine(analyze_many, default())
    if not is_path(model):
        return Engine(analyze_many, load(model, themes=themes))
    check_model_folder(Path(model))
    nlp = _saved(model, {} if themes is None else {THEMES: {"model": themes}})
    nlp.max_length = MAX_LENGTH
    return Engine(analyze_many, nlp)


def _saved(model: str, settings: dict[str, dict[str, str]]) -> Any:  # noqa: ANN401
    import spacy

    try:
        config = spacy.util.load_config(Path(model) / "config.cfg")
        for name in settings.keys() - config["components"].keys():
            raise DataError(
                f"{model} has no component {name}, so that a model of its own cannot be put "
                "there. Use a pipeline that has one."
            )
        return spacy.load(Path(model), config={"components": settings})
    except HumasError:
        raise
    except Exception as error:  # spaCy raises many types on a damaged folder
        raise ModelNotFoundError(
            f"{model} cannot be loaded as a spaCy pipeline ({type(error).__name__}: {error}). "
            "Save it again with nlp.to_disk."
        ) from error


@cache
def engine_of_process(model: str, themes: str | None = None) -> Engine:
    """Return a pipeline that is loaded once in this process, for callers who keep no engine."""
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


def themes_digest(themes: str | None) -> str | None:
    """Return the digest that the manifest of a theme model names; None for the pipeline's own.

    Raises:
        ModelNotFoundError: The model or its manifest is missing or unreadable.
    """
    if themes is None:
        return None
    from humas_nlp.themes.store import read_manifest

    return str(read_manifest(themes).get("sha256"))
