"""The spaCy component."""

import json

import pytest
import spacy
from spacy.tokens import Doc

from humas_nlp.errors import ModelNotFoundError
from humas_nlp.themes import save

TEXT = "Kader posyandu menimbang balita. Puskesmas memberi imunisasi dan vitamin."


@pytest.fixture(scope="module")
def nlp():
    blank = spacy.blank("id")
    blank.add_pipe("humas_themes")
    return blank


def test_themes_are_plain_data(nlp):
    themes = nlp(TEXT).user_data["humas_nlp"]["themes"]
    assert themes[0]["code"] == "kesehatan" and themes[0]["label"] == "Kesehatan"
    assert json.loads(json.dumps(themes)) == themes


def test_title_kept_apart_is_classified_too(nlp):
    doc = nlp.make_doc("Acara berlangsung meriah.")
    doc.user_data["humas_nlp"] = {"title": "Petani memanen padi"}
    assert nlp(doc).user_data["humas_nlp"]["themes"][0]["code"] == "pertanian_pangan"


def test_doc_survives_bytes(nlp):
    doc = nlp(TEXT)
    back = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert back.user_data["humas_nlp"]["themes"] == doc.user_data["humas_nlp"]["themes"]


def test_pipeline_survives_the_disk(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path)(TEXT).user_data["humas_nlp"]["themes"][0]["code"] == "kesehatan"


def test_own_model_by_path(small, tmp_path):
    path = save(small, tmp_path / "own.skops")
    nlp = spacy.blank("id")
    nlp.add_pipe("humas_themes", config={"model": str(path)})
    assert nlp("Petani padi.").user_data["humas_nlp"]["themes"][0]["code"] == "pertanian_pangan"


def test_missing_model_is_told():
    with pytest.raises(ModelNotFoundError):
        spacy.blank("id").add_pipe("humas_themes", config={"model": "none.skops"})


@pytest.mark.parametrize("text", ["", "\x00", " "])
def test_odd_text_has_a_theme(nlp, text):
    assert nlp(text).user_data["humas_nlp"]["themes"][0]["code"] == "lainnya"
