"""The room's data files: complete, sorted, unique."""

import re

import pytest

from humas_nlp.mentions.institutions.registry import institutions, present
from humas_nlp.mentions.phrases import read_lines, read_toml
from humas_nlp.mentions.places.gazetteer import places

KINDS = ("regencies", "cities")


def test_regions_are_complete():
    provinces = read_toml("entities_regions.toml")["province"]
    assert [row["code"] for row in provinces] == sorted({row["code"] for row in provinces})
    counts = [sum(len(row[kind]) for row in provinces) for kind in ("regencies", "cities")]
    assert [len(provinces), *counts] == [38, 416, 98]
    for row in provinces:
        for kind in ("regencies", "cities"):
            assert list(row[kind]) == sorted(row[kind])


def test_every_region_has_a_code_of_its_own_inside_its_province():
    provinces = read_toml("entities_regions.toml")["province"]
    codes = [code for row in provinces for kind in KINDS for code in row[kind].values()]
    assert len(codes) == len(set(codes)) == 416 + 98
    for row in provinces:
        # Regencies count from 01, cities from 71; the city-province Jakarta has no other rule.
        assert all(re.fullmatch(rf"{row['code']}\.[0-6]\d", c) for c in row["regencies"].values())
        assert all(re.fullmatch(rf"{row['code']}\.7\d", c) for c in row["cities"].values())


def test_every_country_has_a_code():
    data = read_toml("entities_places.toml")
    assert list(data["country_code"]) == list(data["country"])
    assert len(set(data["country_code"].values())) == len(data["country"])


def test_place_short_forms_and_ambiguous_names_are_known():
    data = read_toml("entities_places.toml")
    for table in ("short", "country", "country_spelling"):
        assert list(data[table]) == sorted(data[table])
    for group in (data["other"]["names"], data["ambiguous"]["names"], *data["heads"].values()):
        assert group == sorted(set(group))
    unknown = {name for name in data["ambiguous"]["names"] if name.lower() not in places()}
    assert unknown <= {"Kota"}


@pytest.mark.parametrize("table", ["heads", "chain", "acronyms"])
def test_institution_lists_are_sorted_and_unique(table):
    for name, group in read_toml("entities_institutions.toml")[table].items():
        assert group == sorted(set(group)), name


def test_a_head_has_one_kind():
    heads = read_toml("entities_institutions.toml")["heads"]
    kinds = ("body", "unit", "government", "free", "company", "school", "needs_parent")
    every = [head for kind in kinds for head in heads[kind]]
    assert len(every) == len(set(every))
    assert set(heads["lower"]) | set(heads["complete"]) <= set(every) | {"palang merah indonesia"}


def test_institutions_have_unique_ids_and_names():
    rows = institutions()
    assert [row.id for row in rows] == sorted({row.id for row in rows})
    owners = {}
    for row in rows:
        for name in (row.name, *row.acronyms):
            assert owners.setdefault(name.casefold(), row.id) == row.id


def test_periods_of_institutions_are_months_in_order():
    for row in institutions():
        months = [month for period in row.periods for month in period]
        assert all(re.fullmatch(r"(?:\d{4}-(?:0[1-9]|1[0-2]))?", month) for month in months), row.id
        known = [month for month in months if month]
        assert known == sorted(known), row.id
        assert "" not in months[1:-1], row.id


def test_whoever_is_gone_has_known_successors():
    rows = {row.id: row for row in institutions()}
    for row in rows.values():
        assert set(row.successors) <= set(rows)
        assert all(heir.in_force() for heir in present(row))


def test_every_informal_name_is_of_another_body_or_another_time():
    rows = institutions()
    formal = {name.casefold() for row in rows for name in (row.name, *row.acronyms)}
    for row in rows:
        for name in row.informal:
            others = [other for other in rows if other is not row and name in other.informal]
            assert row.periods and (name.casefold() in formal or others or "Desa" in name), name


def test_value_tables_are_sorted():
    data = read_toml("entities_values.toml")
    for table in (data["currency"]["before"], data["currency"]["after"], data["scale"]):
        assert list(table) == sorted(table)
    assert list(data["unit"]) == sorted(data["unit"])
    assert list(data["law"]) == sorted(data["law"])
    assert set(data["law_codes"]["names"]) <= set(data["law"].values())
    assert all(word == word.lower() for word in data["law_issuer"])


def test_content_words_are_lower_case():
    words = read_lines("entities_content_words.txt")
    assert len(words) > 300
    assert all(word == word.lower() and " " not in word for word in words)
