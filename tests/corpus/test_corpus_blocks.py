from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import humas_nlp
from humas_nlp.corpus.analysis import analyze_records
from humas_nlp.corpus.blocks import analyze_blocks, cut_blocks
from humas_nlp.corpus.records import Record
from humas_nlp.document import Document

RELEASE = (
    "Bupati Kendal, Sri Hartati, membuka pasar rakyat di Kecamatan Weleri pada Senin.\n"
    "“Semua lapak sudah terisi,” ujarnya kepada para pedagang di Aula Weleri, Senin (3/5/2024).\n"
    "Kepala Dinas Perdagangan Kendal, Tirta Wening, mengatakan bahwa pasar dibuka setiap hari.\n"
)


@given(
    st.text(st.sampled_from("ab \n"), max_size=200),
    st.integers(1, 50),
    st.integers(0, 30),
)
def test_blocks_cover_the_text_once(text, size, context):
    blocks = cut_blocks(text, size, context)
    assert blocks[0].start == 0
    assert blocks[-1].end == len(text)
    assert all(a.end == b.start for a, b in pairwise(blocks))
    for block in blocks:
        assert 0 <= block.first <= block.start <= block.end <= block.last <= len(text)
        assert block.end - block.start <= size
        assert block.start - block.first <= context
        assert block.last - block.end <= context


def test_lines_are_cut_only_where_they_must():
    assert [b.end for b in cut_blocks("aa\nbb\ncc", 6, 0)] == [6, 8]
    assert [b.end for b in cut_blocks("a" * 5 + " " + "b" * 5, 7, 0)] == [6, 11]
    assert [b.end for b in cut_blocks("a" * 10, 4, 0)] == [4, 8, 10]


def test_many_blocks_find_what_one_finds():
    text = RELEASE * 30
    whole = humas_nlp.analyze(text)
    parts = analyze_blocks(text, humas_nlp.analyze, size=1200, context=600)
    assert [(q.start, q.end, q.text) for q in parts.quotes] == [
        (q.start, q.end, q.text) for q in whole.quotes
    ]
    assert [q.speaker.name for q in parts.quotes] == [q.speaker.name for q in whole.quotes]
    assert [(q.cue, q.addressee, q.venue, q.date) for q in parts.quotes] == [
        (q.cue, q.addressee, q.venue, q.date) for q in whole.quotes
    ]
    assert parts.quotes[0].venue.text == "di Aula Weleri"
    assert [p.name for p in parts.people] == [p.name for p in whole.people]
    assert parts.entities == whole.entities
    assert parts.sentences == whole.sentences
    assert [q.id for q in parts.quotes] == [f"Q{n}" for n in range(1, len(parts.quotes) + 1)]
    known = {person.id for person in parts.people}
    assert {q.speaker.person for q in parts.quotes} <= known
    assert "blocks of paragraphs" in parts.warnings[-1]


PIECES = st.sampled_from(
    ["“", "”", ",", ".", "\n", " ", "kata ", "ujarnya ", "Bupati Sri Hartati ", "bahwa ", "ia ",
     "mengatakan ", "menurut ", "Dr. ", "harga naik ", "🙂", "Senin (3/5/2024) ", "Rp5 juta "]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=80).map("".join), st.integers(5, 60))
@example("kata ujarnya menurut ,ujarnya Bupati Sri Hartati kata “", 34)
def test_offsets_of_any_text_slice_back(text, size):
    document = analyze_blocks(text, humas_nlp.analyze, size=size, context=size // 2)
    spans = [
        *document.quotes,
        *document.entities,
        *(m for p in document.people for m in p.mentions),
        *(s for q in document.quotes for s in (q.cue, q.source, q.addressee, q.venue, q.date) if s),
    ]
    for span in spans:
        assert span.text == text[span.start : span.end] != ""
    starts = [(q.start, q.end) for q in document.quotes]
    assert starts == sorted(starts)
    assert document == Document.from_dict(document.to_dict())


def test_a_run_uses_blocks_for_long_texts_only():
    calls = []

    def analyze_many(texts, *, ids=None, titles=None, nlp=None):
        for text, id in zip(texts, ids, strict=True):
            calls.append(len(text))
            yield Document(id, text)

    items = [Record("a", "x" * 50), Record("b", "kata\n" * 100), Record("c", "y")]
    found = list(analyze_records(items, analyze_many, block=200))
    assert [item.document.id for item in found] == ["a", "b", "c"]
    assert found[1].document.text == "kata\n" * 100
    assert calls[:2] == [50, 1]
    assert len(calls) > 4


@pytest.mark.parametrize("text", ["", "a", "\n"])
def test_short_texts_are_one_block(text):
    assert len(cut_blocks(text)) == 1
