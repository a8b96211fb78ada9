"""Finders of values: ranges, order, odd and hostile text, numbers in words."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humas_nlp.entities import (
    find_amounts,
    find_dates,
    find_laws,
    find_relative_dates,
    find_times,
    find_values,
)
from humas_nlp.mentions.values.calendar import shifted
from humas_nlp.mentions.values.numerals import find_numerals
from humas_nlp.mentions.values.patterns import fold

FINDERS = (find_amounts, find_dates, find_laws, find_relative_dates, find_times, find_values)
WORDS = (
    "Rp 1 2.500 1,5 juta triliun dua belas ratus ribu koma satu persen % minus - – hingga s.d. dan"
    " Senin Minggu ( ) 23/10 /2023 23 Oktober Mei 2023 tahun bulan lalu depan ini hari kemarin"
    " pukul jam 08.30 7 malam WIB selesai orang kg per hektare UU PP Nomor 5 Tahun tentang Desa"
    " Pasal 3 ayat (1) atas Perda , . : \n"
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(WORDS.split(" ")), max_size=25).map(" ".join),
    st.lists(st.sampled_from(WORDS.split(" ")), max_size=25).map("".join),
)
DATES = st.one_of(st.none(), st.dates().map(str), st.text(max_size=12))
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus"),
    *("September", "Oktober", "November", "Desember"),
)
HOSTILE = (
    *("1.", "1-", "1, ", "Rp1-", "satu ", "satu koma ", "UU ", "UU Nomor 1 tentang A, ", "12/"),
    *("UU Nomor 1 tentang A atas UU ", "Peraturan A dan ", "Senin (", "1 (satu) ", "pukul 1-"),
    *("Mei 2023 - ", "1 persen - ", "1 kg per ", "1 Januari 2023 s.d. ", "(", "akan Mei "),
)
UNITS = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


@pytest.mark.parametrize("find", FINDERS)
@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
@settings(max_examples=60, deadline=None)
def test_finds_lie_in_the_range_in_order_and_slice_back(find, text, a, b):
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    place = start
    for entity in find(text, start, end):
        assert place <= entity.start < entity.end <= end
        assert entity.text == text[entity.start : entity.end]
        place = entity.end


@given(TEXTS, DATES)
@settings(max_examples=150, deadline=None)
def test_values_are_plain_data_of_one_form_a_label(text, date):
    for entity in find_values(text, date=date):
        value = entity.value
        if entity.label in ("DATE", "TIME"):
            assert value is None or isinstance(value, str)
        elif entity.label == "LAW":
            assert list(value) == ["kind", "number", "year", "title", "issuer", "article"]
        elif entity.label == "PERCENT" and not isinstance(value, dict):
            assert isinstance(value, int | float)
        else:
            assert "to" not in value or value["amount"] < value["to"]


@given(st.dates())
@settings(max_examples=60, deadline=None)
def test_a_date_written_out_is_read_back(day):
    months = (
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
    )
    text = f"{day.day} {months.split()[day.month - 1]} {day.year}"
    found = [entity.value for entity in find_dates(text)]
    assert found == [day.isoformat()] or day.year not in range(1900, 2100)


@given(st.dates(datetime.date(1, 2, 1), datetime.date(9998, 11, 30)))
@settings(max_examples=60, deadline=None)
def test_yesterday_and_tomorrow_are_neighbours(day):
    found = find_relative_dates("kemarin dan besok", date=day.isoformat())
    one = datetime.timedelta(days=1)
    assert [entity.value for entity in found] == [str(day - one), str(day + one)]


@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
@pytest.mark.parametrize("steps", [-1, 1, -(10**6), 10**6, -(10**12), 10**12])
def test_no_step_leads_out_of_the_calendar(unit, steps):
    for day in (datetime.date.min, datetime.date.max):
        value = shifted(day, unit, steps)
        assert value is None or len(value) in (4, 7, 8, 10)


def spell(number):
    """Spell a number below a million."""
    if number >= 1000:
        thousands = "seribu" if number < 2000 else f"{spell(number // 1000)} ribu"
        return f"{thousands} {spell(number % 1000)}".strip()
    if number >= 100:
        hundreds = "seratus" if number < 200 else f"{UNITS[number // 100]} ratus"
        return f"{hundreds} {spell(number % 100)}".strip()
    if number >= 20:
        return f"{UNITS[number // 10]} puluh {UNITS[number % 10]}".strip()
    if number >= 12:
        return f"{UNITS[number - 10]} belas"
    return "sebelas" if number == 11 else "sepuluh" if number == 10 else UNITS[number]


@given(st.integers(1, 999_999))
@settings(max_examples=200, deadline=None)
def test_a_number_spelled_out_is_read_back(number):
    words = spell(number)
    assert list(find_numerals(words, 0, len(words))) == [(0, len(words), number)]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("dua koma lima juta", 2_500_000),
        ("nol koma nol lima", 0.05),
        ("setengah miliar", 500_000_000),
        ("satu triliun dua ratus miliar", 1_200_000_000_000),
    ],
)
def test_fractions_and_large_numbers_in_words(words, number):
    assert [found[2] for found in find_numerals(words, 0, len(words))] == [number]


@pytest.mark.parametrize("words", ["dua puluh puluh", "belas", "lima, enam", "dua koma", "satuan"])
def test_words_that_are_no_number_end_it(words):
    assert all(words[a:b] != words for a, b, _ in find_numerals(words, 0, len(words)))


@given(st.text(max_size=40))
@settings(max_examples=100, deadline=None)
def test_folding_keeps_every_code_point_in_its_place(text):
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    "piece",
    HOSTILE,
)
def test_a_long_hostile_text_is_read_in_one_go(piece):
    text = piece * (200_000 // len(piece))
    for entity in find_values(text, date="2024-02-29"):
        assert entity.end - entity.start < 2_000
