"""Passives of reporting with an agent, with -nya, and without."""

import pytest

from humas_nlp.quotes.candidates.dispatch import reported
from quote_views import view_of, words

RINI = "Rini Asih"


@pytest.mark.parametrize(
    ("text", "construction", "content", "source"),
    [
        ("Dijelaskan Rini Asih, stok beras masih cukup.", "", "stok beras masih cukup", RINI),
        ("Diakuinya, stok beras masih cukup.", "", "stok beras masih cukup", ""),
        ("Dikatakan, stok beras masih cukup.", "", "stok beras masih cukup", ""),
        ("Hal itu juga dijelaskan oleh Rini Asih bahwa stok cukup.", ".bahwa", "stok cukup", RINI),
        ("Warga diimbau Rini Asih agar hemat air.", ".mood", "agar hemat air", RINI),
        ("Stok beras disebut Rini Asih masih cukup.", ".medial",
         "Stok beras disebut Rini Asih masih cukup", RINI),
        ("Stok beras kita masih cukup, seperti dikatakan Rini Asih.", ".trailing",
         "Stok beras kita masih cukup", RINI),
    ],
)  # fmt: skip
def test_construction(text, construction, content, source):
    view = view_of(text, RINI)
    found = reported(view, frozenset())
    (candidate,) = found.candidates
    assert candidate.construction == f"indirect.passive{construction}"
    assert words(view, (candidate.start, candidate.end)) == content
    assert words(view, candidate.source[1:]) == source
    assert candidate.cue_class == "passive"
    assert candidate.frames


@pytest.mark.parametrize(
    "text",
    [
        "Disebut, stok beras masih cukup.",
        "Setelah dibantah oleh Rini Asih, harga turun lagi.",
        "Surat utang yang dinyatakan Rini Asih telah hilang.",
        "Hal itu disampaikan Rini Asih saat meninjau gudang.",
        "Seperti yang dilansir Rini Asih, harga turun lagi.",
        "Hal itu dijelaskan Rini Asih bahwa",
    ],
)
def test_no_quotes(text):
    assert reported(view_of(text, RINI), frozenset()).candidates == ()


def test_the_agent_enters():
    view = view_of("Hal itu disampaikan Rini Asih saat meninjau gudang.", RINI)
    (entrance,) = reported(view, frozenset()).entrances
    assert entrance.strong
    assert entrance.position == 8
