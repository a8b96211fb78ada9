"""Predicates, clauses, and where the complement of a verb begins."""

import pytest

from humas_nlp.quotes.sentences.clauses import complement, has_clause, is_nominal, is_predicate
from humas_nlp.quotes.sentences.cues import lead_cue
from quote_views import view_of


@pytest.mark.parametrize("word", ["menjaga", "berlari", "terjaga", "dibuka", "adalah", "harus"])
def test_predicates(word):
    assert is_predicate(word)


@pytest.mark.parametrize("word", ["mental", "beban", "digital", "beras", "kepala", "", "di"])
def test_no_predicates(word):
    assert not is_predicate(word)


def test_nominals():
    assert is_nominal("penguatan")
    assert is_nominal("digitalisasi")
    assert not is_nominal("menguatkan")
    assert not is_nominal("beras")


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("stok beras masih cukup", True),
        ("warga harus menjaga sungai", True),
        ("pentingnya peran warga desa", False),
        ("stok yang dijaga warga", False),
        ("stok yang dijaga warga itu habis terjual", True),
        ("curah hujan yang tinggi mengakibatkan banjir", False),
        ("Rumah Singgah Berkah", False),
    ],
)
def test_has_clause(text, clause):
    view = view_of(text)
    assert has_clause(view, 0, len(view) - 1) is clause


def test_an_empty_range_holds_no_clause():
    view = view_of("warga harus menjaga sungai")
    assert not has_clause(view, 2, 1)
    assert not has_clause(view, 0, -2)


@pytest.mark.parametrize(
    ("text", "marker", "begins"),
    [
        ("mengatakan bahwa stok cukup", "bahwa", "stok"),
        ("mengatakan kepada warga bahwa stok cukup", "bahwa", "stok"),
        ("mengatakan stok beras masih cukup", "bare", "stok"),
        ("mengatakan, stok beras masih cukup", "comma", "stok"),
        ("mengatakan: stok beras masih cukup", "colon", "stok"),
        ("mengimbau warga agar menjaga sungai", "mood", "agar"),
        ("mengajak warga menjaga sungai", "bare", "warga"),
        ("mengimbau warga yang mampu untuk berbagi", "mood", "untuk"),
        ("melanjutkan, stok beras masih cukup", "comma", "stok"),
        ("yakin stok akan cukup", "bare", "stok"),
    ],
)
def test_complement(text, marker, begins):
    view = view_of(text)
    found = complement(view, 0, len(view) - 1, lead_cue(view.lows[0])[1])
    assert found is not None
    assert (view.words[found[0]], found[1]) == (begins, marker)


@pytest.mark.parametrize(
    "text",
    [
        "mengatakan",
        "menyampaikan apresiasi kepada warga",
        "menekankan pentingnya peran warga agar sungai bersih",
        "mendorong penguatan peran kampus untuk desa",
        "menawarkan pinjaman untuk petani",
        "menyoroti stok yang kurang",
        "menyebut tentang stok",
    ],
)
def test_no_complement(text):
    view = view_of(text)
    assert complement(view, 0, len(view) - 1, lead_cue(view.lows[0])[1]) is None
