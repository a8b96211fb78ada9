"""Header data and blocks of written cases."""

import pytest

from case_files import load
from humas_nlp.release import read_release


@pytest.mark.parametrize("case", load("release_header"))
def test_header(case):
    meta = read_release(case["text"]).meta.to_dict()
    assert {key: meta[key] for key in case["want"]} == case["want"]


@pytest.mark.parametrize("case", load("release_blocks"))
def test_blocks(case):
    text = case["text"]
    blocks = [[block.kind, text[block.start : block.end]] for block in read_release(text).blocks]
    assert blocks == case["blocks"]


def test_paragraphs_leave_out_the_dateline():
    text = "Jakarta, Kemenpantai – Menteri menanam bakau.\n(gas/rds)"
    release = read_release(text)
    assert [text[a:b] for a, b in release.paragraphs()] == ["Menteri menanam bakau."]
    assert text[slice(*release.dateline)] == "Jakarta, Kemenpantai – "


def test_links_never_reach_the_paragraphs():
    text = (
        "Warga senang.\nBaca juga: Menteri Rara Melati Tanam Bakau\nTonton juga Video: Uly Menanam"
    )
    body = " ".join(text[a:b] for a, b in read_release(text).paragraphs())
    assert body == "Warga senang."
