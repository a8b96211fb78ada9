"""Whatever comes in: the run ends, good documents are there, bad ones are named with a reason."""

import gzip
import io
import zipfile

import pytest
from hostile_files import BAD, GOOD, write_folder, zipped
from run_helpers import load_fake

import humas_nlp
from humas_nlp.corpus import limits
from humas_nlp.corpus.pages import page_problem
from humas_nlp.corpus.readers import read_records
from humas_nlp.corpus.records import Failure, Record
from humas_nlp.corpus.run_folder import RunFolder
from humas_nlp.corpus.run_into_folder import Listener, RunJob
from humas_nlp.corpus.run_options import RunOptions


def read(*paths, **options):
    items = list(read_records(paths, **options))
    return (
        [item for item in items if isinstance(item, Record)],
        [item for item in items if isinstance(item, Failure)],
    )


def test_a_thousand_hostile_files(tmp_path):
    pytest.importorskip("trafilatura")
    (tmp_path / "in").mkdir()
    good, bad = write_folder(tmp_path / "in", 1000)
    job = RunJob(
        (str(tmp_path / "in"),),
        RunFolder(tmp_path / "hasil"),
        RunOptions(workers=2, shard_size=100),
        load=load_fake,
    )
    summary = job.run(Listener())
    run = humas_nlp.read_run(tmp_path / "hasil")
    assert sorted(run.documents["doc_id"]) == sorted(good)
    assert summary.documents == len(good) == 100
    reasons = {}
    for row in run.errors.itertuples():
        reasons.setdefault(str(row.source), str(row.reason))
    # A file inside an archive is named by the archive's path and its own.
    for path, words in bad.items():
        found = [reason for source, reason in reasons.items() if source.startswith(path)]
        assert any(words in reason for reason in found), (path, words, found)
    written = {path for path in tmp_path.rglob("*") if not path.is_relative_to(tmp_path / "in")}
    assert all(path.is_relative_to(tmp_path / "hasil") for path in written)


@pytest.mark.parametrize("number", range(len(BAD)))
def test_each_kind_is_one_failure_and_what_follows_is_read(tmp_path, write, number):
    suffix, content, words = BAD[number]
    if suffix == "html":
        pytest.importorskip("trafilatura")
    records, failures = read(write(f"a.{suffix}", content), write("b.txt", GOOD))
    assert records[-1].text == GOOD
    assert any(words in failure.message for failure in failures)


@pytest.mark.parametrize(
    "name", ["../keluar.txt", "/mutlak.txt", "a/../../keluar.txt", "C:\\a.txt", "\x1b[2J.txt"]
)
def test_paths_inside_archives_are_names_and_nothing_more(tmp_path, write, name):
    path = write("in/a.zip", zipped((name, GOOD)))
    before = sorted(tmp_path.rglob("*"))
    records, _ = read(path)
    assert [record.text for record in records] == [GOOD]
    assert records[0].id.startswith("a.zip/")
    assert sorted(tmp_path.rglob("*")) == before


def test_archives_are_read_like_folders(write, tmp_path):
    rows = b'{"id": "a", "text": "satu"}\n{"id": "b", "text": "dua"}\n'
    mac = ("__MACOSX/x.txt", "bukan")
    path = write("a.zip", zipped(("x/y.txt", "tiga"), ("z.jsonl", rows), mac, (".rahasia.txt", "")))
    packed = write("b.jsonl.gz", gzip.compress(b'{"id": "c", "text": "empat"}\n'))
    records, failures = read(path, packed)
    assert not failures
    assert [record.id for record in records] == ["a.zip/x/y.txt", "a", "b", "c"]
    folder = write("f/a.csv.gz", gzip.compress(b"id,text\nd,lima\n")).parent
    assert [record.id for record in read(folder)[0]] == ["d"]


def test_patterns(write, tmp_path):
    for name in ("a/satu.txt", "a/b/dua.txt", "a/tiga.md"):
        write(name, name)
    assert [r.text for r in read(f"{tmp_path}/a/*.txt")[0]] == ["a/satu.txt"]
    assert len(read(f"{tmp_path}/a/**/*.txt")[0]) == 2
    assert len(read(f"{tmp_path}/a/**")[0]) == 3
    with pytest.raises(humas_nlp.DataError, match=r"\*\.csv"):
        read(f"{tmp_path}/*.csv")
    odd = write("a[1].txt", "kurung")
    assert [r.text for r in read(odd)[0]] == ["kurung"]


def test_an_endless_line_costs_only_itself(monkeypatch, write):
    long = b'{"id": "x", "text": "' + b"a" * 5000 + b'"}\n'
    row = b'{"id": "%s", "text": "pendek"}\n'
    monkeypatch.setattr(limits.bounded_lines, "__defaults__", (1000,))
    records, failures = read(write("a.jsonl", row % b"a" + long + row % b"b"))
    assert [record.id for record in records] == ["a", "b"]
    assert [failure.line for failure in failures] == [2]
    assert "longer than 64 MiB" in failures[0].message
    table = b"id,text\na,satu\nx," + b"a" * 5000 + b"\nb,dua\n"
    records, failures = read(write("a.csv", table))
    assert [record.id for record in records] == ["a", "b"]
    assert [failure.line for failure in failures] == [3]
    assert read("-", stdin=io.BytesIO(b"a" * 5000 + b"\n" + GOOD.encode()))[1]
    wide = ('{"id": "a", "text": "x"}\n' + "a" * 5000 + "\n").encode("utf-16")
    assert read(write("b.jsonl", wide))[1][0].line == 2


def test_a_text_over_the_limit_is_named(monkeypatch, write):
    monkeypatch.setattr(limits.read_whole, "__defaults__", (1000,))
    _, failures = read(write("a.txt", "a" * 1001), write("b.txt", "a" * 1000))
    assert [failure.source.endswith("a.txt") for failure in failures] == [True]
    assert "longer than 64 MiB" in failures[0].message
    assert "longer than 64 MiB" in read("-", stdin=io.BytesIO(b"a\n" * 502))[1][0].message


def test_a_parquet_file_that_repeats_one_giant_cell_is_read_row_by_row(tmp_path):
    import pyarrow as pa
    import pyarrow.parquet as pq

    cell = pa.array(["kata " * 200_000])
    column = pa.DictionaryArray.from_arrays(pa.array([0] * 3000), cell)
    pq.write_table(pa.table({"text": column}), tmp_path / "a.parquet")
    assert (tmp_path / "a.parquet").stat().st_size < 10_000_000  # 3 GB when laid out
    items = read_records([tmp_path / "a.parquet"])
    assert [len(next(items).text) for _ in range(3)] == [1_000_000] * 3


def test_pages_with_many_words_in_one_attribute_are_pages():
    assert page_problem(f"<p data-x=\"{'kata ' * 5000}\" title='{'a ' * 5000}'>x</p>") is None
    assert page_problem("<p a='\"' " + "b " * 498 + ">") is None
    assert page_problem("<p a='\"' " + "b " * 499 + ">")


def test_a_damaged_member_costs_only_itself(write):
    data = bytearray(zipped(("a.txt", "rusak " * 100), ("b.txt", GOOD)))
    data[40] ^= 0xFF
    records, failures = read(write("a.zip", bytes(data)))
    assert [record.id for record in records] == ["a.zip/b.txt"]
    assert "cannot be unpacked" in failures[0].message


def test_a_link_out_of_a_folder_of_links_ends(tmp_path, write):
    write("in/a.txt", GOOD)
    (tmp_path / "in" / "lingkar").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in" / "hilang.txt").symlink_to(tmp_path / "tidak-ada.txt")
    records, _ = read(tmp_path / "in")
    assert [record.id for record in records] == ["a.txt"]


def test_hostile_ids_stay_data(tmp_path, write):
    ids = ["../../keluar", "/etc/passwd", "a\0b", "=1+1", "<script>alert(1)</script>", "a" * 10_000]
    path = write("a.jsonl", [{"id": key, "text": "naskah penuh"} for key in ids])
    RunJob((str(path),), RunFolder(tmp_path / "hasil"), load=load_fake).run(Listener())
    assert humas_nlp.read_run(tmp_path / "hasil").documents["doc_id"].tolist() == ids
    outside = [p for p in tmp_path.iterdir() if p.name not in ("a.jsonl", "hasil")]
    assert not outside
    errors = (tmp_path / "hasil" / "errors.jsonl").read_text("utf-8")
    assert errors == ""


def test_zip_magic_alone(write):
    assert "cannot be" in str(read(write("a.zip", b"PK\x05\x06"))[1][0])
    buffer = io.BytesIO()
    zipfile.ZipFile(buffer, "w").close()
    assert "no file" in str(read(write("b.zip", buffer.getvalue()))[1][0])
