import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_nlp.evaluation.names import name_key, organisation_forms, same_speaker, word_f1

TEXT = "Menurut Badan Siaga Air (BSA), air surut. Dinas Pangan Sukamaju (DPS) setuju."


@pytest.mark.parametrize(
    "name",
    [
        "Tirta Wening",
        "TIRTA WENING",
        "Dr. H. Tirta Wening, S.H., M.Si.",
        "Prof. Dr. (Hj) Tirta Wening",
        "Bapak Tirta Wening",
        "Brigjen Pol. (Purn) Tirta Wening",
        "Tirta Wening S.Sos M.I.Kom",
        "Ir Tirta Wening MM",
        "  Tirta   Wening ",
    ],
)
def test_titles_and_degrees_are_ignored(name):
    assert name_key(name) == "tirta wening"


@pytest.mark.parametrize("name", ["Tirta", "Tirta Wening Asri", "Hana Wening", "Tirta M. Wening"])
def test_other_names_are_other_names(name):
    assert name_key(name) != "tirta wening"


@pytest.mark.parametrize("name", ["Dr", "H.", "Irma", "Polana", "Ibu", "M.Si"])
def test_a_name_never_becomes_nothing(name):
    assert name_key(name)


def test_apostrophes_are_one():
    assert name_key("Mu’adz Ja`far") == name_key("Mu'adz Ja'far")


def test_word_f1_by_hand():
    assert word_f1("Kepala Dinas Air", "kepala dinas") == pytest.approx(2 * 2 / 5)
    assert word_f1("air air", "air") == pytest.approx(2 / 3)
    assert word_f1(None, "") == 0


def test_the_two_halves_of_a_name():
    assert {"bsa", "badan siaga air"} <= organisation_forms(TEXT, "BSA")
    assert "bsa" in organisation_forms(TEXT, "Badan Siaga Air")
    assert organisation_forms(TEXT, "BSA").isdisjoint(organisation_forms(TEXT, "DPS"))
    assert organisation_forms("", "Badan Siaga Air (BSA)") == {
        "badan siaga air bsa",
        "badan siaga air",
        "bsa",
    }


@pytest.mark.parametrize(
    ("gold", "kind", "name", "same"),
    [
        ("P1", "person", "Dr. Tirta Wening", True),
        ("P1", "person", "Tirta", False),
        ("P1", "organisation", "Tirta Wening", False),
        ("ORG:BSA", "organisation", "Badan Siaga Air", True),
        ("ORG:BSA", "organisation", "Dinas Pangan Sukamaju", False),
        ("ORG:BSA", "unnamed", "BSA", False),
        ("ORG:Dinas Pangan Kota Sukamaju", "organisation", "Dinas Pangan Sukamaju", True),
        ("UNNAMED:seorang warga", "unnamed", "warga", True),
        ("UNNAMED:seorang warga", "unnamed", "warga setempat", True),
        ("UNNAMED:seorang warga desa itu", "unnamed", "warga", False),
        ("UNNAMED:warga", "person", "warga", False),
        ("P1", "person", None, False),
    ],
)
def test_same_speaker(gold, kind, name, same):
    document = {"text": TEXT, "people": [{"id": "P1", "name": "Tirta Wening"}]}
    assert same_speaker(document, gold, {"type": kind, "name": name}) is same
    assert same_speaker(document, gold, None) is False


@given(st.text())
def test_a_name_equals_itself_in_capitals_and_with_titles(name):
    assert name_key(f"Pak {name}") in (name_key(name), name_key(f"pak {name}"))
    assert word_f1(name, name) in (0.0, 1.0)
