"""What holds for every text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humas_nlp.document import Release
from humas_nlp.release import find_dates, read_release

PARTS = [
    "Jakarta",
    "KOMPAS.com",
    " - ",
    "-",
    "–",
    ", ",
    "\n",
    "\n\n",
    "||",
    ". ",
    '"',
    "“",
    "”",
    "(",
    ")",
    "[",
    "]",
    "Baca juga: ",
    "Baca Juga",
    "SCROLL TO CONTINUE WITH CONTENT",
    "[Gambas:Video CNN]",
    "Penulis: ",
    "Editor: ",
    "(gas/rds)",
    "Humas",
    "#Bakau",
    "Sumber : ",
    "Kamis, 23 Nov 2023 14:05 WIB",
    "(23/11)",
    "30 November 2023",
    "Warga menanam bakau di pantai utara.",
    "Simak juga video ",
    "<object></object>",
    "Tim Diskominfo",
    "&nbsp;",
    "\t",
    "\xa0",
    "\x00",
    "\r\n",
    "Dilihat 611 kali",
    "null",
    "---",
    "(ANTARA) - ",
    "Laporan Wartawan Pos, Uly",
]
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PARTS), max_size=25).map("".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_blocks_cover_every_visible_character_once(text):
    release = read_release(text)
    owners = [0] * len(text)
    last = 0
    for block in release.blocks:
        assert last <= block.start < block.end <= len(text)
        last = block.end
        for index in range(block.start, block.end):
            owners[index] += 1
    assert all(n == 1 or char.isspace() for n, char in zip(owners, text, strict=True))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_result_is_plain_stable_data(text):
    release = read_release(text)
    assert Release.from_dict(release.to_dict()) == release == read_release(text)
    if release.dateline:
        start, end = release.dateline
        assert 0 <= start < end <= len(text)
    for value in release.meta.to_dict().values():
        assert value is None or value.strip()


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_dates_slice_back(text):
    last = 0
    for found in find_dates(text, 2023):
        assert last <= found.start < found.end
        assert text[found.start : found.end] == found.text
        last = found.end


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "x. ",
        "(",
        "Baca juga: A ",
        "Editor: A",
        "Simak juga video ",
        "1/2/",
        "Humas\n",
        "“",
        "a.b",
        "Jakarta, ",
    ],
)
def test_long_text_takes_linear_time(piece):
    # half a million code points: a quadratic rule would take minutes
    text = piece * (500_000 // len(piece))
    assert read_release(text).blocks


@pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "(", "Penulis:", "Baca juga:"])
def test_odd_text(text):
    read_release(text)


def test_given_offsets_do_not_move():
    plain = "Warga menanam bakau.\n(Penulis: Uly)"
    padded = "\n\n  " + plain
    shift = [(b.start - 4, b.end - 4, b.kind) for b in read_release(padded).blocks]
    assert shift == [(b.start, b.end, b.kind) for b in read_release(plain).blocks]
