"""Dates: forms, values, limits."""

import pytest

from humas_nlp.release.dates import DATE_PATTERN, document_year, find_dates, parse_date


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30 November 2023", "2023-11-30"),
        ("Kamis, 23 Nov 2023 14:05 WIB", "2023-11-23"),
        ("23/11/2023", "2023-11-23"),
        ("23-11-2023", "2023-11-23"),
        ("23.11.2023", "2023-11-23"),
        ("23/11/23", "2023-11-23"),
        ("(23/11)", "2022-11-23"),
        ("Rabu (14/6)", "2022-06-14"),
        ("Rabu 29/10/2025", "2025-10-29"),
        ("3 Pebruari 2011", "2011-02-03"),
        ("05 January 2026 | 11.45 WIB", "2026-01-05"),
        ("January 5th, 2026", "2026-01-05"),
        ("2023-11-30", "2023-11-30"),
        ("3–6 Januari 2026", "2026-01-03/2026-01-06"),
        ("16 dan 17 Agustus 2025", "2025-08-16/2025-08-17"),
        ("April 2026", "2026-04"),
        ("17 Agustus", "2022-08-17"),
        ("29/2/2024", "2024-02-29"),
        ("29/2/2023", None),
        ("45/13", None),
        ("pukul 17.40 WIB", None),
        ("Rp 10.300", None),
        ("", None),
    ],
)
def test_value(text, value):
    assert parse_date(text, 2022) == value


def test_day_and_month_need_a_year():
    assert parse_date("(23/11)") is None
    (found,) = find_dates("Panen pada Kamis (23/11) berhasil.")
    assert (found.text, found.value, found.has_year) == ("Kamis (23/11)", None, False)


def test_fractions_are_no_dates():
    assert find_dates("nilai 3/4 dan 10/12 bagian", 2023) == []


def test_spans_slice_back():
    text = "Pada 3 Mei 2021 dan Jumat (7/5/2021), lalu Mei 2022."
    assert [text[d.start : d.end] for d in find_dates(text)] == [
        "3 Mei 2021",
        "Jumat (7/5/2021)",
        "Mei 2022",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Senin, 3 Mei 2021, rapat; 4 Mei rapat; (5/5) rapat; 2021-05-06.",
        "Jum'at (7/5/2021) dan tanggal 8-9 Juni 2020, May 5, 2020, April 2019",
    ],
)
def test_the_quick_search_finds_what_the_pattern_finds(text):
    quick = [(d.start, d.end) for d in find_dates(text, 2021)]
    assert quick == [match.span() for match in DATE_PATTERN.finditer(text)]


@pytest.mark.parametrize(
    ("text", "month", "year"),
    [
        ("Rapat 3 Mei 2021. Panen 4 Juni 2020 dan 5 Juni 2020.", None, 2020),
        ("Rapat 3 Mei 2021. Panen 4 Juni 2020 dan 5 Juni 2020.", 5, 2021),
        ("Anggaran tahun 2024 naik.", None, 2024),
        ("Harga 2.024 rupiah.", None, None),
    ],
)
def test_document_year(text, month, year):
    assert document_year(text, month) == year
