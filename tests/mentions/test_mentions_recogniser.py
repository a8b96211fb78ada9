"""The names of a recogniser beside values and persons; the texts are invented."""

from spacy.tokens import Span

from humas_nlp.document import Block, Entity, Meta, Release
from humas_nlp.language.component import blank
from humas_nlp.mentions.component import EntityComponent, recognised
from humas_nlp.mentions.persons import Persons
from humas_nlp.mentions.proposals import Evidence
from humas_nlp.mentions.reading import find_entities, read_mentions
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


def test_an_event_holds_its_year_and_names_stay():
    names = [entity("Porprov XVI Tahun 2023", "EVENT"), entity("Sri Hartati", "PER"),
             entity("Aula Melati", "LOC")]  # fmt: skip
    found = find_entities(TEXT, names=names, people=[place("Sri Hartati")])
    assert labels(found) == [
        ("EVENT", "Porprov XVI Tahun 2023"),
        ("PER", "Sri Hartati"),
        ("LOC", "Aula Melati"),
        ("DATE", "4 Mei 2023"),
    ]


def test_who_is_named_in_passing_is_sure_where_the_recogniser_agrees():
    passing = [place("Budi Wiyono")]
    both = read(names=[entity("Budi Wiyono", "PER")], passing=passing)
    one = read(names=[], passing=passing)
    assert both["Budi Wiyono"] > one.get("Budi Wiyono", 0.0) + 0.1


def read(names, passing):
    """Return the probability of each person."""
    evidence = Evidence(TEXT, Release(Meta(), ()), names, Persons(passing=tuple(passing)))
    return {m.text(TEXT): m.probability for m in read_mentions(evidence).labelled("PER")}


def test_what_both_find_is_surer_than_what_the_rules_find_alone():
    text = "Rapat dibuka Dinas Sosial Kabupaten Kendal."
    body = "Dinas Sosial Kabupaten Kendal"
    start = text.index(body)
    release = Release(Meta(), (Block(0, len(text), "paragraph"),))
    both = read_mentions(
        Evidence(text, release, [Entity(start, start + len(body), body, "ORG")])
    ).labelled("ORG")
    alone = read_mentions(Evidence(text, release, [])).labelled("ORG")
    assert [m.source for m in both] == ["institutions+recogniser"]
    assert all(m.probability < both.rows[0].probability for m in alone)
    assert labels(find_entities(text)) == [("ORG", body)]


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
