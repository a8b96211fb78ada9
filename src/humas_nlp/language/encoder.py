"""Two parts of the trained models' encoders: a sense of the whole document, a quicker product.

`document_context` tells each token what kind of text it stands in. `plain_gemm` lets a model
multiply with numpy: its OpenBLAS kernels use the wide registers of today's processors, those of
blis, which thinc prefers, are two to three times slower there.
"""

from collections.abc import Callable
from typing import Any

from spacy.util import registry
from thinc.api import Model, NumpyOps, Relu
from thinc.types import Floats2d

from humas_nlp.language.words_once import chain_words_once

Tokens = list[Floats2d]


def with_document(embed: Model[Any, Any], encode: Model[Any, Any], width: int) -> Model[Any, Any]:
    """Join an embedding and an encoder; in between the document is added to every token.

    Args:
        embed: From documents to one row a token, whatever the tokens around it.
        encode: From these rows to the rows of the encoder.
        width: Columns of both.

    Returns:
        The joined model, for a ``tok2vec`` component.
    """
    model = chain_words_once(embed, document_context(width), encode)
    model.set_dim("nO", width)
    model.set_ref("embed", embed)
    model.set_ref("encode", encode)
    return plain_gemm(model)


def document_context(width: int) -> Model[Tokens, Tokens]:
    """Return a layer that adds to each token what the mean of its document says.

    Genres differ in their use of the same words (the head of an institution, the label of a
    noun behind a noun), and a window of a few words does not show the genre.

    Args:
        width: Columns of input and output.
    """
    dense: Model[Floats2d, Floats2d] = Relu(nO=width, nI=width)
    return Model(
        "document_context",
        _forward,
        init=_init,
        layers=[dense],
        dims={"nO": width, "nI": width},
    )


def _init(
    model: Model[Tokens, Tokens],
    X: Tokens | None = None,  # noqa: N803
    Y: Tokens | None = None,  # noqa: N803
) -> None:
    model.layers[0].initialize()


def _forward(
    model: Model[Tokens, Tokens],
    X: Tokens,  # noqa: N803
    is_train: bool,
) -> tuple[Tokens, Callable[[Tokens], Tokens]]:
    xp = model.ops.xp
    means = xp.stack([rows.sum(axis=0) / max(len(rows), 1) for rows in X]) if X else None
    if means is None:
        return X, lambda d_out: d_out
    said, back = model.layers[0](means, is_train)
    out = [rows + row for rows, row in zip(X, said, strict=True)]

    def backprop(d_out: Tokens) -> Tokens:
        d_means = back(xp.stack([rows.sum(axis=0) for rows in d_out]))
        return [rows + row / max(len(rows), 1) for rows, row in zip(d_out, d_means, strict=True)]

    return out, backprop


def plain_gemm(model: Model[Any, Any]) -> Model[Any, Any]:
    """Let a model of numpy arrays multiply with numpy instead of blis.

    Args:
        model: Any model; one on another device is left alone.

    Returns:
        The same model.
    """
    for node in model.walk():
        if isinstance(node.ops, NumpyOps):
            node.ops = NumpyOps(use_blis=False)
    return model


registry.architectures.register("humas_nlp.DocumentTok2Vec.v1", func=with_document)
registry.architectures.register("humas_nlp.PlainGemm.v1", func=plain_gemm)
