"""Runs that die by SIGKILL and are resumed end as if nothing had happened."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from run_helpers import shard_bytes, write_rows

import humas_nlp
from humas_nlp.corpus.tables import TABLES

HELPER = Path(__file__).with_name("kill_helper.py")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")


def run(path, output, workers=1, event=0):
    tests = os.pathsep.join([str(HELPER.parent), str(HELPER.parents[1])])
    done = subprocess.run(
        [sys.executable, str(HELPER), str(path), str(output), str(workers), str(event)],
        env=os.environ | {"PYTHONPATH": tests},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode == 0


def sorted_bytes(folder):
    """Return every table as CSV bytes, sorted by its first two columns, which are its key."""
    read = humas_nlp.read_run(folder)
    tables = {}
    for name, columns in TABLES.items():
        frame = read.frame(name).sort_values(list(columns)[:2], kind="stable")
        tables[name] = frame.to_csv(index=False).encode()
    return tables


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("undisturbed")
    path = write_rows(folder / "a.jsonl", 44, {5: "GAGAL", 30: "GAGAL"})
    assert run(path, folder / "hasil")
    return path, folder / "hasil"


def assert_same(folder, undisturbed):
    assert sorted_bytes(folder) == sorted_bytes(undisturbed)
    assert shard_bytes(folder) == shard_bytes(undisturbed)
    assert (folder / "errors.jsonl").read_bytes() == (undisturbed / "errors.jsonl").read_bytes()
    assert not list(folder.rglob("*.part"))


@pytest.mark.parametrize("seed", range(2))
def test_killed_again_and_again(tmp_path, undisturbed, seed):
    path, whole = undisturbed
    draw, killed = random.Random(seed), 0
    for _ in range(3):
        killed += not run(path, tmp_path / "hasil", event=draw.randrange(1, 90))
    assert killed
    assert run(path, tmp_path / "hasil")
    assert_same(tmp_path / "hasil", whole)


def test_the_parent_of_two_workers_is_killed(tmp_path, undisturbed):
    path, whole = undisturbed
    assert not run(path, tmp_path / "hasil", workers=2, event=17)
    assert run(path, tmp_path / "hasil", workers=2)
    assert_same(tmp_path / "hasil", whole)
