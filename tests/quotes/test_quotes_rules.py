"""Every construction stands in the table with an example that it reads, and in a case."""

import re
from itertools import product
from pathlib import Path

import pytest

import humas_nlp.quotes
from case_files import rows
from humas_nlp.people.finder import find_people
from humas_nlp.quotes.candidates import lists
from humas_nlp.quotes.candidates.constructions import (
    clause_construction,
    construction_of,
    constructions,
)
from humas_nlp.quotes.candidates.dispatch import MARKED_READERS, SENTENCE_READERS
from humas_nlp.quotes.finder import find_quotes
from humas_nlp.quotes.sentences.clauses import complement
from humas_nlp.quotes.sentences.cues import cue_classes, lexicon
from humas_nlp.release import read_release
from quote_views import view_of

IN_CODE = re.compile(r"\"((?:direct|indirect)\.[a-z_.{}]*[a-z}])\"")
CLITIC = "{clitic}"  # filled in with "" or ".clitic"
FAMILIES = {"direct.cue_after", "indirect.say"}  # parts of ids that texts about the code name


def found(text):
    ranges = read_release(text).paragraphs()
    return {construction_of(q.rule) for q in find_quotes(text, ranges, find_people(text, ranges))}


@pytest.fixture(scope="module")
def in_cases():
    return {case["id"]: found(case["text"]) for case in rows("quotes")}


def test_every_construction_is_reached_by_its_case(in_cases):
    missed = {r.id for r in constructions().values() if r.id not in in_cases.get(r.case, set())}
    assert missed == set()
    assert set().union(*in_cases.values()) <= constructions().keys()


def ids_in_code():
    folder = Path(humas_nlp.quotes.__file__).parent
    for path in folder.rglob("*.py"):
        for m in IN_CODE.finditer(path.read_text("utf-8")):
            yield from (m[1].replace(CLITIC, part) for part in ("", ".clitic"))


def test_every_id_in_the_code_is_registered():
    ids = set(ids_in_code())
    assert len(ids) > 15
    assert ids - FAMILIES <= constructions().keys()


def test_every_construction_is_named_by_the_code_or_by_its_marker():
    by_marker = {row.id for row in constructions().values() if row.marker}
    assert constructions().keys() - set(ids_in_code()) <= by_marker


def test_every_row_has_a_reader_of_its_place():
    for row in constructions().values():
        if row.place == "paragraph":
            assert callable(getattr(lists, row.reader))
        else:
            readers = SENTENCE_READERS if row.place == "sentence" else MARKED_READERS
            assert row.reader in readers
    used = {row.reader for row in constructions().values()}
    assert {*SENTENCE_READERS, *MARKED_READERS} <= used


def test_every_trigger_is_a_class_of_some_cue():
    cues = lexicon()
    forms = {*cues.roots, *cues.verbs, *cues.passive, *cues.nouns, "menurut", "berdasarkan"}
    known = {name for form in (*forms, *(f"{f}nya" for f in forms)) for name in cue_classes(form)}
    assert {name for row in constructions().values() for name in row.triggers} <= known


def test_every_marker_behind_every_verb_has_a_construction():
    tails = (
        "bahwa stok cukup", "stok harus dijaga", "warga menjaga stok", ", stok harus dijaga",
        ": stok harus dijaga", "agar stok dijaga", "untuk menjaga stok", ", agar stok dijaga",
        "kepada warga agar menjaga stok", "kepada warga bahwa stok cukup", "resah dengan stok itu",
        "warga yang mampu untuk menjaga stok", "juga harus dijaga warga",
    )  # fmt: skip
    reached, nothing = set(), set()
    for (verb, kind), tail in product(lexicon().verbs.items(), tails):
        view = view_of(f"{verb} {tail}")
        place = complement(view, 0, len(view) - 1, kind)
        if place:
            construction = clause_construction(kind, place[1])
            reached.add(construction)
            nothing |= {(kind, place[1])} if construction is None else set()
    assert reached - {None} == {row.id for row in constructions().values() if row.marker}
    assert nothing == {("mind", "mood")}  # "yakin kepada warga agar …" reports nothing


def test_counts_are_of_known_constructions():
    assert sum(row.found for row in constructions().values()) > 1000
    assert all(0 <= row.right <= row.found for row in constructions().values())
