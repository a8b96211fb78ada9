"""Views of paragraphs: columns of tokens, sentences of the document, where and why they differ."""

from dataclasses import FrozenInstanceError

import pytest

from humas_nlp.language import sentences, tokenize
from humas_nlp.quotes.sentences.views import LONGEST, read_views
from quote_views import view_of, views_of

TEXT = "Bupati Rini Asih hadir. “Stok cukup. Warga tenang,” ujarnya.\nWarga pulang."


def shown(view):
    return [
        (view.text[view.starts[s.first] : view.ends[s.last]], s.changes) for s in view.sentences
    ]


def test_columns_are_of_one_length_and_hold_the_text():
    for view in views_of(TEXT, "Bupati|Rini Asih"):
        columns = (view.lows, view.starts, view.ends, view.inside, view.mention_of)
        assert {len(c) for c in (*columns, view.institution_of)} == {len(view)}
        for k, word in enumerate(view.words):
            assert view.text[view.starts[k] : view.ends[k]] == word
            assert view.lows[k] == word.lower()
            assert view.start <= view.starts[k] < view.ends[k] <= view.end


def test_tokens_know_marks_mentions_and_institutions():
    view = view_of("Kata Bupati Rini Asih, “Siap!” Dinas Sosial hadir.", "Bupati|Rini Asih",
                   bodies=["Dinas Sosial"])  # fmt: skip
    assert [w for w, inside in zip(view.words, view.inside, strict=True) if inside] == [
        "“", "Siap", "!", "”",
    ]  # fmt: skip
    assert [w for w, m in zip(view.words, view.mention_of, strict=True) if m] == [
        "Bupati", "Rini", "Asih",
    ]  # fmt: skip
    spans = {view.text[slice(*body)] for body in view.institution_of if body}
    assert spans == {"Dinas Sosial"}


def test_sentences_are_those_of_the_document():
    first, second = views_of(TEXT, "Bupati|Rini Asih")
    assert shown(first) == [
        ("Bupati Rini Asih hadir.", ()),
        ("“Stok cukup. Warga tenang,” ujarnya.", ()),
    ]
    assert shown(second) == [("Warga pulang.", ())]
    assert (second.number, second.earlier) == (1, 2)


def test_given_sentences_are_taken_as_they_are():
    (view,) = views_of("Warga datang lalu pulang.", sentences=[(0, 12), (13, 25)])
    assert shown(view) == [("Warga datang", ()), ("lalu pulang.", ())]


def test_a_mention_joins_sentences():
    text = "Rini Asih, SE. MM, mengatakan stok cukup."
    (view,) = read_views(
        text,
        [(0, len(text))],
        [type(m)(m.start, m.end, m.left, 17, 0, True) for m in view_of(text, "Rini Asih").mentions],
        [],
        sentences=[(0, 14), (15, len(text))],
    )
    assert shown(view) == [(text, ("mention",))]


def test_an_opening_mark_ends_a_sentence():
    text = "Rini hadir. “Stok cukup,” ujarnya."
    (view,) = views_of(text, sentences=[(0, len(text))])
    assert shown(view) == [
        ("Rini hadir.", ("mark",)),
        ("“Stok cukup,” ujarnya.", ("mark",)),
    ]


def test_a_paragraph_inside_a_sentence_cuts_it():
    text = "Jakarta: stok cukup hari ini."
    (view,) = read_views(text, [(9, len(text))], [], [])
    assert shown(view) == [("stok cukup hari ini.", ("paragraph",))]


def test_a_list_without_stops_is_cut():
    view = view_of("beras " * (2 * LONGEST + 5))
    assert [s.last - s.first + 1 for s in view.sentences] == [LONGEST, LONGEST, 5]
    assert all(s.changes == ("long",) for s in view.sentences)


def test_a_verb_that_lost_its_space_comes_apart():
    view = view_of("Ia menambahkanKementan siap, menambahkanlah pula.")
    assert view.words[1:3] == ("menambahkan", "Kementan")


def test_a_quotation_that_a_site_cut_is_one_paragraph():
    text = "“Stok beras kita cukup. || Warga tenang,” kata Rini."
    views = read_views(text, [(0, 23), (27, len(text))], [], [])
    assert [(v.start, v.end) for v in views] == [(0, len(text))]


def test_tokens_of_the_document_give_the_same_views():
    assert views_of(TEXT, tokens=tokenize(TEXT), sentences=sentences(TEXT)) == views_of(TEXT)


def test_every_token_stands_in_one_sentence():
    for view in views_of(TEXT + "\n…\n\n“\n!!! Ya. “Ya.” Tidak"):
        held = [k for s in view.sentences for k in range(s.first, s.last + 1)]
        assert held == list(range(len(view)))
        assert all(view.sentence_of(k).first <= k <= view.sentence_of(k).last for k in held)


def test_nothing_in_a_view_can_be_changed():
    view = view_of(TEXT.partition("\n")[0], "Rini Asih")
    with pytest.raises(FrozenInstanceError):
        view.words = ()
    hash(view)  # lists and sets would have none


def test_is_marked():
    view = view_of("Kata Rini, “stok cukup” saat ini.")
    assert view.is_marked(0, 14)
    assert not view.is_marked(0, 5)
    assert not view.is_marked(24, 30)
