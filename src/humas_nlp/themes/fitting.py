"""Fits of one linear function a class, by logistic or by squared loss."""

import numpy as np
import scipy.sparse as sp
from scipy.linalg import cho_factor, cho_solve
from sklearn.linear_model import LogisticRegression

from humas_nlp.themes.decision import Ints
from humas_nlp.themes.words import Floats

# A text that lies as far from the border as the targets do is taken as about 95 % sure, where no
# calibration says better.
_LOGIT = 3.0


def fit_logistic(
    rows: sp.csr_matrix, indicator: Ints, counts: Floats, inverse_penalty: float, balanced: bool
) -> tuple[Floats, Floats]:
    """Fit one weighted logistic regression a class.

    Args:
        rows: Features, documents by features.
        indicator: 0 or 1, documents by classes.
        counts: How much each document counts.
        inverse_penalty: Inverse strength of the L2 penalty.
        balanced: Whether documents of a rare class weigh more.

    Returns:
        Weights, features by classes, and the intercept of each class: those of logits.
    """
    coefficients = np.zeros((rows.shape[1], indicator.shape[1]))
    intercept = np.zeros(indicator.shape[1])
    for column, truth in enumerate(indicator.T):
        positives, count = int(truth.sum()), len(truth)
        if positives in (0, count):
            # Nothing to tell apart: the smoothed share of the class is all there is to know.
            intercept[column] = np.log((positives + 0.5) / (count - positives + 0.5))
            continue
        balance = "balanced" if balanced else None
        model = LogisticRegression(C=inverse_penalty, class_weight=balance, solver="liblinear")
        model.fit(rows, truth, sample_weight=counts)
        coefficients[:, column] = model.coef_[0]
        intercept[column] = model.intercept_[0]
    return coefficients, intercept


def fit_squared(
    rows: sp.csr_matrix, indicator: Ints, counts: Floats, inverse_penalty: float
) -> tuple[Floats, Floats]:
    """Fit a weighted ridge regression on -1 and 1 for all classes at once, in its dual form.

    Source: Rifkin, Yeo and Poggio, "Regularized least-squares classification", 2003.

    Args and returns as of `fit_logistic`.
    """
    # The constant 1 is one more feature; its weight, the intercept, is penalised like the others.
    likeness = _products(rows) + 1.0
    likeness[np.diag_indices_from(likeness)] += 1.0 / (inverse_penalty * counts)
    duals = cho_solve(cho_factor(likeness, lower=True, overwrite_a=True), 2.0 * indicator - 1.0)
    return _LOGIT * np.asarray(rows.T @ duals), _LOGIT * duals.sum(axis=0)


def _products(rows: sp.csr_matrix) -> Floats:
    """Return the product of each two rows; features that most rows have are multiplied densely."""
    common = rows.getnnz(axis=0) > rows.shape[0] / 2
    dense, rest = rows[:, common].toarray(), rows[:, ~common]
    return np.asarray(dense @ dense.T + (rest @ rest.T).toarray())
