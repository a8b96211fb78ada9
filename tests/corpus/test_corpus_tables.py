import pandas as pd
import pytest
from sample_documents import document

from humas_nlp.corpus.tables import CATEGORIES, DTYPES, TABLES, to_frames
from humas_nlp.document import Document

DTYPE_NAMES = DTYPES | {"category": "category"}


@pytest.mark.parametrize("documents", [[], [Document("kosong")], [document()]])
def test_columns_and_types_never_change(documents):
    frames = to_frames(documents)
    assert list(frames) == list(TABLES)
    for name, frame in frames.items():
        assert list(frame.columns) == list(TABLES[name])
        for column, kind in TABLES[name].items():
            dtype = frame[column].dtype
            assert dtype == DTYPE_NAMES[kind], (name, column)
            if closed := CATEGORIES.get((name, column)):
                assert tuple(dtype.categories) == closed


def test_rows():
    frames = to_frames(
        (d for d in [document(), Document("kosong")]), inputs=[{"outlet": "Á"}, None]
    )
    documents = frames["documents"].set_index("doc_id")
    assert documents.loc["d1", ["people", "quotes", "entities", "sentences"]].tolist() == [
        1,
        2,
        2,
        2,
    ]
    assert documents.loc["d1", "theme"] == "bencana"
    assert documents.loc["d1", "input"] == '{"outlet":"Á"}'
    assert documents.loc["d1", "warnings"] == ["aneh"]
    assert documents.loc["kosong", ["theme", "input", "title"]].isna().all()
    person = frames["people"].iloc[0]
    assert (person["person_id"], person["mentions"], person["quotes"]) == ("P1", 2, 1)
    assert person["forms"] == ["Tirta Wening"]
    first, second = (row for _, row in frames["quotes"].iterrows())
    assert first["cue_lemma"] == "ujar"
    assert first["speaker"] == "Tirta Wening"
    assert second[["cue", "source_start", "speaker_type", "person_id"]].isna().all()
    assert first[["stance", "medium", "venue", "date", "date_text"]].tolist() == [
        *("neutral", "speech", "Jakarta", "2024-01-08", "Senin"),
    ]
    assert (first["venue_start"], first["venue_end"]) == (0, 7)
    assert first["date_end"] - first["date_start"] == len("Senin")
    assert second[["stance", "addressee", "medium", "venue", "date", "date_start"]].isna().all()
    assert pd.isna(first["addressee"])
    assert frames["entities"]["value"].tolist() == ['"Jakarta"', '{"amount":1.5,"currency":"IDR"}']
    assert frames["themes"]["rank"].tolist() == [1, 2]


def test_keys_join_quotes_to_people():
    frames = to_frames([document("a"), document("b")])
    joined = frames["quotes"].merge(frames["people"], on=["doc_id", "person_id"], how="inner")
    assert len(joined) == 2
    for name, key in (("people", "person_id"), ("quotes", "quote_id"), ("entities", "entity_id")):
        assert not frames[name].duplicated(["doc_id", key]).any()


def test_frames_can_be_put_together():
    whole = to_frames([document("a"), document("b")])["entities"]
    parts = pd.concat([to_frames([document(i)])["entities"] for i in "ab"], ignore_index=True)
    pd.testing.assert_frame_equal(whole, parts)
