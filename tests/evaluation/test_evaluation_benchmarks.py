"""Our figures equal those of the published benchmarks, where they are at hand."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from humas_nlp.evaluation.__main__ import app

SHARED = Path(__file__).resolve().parents[3] / "shared"
NER = SHARED / "data" / "ner" / "dev_wiki.bio"
UD = SHARED / "data" / "ud" / "gsd-dev.conllu"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SHARED / "bench").is_dir(), reason="../shared/bench is not there"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Save a pipeline that the published scripts can load."""
    import humas_nlp

    path = tmp_path_factory.mktemp("pipeline") / "rules"
    humas_nlp.load("rules").to_disk(path)
    return str(path)


def published(script, *args):
    command = [sys.executable, str(SHARED / "bench" / script), *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_entities(folder):
    theirs = re.findall(
        r"^(\w+) P ([\d.]+) R ([\d.]+)", published("bench_ner.py", folder, NER), re.M
    )
    ours = CliRunner().invoke(app, ["entities", folder, str(NER)]).output
    mine = {m[0]: m[1:] for m in re.findall(r"^(\w+) +P +([\d.]+)  R +([\d.]+)", ours, re.M)}
    assert len(theirs) == 4
    for label, *figures in theirs:
        assert [float(f) for f in mine[label]] == pytest.approx(
            [100 * float(f) for f in figures], abs=0.11
        )


def test_trees(folder):
    theirs = dict(re.findall(r"(\w+) ([\d.]+)", published("bench_ud.py", folder, UD)))
    ours = CliRunner().invoke(app, ["trees", folder, str(UD)]).output
    mine = dict(re.findall(r"^(\w+) .*F1 +([\d.]+)", ours, re.M))
    names = {"tokens": "tokens", "sents": "sentences", "UPOS": "upos", "stem": "stem",
             "UAS": "uas", "LAS": "las"}  # fmt: skip
    assert set(theirs) == set(names)
    for name, figure in theirs.items():
        assert float(mine[names[name]]) == pytest.approx(float(figure), abs=0.06)
