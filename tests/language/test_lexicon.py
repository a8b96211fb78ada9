import re
import tomllib
from importlib.resources import files

import pytest

from humas_nlp.language.lexicon import abbreviations, alternation, word_list
from humas_nlp.language.morphology.roots import lexicon

DATA = files("humas_nlp").joinpath("data")
LISTS = (
    *("compounds", "degrees", "domains", "lemma_keep", "name_parts", "names", "not_roots"),
    *("own_roots", "roots", "starters", "stop_words", "units"),
)
TABLES = ("exceptions", "families", "pairs")


@pytest.mark.parametrize("name", LISTS)
def test_list_is_sorted_and_unique(name):
    lines = DATA.joinpath(f"language_{name}.txt").read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if not line.startswith("#")]
    assert entries == sorted(set(entries))
    assert all(entry == entry.strip() and entry for entry in entries)
    header = "\n".join(line for line in lines if line.startswith("#"))
    assert "Source:" in header and "Licence:" in header


def test_abbreviations_are_sorted_unique_and_of_one_kind():
    text = DATA.joinpath("language_abbreviations.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    entries = [entry for kind in table.values() for entry in kind]
    assert len(entries) == len(set(entries))
    for kind in table.values():
        assert kind == sorted(kind)
    assert not [entry for entry in entries if entry.endswith(".")]


def test_kinds():
    kinds = abbreviations()
    assert (kinds["Plt"], kinds["No"], kinds["dll"]) == ("title", "number", "final")
    assert (kinds["S.Sos"], kinds["S.SOS"], kinds["Nov"]) == ("degree", "degree", "month")


def test_starters_and_abbreviations_are_apart():
    assert not word_list("starters") & set(abbreviations())


def test_alternation_takes_the_longest_and_nothing_else():
    words = ["S", "S.H", "S.Sos", "S.Sos.I", "M.A+"]
    pattern = re.compile(alternation(words))
    for word in words:
        assert pattern.fullmatch(word)
    assert pattern.match("S.Sos.I.")[0] == "S.Sos.I"
    assert not pattern.fullmatch("S.Ho")
    assert not pattern.fullmatch("S-H")


def test_stop_words_keep_negation_and_reporting():
    assert not word_list("stop_words") & {
        *("tidak", "bukan", "tak", "tanpa", "belum", "jangan", "kurang"),
        *("ujar", "ujarnya", "kata", "katanya", "menegaskan", "menurut", "imbau"),
    }
    assert {"yang", "dan", "di"} <= word_list("stop_words")


@pytest.mark.parametrize("name", TABLES)
def test_table_is_sorted_and_unique(name):
    lines = DATA.joinpath(f"language_{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    keys = [row[0] for row in rows]
    assert keys == sorted(set(keys))
    assert all(len(row) == 2 and row[1] and row[0] == row[0].lower() for row in rows)
    header = "\n".join(line for line in lines if line.startswith("#"))
    assert "Source:" in header and "Licence:" in header


def test_names_exceptions_and_name_parts_are_apart():
    table = lexicon()
    assert not table.names & table.name_parts
    assert not table.names & table.exceptions.keys()
    assert all(price >= 0 for price in table.prices.values())
