"""The names of a recogniser beside values and persons; the texts are invented."""

from spacy.tokens import Span

from humas_nlp.document import Entity
from humas_nlp.language.component import blank
from humas_nlp.mentions.component import EntityComponent, recognised
from humas_nlp.mentions.reading import find_entities
from humas_nlp.store import data_of

TEXT = "Porprov XVI Tahun 2023 dibuka Sri Hartati di Aula Melati, 4 Mei 2023. Budi Wiyono hadir."


def entity(part, label):
    start = TEXT.index(part)
    return Entity(start, start + len(part), part, label)


def place(part):
    found = entity(part, "PER")
    return found.start, found.end


def labels(entities):
    return [(e.label, e.text) for e in entities]


def test_an_event_holds_its_year_and_known_persons_win():
    names = [entity("Porprov XVI Tahun 2023", "EVENT"), entity("Hartati", "ORG"),
             entity("Aula Melati", "LOC")]  # fmt: skip
    found = find_entities(TEXT, names=names, people=[place("Sri Hartati")])
    assert labels(found) == [
        ("EVENT", "Porprov XVI Tahun 2023"),
        ("PER", "Sri Hartati"),
        ("LOC", "Aula Melati"),
        ("DATE", "4 Mei 2023"),
    ]


def test_the_recogniser_decides_on_persons_in_passing():
    passing = [place("Budi Wiyono"), place("Sri Hartati")]
    found = find_entities(TEXT, names=[entity("Budi", "LOC")], passing=passing)
    assert ("LOC", "Budi") in labels(found)
    assert "PER" not in {label for label, _ in labels(found)}
    assert [text for label, text in labels(find_entities(TEXT, passing=passing)) if label == "PER"]


def test_the_rules_rest_where_a_recogniser_speaks():
    text = "Dinas Sosial Kabupaten Kendal hadir."
    assert labels(find_entities(text)) == [("ORG", "Dinas Sosial Kabupaten Kendal")]
    assert find_entities(text, names=[]) == []


def test_names_are_read_and_written_back():
    doc = blank()("Bantuan dari Ani Lestari tiba.")
    assert recognised(doc) is None
    doc.ents = [Span(doc, 2, 4, "PER")]
    assert labels(recognised(doc)) == [("PER", "Ani Lestari")]
    done = EntityComponent()(doc)
    assert [(e.text, e.label_) for e in done.ents] == [("Ani Lestari", "PER")]
    assert [e["text"] for e in data_of(done)["entities"]] == ["Ani Lestari"]
    assert len(done.spans["humas_entities"]) == 1


def test_rules_set_ents_too():
    done = EntityComponent()(blank()("Bantuan Rp2 juta dari Dinas Sosial Kabupaten Kendal."))
    assert [e.label_ for e in done.ents] == ["MONEY", "ORG"]
