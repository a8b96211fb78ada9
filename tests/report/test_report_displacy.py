"""A document as displaCy takes it."""

from dataclasses import replace

from html_reading import Reader
from spacy import displacy

from humas_nlp.document import Document, Entity
from humas_nlp.report.displacy import displacy_data
from humas_nlp.report.voices import PALETTE


def test_quotes_are_ranges_with_their_speaker(document):
    shown = displacy_data(document)
    text = shown["data"]["text"]
    assert [(text[e["start"] : e["end"]], e["label"]) for e in shown["data"]["ents"]] == [
        ("Panen raya 🌾 kami mulai besok,", "1 Rina Wulandari"),
        ("irigasi sudah lancar", "2 warga setempat"),
    ]
    assert shown["options"]["colors"]["1 Rina Wulandari"] == PALETTE[0]


def test_an_entity_in_a_quote_is_left_out(document):
    place = document.text.index("Kota Sukamaju")
    crop = document.text.index("Panen raya")
    entities = (
        Entity(crop, crop + 10, "Panen raya", "EVENT"),
        Entity(place, place + 13, "Kota Sukamaju", "LOC"),
    )
    shown = displacy_data(replace(document, entities=entities))
    assert [e["label"] for e in shown["data"]["ents"]] == [
        "1 Rina Wulandari",
        "LOC",
        "2 warga setempat",
    ]


def test_displacy_draws_it(document):
    shown = displacy_data(replace(document, quotes=(replace(document.quotes[0], speaker=None),)))
    options = shown["options"]
    source = displacy.render(
        shown["data"], style="ent", manual=True, options=options, jupyter=False
    )
    reader = Reader()
    reader.feed(source)
    assert "? narasumber tidak diketahui" in " ".join(reader.text.split())
    assert displacy_data(Document("kosong"))["data"]["ents"] == []
