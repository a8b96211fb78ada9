"""The label forms that `ThemeClassifier` takes, brought to one indicator matrix."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from humas_nlp.themes.errors import ThemeDataError


@dataclass(frozen=True, slots=True)
class EncodedLabels:
    """Labels as a matrix.

    Attributes:
        indicator: 0 or 1 for each document (row) and class (column).
        classes: The classes in column order.
        multilabel: False where each document has exactly one label.
        first: 1 for the first label of each document, in the shape of `indicator`; None where
            the form has no order, or no document has several labels.
    """

    indicator: NDArray[np.int64]
    classes: NDArray[Any]
    multilabel: bool
    first: NDArray[np.int64] | None = None


def check_texts(texts: Iterable[str]) -> list[str]:
    """Return texts as a list of strings.

    Args:
        texts: A list, tuple, pandas Series or one-dimensional array of strings or spaCy Docs.

    Raises:
        ThemeDataError: If `texts` is a single string, or an item is no string.
    """
    if isinstance(texts, str | bytes):
        raise ThemeDataError(
            "The classifier was given one string where a list of texts is needed. "
            "Write [text] instead of text."
        )
    items = [_plain(item) for item in texts]
    for number, item in enumerate(items):
        if not isinstance(item, str):
            raise ThemeDataError(
                f"Text {number} is of type {type(item).__name__}, not str or a spaCy Doc. "
                "Give a list, Series or one-dimensional array of strings without missing values."
            )
    return items


def _plain(item: object) -> Any:  # noqa: ANN401 - whatever was given
    """Return the text of a spaCy Doc, known by its form: spaCy need not be imported here."""
    text = getattr(item, "text", None)
    return text if isinstance(text, str) and hasattr(item, "user_data") else item


def encode(labels: Collection[Any], documents: int) -> EncodedLabels:
    """Bring labels to an indicator matrix.

    Args:
        labels: One of: a sequence of codes a document (`[["pemilu", "digital"], ["hukum_ham"]]`);
            one code a document; a 0/1 matrix; a 0/1 DataFrame whose columns are the codes.
            Codes in a list or tuple stand in their order, the main one first.
        documents: Number of texts.

    Raises:
        ThemeDataError: If the form is another one, or the number of rows differs.
    """
    if len(labels) != documents:
        raise ThemeDataError(
            f"There are {documents} texts but labels for {len(labels)}. Give one entry a text."
        )
    if not documents:
        raise ThemeDataError("There are no texts to learn from. Give at least two documents.")
    columns = getattr(labels, "columns", None)
    values = labels if columns is None else np.asarray(labels)
    if getattr(values, "ndim", 1) == 2:
        return _from_matrix(np.asarray(values), columns)
    items = list(values)
    if all(isinstance(item, Sequence | set | frozenset) and not isinstance(item, str)
           for item in items):  # fmt: skip
        return _from_codes(items)
    classes, position = np.unique(np.asarray(items), return_inverse=True)
    return EncodedLabels(np.eye(len(classes), dtype=np.int64)[position], classes, False)


def _from_matrix(matrix: NDArray[Any], columns: Iterable[Any] | None) -> EncodedLabels:
    if not np.isin(matrix, (0, 1)).all():
        raise ThemeDataError("A label matrix holds 0 and 1 only; this one has other values.")
    classes = (
        np.arange(matrix.shape[1]) if columns is None else np.array(list(columns), dtype=object)
    )
    return EncodedLabels(matrix.astype(np.int64), classes, True)


def _from_codes(items: list[Any]) -> EncodedLabels:
    codes = sorted({code for item in items for code in item})
    if not all(isinstance(code, str) for code in codes):
        raise ThemeDataError("Theme codes are strings, such as 'pemilu'.")
    index = {code: i for i, code in enumerate(codes)}
    indicator = np.zeros((len(items), len(codes)), dtype=np.int64)
    first = np.zeros_like(indicator)
    for row, item in enumerate(items):
        columns = [index[code] for code in item]
        indicator[row, columns] = 1
        first[row, columns[:1]] = 1
    several = [item for item in items if len(item) > 1]
    ordered = bool(several) and all(isinstance(item, Sequence) for item in several)
    return EncodedLabels(indicator, np.array(codes, dtype=object), True, first if ordered else None)
