"""Theme models on disk: a skops file and, beside it, a manifest in JSON. No pickles.

The skops file holds plain arrays and strings only, so that it loads under any scikit-learn.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import sklearn
import skops
import skops.io

from humas_nlp.artefacts import digest, places
from humas_nlp.errors import ModelNotFoundError
from humas_nlp.themes.classifier import ThemeClassifier
from humas_nlp.themes.words import TermWeights

FORMAT = 3
_READABLE = (2, FORMAT)  # 2 has no order of themes
BUNDLED = "themes"
# The parameters that matter after fitting; those of training only are told by the manifest.
_PARAMETERS = ("max_themes", "other")
_SEPARATOR = "\n"


def save(
    model: ThemeClassifier,
    path: str | Path,
    *,
    figures: Mapping[str, float] | None = None,
    notes: Mapping[str, Any] | None = None,
) -> Path:
    """Write a fitted classifier as ``NAME.skops`` with its manifest ``NAME.json``.

    Args:
        model: Fitted classifier with string classes.
        path: File to write, ending in ".skops".
        figures: Measured scores for the manifest.
        notes: Anything else for the manifest (training data, licences).

    Returns:
        The path of the skops file.
    """
    target = _skops_path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    skops.io.dump(_state(model), target)
    manifest = {
        "format": FORMAT,
        "sha256": digest(target),
        "labels": [str(code) for code in model.classes_],
        "words": len(model.vocabulary_),
        "versions": {
            "scikit-learn": sklearn.__version__,
            "skops": skops.__version__,
            "numpy": np.__version__,
        },
        "figures": dict(figures or {}),
        **(notes or {}),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    _manifest_path(target).write_text(text, encoding="utf-8")
    return target


def load(path: str | Path | None = None) -> ThemeClassifier:
    """Read a classifier.

    Args:
        path: A file that `save` wrote; the bundled model if None.

    Raises:
        ModelNotFoundError: If the file or its manifest is missing, its hash differs from the
            manifest's, it holds types other than plain data, or its format is unknown.
    """
    source = _skops_path(path) if path is not None else bundled_path()
    checked_digest(source)
    try:
        untrusted = skops.io.get_untrusted_types(file=source)
        state = None if untrusted else skops.io.load(source, trusted=[])
    except Exception as error:  # skops and zipfile raise many types on a damaged file
        raise ModelNotFoundError(
            f"{source} cannot be read as a skops file ({type(error).__name__}: {error}). "
            "Write it with humas_nlp.themes.save."
        ) from error
    if untrusted:
        raise ModelNotFoundError(
            f"{source} holds types that are not plain data: {', '.join(untrusted)}. They could "
            "run code and are not loaded. Write the model with humas_nlp.themes.save."
        )
    return _restore(state, source)


def checked_digest(path: str | Path) -> str:
    """Return the SHA-256 of a model file, which is the one that its manifest names.

    Raises:
        ModelNotFoundError: If the file or its manifest is missing, or they do not fit.
    """
    source = _skops_path(path)
    named, found = read_manifest(source).get("sha256"), digest(source)
    if found != named:
        raise ModelNotFoundError(
            f"{source} is not the file that its manifest {_manifest_path(source).name} describes "
            "(the SHA-256 differs): it is damaged or was replaced. Copy both files again."
        )
    return found


@cache
def bundled() -> ThemeClassifier:
    """Return the bundled model, read once a process."""
    return load()


def bundled_path() -> Path:
    """Return the bundled model's file, in an installed wheel or a source checkout.

    Raises:
        ModelNotFoundError: If it is in neither place.
    """
    candidates = list(places(f"{BUNDLED}/{BUNDLED}.skops"))
    for place in candidates:
        if place.is_file():
            return place
    raise ModelNotFoundError(
        "The bundled theme model is in none of "
        f"{', '.join(map(str, candidates))}. Install humas-nlp again, or train it with "
        "python models/themes/train.py."
    )


def read_manifest(path: str | Path) -> dict[str, Any]:
    """Return the manifest beside a model file.

    Raises:
        ModelNotFoundError: If the model or its manifest is missing or no JSON object.
    """
    source = _skops_path(path)
    if not source.is_file():
        raise ModelNotFoundError(
            f"There is no theme model at {source}. Give the path of a .skops file written by "
            "humas_nlp.themes.save, or none for the bundled model."
        )
    beside = _manifest_path(source)
    try:
        manifest = json.loads(beside.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelNotFoundError(
            f"The manifest {beside} of the model {source.name} is missing or unreadable. "
            "Keep the .skops file and its .json side by side."
        ) from error
    if not isinstance(manifest, dict):
        raise ModelNotFoundError(f"The manifest {beside} is no JSON object. Write it again.")
    return manifest


def _skops_path(path: str | Path) -> Path:
    target = Path(path)
    if target.suffix != ".skops":
        raise ModelNotFoundError(
            f"{target} does not end in .skops. Theme models are skops files; pickle and joblib "
            "files are not read, because loading one can run any code."
        )
    return target


def _manifest_path(path: Path) -> Path:
    return path.with_suffix(".json")


def _state(model: ThemeClassifier) -> dict[str, Any]:
    words = model.words
    return {
        "format": FORMAT,
        # One string: a list of 20,000 would be 20,000 nodes of the skops schema.
        "vocabulary": _SEPARATOR.join(words.vocabulary),
        "classes": _SEPARATOR.join(str(code) for code in model.classes_),
        "idf": np.asarray(words.idf, dtype=np.float32),
        # Half precision, so that two tables are as small as one: a probability moves by less
        # than one in a thousand.
        "coef": np.asarray(model.coef_, dtype=np.float16),
        "intercept": np.asarray(model.intercept_, dtype=np.float64),
        "order_coef": (
            None if model.order_coef_ is None else np.asarray(model.order_coef_, dtype=np.float16)
        ),
        "order_intercept": model.order_intercept_,
        "thresholds": np.asarray(model.thresholds_, dtype=np.float64),
        "main_threshold": float(model.main_threshold_),
        "share": float(model.share_),
        "phrases": _SEPARATOR.join(words.phrases),
        "phrase_idf": np.asarray(words.phrase_idf, dtype=np.float32),
        "multilabel": bool(model.multilabel_),
        **{name: getattr(model, name) for name in _PARAMETERS},
        "leads": [list(lead) for lead in words.leads],
        "names": dict(model.names or {}),
    }


def _restore(state: object, source: Path) -> ThemeClassifier:
    if not isinstance(state, dict) or state.get("format") not in _READABLE:
        raise ModelNotFoundError(
            f"{source} is no theme model of format {FORMAT}. It may come from another version of "
            "humas-nlp: train it again with this one."
        )
    try:
        model = ThemeClassifier(**{name: state[name] for name in _PARAMETERS})
        model.names = state["names"] or None
        model.leads = tuple((int(length), float(weight)) for length, weight in state["leads"])
        model.classes_ = np.array(state["classes"].split(_SEPARATOR), dtype=object)
        model.multilabel_ = state["multilabel"]
        vocabulary = state["vocabulary"].split(_SEPARATOR)
        phrases = state["phrases"].split(_SEPARATOR) if state["phrases"] else []
        words = TermWeights(vocabulary, state["idf"], model.leads, phrases, state["phrase_idf"])
        model.set_words(words)
        model.coef_ = np.asarray(state["coef"], dtype=np.float64)
        model.intercept_ = state["intercept"]
        order = state.get("order_coef")
        model.order_coef_ = None if order is None else np.asarray(order, dtype=np.float64)
        model.order_intercept_ = None if order is None else state["order_intercept"]
        model.thresholds_ = state["thresholds"]
        model.main_threshold_ = state["main_threshold"]
        model.share_ = state["share"]
        model.held_out_ = None
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ModelNotFoundError(
            f"{source} lacks a part of a theme model ({type(error).__name__}: {error}). "
            "Train it again."
        ) from error
    shape = (len(words.terms), len(model.classes_))
    if any(m is not None and m.shape != shape for m in (model.coef_, model.order_coef_)):
        raise ModelNotFoundError(
            f"{source}: words, classes and weights do not fit. Train it again."
        )
    return model
