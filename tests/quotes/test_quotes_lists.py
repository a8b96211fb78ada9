"""Lists and speech without marks behind a colon."""

from humas_nlp.quotes.candidates.lists import inline_items, is_item, next_item, opening_of
from quote_views import view_of, views_of, words

OPENING = "Bupati Rini Asih meminta:"
RINI = "Bupati|Rini Asih"


def test_items_in_the_same_paragraph():
    view = view_of(f"{OPENING} (1) stok beras dijaga; (2) harga pasar dipantau; dan", RINI)
    items = inline_items(view)
    assert [words(view, (i.start, i.end)) for i in items] == [
        "stok beras dijaga",
        "harga pasar dipantau",
    ]
    assert {words(view, i.cue) for i in items} == {"meminta"}
    assert {words(view, i.source[1:]) for i in items} == {"Bupati Rini Asih"}


def test_names_and_things_are_no_items():
    assert inline_items(view_of(f"{OPENING} 1. beras; 2. gula;", RINI)) == ()
    assert inline_items(view_of("Rini Asih meminta: stok dijaga.", "Rini Asih")) == ()
    assert inline_items(view_of("Isi: 1. stok beras dijaga; 2. harga dipantau")) == ()
    assert inline_items(view_of(f"{OPENING} 1. stok beras dijaga", RINI)) == ()


def test_items_in_paragraphs_of_their_own():
    text = f"{OPENING}\n1. Stok beras dijaga.\n2. Harga pasar dipantau.\nWarga pulang."
    first, second, third, last = views_of(text, RINI)
    opening = opening_of(first)
    assert words(first, opening.cue) == "meminta"
    assert [is_item(v) for v in (first, second, third, last)] == [False, True, True, False]
    item = next_item(second, opening)
    assert words(second, (item.start, item.end)) == "Stok beras dijaga"
    assert next_item(last, opening) is None


def test_speech_without_marks():
    text = "Rini Asih mengatakan:\nKami akan menjaga stok beras."
    first, second = views_of(text, "Rini Asih")
    found = next_item(second, opening_of(first))
    assert (found.construction, found.kind) == ("direct.colon_paragraph", "direct")


def test_a_paragraph_without_a_colon_opens_nothing():
    assert opening_of(view_of("Rini Asih mengatakan.", "Rini Asih")) is None
    assert opening_of(view_of("Isi surat:")) is None
