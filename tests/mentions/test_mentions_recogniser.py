"""The names of a recogniser beside values and persons; the texts are invented."""

from itertools import pairwise

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
    names = [entity("Porprov XVI Tahun 2023", "EVENT"), entity("Hartati", "PER"),
             entity("Aula Melati", "LOC")]  # fmt: skip
    found = find_entities(TEXT, names=names, people=[place("Sri Hartati")])
    assert labels(found) == [
        ("EVENT", "Porprov XVI Tahun 2023"),
        ("PER", "Sri Hartati"),
        ("LOC", "Aula Melati"),
        ("DATE", "4 Mei 2023"),
    ]


def test_one_reading_of_a_stretch_stands_whoever_proposed_it():
    names = [entity("Budi", "LOC")]
    found = find_entities(TEXT, names=names, passing=[place("Budi Wiyono")])
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert len([e for e in found if "Budi" in e.text]) == 1


def test_persons_in_passing_are_proposed_beside_a_recogniser_and_without():
    for names in ([], None):
        found = find_entities(TEXT, names=names, passing=[place("Sri Hartati")])
        assert ("PER", "Sri Hartati") in labels(found)


def test_the_rules_propose_beside_a_recogniser_too():
    text = "Dinas Sosial Kabupaten Kendal hadir."
    found = [("ORG", "Dinas Sosial Kabupaten Kendal")]
    assert labels(find_entities(text)) == found
    assert labels(find_entities(text, names=[])) == found


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
