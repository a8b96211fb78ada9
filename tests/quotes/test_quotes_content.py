"""Where a reported clause begins and ends."""

import pytest

from humas_nlp.quotes.sentences.content import content_end, skip_aside, trimmed_end
from quote_views import view_of


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("stok beras masih cukup.", "stok beras masih cukup"),
        ("stok beras masih cukup, kata Rini.", "stok beras masih cukup"),
        ("stok beras masih cukup, ujarnya.", "stok beras masih cukup"),
        ("stok beras masih cukup, menurut Rini.", "stok beras masih cukup"),
        ("stok beras masih cukup, kata Rini, sampai panen.",
         "stok beras masih cukup, kata Rini, sampai panen"),
        ("stok beras masih cukup, seraya menunjuk gudang.", "stok beras masih cukup"),
        ("stok beras masih cukup di hadapan para wartawan.", "stok beras masih cukup"),
        ("stok beras ada di depan rumah.", "stok beras ada di depan rumah"),
    ],
)  # fmt: skip
def test_content_end(text, content):
    view = view_of(text)
    assert text[: content_end(view, 0, len(view) - 1, -1)] == content


def test_trimmed_end():
    view = view_of("cukup … – ,;")
    assert trimmed_end(view, 0, view.end) == 5
    assert trimmed_end(view, 6, view.end) == 6


def test_skip_aside():
    view = view_of("kata Rini, Bupati Blora, stok beras masih cukup", "Bupati|Blora")
    assert view.words[skip_aside(view, 2, len(view) - 1)] == "stok"
    view = view_of("kata Rini kemarin, stok beras masih cukup")
    assert view.words[skip_aside(view, 2, len(view) - 1)] == "stok"
    view = view_of("kata Rini stok beras masih cukup")
    assert view.words[skip_aside(view, 2, len(view) - 1)] == "stok"
