"""Segments in quotation marks, those with one mark too."""

from itertools import pairwise

import pytest

from humas_nlp.quotes.sentences.marks import segments, whole_paragraphs


def contents(text):
    return [(text[s.start : s.end], s.closed) for s in segments(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Stok cukup,” kata Rini.", [("Stok cukup", True)]),
        ('"Stok cukup," kata Rini, "untuk tahun ini."',
         [("Stok cukup", True), ("untuk tahun ini.", True)]),
        ("&ldquo;Stok cukup,&rdquo; kata Rini.", [("Stok cukup", True)]),
        ("“Program ‘Beras Kita’ jalan,” kata Rini.", [("Program ‘Beras Kita’ jalan", True)]),
        ("“Stok beras kita cukup, ujar Rini.", [("Stok beras kita cukup", False)]),
        ("“Stok beras kita cukup sampai Mei", [("Stok beras kita cukup sampai Mei", False)]),
        ("Rini hadir. Stok beras kita cukup,” ujarnya.", [("Stok beras kita cukup", False)]),
        ("Warga hadir. Stok beras kita cukup,” ujarnya.",
         [("Warga hadir. Stok beras kita cukup", False)]),
        ("Rini menjelaskan isi gudang. Stok beras kita cukup,” ujarnya.",
         [("Stok beras kita cukup", False)]),
        ("Tanpa tanda kutip.", []),
        ("“”", []),
        ("Tinggi 5\" saja.", []),
    ],
)  # fmt: skip
def test_segments(text, found):
    assert contents(text) == found


def test_offsets_are_those_of_the_whole_text():
    text = "Judul\n“Stok cukup,” kata Rini."
    (segment,) = segments(text, 6, len(text))
    assert text[segment.outer_start : segment.outer_end] == "“Stok cukup,”"
    assert text[segment.start : segment.end] == "Stok cukup"


def test_segments_come_in_order_and_apart():
    text = "“a b c d” “e f, ujar X. “g h i j” k” l ‘m’ “n o p q r"
    found = segments(text, 0, len(text))
    assert found == sorted(found)
    assert all(a.outer_end <= b.outer_start for a, b in pairwise(found))


def test_only_open_quotations_are_joined():
    text = "“Stok cukup,” kata Rini. || Warga tenang."
    assert whole_paragraphs(text, [(0, 24), (28, 41)]) == [(0, 24), (28, 41)]
