"""The spaCy component."""

from spacy.lang.id import Indonesian
from spacy.tokens import Doc

from humas_nlp.document import Block, Meta, Release
from humas_nlp.mentions.component import make_entities

TEXT = "Tajuk Rapat\nKendari - Dinas Sosial Sultra menyalurkan Rp2 juta, Rabu (4/10)."


def analyse():
    nlp = Indonesian()
    component = make_entities(nlp, "humas_entities", "humas_entities")
    doc = nlp.make_doc(TEXT)
    start = TEXT.index("Kendari")
    release = Release(
        Meta(date="2023-10-05"),
        (Block(0, start - 1, "headline"), Block(start, len(TEXT), "paragraph")),
        (start, TEXT.index("Dinas")),
    )
    doc.user_data["humas_nlp"] = {"release": release.to_dict()}
    return nlp, component(doc)


def test_component_writes_spans_and_plain_data():
    _, doc = analyse()
    data = doc.user_data["humas_nlp"]["entities"]
    assert [row["label"] for row in data] == ["ORG", "MONEY", "DATE"]
    assert data[2]["value"] == "2023-10-04"
    assert [span.label_ for span in doc.spans["humas_entities"]] == ["ORG", "MONEY", "DATE"]


def test_results_survive_serialisation():
    nlp, doc = analyse()
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again.user_data["humas_nlp"]["entities"] == doc.user_data["humas_nlp"]["entities"]
    assert len(again.spans["humas_entities"]) == 3
