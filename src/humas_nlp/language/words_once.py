"""An encoder that looks at every word of a batch once.

Two words in three of a batch of articles are repetitions, and what an embedding makes of a word
does not depend on the words around it. Training is thinc's own `chain`: there dropout differs from
one place to the next.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from spacy.attrs import NORM, ORTH
from spacy.tokens import Doc
from thinc.api import Model
from thinc.layers.chain import forward as chain_forward
from thinc.layers.chain import init as chain_init
from thinc.types import Floats2d


def chain_words_once(embed: Model[Any, Any], *layers: Model[Any, Any]) -> Model[Any, Any]:
    """Return what ``chain(embed, *layers)`` returns, quicker in prediction.

    Args:
        embed: From documents to one row a token, which must follow from the token's form and norm
            alone, as in spaCy's ``MultiHashEmbed``.
        layers: What works on the rows of the documents.
    """
    every = [embed, *layers]
    name = ">>".join(layer.name for layer in every)
    return Model(name, _forward, init=chain_init, layers=every, dims={"nO": None})


def _forward(
    model: Model[Any, Any], docs: Sequence[Doc], is_train: bool
) -> tuple[list[Floats2d], Callable[..., Any]]:
    if is_train:
        rows, backprop = chain_forward(model, docs, is_train)
        return rows, backprop
    embed, *layers = model.layers
    out = rows_of(embed, docs)
    for layer in layers:
        out = layer.predict(out)
    return out, _no_gradient


def _no_gradient(_: object) -> None:
    raise RuntimeError("The encoder was run for prediction: call begin_update to train it.")


def rows_of(embed: Model[Any, Any], docs: Sequence[Doc]) -> list[Floats2d]:
    """Return the embedding of every token, computed once for each form.

    Documents of several vocabularies, and norms that were set by hand, are embedded as they are.
    """
    vocab = docs[0].vocab if docs else None
    if vocab is None or not any(map(len, docs)) or any(doc.vocab is not vocab for doc in docs):
        return list(embed.predict(docs))
    table = np.concatenate([doc.to_array([ORTH, NORM]) for doc in docs])
    forms, places = np.unique(table[:, 0], return_inverse=True)
    words = Doc(vocab, words=[vocab.strings[int(form)] for form in forms])
    if (words.to_array(NORM)[places] != table[:, 1]).any():
        return list(embed.predict(docs))
    (rows,) = embed.predict([words])
    where = embed.ops.asarray1i(places)  # type: ignore[arg-type]
    ends = np.cumsum([0, *map(len, docs)])
    return [rows[where[start:end]] for start, end in pairwise(ends)]
