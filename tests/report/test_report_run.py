"""A run is read back as it was written."""

import json

import pytest
from invented_corpus import corpus

from humas_nlp.corpus import run
from humas_nlp.corpus.tables import to_frames
from humas_nlp.document import Cue, DateSpan, Entity, Span
from humas_nlp.errors import DataError
from humas_nlp.report.run import from_frames, read_entries, with_texts


def test_json_lines_with_text_and_kept_fields(tmp_path):
    entries = corpus()
    rows = [entry.document.to_dict(text=True) | {"input": entry.kept} for entry in entries]
    path = tmp_path / "documents.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows) + "\n", "utf-8")
    for place in (path, tmp_path):
        found = list(read_entries(place))
        assert found == entries
        assert found[0].document.text == entries[0].document.text


def test_tables_give_the_documents_without_text():
    entries = corpus()
    frames = to_frames([e.document for e in entries], inputs=[e.kept for e in entries])
    found = list(from_frames(frames))
    assert [each.kept for each in found] == [each.kept for each in entries]
    for after, before in zip(found, entries, strict=True):
        before, after = before.document, after.document
        assert after.meta == before.meta
        assert [t.code for t in after.themes] == [t.code for t in before.themes]
        for quote, original in zip(after.quotes, before.quotes, strict=True):
            assert quote.confidence == pytest.approx(original.confidence)
            assert (quote.cue, quote.source, quote.speaker) == (
                original.cue,
                original.source,
                original.speaker,
            )


def test_values_of_entities_come_back(document):
    from dataclasses import replace

    value = {"amount": 2, "unit": "km"}
    changed = replace(document, entities=(Entity(0, 3, "Suk", "QUANTITY", value),))
    (found,) = from_frames(to_frames([changed]))
    assert found.document.entities == changed.entities


def test_circumstances_come_back(document):
    from dataclasses import replace

    first = replace(
        document.quotes[0],
        cue=Cue(2, 6, "kata", "kata", "neutral"),
        addressee=Span(7, 13, "kepada"),
        medium="interview",
        venue=Span(14, 22, "di Blora"),
        date=DateSpan(24, 29, "Senin", None),
    )
    changed = replace(document, quotes=(first,))
    frames = to_frames([changed])
    (found,) = from_frames(frames)
    read = found.document.quotes[0]
    assert (read.cue, read.addressee, read.medium, read.venue, read.date) == (
        *(first.cue, first.addressee, first.medium, first.venue, first.date),
    )
    new = [c for c in frames["quotes"] if c.startswith(("addressee", "venue", "date"))]
    frames["quotes"] = frames["quotes"].drop(columns=[*new, "medium", "stance"])
    (older,) = from_frames(frames)  # tables of a version that did not tell
    read = older.document.quotes[0]
    assert (read.addressee, read.medium, read.venue, read.date) == (None,) * 4
    assert read.cue.stance is None


def test_folder_of_a_run(tmp_path):
    rows = [{"id": id, "text": f"“Siap,” ujar Bupati Kendal, Sri Hartati. {id}"} for id in "ab"]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    run(tmp_path / "in.jsonl", tmp_path / "hasil", model="rules")
    found = [e.document for e in read_entries(tmp_path / "hasil")]
    assert [document.id for document in found] == ["a", "b"]
    assert [q.speaker.name for document in found for q in document.quotes] == ["Sri Hartati"] * 2


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("run.jsonl", "{\n", "line 1 is no document"),
        ("run.jsonl", '{"id": "x"}\n', "KeyError"),
        ("run.jsonl", "[]\n", "line 1 is no document"),
        ("other.txt", None, "There is no run"),
        ("folder/", None, "holds no run"),
    ],
)
def test_what_is_no_run_is_named(tmp_path, name, content, words):
    path = tmp_path / name
    if name.endswith("/"):
        path.mkdir()
    elif content is not None:
        path.write_text(content)
    with pytest.raises(DataError, match=words):
        list(read_entries(path))


def test_texts_that_a_run_did_not_keep():
    entries = corpus()
    bare = list(from_frames(to_frames([e.document for e in entries])))
    texts = {e.document.id: e.document.text for e in entries[:2]}
    found = list(with_texts(bare, texts))
    assert [each.document.text for each in found[:2]] == list(texts.values())
    assert [each.document.text for each in found[2:]] == [""] * 4
    assert list(with_texts(entries, {"a": "lain"})) == entries  # a text of its own stays


def test_texts_of_another_run_are_refused():
    bare = list(from_frames(to_frames([corpus()[0].document])))
    with pytest.raises(DataError, match="'a' is not the one that was analysed"):
        list(with_texts(bare, {"a": "Naskah yang lain sama sekali."}))
