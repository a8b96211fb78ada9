"""Models that the tests of this room share."""

import pytest
from themes_examples import LABELS, TEXTS

from humas_nlp.themes import ThemeClassifier, bundled


@pytest.fixture(scope="session")
def model():
    return bundled()


@pytest.fixture(scope="session")
def small():
    return ThemeClassifier(min_df=1, threshold=0.5).fit(TEXTS, LABELS)
