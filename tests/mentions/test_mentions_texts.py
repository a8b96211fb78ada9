"""Entities of whole texts: precedence, ranges, odd text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humas_nlp.entities import (
    acronyms,
    find_entities,
    institution_heads,
    is_institution,
)
from humas_nlp.mentions.values.numbers import read_number

WORDS = (
    "Dinas Badan Biro Sosial Hukum dan , ( ) (BHS) Kota Kupang Universitas PT . “ Rp 1,5 juta UU"
    " Nomor 5 tentang Senin (4/5) Mei 2023 pukul 08.30 WIB Kantor di Desa RI"
)
PIECES = st.sampled_from([*WORDS.split(), "\n", "\0"])
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(PIECES, max_size=30).map(" ".join),
    st.lists(PIECES, max_size=30).map("".join),
)


def labels(text, **options):
    return [(entity.label, entity.text) for entity in find_entities(text, **options)]


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_entities_slice_back_in_order_without_overlap(text):
    place = 0
    for entity in find_entities(text, date="2024-02-29"):
        assert place <= entity.start < entity.end <= len(text)
        assert entity.text == text[entity.start : entity.end]
        place = entity.end


@given(TEXTS, st.integers(0, 80), st.integers(0, 80))
@settings(max_examples=100, deadline=None)
def test_entities_and_people_stay_inside_their_ranges(text, a, b):
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    people = [(start, min(start + 3, len(text))), (a, b)]
    for entity in find_entities(text, [(start, end)], people=people):
        assert start <= entity.start < entity.end <= end


@pytest.mark.parametrize("text", ["", "\0", " \n ", "a" * 20_000, "Badan " * 2_000, "1." * 5_000])
def test_odd_text_gives_nothing(text):
    assert find_entities(text) == []


def test_person_stands_in_the_end_of_an_institution():
    text = "Kepala Biro Hukum Umum Rahmat hadir."
    start = text.index("Umum")
    people = [(start, start + len("Umum Rahmat"))]
    assert ("PER", "Umum Rahmat") in labels(text, people=people)
    assert ("ORG", "Biro Hukum Umum") in labels(text)


def test_institution_with_a_free_name_keeps_a_person_in_it():
    text = "Mahasiswa Universitas Rahmat Hadi datang."
    people = [(text.index("Rahmat"), text.index(" datang"))]
    assert labels(text, people=people) == [("ORG", "Universitas Rahmat Hadi")]


def test_person_wins_over_a_place():
    text = "Indra Riau berpidato."
    assert labels(text, people=[(0, 10)]) == [("PER", "Indra Riau")]


def test_building_wins_over_the_institution_it_is_named_after():
    assert labels("Rapat di Aula Dinas Sosial selesai.") == [("LOC", "Aula Dinas Sosial")]
    assert labels("Kepala Kementerian Desa PDTT hadir.") == [("ORG", "Kementerian Desa PDTT")]


def test_law_wins_over_its_issuer():
    assert labels("Peraturan BKN Nomor 3 Tahun 2020 berlaku.") == [
        ("LAW", "Peraturan BKN Nomor 3 Tahun 2020")
    ]


def test_date_without_year_is_the_nearest_to_the_text():
    values = [e.value for e in find_entities("Rabu (28/12)", date="2023-01-03")]
    assert values == ["2022-12-28"]
    assert [e.value for e in find_entities("Rabu (28/12)")] == ["--12-28"]
    assert [e.value for e in find_entities("Rabu (28/12)", date="besok")] == ["--12-28"]


def test_short_form_explained_later_is_known_before():
    text = "Ketua umum FNL hadir. Forum Nelayan Lestari (FNL) berdiri."
    assert ("ORG", "FNL") in labels(text)[:1]


def test_acronyms_need_a_spelling():
    assert acronyms("Badan Riset Bahari (BRB) dan Kota Kupang (NTT)") == {
        "BRB": "Badan Riset Bahari"
    }


@pytest.mark.parametrize("phrase", ["Pemprov Sultra", "KPK", "Kementerian Kesehatan", "Pemerintah"])
def test_institutions(phrase):
    assert is_institution(phrase)


@pytest.mark.parametrize(
    "phrase", ["pihak kepolisian", "Menteri Kesehatan", "warga", "Bidang", "Budi Santoso", ""]
)
def test_no_institutions(phrase):
    assert not is_institution(phrase)


def test_heads_are_lower_case():
    assert {"dinas", "kementerian", "pemerintah kota"} <= institution_heads()
    assert all(head == head.lower() for head in institution_heads())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.500", 1500),
        ("2,5", 2.5),
        ("2.5", 2.5),
        ("1.234.567,89", 1234567.89),
        ("1,000.5", 1000.5),
    ],
)
def test_numbers(text, number):
    assert read_number(text) == number


def test_number_without_sense():
    assert read_number("1.2.3,4,5") is None
