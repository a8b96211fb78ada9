"""Words that repeat are embedded once, and the result is that of thinc's chain."""

import numpy as np
import pytest
from spacy.ml.models import MultiHashEmbed
from thinc.api import chain

from humas_nlp.language.component import blank
from humas_nlp.language.encoder import document_context
from humas_nlp.language.words_once import chain_words_once, rows_of

TEXTS = ["Camat datang, camat pulang.\n\n", "", "Camat Kendal pulang dan Camat Batang datang."]


@pytest.fixture
def nlp():
    return blank()


@pytest.fixture
def embed():
    model = MultiHashEmbed(8, ["NORM", "SHAPE"], [50, 20], include_static_vectors=False)
    model.initialize()
    return model


def same(left, right):
    return len(left) == len(right) and all(map(np.allclose, left, right))


class Counting:
    """An embedding that notes how many tokens it is asked for."""

    def __init__(self, embed):
        self.embed, self.ops, self.asked = embed, embed.ops, []

    def predict(self, docs):
        self.asked.append(sum(map(len, docs)))
        return self.embed.predict(docs)


def test_rows_are_those_of_every_token(nlp, embed):
    docs = [nlp.make_doc(text) for text in TEXTS]
    counting = Counting(embed)
    assert same(rows_of(counting, docs), embed.predict(docs))
    assert counting.asked == [len({token.text for doc in docs for token in doc})]


def test_a_norm_set_by_hand_counts(nlp, embed):
    docs = [nlp.make_doc(text) for text in TEXTS]
    docs[0][1].norm_ = "lain"
    assert same(rows_of(embed, docs), embed.predict(docs))
    assert not np.allclose(rows_of(embed, docs)[0][1], rows_of(embed, [nlp.make_doc("datang")])[0])


def test_documents_of_two_vocabularies(nlp, embed):
    docs = [nlp.make_doc(TEXTS[0]), blank().make_doc(TEXTS[2])]
    assert same(rows_of(embed, docs), embed.predict(docs))


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["\n"], ["\ufffd 🙂 🙂"]])
def test_odd_batches(nlp, embed, texts):
    docs = [nlp.make_doc(text) for text in texts]
    assert same(rows_of(embed, docs), embed.predict(docs))


def test_prediction_and_training_are_those_of_chain(nlp, embed):
    layer = document_context(8)
    layer.initialize()
    ours, theirs = chain_words_once(embed, layer), chain(embed, layer)
    assert [node.name for node in ours.walk()] == [node.name for node in theirs.walk()]
    docs = [nlp.make_doc(text) for text in TEXTS]
    assert same(ours.predict(docs), theirs.predict(docs))
    rows, back = ours.begin_update(docs)
    assert same(rows, theirs.begin_update(docs)[0])
    back(rows)
    assert any(node.has_grad(name) for node in ours.walk() for name in node.grad_names)


def test_what_was_run_for_prediction_has_no_gradient(nlp, embed):
    rows, back = chain_words_once(embed, document_context(8))([], is_train=False)
    assert rows == []
    with pytest.raises(RuntimeError, match="begin_update"):
        back(rows)
