"""Who can speak in a document, and what a source phrase may mean."""

import pytest
from speaking import read

from humas_nlp.quotes.candidates.candidate import SourcePhrase
from humas_nlp.quotes.speakers.antecedents import Antecedents
from humas_nlp.quotes.speakers.phrases import NO_PHRASE, read_phrase

TEXT = (
    "Kepala Dinas Kesehatan Kota Salatiga, dr. Ratna Dewanti, membuka posko. "
    "Gubernur Jawa Tengah, Bambang Prakoso, hadir. Komisi Pemilihan Umum (KPU) ikut serta. "
    "Sekda Jateng Dedi Kurnia Utama datang.\n{} mengatakan jalan rusak."
)


def readings(phrase):
    text = TEXT.format(phrase)
    _, people = read(text)
    start = text.rindex(phrase)
    return read_phrase(people, SourcePhrase("phrase", start, start + len(phrase)))


@pytest.mark.parametrize(
    ("phrase", "how", "name"),
    [
        ("Ratna Dewanti", "name", "Ratna Dewanti"),
        ("Ratna", "name", "Ratna Dewanti"),
        ("Kepala Dinas Kesehatan", "office", "Ratna Dewanti"),
        ("Gubernur Jateng", "office", "Bambang Prakoso"),
        ("DKU", "name", "Dedi Kurnia Utama"),
        ("ratna", "name", "Ratna Dewanti"),
        ("KPU", "organisation", "Komisi Pemilihan Umum"),
        ("warga setempat", "unnamed", "warga setempat"),
    ],
)
def test_first_reading(phrase, how, name):
    first = readings(phrase).readings[0]
    assert (first.how, first.speaker.name) == (how, name)


@pytest.mark.parametrize("phrase", ["pria itu", "perempuan", "sang bupati"])
def test_descriptions_may_mean_whoever_has_the_floor(phrase):
    assert any(r.speaker is None for r in readings(phrase).readings)


def test_a_described_phrase_and_a_bare_office_keep_their_other_readings():
    found = readings("Kepala Dinas Kesehatan").readings
    assert {r.how for r in found} >= {"office", "unnamed"}
    assert any("grade=3" in r.signs for r in found)


def test_an_unknown_phrase_is_guessed_by_its_capitals():
    found = readings("Zorvan Mekatel")
    assert (found.known, found.proper) in {(False, True), (True, False)}
    small = readings("hal yang lain")
    assert not small.known
    assert not small.proper
    assert [r.how for r in small.readings] == ["unnamed"]


def test_each_speaker_is_read_once():
    for phrase in ("Kepala Dinas Kesehatan", "KPU", "Ratna Dewanti dan Bambang Prakoso"):
        speakers = [r.speaker for r in readings(phrase).readings]
        assert len(speakers) == len(set(speakers))
    both = [r.speaker.name for r in readings("Ratna Dewanti dan Bambang Prakoso").readings[:2]]
    assert both == ["Ratna Dewanti", "Bambang Prakoso"]


def test_other_forms_have_no_readings():
    _, people = read(TEXT.format("Selesai."))
    assert read_phrase(people, SourcePhrase("clitic")) is NO_PHRASE


def test_holders_stand_by_grade():
    _, people = read(TEXT.format("Selesai."))
    (best, grade), *_ = people.holders("Kepala Dinas Kesehatan Kota Salatiga", 10)
    assert (people.persons[best].name, grade) == ("Ratna Dewanti", 4)
    assert people.holders("Bupati", 10) == ()


def test_the_index_tells_where_persons_are_named():
    text = TEXT.format("Selesai.")
    _, people = read(text)
    mention = people.mentioned(text.index("Ratna"), text.index("Ratna") + 5)
    assert people.persons[mention.person].name == "Ratna Dewanti"
    assert people.mentioned(len(text) - 3, len(text)) is None
    near = people.recent(text.index("hadir"), 1)
    assert [people.persons[m.person].name for m in near] == ["Bambang Prakoso"]
    assert people.named_between(0, len(text)) == {p.person for p in people.persons}


def test_a_name_is_sure_where_nothing_weighed_it():
    _, people = read(TEXT.format("Selesai."))
    assert people.name_probability(None) == 1.0
    assert all(0.0 <= people.name_probability(p) <= 1.0 for p in people.persons)
    assert isinstance(people, Antecedents)
