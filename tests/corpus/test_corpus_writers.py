import io
import json

import pandas as pd
import pytest
from sample_documents import document

from humas_nlp.corpus.analysis import Result
from humas_nlp.corpus.records import Record
from humas_nlp.corpus.tables import TABLES, to_frames
from humas_nlp.corpus.writers import (
    BATCH,
    check_output,
    csv_ready,
    open_writer,
    resolve_format,
)
from humas_nlp.document import Document
from humas_nlp.errors import DataError


def result(document, **keep):
    return Result(document, Record(document.id, document.text, keep=keep))


def write(output, form, *documents, **options):
    with open_writer(str(output), form, **options) as writer:
        for item in documents:
            writer.write(result(item))


@pytest.mark.parametrize(
    ("output", "name", "form"),
    [
        (None, None, "jsonl"),
        ("-", None, "jsonl"),
        ("hasil/", None, "parquet"),
        ("hasil", None, "parquet"),
        ("hasil/", "csv", "csv"),
        ("hasil/", "jsonl", "jsonl"),
        ("hasil.jsonl", None, "jsonl"),
        ("hasil.txt", "jsonl", "jsonl"),
    ],
)
def test_format(output, name, form):
    assert resolve_format(output, name) == form


@pytest.mark.parametrize(
    ("output", "name", "words"),
    [
        ("hasil/", "xml", "no format 'xml'. Formats: jsonl, csv, parquet"),
        ("hasil.txt", None, "names no format"),
        ("hasil.csv", None, "needs a folder"),
        ("hasil.parquet", None, "needs a folder"),
        ("-", "csv", "needs a folder, not standard output"),
        (None, "parquet", "needs a folder"),
    ],
)
def test_wrong_formats(output, name, words):
    with pytest.raises(DataError, match=words):
        resolve_format(output, name)


def test_outputs_that_hold_something_are_refused(tmp_path):
    full = tmp_path / "penuh.jsonl"
    full.write_text("{}")
    (tmp_path / "kosong.jsonl").touch()
    for output in (full, tmp_path):
        with pytest.raises(DataError, match="--overwrite"):
            check_output(str(output), overwrite=False)
        check_output(str(output), overwrite=True)
    check_output(str(tmp_path / "kosong.jsonl"), overwrite=False)
    check_output(None, overwrite=False)


def test_json_lines(tmp_path):
    path = tmp_path / "dalam" / "hasil.jsonl"
    odd = Document("b", "x", warnings=("a\u2028b\x85c",))
    write(path, "jsonl", document("a"), odd)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [Document.from_dict(json.loads(line)) for line in lines] == [document("a"), odd]
    assert "“" not in lines[1]
    assert "Bupati" in lines[0]


def test_json_lines_with_text_and_kept_fields_to_a_stream():
    stream = io.StringIO()
    with open_writer("-", "jsonl", text=True, stdout=stream) as writer:
        writer.write(result(document("a"), outlet="A"))
    data = json.loads(stream.getvalue())
    assert data["text"] == document().text
    assert data["input"] == {"outlet": "A"}


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_an_interrupted_run_leaves_the_old_files_alone(tmp_path, form):
    output = tmp_path / ("hasil.jsonl" if form == "jsonl" else "hasil")
    write(output, form, document("lama"))
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    with pytest.raises(KeyboardInterrupt), open_writer(str(output), form) as writer:
        for n in range(BATCH + 1):
            writer.write(result(document(f"baru{n}")))
        raise KeyboardInterrupt
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_no_document_still_gives_five_tables(tmp_path):
    write(tmp_path / "hasil", "csv")
    for name, columns in TABLES.items():
        assert list(pd.read_csv(tmp_path / "hasil" / f"{name}.csv").columns) == list(columns)


def test_csv(tmp_path):
    documents = [document(f"d{n}") for n in range(BATCH + 1)]
    write(tmp_path / "hasil", "csv", *documents)
    frame = pd.read_csv(tmp_path / "hasil" / "documents.csv")
    assert frame["doc_id"].tolist() == [item.id for item in documents]
    assert json.loads(frame["warnings"][0]) == ["aneh"]
    assert frame["title"][0] == "'=Rilis"
    assert frame["quotes"][0] == 2


@pytest.mark.parametrize("cell", ["=1+1", "+62", "-5", "@a", "\tx", "\rx"])
def test_formulas_in_csv_are_neutralised(cell):
    frame = to_frames([Document(cell)])["documents"]
    assert csv_ready("documents", frame)["doc_id"][0] == "'" + cell
    assert frame["doc_id"][0] == cell


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "berkas").write_text("x")
    with pytest.raises(DataError, match="Cannot write"):
        write(tmp_path / "berkas" / "hasil", "csv", document())
