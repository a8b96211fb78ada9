"""The spaCy component stores plain data that survives serialisation."""

import spacy
from spacy.tokens import Doc

from humas_nlp.document import Release
from humas_nlp.release import read_release
from humas_nlp.release.component import ReleaseComponent

TEXT = "Jakarta, Kemenpantai – Menteri menanam bakau.\n(gas/rds)"


def test_factory_and_bytes():
    nlp = spacy.blank("id")
    nlp.add_pipe("humas_release")
    doc = nlp(TEXT)
    stored = doc.user_data["humas_nlp"]["release"]
    assert Release.from_dict(stored) == read_release(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again.user_data["humas_nlp"]["release"] == stored


def test_other_data_is_kept():
    doc = spacy.blank("id")(TEXT)
    doc.user_data["humas_nlp"] = {"id": "7"}
    ReleaseComponent("humas_release")(doc)
    assert set(doc.user_data["humas_nlp"]) == {"id", "release"}
