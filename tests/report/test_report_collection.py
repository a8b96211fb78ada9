"""What a report counts."""

from dataclasses import replace

import pytest
from invented_corpus import HEALTH, RINA, corpus, make, said

from humas_nlp.document import Speaker
from humas_nlp.report.charts import charts, network_links
from humas_nlp.report.collection import collect, iso_date
from humas_nlp.report.payload import quote_data
from humas_nlp.report.periods import period_of, periods_between, unit_of
from humas_nlp.report.run import Entry
from humas_nlp.report.sections import Sections


def test_people_and_institutions_are_counted_over_all_documents():
    cast = collect(corpus()).cast
    rina, bayu, _ = cast.people.all()
    assert (rina.name, rina.role, rina.quotes, rina.documents) == (
        "Rina Wulandari",
        "Kepala Dinas",
        3,
        2,
    )
    assert (bayu.name, bayu.quotes) == ("Bayu Pratomo", 1)
    assert [tally.number for tally in cast.people.top(1)] == [rina.number]


def test_a_short_and_a_long_name_are_one_institution():
    names = {tally.name: tally.quotes for tally in collect(corpus()).cast.institutions.all()}
    assert names["Komisi Pemberantasan Korupsi"] == 2  # "KPK" and the full name


def test_a_name_in_other_letters_is_the_same_person():
    loud = Speaker("person", "RINA  WULANDARI", "P1")
    found = collect(
        [make("x", None, HEALTH, said("ya", RINA), said("tidak", RINA), said("eh", loud))]
    )
    (rina,) = found.cast.people.all()
    assert (rina.name, rina.quotes, rina.documents) == ("Rina Wulandari", 3, 1)


def test_quality_counts_what_a_reader_has_to_know():
    assert collect(corpus(), failed=2).quality() == {
        "failed": 2,
        "undated": 1,
        "no_quotes": 0,
        "no_theme": 1,
        "warned": 0,
        "no_speaker": 1,
        "unnamed": 1,
        "unsure": 1,
    }
    assert collect([]).quality()["failed"] is None


def test_kept_field_gives_the_date_where_the_text_has_none():
    dates = collect(corpus(), date_field="tanggal").dates
    assert dates[0] == "2024-05-03"
    assert dates[4] == "2024-05-06"
    assert collect(corpus(), date_field="lain").dates[4] is None


def test_a_quote_counts_for_its_own_theme_and_else_for_that_of_its_document():
    entry = make("x", None, HEALTH, said("ya", RINA), said("tidak", RINA))
    first, second = entry.document.quotes
    quotes = (replace(first, themes=("pemilu", "digital")), second)
    found = collect([Entry(replace(entry.document, quotes=quotes), {})])
    (rina,) = found.cast.people.all()
    assert rina.themes == {"pemilu": 1, "kesehatan": 1}
    assert [each.theme for each in found.said] == ["pemilu", "kesehatan"]
    assert found.theme_names["pemilu"].label == "Pemilu dan pilkada"
    assert found.theme_names["kesehatan"] is HEALTH


def test_themes_by_number_of_documents():
    found = collect(corpus())
    assert found.themes() == [("infrastruktur_transportasi", 3), ("kesehatan", 2)]


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2023-02-27T06:39:11+07:00", "2023-02-27"),
        ("2015/08/25", "2015-08-25"),
        ("Kamis, 18 Jun 2026 14:49 WIB", "2026-06-18"),
        ("2023-13-40", None),
        ("kemarin", None),
        (None, None),
        (20240503, None),
    ],
)
def test_dates_of_fields(value, date):
    assert iso_date(value) == date


@pytest.mark.parametrize(
    ("dates", "unit", "period"),
    [
        (["2024-05-03", "2024-06-01"], "day", "2024-05-03"),
        (["2024-05-03", "2025-01-01"], "month", "2024-05"),
        (["2014-05-03", "2024-01-01"], "year", "2014"),
        ([], "month", None),
    ],
)
def test_unit_of_time_follows_the_span(dates, unit, period):
    assert unit_of(dates) == unit
    if dates:
        assert period_of(dates[0], unit) == period


@pytest.mark.parametrize(
    ("dates", "unit"),
    [
        (["2024-05-03", "2024-05"], "month"),
        (["2024-05"], "month"),
        (["2024-05-03/2024-05-05"], "day"),
        (["2024", "2024-05-03"], "year"),
    ],
)
def test_dates_without_a_day_or_a_month_are_drawn(dates, unit):
    entries = [make(f"x{n}", date, HEALTH, said("ya", RINA)) for n, date in enumerate(dates)]
    found = collect(entries)
    assert found.unit == unit
    assert "timeline" in charts(found)
    assert len(quote_data(found, found.said)["quotes"]) == len(dates)


def test_a_theme_that_only_quotes_have_is_in_matrix_and_network():
    entry = make("x", None, HEALTH, said("ya", RINA), said("tidak", RINA))
    quotes = tuple(replace(quote, themes=("pemilu",)) for quote in entry.document.quotes)
    found = collect([Entry(replace(entry.document, quotes=quotes), {})])
    assert found.quote_themes(9) == ["pemilu"]
    assert 'data-theme="pemilu">2<' in Sections(found).matrix("person")
    assert [(code, count) for _, code, count in network_links(found)] == [("pemilu", 2)]


@pytest.mark.parametrize(
    ("periods", "unit", "found"),
    [
        (["2024-02-28", "2024-03-01"], "day", ["2024-02-28", "2024-02-29", "2024-03-01"]),
        (["2023-12", "2024-01"], "month", ["2023-12", "2024-01"]),
        (["2023-11", "2023-11", "2024-01"], "month", ["2023-11", "2023-12", "2024-01"]),
        (["2019", "2021"], "year", ["2019", "2020", "2021"]),
        (["0204", "2024"], "year", ["0204", "2024"]),
        (["2024"], "year", ["2024"]),
    ],
)
def test_periods_without_documents_are_shown_as_gaps(periods, unit, found):
    assert periods_between(periods, unit) == found
