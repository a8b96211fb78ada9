"""The layers of the trained models' encoder."""

import numpy as np
from thinc.api import Linear, NumpyOps, fix_random_seed

from humas_nlp.language.encoder import document_context, plain_gemm


def layer(width=4):
    fix_random_seed(3)  # the weights are drawn; a kink at a tested place is no error
    model = document_context(width)
    model.initialize()
    return model


def documents(*lengths, width=4):
    draw = np.random.default_rng(7)
    return [draw.normal(size=(length, width)).astype("float32") for length in lengths]


def test_every_token_of_a_document_gets_the_same():
    rows = documents(3, 5)
    out = layer().predict(rows)
    for before, after in zip(rows, out, strict=True):
        added = after - before
        assert np.allclose(added, added[0], atol=1e-6)


def test_documents_do_not_see_each_other():
    rows = documents(3, 5)
    model = layer()
    assert np.allclose(model.predict(rows)[0], model.predict(rows[:1])[0], atol=1e-6)


def test_empty_documents_and_batches_pass():
    model = layer()
    assert model.predict([]) == []
    assert model.predict([np.zeros((0, 4), dtype="float32")])[0].shape == (0, 4)


def test_the_gradient_is_that_of_the_output():
    rows = documents(3)
    model = layer()
    weights = documents(3)[0]
    _, back = model.begin_update(rows)
    (gradient,) = back([weights])
    step = 1e-2
    for at in ((0, 0), (1, 2), (2, 3)):
        up, down = rows[0].copy(), rows[0].copy()
        up[at] += step
        down[at] -= step
        change = ((model.predict([up])[0] - model.predict([down])[0]) * weights).sum()
        assert np.isclose(gradient[at], change / (2 * step), atol=2e-2)


def test_numpy_multiplies_as_blis_does():
    model = Linear(nO=3, nI=4)
    model.initialize()
    (rows,) = documents(6)
    before = model.predict(rows)
    assert plain_gemm(model) is model
    assert isinstance(model.ops, NumpyOps)
    assert not model.ops.use_blis
    assert np.allclose(model.predict(rows), before, atol=1e-5)
