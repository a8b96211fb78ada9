"""Quotes in marks: one test a construction, and what is none."""

import pytest

from humas_nlp.quotes.candidates.dispatch import marked_quotes, marked_readers
from humas_nlp.quotes.sentences.cues import lexicon
from quote_views import view_of, words

NAMES = ("Bupati|Rini Asih", "Rini Asih", "Rini")


@pytest.mark.parametrize(
    ("text", "construction", "cue", "source"),
    [
        ("“Stok cukup,” kata Bupati Rini Asih.", "cue_after.name", "kata", "Bupati Rini Asih"),
        ("“Stok cukup,” ujarnya.", "cue_after.clitic", "ujarnya", ""),
        ("“Stok cukup,” ungkap jelasnya.", "cue_after.clitic", "ungkap", ""),
        ("“Stok cukup,” Rini Asih menjelaskan.", "cue_after.clause", "menjelaskan", "Rini Asih"),
        ("“Stok cukup,” dikatakan Rini Asih.", "cue_after.passive", "dikatakan", "Rini Asih"),
        ("“Stok cukup,” dikatakannya.", "cue_after.passive", "dikatakannya", ""),
        ("“Stok cukup,” demikian disampaikan Rini Asih.", "cue_after.demikian", "disampaikan",
         "Rini Asih"),
        ("“Stok cukup,” demikian ujar Rini Asih.", "cue_after.name", "ujar", "Rini Asih"),
        ("Rini Asih mengatakan, “Stok cukup.”", "cue_before.verb", "mengatakan", "Rini Asih"),
        ("Ujarnya: “Stok cukup.”", "cue_before.root", "Ujarnya", ""),
        ("Rini Asih: “Stok beras kita cukup.”", "label", "", "Rini Asih"),
        ("Dia: “Stok beras kita cukup.”", "label", "", "Dia"),
        ("Ini isinya: “Stok beras kita cukup.”", "colon", "", ""),
        ("“Stok beras kita cukup sampai panen.”", "floating", "", ""),
    ],
)  # fmt: skip
def test_construction(text, construction, cue, source):
    view = view_of(text, *NAMES)
    (found,) = marked_quotes(view)
    assert found.construction == f"direct.{construction}"
    assert (words(view, found.cue) if found.cue else "") == cue
    assert words(view, found.source[1:]) == source
    assert found.kind == "direct"
    assert words(view, (found.start, found.end)).startswith("Stok")


def test_two_halves_of_a_sentence():
    view = view_of("“Stok cukup,” kata Rini, “sampai akhir tahun.”", "Rini")
    first, second = marked_quotes(view)
    assert (first.construction, second.construction) == ("direct.cue_after.name", "direct.split")


@pytest.mark.parametrize(
    "text",
    [
        "Webinar bertema “Pangan untuk Semua Warga” digelar.",
        "Program “Beras Kita” berjalan.",
        "Kata “cukup” dipakai.",
        "“Gerakan Pangan Murah Untuk Semua” digelar di alun-alun.",
        "Tanpa tanda kutip.",
    ],
)
def test_no_quotes(text):
    assert marked_quotes(view_of(text)) == ()


@pytest.mark.parametrize("root", sorted(lexicon().roots - {"serunya"}))
def test_all_postposed_roots_are_read_alike(root):
    for cue, source in ((f"{root} Rini Asih", "phrase"), (f"{root}nya", "clitic")):
        view = view_of(f"“Stok beras cukup,” {cue}.", "Rini Asih")
        (found,) = marked_quotes(view)
        assert found.source.form == source
        assert found.cue_position == "after"
        assert found.cue_class == ("clitic" if source == "clitic" else found.cue_class)


def test_a_common_root_needs_the_closing_mark():
    view = view_of("“Stok beras kita cukup sampai panen, pikir Rini Asih.", "Rini Asih")
    assert [c.construction for c in marked_quotes(view)] == ["direct.floating"]


def test_the_words_of_a_cue_choose_the_readers():
    assert [r.__name__ for r in marked_readers("behind_mark", "kata")] == [
        "postposed", "clause_behind",
    ]  # fmt: skip
    assert [r.__name__ for r in marked_readers("before_mark", "mengatakan")] == ["preposed_verb"]
    assert marked_readers("before_mark", "beras") == ()
