"""Fits of linear functions."""

import numpy as np
import pytest
import scipy.sparse as sp
from sklearn.linear_model import Ridge

from humas_nlp.themes.fitting import fit_logistic, fit_squared

RANDOM = np.random.default_rng(0)
DENSE = RANDOM.normal(size=(12, 5)) * (RANDOM.random((12, 5)) > [0, 0, 0.7, 0.7, 0.7])
ROWS = sp.csr_matrix(DENSE)
TRUTH = np.stack([DENSE[:, 0] > 0, DENSE[:, 2] > 0], axis=1).astype(np.int64)
COUNTS = np.linspace(0.5, 2, 12)


def test_squared_loss_is_ridge_regression_with_a_penalised_constant():
    weights, intercept = fit_squared(ROWS, TRUTH, COUNTS, 2.0)
    wider = np.hstack([DENSE, np.ones((12, 1))])
    right = Ridge(alpha=0.5, fit_intercept=False).fit(wider, 2.0 * TRUTH - 1, COUNTS).coef_.T
    assert weights == pytest.approx(3 * right[:-1])
    assert intercept == pytest.approx(3 * right[-1])


@pytest.mark.parametrize("fit", [fit_squared, lambda *given: fit_logistic(*given, True)])
def test_both_tell_classes_apart(fit):
    weights, intercept = fit(ROWS, TRUTH, np.ones(12), 100.0)
    assert ((ROWS @ weights + intercept > 0) == TRUTH).mean() > 0.9


def test_a_class_that_all_texts_have_has_an_intercept_only():
    weights, intercept = fit_logistic(ROWS, np.ones((12, 1), np.int64), np.ones(12), 1.0, True)
    assert not weights.any() and intercept[0] > 0
