import json

import pandas as pd
import pytest

from humas_nlp.cli.analyze import spread_keep
from humas_nlp.cli.job import Job, run
from humas_nlp.corpus.tables import TABLES

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
