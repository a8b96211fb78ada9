"""The room's data files: complete, sorted, unique."""

import pytest

from humas_nlp.entities.gazetteer import places
from humas_nlp.entities.lexicon import read_lines, read_toml
from humas_nlp.entities.registry import institutions


def test_regions_are_complete():
    provinces = read_toml("entities_regions.toml")["province"]
    assert [row["code"] for row in provinces] == sorted({row["code"] for row in provinces})
    counts = [sum(len(row[kind]) for row in provinces) for kind in ("regencies", "cities")]
    assert [len(provinces), *counts] == [38, 416, 98]
    for row in provinces:
        for kind in ("regencies", "cities"):
            assert row[kind] == sorted(set(row[kind]))


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


def test_value_tables_are_sorted():
    data = read_toml("entities_values.toml")
    for table in (data["currency"]["before"], data["currency"]["after"], data["scale"]):
        assert list(table) == sorted(table)
    assert list(data["unit"]) == sorted(data["unit"])
    assert list(data["law"]) == sorted(data["law"])


def test_content_words_are_lower_case():
    words = read_lines("entities_content_words.txt")
    assert len(words) > 300
    assert all(word == word.lower() and " " not in word for word in words)
