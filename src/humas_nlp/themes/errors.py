"""The error of this room, apart from what needs scikit-learn."""

from humas_nlp.errors import DataError


class ThemeDataError(DataError, ValueError):
    """Texts, labels or seeds have a form that the classifier cannot read."""
