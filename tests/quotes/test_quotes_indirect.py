"""Reported clauses: verbs, *menurut*, cues between commas, nouns, two joined clauses."""

import pytest

from humas_nlp.quotes.candidates.coordination import coordinated
from humas_nlp.quotes.candidates.dispatch import reported, sentence_readers
from quote_views import view_of, words

NAMES = ("Bupati|Rini Asih", "Rini Asih", "Presiden|Dewi Anjani")


def found_in(text):
    view = view_of(text, *NAMES)
    return view, reported(view, frozenset())


@pytest.mark.parametrize(
    ("text", "construction", "content"),
    [
        ("Rini Asih mengatakan bahwa stok cukup.", "say.bahwa", "stok cukup"),
        ("Rini Asih mengatakan stok beras masih cukup.", "say.bare", "stok beras masih cukup"),
        ("Rini Asih menyampaikan, stok masih cukup.", "noun.comma", "stok masih cukup"),
        ("Rini Asih mengimbau warga agar menjaga sungai.", "urge.mood", "agar menjaga sungai"),
        ("Rini Asih yakin bahwa stok cukup.", "mind.bahwa", "stok cukup"),
        ("Rini Asih menyoroti bahwa stok belum cukup.", "that.bahwa", "stok belum cukup"),
        ("Menurut Rini Asih, stok beras masih cukup.", "menurut", "stok beras masih cukup"),
        ("Menurutnya, stok beras masih cukup.", "menurut.clitic", "stok beras masih cukup"),
        ("Stok beras masih cukup, menurut Rini Asih.", "menurut.trailing",
         "Stok beras masih cukup"),
        ("Stok beras masih cukup, menurutnya.", "menurut.clitic.trailing",
         "Stok beras masih cukup"),
        ("Bagi Rini Asih, stok harus dijaga.", "bagi", "stok harus dijaga"),
        ("Baginya, stok harus dijaga.", "menurut.clitic", "stok harus dijaga"),
        ("Berdasarkan keterangan Rini Asih, stok harus dijaga.", "menurut", "stok harus dijaga"),
        ("Lanjut Rini Asih, stok beras masih cukup.", "cue_first", "stok beras masih cukup"),
        ("Selain itu, kata Rini Asih, stok beras masih cukup.", "cue_medial.second",
         "stok beras masih cukup"),
        ("Stok beras masih cukup, kata Rini Asih.", "cue_last", "Stok beras masih cukup"),
        ("Harapannya, stok dapat dijaga.", "noun.clitic", "stok dapat dijaga"),
        ("Harapan Rini Asih agar stok dijaga.", "noun", "agar stok dijaga"),
        ("Itu sesuai arahan Presiden Dewi Anjani untuk menjaga stok.", "noun.instruction",
         "untuk menjaga stok"),
    ],
)  # fmt: skip
def test_construction(text, construction, content):
    view, found = found_in(text)
    (candidate,) = found.candidates
    assert candidate.construction == f"indirect.{construction}"
    assert words(view, (candidate.start, candidate.end)) == content


@pytest.mark.parametrize(
    "text",
    [
        "Rini Asih menyampaikan apresiasi kepada warga.",
        "Rini Asih tidak mengatakan stok beras masih cukup.",
        "Puji Rahayu menjaga stok beras.",
        "Berdasarkan data warga, stok harus dijaga.",
        "Warga menjaga stok bagi Rini Asih.",
        "Warga menjawab.",
        "Rini Asih yakin kepada warga agar menjaga stok.",
    ],
)
def test_no_quotes(text):
    assert found_in(text)[1].candidates == ()


def test_a_speaker_enters_though_nothing_is_reported():
    view, found = found_in("Rini Asih menyampaikan apresiasi kepada warga.")
    (entrance,) = found.entrances
    assert entrance.strong
    assert words(view, entrance.source[1:]) == "Rini Asih"


def test_a_taken_cue_reports_nothing_more():
    view = view_of("Rini Asih mengatakan bahwa stok cukup.", "Rini Asih")
    assert reported(view, frozenset({10})).candidates == ()


def test_a_second_verb_shortens_the_clause_before_it():
    view, found = found_in("Rini Asih mengajak warga menjaga sungai dan mengimbau agar hemat air.")
    first, second = found.candidates
    assert words(view, (first.start, first.end)) == "warga menjaga sungai"
    assert words(view, (second.start, second.end)) == "agar hemat air"
    assert not first.coordinated
    assert second.coordinated
    assert first.words == 3
    assert first.source == second.source


def test_a_clause_of_its_own_behind_a_comma():
    view, found = found_in(
        "Rini Asih mengatakan stok beras masih cukup, dan dia mengatakan warga harus hemat."
    )
    assert [words(view, (c.start, c.end)) for c in found.candidates] == [
        "stok beras masih cukup",
        "warga harus hemat",
    ]


def test_coordination_changes_nothing_that_it_is_given():
    view, found = found_in("Rini Asih mengatakan dia yakin bahwa stok beras masih cukup.")
    (outer,) = found.candidates
    earlier = (outer,)
    assert coordinated(view, earlier, outer) is earlier
    assert coordinated(view, (), outer) == earlier


def test_the_word_chooses_the_readers():
    names = [[r.__name__ for r in sentence_readers(w)] for w in ("menurut", "pesan", "beras")]
    assert names == [["according"], ["noun", "between_commas"], []]
