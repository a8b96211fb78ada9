import json

import pandas as pd
import pytest
from light_engine import load_light

from humas_nlp.cli.analyze import spread_keep
from humas_nlp.cli.job import Job, run
from humas_nlp.cli.progress import Meter
from humas_nlp.cli.terminal import error_console
from humas_nlp.corpus.engine import Engine
from humas_nlp.corpus.run_options import RunOptions
from humas_nlp.corpus.tables import TABLES
from humas_nlp.document import Document

ROWS = [{"id": "a", "text": "satu", "outlet": "X"}, {"id": "b", "text": "dua", "outlet": "Y"}]


def lines(stdout):
    return [json.loads(line) for line in stdout.splitlines()]


def test_json_lines_on_standard_output_when_piped(humas, write):
    result = humas("analyze", write("a.jsonl", ROWS))
    assert result.exit_code == 0
    assert [row["id"] for row in lines(result.stdout)] == ["a", "b"]
    assert result.stderr == ""
    assert "input" not in lines(result.stdout)[0]
    assert "text" not in lines(result.stdout)[0]


def test_a_file_by_its_suffix(humas, write, tmp_path):
    out = tmp_path / "hasil.jsonl"
    result = humas("analyze", write("a.jsonl", ROWS), "-o", out, "--with-text", "--title", "outlet")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "2 documents analysed in" in result.stderr
    rows = lines(out.read_text(encoding="utf-8"))
    assert [(row["text"], row["meta"]["title"]) for row in rows] == [("satu", "X"), ("dua", "Y")]


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_a_folder_of_tables(humas, write, tmp_path, form):
    args = [] if form == "parquet" else ["--format", form]
    result = humas("analyze", write("a.jsonl", ROWS), "-o", f"{tmp_path}/hasil/", *args, "--quiet")
    assert (result.exit_code, result.stderr) == (0, "")
    read = pd.read_parquet if form == "parquet" else pd.read_csv
    found = {name: read(tmp_path / "hasil" / f"{name}.{form}") for name in TABLES}
    assert found["quotes"]["text"].tolist() == ["satu", "dua"]


def test_kept_fields(humas, write):
    result = humas("analyze", "--keep", "outlet", "n", write("a.jsonl", ROWS))
    assert [row["input"] for row in lines(result.stdout)] == [
        {"outlet": "X", "n": None},
        {"outlet": "Y", "n": None},
    ]


@pytest.mark.parametrize(
    ("args", "spread"),
    [
        ("--keep a --keep b x.txt", "--keep a --keep b x.txt"),
        ("x.txt --keep a b c", "x.txt --keep a --keep b --keep c"),
        ("--keep a b -o out/ c", "--keep a --keep b -o out/ c"),
        ("--keep a b -- c", "--keep a --keep b -- c"),
        ("--keep -o x", "--keep -o x"),
        ("--keep=a b", "--keep=a b"),
        ("--keep a dir/x", "--keep a dir/x"),
    ],
)
def test_spread_keep(args, spread, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert spread_keep(args.split()) == spread.split()


def test_failures_are_named_and_everything_else_is_analysed(humas, write, tmp_path):
    lines_in = '{"id": "a", "text": "satu"}\nrusak\n{"id": "c", "text": "GAGAL"}\n{"text": "x"}\n'
    path, csv = write("a.jsonl", lines_in), write("b.csv", "isi\nsatu\n")
    text = write("c.txt", "tiga")
    result = humas("analyze", path, csv, text)
    assert result.exit_code == 1
    assert [row["id"] for row in lines(result.stdout)] == ["a", "a.jsonl:4", "c.txt"]
    messages = result.stderr.splitlines()
    assert messages[0].startswith(f"humas: {path}, line 2: the line is not valid JSON")
    assert messages[1].startswith(f"humas: {path}, line 3: the analysis of 'c' failed")
    assert messages[2].startswith(f"humas: {csv}: there is no column 'text'. Columns: 'isi'")
    assert messages[3] == "humas: 3 documents analysed, 3 failed"
    assert "Traceback" not in result.output


def test_standard_input(humas):
    text = humas("analyze", "-", stdin="Rapat digelar.\n")
    assert [row["id"] for row in lines(text.stdout)] == ["stdin"]
    rows = humas("analyze", "-", stdin='{"id": "a", "text": "x"}\n')
    assert [row["id"] for row in lines(rows.stdout)] == ["a"]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["tidak-ada.txt"], "No such file or folder: tidak-ada.txt"),
        (["{a}", "--format", "xml"], "There is no format 'xml'. Formats: jsonl, csv, parquet."),
        (["{a}", "--text", "isi"], "no field 'isi'. Fields: 'id', 'text', 'outlet'"),
        (["{a}", "-o", "{a}"], "is both input and output"),
        (["{a}", "-o", "{b}"], "is not empty. Name another output, or give --overwrite."),
        (["{a}", "-o", "{dir}"], "is not empty"),
        (["{a}", "-o", "hasil.csv"], "needs a folder"),
        (["{a}", "--model", "lain"], "No installed model is called 'lain'"),
        ([], "INPUT"),
        (["{a}", "--tidak-ada"], "--tidak-ada"),
    ],
)
def test_bad_use(humas, write, tmp_path, args, words):
    places = {"a": write("a.jsonl", ROWS), "b": write("b.jsonl", ROWS), "dir": tmp_path}
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    result = humas("analyze", *(arg.format(**places) for arg in args))
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())
    assert "Traceback" not in result.output
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_missing_column_alone_is_bad_use_and_leaves_no_output(humas, write, tmp_path):
    result = humas("analyze", write("a.csv", "isi;x\n1;2\n"), "-o", tmp_path / "hasil.jsonl")
    assert result.exit_code == 2
    assert "no column 'text'. Columns: 'isi', 'x'" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_overwrite(humas, write, tmp_path):
    out = write("hasil.jsonl", "lama")
    result = humas("analyze", write("a.jsonl", ROWS), "-o", out, "--overwrite")
    assert result.exit_code == 0
    assert len(lines(out.read_text())) == 2


def test_other_files_in_a_folder_are_mentioned(humas, write, tmp_path):
    write("in/a.txt", "satu")
    write("in/b.log", "lain")
    result = humas("analyze", tmp_path / "in")
    assert result.exit_code == 0
    assert "passed over 1 file of other kinds: 'b.log'" in result.stderr
    assert humas("analyze", tmp_path / "in", "--quiet").stderr == ""


def test_a_view_on_a_terminal(write, load, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    path = str(write("rilis.txt", "Air surut."))
    assert run(Job((path,)), load, on_terminal=True) == 0
    shown = capsys.readouterr().out
    assert "Tirta Wening" in shown
    assert "Bencana" in shown
    assert not shown.startswith("{")
    assert run(Job((path,), form="jsonl"), load, on_terminal=True) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "rilis.txt"


def test_view_writes_a_page(humas, write, tmp_path):
    release = write("rilis.txt", "Tirta Wening membuka <b>pasar</b>.")
    page = tmp_path / "rilis.html"
    result = humas("analyze", release, "--view", page)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert f"1 document analysed in {page}" in " ".join(result.stderr.split())
    assert "&lt;b&gt;pasar&lt;/b&gt;" in page.read_text("utf-8")
    assert humas("analyze", release, "--view", page).exit_code == 2
    assert humas("analyze", release, "--view", page, "--overwrite").exit_code == 0


def test_view_is_an_output_of_its_own(humas, write, tmp_path):
    release = write("rilis.txt", "Tirta Wening membuka pasar.")
    result = humas("analyze", release, "--view", tmp_path / "a.html", "-o", tmp_path / "a.jsonl")
    assert result.exit_code == 2 and "leave out -o" in result.stderr
    assert list(tmp_path.glob("a.*")) == []
    result = humas("analyze", release, "--view", release, "--overwrite")
    assert result.exit_code == 2 and "both input and output" in result.stderr


def many(write, count=25):
    return write("banyak.jsonl", [{"id": f"d{n}", "text": f"naskah {n}"} for n in range(count)])


def test_shards_and_resume(humas, write, tmp_path):
    args = ("analyze", many(write), "-o", f"{tmp_path}/hasil", "--shard-size", 10)
    assert humas(*args).exit_code == 0
    (tmp_path / "hasil" / "themes.parquet" / "shard-000001.parquet").unlink()
    assert "--overwrite" in humas(*args).stderr
    again = humas(*args, "--resume")
    assert again.exit_code == 0
    assert "25 documents analysed (15 of them by an earlier run) in" in again.stderr
    assert len(pd.read_parquet(tmp_path / "hasil" / "themes.parquet")) == 25


def test_limit_and_sample(humas, write):
    path = many(write, 200)
    first = lines(humas("analyze", path, "--limit", 3).stdout)
    assert [row["id"] for row in first] == ["d0", "d1", "d2"]
    ids = [row["id"] for row in lines(humas("analyze", path, "--sample", 20).stdout)]
    assert len(ids) == 20
    assert ids == sorted(ids, key=lambda key: int(key[1:]))
    assert ids == [row["id"] for row in lines(humas("analyze", path, "--sample", 20).stdout)]
    other = lines(humas("analyze", path, "--sample", 20, "--seed", 1).stdout)
    assert ids != [row["id"] for row in other]
    share = lines(humas("analyze", path, "--sample", 0.25).stdout)
    assert 25 <= len(share) <= 75


def test_a_dry_run_reads_everything_and_writes_nothing(humas, write, tmp_path):
    path = write("a.jsonl", '{"id": "a", "text": "satu"}\nrusak\n{"id": "b", "text": "dua"}\n')
    out = tmp_path / "hasil"
    result = humas("analyze", path, "-o", out, "--dry-run", "--model", "tidak-ada")
    assert result.exit_code == 1
    assert "line 2: the line is not valid JSON" in result.stderr
    assert "2 documents with 7 characters would be analysed, in 1 shard, 1 failed" in result.stderr
    assert not out.exists()


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--resume"], "--resume needs Parquet tables in a folder"),
        (["--engine", "ray"], "--engine ray needs Parquet tables"),
        (["--workers", 0], "0 workers"),
        (["--limit", 0], "--limit 0 leaves no document"),
        (["--sample", 1.5], "neither a share"),
        (["-o", "hasil/", "--engine", "dask"], "Engines: local, ray"),
        (["-o", "hasil/", "--resume", "--overwrite"], "give one"),
    ],
)
def test_wrong_options_of_runs(humas, write, tmp_path, monkeypatch, args, words):
    monkeypatch.chdir(tmp_path)
    result = humas("analyze", many(write, 2), *args)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())
    assert not (tmp_path / "hasil").exists()


def test_ctrl_c_keeps_finished_shards_and_says_how_to_go_on(humas, write, tmp_path, monkeypatch):
    path = many(write)
    done = []

    def analyze_many(texts, *, ids=None, titles=None, nlp=None):
        for text, id in zip(texts, ids, strict=True):
            if text == "naskah 14" and not done:
                done.append(1)
                raise KeyboardInterrupt
            yield Document(id, text)

    monkeypatch.setattr("humas_nlp.cli.analyze.load_engine", lambda *_: Engine(analyze_many))
    args = ("analyze", path, "-o", f"{tmp_path}/hasil", "--shard-size", 10)
    stopped = humas(*args)
    assert stopped.exit_code == 130
    assert "go on with the same command and --resume" in stopped.stderr
    assert "Traceback" not in stopped.output
    assert "(10 of them by an earlier run)" in humas(*args, "--resume").stderr
    done.clear()
    single = humas("analyze", path, "-o", tmp_path / "hasil.jsonl")
    assert (single.exit_code, "Nothing was written" in single.stderr) == (130, True)
    assert not (tmp_path / "hasil.jsonl").exists()


def test_workers_keep_the_order_of_json_lines(write, tmp_path):
    path = many(write, 150)
    for workers in (1, 2):
        job = Job(
            (str(path),),
            f"{tmp_path}/{workers}.jsonl",
            options=RunOptions(workers=workers),
            quiet=True,
        )
        assert run(job, load_light, on_terminal=False) == 0
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()
    assert len((tmp_path / "2.jsonl").read_text("utf-8").splitlines()) == 150


def test_the_meter_reckons_rate_and_remaining_time(monkeypatch):
    clock = iter([0.0, 10.0, 10.0, 30.0, 30.0])
    monkeypatch.setattr("humas_nlp.cli.progress.time.monotonic", lambda: next(clock))
    meter = Meter(error_console(), total=1000)
    for _ in range(100):  # the reader is ahead: half of what it read is analysed
        meter.item_read()
    meter._items = 50
    meter.bytes_read(500)
    assert meter.words() == "50 documents, 5.0/s, 25%, 30 s left"
    unknown = Meter(error_console())
    unknown._start = 25.0
    assert unknown.words() == "0 documents, 0.0/s"
