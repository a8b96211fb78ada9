import gc

import pandas as pd
import pytest

import humas_nlp
import humas_nlp.pandas

TEXT = "Kendal, Diskominfo – Bupati Kendal, Sri Hartati, mengatakan bahwa pasar dibuka Senin."


@pytest.fixture
def frame():
    return pd.DataFrame(
        {"isi": [TEXT, "", None, "Kata dinas."], "kode": ["a", "b", "c", "d"], "judul": "Judul"},
        index=pd.Index([10, 20, 20, 40], name="nomor"),
    )


def test_one_row_a_row(frame):
    found = frame.humas.analyze(text="isi")
    assert found.index.equals(frame.index)
    assert found["quotes"].tolist() == [1, 0, 0, 0]
    assert found["place"].iloc[0] == "Kendal"
    assert found["doc_id"].tolist() == ["10", "20", "20", "40"]
    assert found["warnings"].tolist()[1:3] == [["The text is empty."], ["The row has no text."]]
    joined = frame.join(found[["theme"]].iloc[[0]])
    assert joined["theme"].notna().sum() == 1


def test_tables_have_the_index_of_the_frame(frame):
    frame.humas.analyze(text="isi", id="kode", title="judul")
    quotes = frame.humas.quotes()
    assert quotes.index.tolist() == [10]
    assert quotes["doc_id"].tolist() == ["a"]
    assert quotes["speaker"].tolist() == ["Sri Hartati"]
    assert frame.humas.people()["name"].tolist() == ["Sri Hartati"]
    assert set(frame.humas.themes()["doc_id"]) >= {"a", "d"}
    assert frame.humas.entities().index.name == "nomor"
    assert frame.humas.analyze(text="isi", title="judul")["title"].iloc[3] == "Judul"


def test_the_same_as_the_function(frame):
    wanted = humas_nlp.to_frames([humas_nlp.analyze(TEXT, id="10")])["quotes"]
    found = frame.head(1).humas.quotes(text="isi").reset_index(drop=True)
    pd.testing.assert_frame_equal(found, wanted)


def test_the_analysis_is_done_once_and_again_after_a_change(frame, monkeypatch):
    calls = []
    load = humas_nlp.pandas.engine_of_process

    def counted(model, themes):
        calls.append(model)
        return load(model, themes)

    monkeypatch.setattr("humas_nlp.pandas.engine_of_process", counted)
    frame.humas.analyze(text="isi")
    frame.humas.quotes()
    frame.humas.people()
    frame.humas.analyze(text="isi")
    assert len(calls) == 1
    frame.iloc[3, 0] = TEXT
    assert len(frame.humas.quotes()) == 2
    assert len(calls) == 2


def test_a_result_is_a_copy(frame):
    quotes = frame.humas.quotes(text="isi")
    quotes["text"] = "diubah"
    assert "diubah" not in set(frame.humas.quotes()["text"])


def test_nothing_is_remembered_of_a_frame_that_is_gone(frame):
    before = len(humas_nlp.pandas._memories)
    other = frame.copy()
    other.humas.analyze(text="isi")
    assert len(humas_nlp.pandas._memories) == before + 1
    del other
    gc.collect()
    assert len(humas_nlp.pandas._memories) == before


def test_several_index_levels_and_no_rows():
    index = pd.MultiIndex.from_tuples([("a", 1), ("b", 2)])
    frame = pd.DataFrame({"text": [TEXT, TEXT]}, index=index)
    assert frame.humas.quotes().index.equals(index)
    assert frame.head(0).humas.analyze().empty


def test_wrong_columns(frame):
    with pytest.raises(humas_nlp.DataError, match=r"no column 'text'. Columns: 'isi', 'kode'"):
        frame.humas.quotes()
    with pytest.raises(humas_nlp.DataError, match="no column 'x'"):
        frame.humas.analyze(text="isi", id="x")
    with pytest.raises(humas_nlp.DataError, match="Row 1: the column 'n' holds a number"):
        pd.DataFrame({"n": ["teks", 5]}).humas.analyze(text="n")
