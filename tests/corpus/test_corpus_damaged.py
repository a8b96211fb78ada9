"""Damaged files of every form among good ones: each costs itself, and the run names it."""

import os
import signal
import subprocess
import sys
from collections import Counter

import pytest
from damaged_files import METHODS, TEXT, damaged_member, deadly, table, write_folder
from run_helpers import load_fake
from typer.testing import CliRunner

import humas_nlp
from humas_nlp.corpus.apart import article_apart, new_child
from humas_nlp.corpus.child import Child
from humas_nlp.corpus.pages import article
from humas_nlp.corpus.readers import read_records
from humas_nlp.corpus.records import Failure, Record
from humas_nlp.corpus.run_folder import RunFolder
from humas_nlp.corpus.run_into_folder import Listener, RunJob
from humas_nlp.corpus.run_options import RunOptions

# HUMAS_DAMAGED=1000,200 takes 1,000 good documents and 200 damaged files of each form.
GOOD, EACH = map(int, os.environ.get("HUMAS_DAMAGED", "60,40").split(","))
UNPROTECTED = """
import sys
from pathlib import Path
from humas_nlp.corpus.parquet import read_parquet
from humas_nlp.corpus.records import Fields
list(read_parquet(Path(sys.argv[1]), Fields(), source="a", name="a"))
"""


def read(*paths, **options):
    items = list(read_records(paths, **options))
    return (
        [item for item in items if isinstance(item, Record)],
        [item for item in items if isinstance(item, Failure)],
    )


def ends_its_process(path):
    """Tell whether a file kills a process that reads it without protection."""
    done = subprocess.run(
        [sys.executable, "-c", UNPROTECTED, str(path)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=False,
    )
    assert done.returncode in (0, -signal.SIGABRT), done.stderr
    return done.returncode != 0


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    pytest.importorskip("trafilatura")
    place = tmp_path_factory.mktemp("rusak") / "in"
    return place, *write_folder(place, good=GOOD, each=EACH)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_over_a_folder_of_damaged_files(folder, tmp_path, workers):
    place, good, bad = folder
    job = RunJob(
        (str(place),),
        RunFolder(tmp_path / "hasil"),
        RunOptions(workers=workers, shard_size=200),
        load=load_fake,
    )
    summary = job.run(Listener())
    run = humas_nlp.read_run(tmp_path / "hasil")
    read_ids = set(run.documents["doc_id"])
    assert good <= read_ids
    named = [str(source) for source in run.errors["source"]]

    def is_named(path):
        return any(source.startswith(str(path)) for source in named)

    assert all(is_named(path) for path in bad if "-mati-" in path.name)
    # What is damaged is named, or it can still be read, in part or as a whole.
    whole = read_ids - good
    assert all(
        is_named(path) or any(path.name in key for key in whole)
        for path in bad
        if path.suffix in (".zip", ".html") or path.name.endswith("txt.gz")
    )
    if ends_its_process(place / "50-mati-parquet.parquet"):
        assert any("signal SIGABRT" in reason for reason in run.errors["reason"])
    print(summary.documents, "documents,", summary.failed, "failures,", len(bad), "damaged files")


@pytest.mark.skipif(os.name == "nt", reason="an abort has no signal on Windows")
def test_a_file_that_kills_is_named_and_those_around_it_are_read(write):
    path = write("b.parquet", deadly())
    if not ends_its_process(path):
        pytest.skip("this version of Arrow survives the file")
    others = [
        write("a.parquet", table(5)),
        write("c.txt", TEXT),
        write("d.parquet", table(7, "d")),
    ]
    records, failures = read(others[0], path, *others[1:])
    counts = Counter(record.source for record in records)
    assert counts == dict(zip(map(str, others), (5, 1, 7), strict=True))
    (failure,) = failures
    assert failure.source == str(path)
    assert "signal SIGABRT" in failure.message
    assert not failure.usage


@pytest.mark.parametrize("method", METHODS)
def test_a_damaged_member_of_each_method_costs_only_itself(write, method):
    path = write("a.zip", damaged_member(METHODS[method]))
    records, failures = read(path)
    assert [record.id for record in records] == ["a.zip/a.txt", "a.zip/c.txt"]
    (failure,) = failures
    assert failure.source == f"{path}/b.txt"
    assert "cannot be unpacked" in failure.message


def test_bytes_are_told_whoever_reads(write):
    heard = []
    paths = [write("a.parquet", table(200)), write("b.zip", damaged_member(METHODS["lzma"]))]
    read(*paths, write("c.txt", TEXT), on_bytes=heard.append)
    assert sum(heard) == sum(path.stat().st_size for path in [*paths, write("c.txt", TEXT)])


@pytest.fixture
def starts(monkeypatch):
    """Return the processes that are asked, as they are."""
    asked, start = [], Child._started

    def started(self):
        fresh, process = start(self)
        asked.append(process)
        return fresh, process

    monkeypatch.setattr(Child, "_started", started)
    return asked


def test_many_files_cost_one_start(write, starts):
    paths = [write(f"{n}.parquet", table(1, f"{n}-")) for n in range(30)]
    records, failures = read(*paths)
    assert (len(records), failures) == (30, [])
    assert (len(starts), len({process.pid for process in starts})) == (30, 1)
    assert starts[0].poll() is not None  # over with the last record


def test_texts_tables_and_lines_need_no_child(write, starts):
    read(
        write("a.txt", TEXT), write("b.jsonl", [{"text": TEXT}]), write("c.csv", f"text\n{TEXT}\n")
    )
    assert starts == []


def test_a_reader_that_is_left_early_leaves_no_child(write, starts):
    items = read_records([write("a.parquet", table(5000))])
    assert next(items).id == "p0"
    assert starts[0].poll() is None
    del items
    assert starts[0].poll() is not None


def test_a_page_gives_the_same_article_in_a_child():
    pytest.importorskip("trafilatura")
    child = new_child()
    pages = [
        Record("a", f"<html><body><h1>Judul</h1><p>{TEXT}</p></body></html>", is_page=True),
        Record("b", "<html></html>", source="b.html", is_page=True, warnings=("aneh",)),
        Record("c", TEXT, keep={"k": [1, None]}),
    ]
    assert [article_apart(child, page) for page in pages] == [article(page) for page in pages]
    child.close()


def test_a_page_at_which_the_parser_dies_is_named():
    child = Child("child_helper:dies_at_pages")
    record = Record("a", "<html>MATI</html>", source="a.html", is_page=True)
    failure = article_apart(child, record)
    assert isinstance(failure, Failure)
    assert (failure.source, failure.id) == ("a.html", "a")
    assert "takes the article out of the page ended" in failure.message
    child.close()


def test_a_script_without_a_guard_and_standard_input_as_a_program(write, tmp_path):
    path = write("a.parquet", table(3))
    code = (
        "from humas_nlp.corpus import read_records\n"
        f"print([record.id for record in read_records([{str(path)!r}])])\n"
    )
    script = write("tanpa.py", code)
    for command, given in (([str(script)], None), (["-"], code)):
        done = subprocess.run(
            [sys.executable, *command],
            input=given,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == "['p0', 'p1', 'p2']"


def test_a_working_folder_that_changes_on_the_way(write, monkeypatch, tmp_path):
    first, second = write("a.parquet", table(1)), write("b.parquet", table(2))
    monkeypatch.chdir(tmp_path)
    items = read_records(["a.parquet", "b.parquet"])
    assert next(items).source == "a.parquet"
    assert first.exists() and second.exists()
    assert isinstance(next(items), Failure)  # the id p0 again
    assert next(items).id == "p1"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_named_pipe_is_read_once(tmp_path, write):
    pipe = tmp_path / "pipa.jsonl"
    os.mkfifo(pipe)
    with subprocess.Popen(["cp", str(write("a", '{"id": "a", "text": "satu"}\n')), str(pipe)]):
        assert [record.id for record in read(pipe)[0]] == ["a"]


def test_the_command_ends_with_exit_code_1(write, tmp_path):
    from humas_nlp.cli import app

    paths = [str(write("a.txt", TEXT)), str(write("b.zip", damaged_member(METHODS["lzma"])))]
    found = CliRunner().invoke(
        app, ["analyze", *paths, "-o", str(tmp_path / "hasil"), "--model", "rules"]
    )
    assert found.exit_code == 1, found.output
    assert "b.txt" in (tmp_path / "hasil" / "errors.jsonl").read_text("utf-8")


def test_a_field_nested_too_deeply_costs_its_line(write):
    deep = '{"id": "a", "text": "satu", "k": ' + "[" * 900 + "]" * 900 + "}\n"
    path = write("a.jsonl", deep + '{"id": "b", "text": "dua"}\n')
    records, failures = read(path, keep=["k"])
    assert [record.id for record in records] == ["b"]
    assert [failure.line for failure in failures] == [1]
    assert len(read(path)[0]) == 2
