"""Working data of the encoder is let go, and nothing that users read with it."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from humas_nlp.language.component import blank


@pytest.fixture
def nlp():
    nlp = blank()
    nlp.add_pipe("humas_sentences")
    nlp.add_pipe("humas_cleaner")
    return nlp


def with_tensor(nlp, text):
    doc = nlp.make_doc(text)
    doc.tensor = np.ones((len(doc), 96), dtype=np.float32)
    return doc


def test_the_tensor_is_as_in_a_new_doc(nlp):
    doc = nlp(with_tensor(nlp, "Camat membuka pasar."))
    fresh = nlp.make_doc("Camat").tensor
    assert (doc.tensor.shape, doc.tensor.dtype) == (fresh.shape, fresh.dtype)


def test_docs_can_still_be_cut_joined_and_stored(nlp):
    doc = nlp(with_tensor(nlp, "Camat membuka pasar. Warga datang."))
    first = next(doc.sents).as_doc()
    assert first.text == "Camat membuka pasar. "
    assert Doc.from_docs([doc, first], exclude=["user_data"]).text.startswith(doc.text)
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes()).tensor.size == 0
    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc[0:2])
    assert doc[0].text == "Camat membuka"


def test_two_docs_share_no_array(nlp):
    first, second = nlp(nlp.make_doc("Camat")), nlp(nlp.make_doc("Lurah"))
    first.extend_tensor(np.ones((1, 2), dtype=np.float32))
    assert second.tensor.size == 0


def test_survives_disk(nlp, tmp_path):
    nlp.to_disk(tmp_path / "uji")
    assert spacy.load(tmp_path / "uji").pipe_names == nlp.pipe_names
