"""Themes of quotes, and who speaks about what."""

import numpy as np
import pytest
import spacy

from case_files import load
from humas_nlp.document import Document, Meta, Quote, Speaker
from humas_nlp.themes import people_by_theme
from humas_nlp.themes.quotes import logits_of, quote_codes


@pytest.mark.parametrize("case", load("themes_quotes"))
def test_case(case, model):
    text, quote = case["text"], case["quote"]
    start = text.index(quote)
    about = logits_of([text], model)[0]
    (codes,) = quote_codes(text, [(start, start + len(quote))], about, model)
    assert codes[0] == case["main"]


def test_no_quotes_have_no_themes(model):
    assert quote_codes("teks", [], np.zeros(len(model.classes_)), model) == []


def test_wordless_texts_say_nothing(model):
    assert (logits_of(["", "123"], model) == 0).all()


def test_every_quote_has_one_or_two_themes_of_the_model(model):
    text = "“Padi dan beras.” “Guru dan siswa.” “.”"
    ranges = [(0, 17), (18, 35), (36, 39)]
    found = quote_codes(text, ranges, logits_of([text], model)[0], model)
    assert len(found) == 3
    for codes in found:
        assert 1 <= len(codes) <= 2 and set(codes) <= set(model.classes_)


def test_component_gives_quotes_their_themes():
    nlp = spacy.blank("id")
    nlp.add_pipe("humas_themes")
    text = "Balita diimunisasi di puskesmas. “Vaksin campak cukup untuk anak,” kata dokter."
    doc = nlp.make_doc(text)
    start = text.index("Vaksin")
    quote = {"start": start, "end": text.index(",”")}
    doc.user_data["humas_nlp"] = {"quotes": [quote]}
    nlp.get_pipe("humas_themes")(doc)
    assert quote["themes"][0] == "kesehatan"
    spans = doc.spans["themes"]
    assert spans and {span.label_ for span in spans} >= {"kesehatan"}


def speech(name, *themes, role=None, kind="person"):
    speaker = Speaker(kind, name, None, role) if name else None
    return Quote("Q1", "direct", 0, 4, "Siap", speaker=speaker, themes=tuple(themes))


def test_people_by_theme():
    documents = [
        Document("a", "Siap", Meta(), (), (speech("Ayu", "bencana"), speech(None, "pemilu"))),
        Document("b", "Siap", Meta(), (), (speech("Ayu", "bencana", "sosial", role="Camat"),)),
        Document("c", "Siap", Meta(), (), (speech("Adi", "bencana"),)),
    ]
    table = people_by_theme(iter(documents))
    columns = ["theme", "speaker", "role", "quotes", "documents"]
    assert table[columns].fillna("").values.tolist() == [
        ["bencana", "Ayu", "Camat", 2, 2],
        ["bencana", "Adi", "", 1, 1],
        ["sosial", "Ayu", "Camat", 1, 1],
    ]
    assert set(people_by_theme(documents, main_only=True)["theme"]) == {"bencana"}


def test_nobody_speaks():
    table = people_by_theme([])
    assert list(table) and table.empty
