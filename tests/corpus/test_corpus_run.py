import json

import pandas as pd
import pyarrow.parquet as pq
import pytest
from run_helpers import load_fake, load_never, shard_bytes, write_rows
from sample_documents import document

import humas_nlp
from humas_nlp.corpus.run_folder import RunFolder
from humas_nlp.corpus.run_into_folder import Listener, RunJob
from humas_nlp.corpus.run_options import RunOptions
from humas_nlp.corpus.tables import TABLES, arrow_schema, to_frames
from humas_nlp.errors import DataError
from humas_nlp.themes import ThemeClassifier, save


class Heard(Listener):
    def __init__(self):
        self.items = self.bytes = 0
        self.failures = []

    def done(self, items):
        self.items += items

    def bytes_read(self, count):
        self.bytes += count

    def failed(self, failure):
        self.failures.append(str(failure))


def run(path, output, *, listener=None, load=load_fake, **options):
    options = {"shard_size": 10} | options
    job = RunJob((str(path),), RunFolder(output), RunOptions(**options), load)
    return job.run(listener or Listener())


def test_tables_by_shard_in_input_order(tmp_path):
    path, heard = write_rows(tmp_path / "a.jsonl", 25), Heard()
    summary = run(path, tmp_path / "hasil", listener=heard)
    assert (summary.documents, summary.failed, summary.resumed) == (25, 0, 0)
    assert (heard.items, heard.bytes) == (25, path.stat().st_size)
    for name in TABLES:
        files = sorted((tmp_path / "hasil" / f"{name}.parquet").iterdir())
        assert [file.name for file in files] == [f"shard-{n:06d}.parquet" for n in range(3)]
        assert pq.read_schema(files[0]).equals(arrow_schema(name), check_metadata=False)
    read = humas_nlp.read_run(tmp_path / "hasil")
    assert read.documents["doc_id"].tolist() == [f"d{n}" for n in range(25)]
    assert not list(tmp_path.rglob("*.part"))


def test_a_run_is_read_back_as_frames(tmp_path):
    path = write_rows(tmp_path / "a.jsonl", 12)
    run(path, tmp_path / "hasil")
    back = humas_nlp.read_run(tmp_path / "hasil")
    wanted = to_frames([document(f"d{n}") for n in range(12)])
    for name, frame in wanted.items():
        pd.testing.assert_frame_equal(back.frame(name), frame)
    assert back.complete
    assert back.manifest["rows"]["quotes"] == 24
    assert "complete" in repr(back)
    with pytest.raises(DataError, match="no table 'kutipan'"):
        back.arrow("kutipan")


@pytest.mark.parametrize("engine", ["pandas", "duckdb", "polars"])
def test_other_tools_read_the_tables_without_us(tmp_path, engine):
    tool = pytest.importorskip(engine)
    run(write_rows(tmp_path / "a.jsonl", 12), tmp_path / "hasil")
    place = str(tmp_path / "hasil" / "quotes.parquet")
    if engine == "pandas":
        assert len(tool.read_parquet(place)) == 24
    elif engine == "duckdb":
        assert tool.sql(f"select count(*) from '{place}/*.parquet'").fetchall() == [(24,)]
    else:
        assert tool.read_parquet(f"{place}/*.parquet").height == 24


def test_the_manifest_tells_what_was_done(tmp_path):
    run(write_rows(tmp_path / "a.jsonl", 12), tmp_path / "hasil")
    manifest = json.loads((tmp_path / "hasil" / "manifest.json").read_text("utf-8"))
    assert (manifest["status"], manifest["documents"], manifest["shards"]) == ("complete", 12, 2)
    assert manifest["configuration"]["versions"]["spacy"]
    assert len(manifest["configuration_sha256"]) == len(manifest["input_sha256"]) == 64
    assert manifest["sessions"][0]["reading"]["text"] == "text"
    (tmp_path / "b.jsonl").write_bytes((tmp_path / "a.jsonl").read_bytes())
    run(tmp_path / "b.jsonl", tmp_path / "lain")
    other = json.loads((tmp_path / "lain" / "manifest.json").read_text("utf-8"))
    assert other["input_sha256"] == manifest["input_sha256"]
    write_rows(tmp_path / "b.jsonl", 12, {3: "lain"})
    run(tmp_path / "b.jsonl", tmp_path / "lain", overwrite=True)
    other = json.loads((tmp_path / "lain" / "manifest.json").read_text("utf-8"))
    assert other["input_sha256"] != manifest["input_sha256"]


def test_failures_go_to_errors_jsonl_with_id_and_reason(tmp_path):
    path, heard = write_rows(tmp_path / "a.jsonl", 25, {3: "GAGAL", 14: "GAGAL"}), Heard()
    with path.open("a", encoding="utf-8") as stream:
        stream.write("rusak\n")
    summary = run(path, tmp_path / "hasil", listener=heard)
    assert (summary.documents, summary.failed) == (23, 3)
    rows = [json.loads(line) for line in (tmp_path / "hasil/errors.jsonl").open(encoding="utf-8")]
    assert [(row["id"], row["line"]) for row in rows] == [("d3", 4), ("d14", 15), (None, 26)]
    assert "sengaja" in rows[0]["reason"]
    assert len(heard.failures) == 3
    assert humas_nlp.read_run(tmp_path / "hasil").errors["id"].tolist()[:2] == ["d3", "d14"]


def test_two_workers_give_the_very_same_files(tmp_path):
    path = write_rows(tmp_path / "a.jsonl", 45, {7: "GAGAL"})
    run(path, tmp_path / "satu")
    heard = Heard()
    run(path, tmp_path / "dua", workers=2, listener=heard)
    assert shard_bytes(tmp_path / "satu") == shard_bytes(tmp_path / "dua")
    assert heard.items == 45
    errors = [(tmp_path / name / "errors.jsonl").read_bytes() for name in ("satu", "dua")]
    assert errors[0] == errors[1] != b""


def test_a_document_that_kills_its_worker_costs_only_itself(tmp_path):
    path, heard = write_rows(tmp_path / "a.jsonl", 30, {4: "MATI", 17: "MATI", 18: "MATI"}), Heard()
    summary = run(path, tmp_path / "hasil", workers=2, listener=heard)
    assert (summary.documents, summary.failed) == (27, 3)
    assert heard.items == 30
    errors = humas_nlp.read_run(tmp_path / "hasil").errors
    assert errors["id"].tolist() == ["d4", "d17", "d18"]
    assert errors["reason"].str.contains("worker process died").all()
    assert errors["reason"].str.contains("SIGKILL").all()


def test_a_pipeline_that_is_not_there_is_said_once(tmp_path):
    path = write_rows(tmp_path / "a.jsonl", 3)
    options = RunOptions(model="tidak-ada", workers=2)
    job = RunJob((str(path),), RunFolder(tmp_path / "hasil"), options)
    with pytest.raises(humas_nlp.ModelNotFoundError, match="tidak-ada"):
        job.run(Listener())


def test_resume_of_a_finished_run_analyses_nothing(tmp_path):
    path = write_rows(tmp_path / "a.jsonl", 25, {3: "GAGAL"})
    run(path, tmp_path / "hasil")
    before, heard = shard_bytes(tmp_path / "hasil"), Heard()
    summary = run(path, tmp_path / "hasil", resume=True, load=load_never, listener=heard)
    assert (summary.documents, summary.resumed, summary.failed) == (24, 24, 1)
    assert heard.items == 25
    assert shard_bytes(tmp_path / "hasil") == before


def cut_a_file(folder):
    path = folder.table("quotes", 1)
    path.write_bytes(path.read_bytes()[:50])


def change_a_byte(folder):
    path = folder.table("people", 1)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def drop_a_file(folder):
    folder.table("themes", 1).unlink()


def drop_the_receipt(folder):
    folder.receipt_path(1).unlink()


def half_a_receipt(folder):
    folder.receipt_path(1).write_text('{"number": 1, ', "utf-8")


def leave_a_part(folder):
    folder.table("quotes", 1).with_name(".shard-000001.parquet.77.part").write_bytes(b"PAR1")
    folder.receipt_path(1).unlink()


@pytest.mark.parametrize(
    "damage",
    [cut_a_file, change_a_byte, drop_a_file, drop_the_receipt, half_a_receipt, leave_a_part],
)
def test_resume_redoes_what_is_not_whole(tmp_path, damage):
    path = write_rows(tmp_path / "a.jsonl", 25)
    run(path, tmp_path / "hasil")
    before = shard_bytes(tmp_path / "hasil")
    damage(RunFolder(tmp_path / "hasil"))
    summary = run(path, tmp_path / "hasil", resume=True)
    assert summary.resumed == 15
    assert shard_bytes(tmp_path / "hasil") == before


def test_resume_follows_a_changed_input(tmp_path):
    path = write_rows(tmp_path / "a.jsonl", 35)
    run(path, tmp_path / "hasil")
    write_rows(path, 25, {12: "berubah"})
    summary = run(path, tmp_path / "hasil", resume=True)
    assert (summary.documents, summary.resumed) == (25, 10)
    run(path, tmp_path / "baru")
    assert shard_bytes(tmp_path / "hasil") == shard_bytes(tmp_path / "baru")
    assert len(humas_nlp.read_run(tmp_path / "hasil").documents) == 25


def test_resume_refuses_another_model(tmp_path):
    path = write_rows(tmp_path / "a.jsonl", 5)
    run(path, tmp_path / "hasil")
    with pytest.raises(DataError, match=r"made with another model\b.*--overwrite"):
        run(path, tmp_path / "hasil", resume=True, model="lain")


def test_resume_refuses_other_themes_in_the_same_place(tmp_path):
    path, model = write_rows(tmp_path / "a.jsonl", 12), tmp_path / "own.skops"

    def train(*labels):
        classifier = ThemeClassifier(threshold=0.5, min_df=1)
        save(classifier.fit(["padi", "guru"] * 2, [[label] for label in labels] * 2), model)

    train("tani", "ajar")
    run(path, tmp_path / "hasil", themes=str(model))
    assert run(path, tmp_path / "hasil", resume=True, themes=str(model)).resumed == 12
    train("kebun", "kampus")
    with pytest.raises(DataError, match="made with another themes_sha256"):
        run(path, tmp_path / "hasil", resume=True, themes=str(model))


def test_an_interrupted_run_keeps_its_finished_shards(tmp_path):
    path = write_rows(tmp_path / "a.jsonl", 45, {31: "HENTI"})
    with pytest.raises(KeyboardInterrupt):
        run(path, tmp_path / "hasil")
    stopped = humas_nlp.read_run(tmp_path / "hasil")
    assert (stopped.complete, stopped.manifest["status"]) == (False, "interrupted")
    assert len(stopped.documents) == 30
    summary = run(write_rows(path, 45), tmp_path / "hasil", resume=True)
    assert (summary.documents, summary.resumed) == (45, 30)
    whole = humas_nlp.read_run(tmp_path / "hasil")
    assert whole.complete
    assert len(whole.manifest["sessions"]) == 2


def test_a_run_that_is_stopped_in_its_first_shard_says_so(tmp_path):
    path = write_rows(tmp_path / "a.jsonl", 5, {2: "HENTI"})
    with pytest.raises(KeyboardInterrupt):
        run(path, tmp_path / "hasil")
    assert humas_nlp.read_run(tmp_path / "hasil").manifest["status"] == "interrupted"


def test_overwrite_removes_what_is_ours_and_nothing_else(tmp_path):
    path = write_rows(tmp_path / "a.jsonl", 25)
    run(path, tmp_path / "hasil")
    mine = tmp_path / "hasil" / "quotes.parquet" / "catatan.txt"
    mine.write_text("milik saya", "utf-8")
    with pytest.raises(DataError, match="--overwrite"):
        run(path, tmp_path / "hasil")
    run(write_rows(path, 5), tmp_path / "hasil", overwrite=True)
    assert mine.read_text("utf-8") == "milik saya"
    assert len(humas_nlp.read_run(tmp_path / "hasil").documents) == 5
    assert len(list((tmp_path / "hasil" / "quotes.parquet").glob("*.parquet"))) == 1


def test_bad_use_leaves_an_earlier_run_alone(tmp_path):
    path = write_rows(tmp_path / "a.jsonl", 5)
    run(path, tmp_path / "hasil")
    before, heard = shard_bytes(tmp_path / "hasil"), Heard()
    with pytest.raises(DataError, match="Nothing was analysed"):
        run(path, tmp_path / "hasil", overwrite=True, text="isi", listener=heard)
    assert len(heard.failures) == 5
    assert shard_bytes(tmp_path / "hasil") == before


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"resume": True, "overwrite": True}, "give one"),
        ({"workers": 0}, "0 workers"),
        ({"engine": "dask"}, "Engines: local, ray"),
        ({"shard_size": 0}, "at least one document"),
        ({"limit": 0}, "--limit 0"),
        ({"sample": 1.5}, "neither a share"),
        ({"sample": -1}, "neither a share"),
    ],
)
def test_wrong_options(tmp_path, options, words):
    with pytest.raises(DataError, match=words):
        run(write_rows(tmp_path / "a.jsonl", 5), tmp_path / "hasil", **options)
    assert not (tmp_path / "hasil").exists()


def test_no_document_still_gives_five_tables(tmp_path):
    (tmp_path / "kosong.txt").touch()
    summary = run(tmp_path / "kosong.txt", tmp_path / "hasil")
    assert (summary.documents, summary.failed) == (0, 1)
    read = humas_nlp.read_run(tmp_path / "hasil")
    for name, columns in TABLES.items():
        assert list(read.frame(name).columns) == list(columns)
        assert len(pd.read_parquet(tmp_path / "hasil" / f"{name}.parquet")) == 0


def test_a_folder_without_a_run_is_named(tmp_path):
    with pytest.raises(DataError, match="holds no run"):
        humas_nlp.read_run(tmp_path)
    (tmp_path / "manifest.json").write_text("[", "utf-8")
    with pytest.raises(DataError, match="cannot be read"):
        humas_nlp.read_run(tmp_path)


def test_the_public_function(tmp_path):
    path = write_rows(tmp_path / "a.jsonl", 3, dict.fromkeys(range(3), "Kata Bupati Kendal."))
    summary = humas_nlp.corpus.run(path, tmp_path / "hasil", limit=2)
    assert summary.documents == 2
    assert humas_nlp.read_run(summary.output).documents["doc_id"].tolist() == ["d0", "d1"]
