"""The steps of the training: their order, and what counts as done."""

import importlib.util
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from models.training.ner import train as ner_training
from models.training.runs import has_ended, mark_ended

ROOT = Path(__file__).parents[3]
# Each step as the command ends; every one needs something of those before it.
ORDER = [
    "vectors.py --shared ../shared",
    "ner.word_classes --shared ../shared --vectors models/training/build/vectors/model",
    "ner.crf",
    "ner.silver gov --shared ../shared",
    "ner.to_docs full",
    "ner.train standard --vectors models/training/build/vectors/model",
    "ner.train standard-late --vectors models/training/build/vectors/model",
    "ner.assemble standard-late --out models/training/build/ner/best",
    "--ner models/training/build/ner/best --light models/training/build/ner/best-light",
]


@pytest.fixture
def dry_run(tmp_path):
    """Return the commands that make would run in a checkout with these outputs there."""
    if not shutil.which("make"):
        pytest.skip("make is not installed")
    folder = tmp_path / "models/training"
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "models/training/Makefile", folder)

    def run(target, *there):
        for name in there:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        command = ["make", "--no-print-directory", "-n", "-C", str(folder), target]
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return output.replace("\\\n\t", "").splitlines()

    return run


def test_everything_in_order_from_nothing(dry_run):
    lines = dry_run("pipelines")
    places = [next(i for i, line in enumerate(lines) if line.endswith(end)) for end in ORDER]
    assert places == sorted(places)
    assert places[-1] == len(lines) - 1
    assert len(lines) == len(set(lines)) == 18


# Outputs in the order in which they come about.
DONE = ["vectors/model/meta.json", "ner/data/dev.jsonl", "ner/word_classes.tsv",
        "ner/teacher.crfsuite", "ner/data/silver_gov.jsonl", "ner/data/silver_news.jsonl",
        "ner/data/silver_partial.jsonl", "ner/dev.spacy", "ner/full.spacy",
        "ner/models/light/trained"]  # fmt: skip


def test_what_is_there_is_not_done_again(dry_run):
    (line,) = dry_run("ner-light", *[f"build/{name}" for name in DONE])
    assert "ner.assemble light" in line


def test_every_module_and_script_is_there(dry_run):
    lines = [
        line
        for target in ("pipelines", "ud-score", "ner-score", "ud-folds", "ner-folds", "package")
        for line in dry_run(target)
    ]
    modules = {found for line in lines for found in re.findall(r"-m ([\w.]+)", line)}
    assert len(modules) > 10
    assert [name for name in sorted(modules) if importlib.util.find_spec(name) is None] == []


def test_a_run_that_was_cut_off_is_done_again(tmp_path, monkeypatch):
    ends = iter([False, True])

    def spacys(config, out, overrides):
        (out / "model-last").mkdir(parents=True, exist_ok=True)
        if not next(ends):
            raise KeyboardInterrupt

    monkeypatch.setattr(ner_training, "train", spacys)
    args = ["train", "standard", "--build", str(tmp_path), "--vectors", "v"]
    monkeypatch.setattr("sys.argv", args)
    out = tmp_path / "models/standard"
    with pytest.raises(KeyboardInterrupt):
        ner_training.main()
    assert not has_ended(out)
    ner_training.main()
    assert has_ended(out)
    ner_training.main()  # a third run would find no end left


def test_marks_are_of_one_run(tmp_path):
    (tmp_path / "a").mkdir()
    mark_ended(tmp_path / "a")
    assert has_ended(tmp_path / "a")
    assert not has_ended(tmp_path / "b")
