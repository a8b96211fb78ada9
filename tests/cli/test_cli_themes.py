"""`humas themes …`."""

import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

import humas_nlp
from humas_nlp.cli import app

FARM = ["petani memanen padi", "kelompok tani menanam jagung", "penyuluh memilih benih padi"]
SCHOOL = ["guru mengajar siswa", "mahasiswa meneliti di kampus", "siswa sekolah menerima beasiswa"]


def rows(repeat=5):
    return [
        {"text": f"{text} kali {'i' * n}", "label": code}
        for n in range(repeat)
        for code, texts in (("tani", FARM), ("ajar", SCHOOL))
        for text in texts
    ]


@pytest.fixture
def csv(tmp_path):
    def write(data, name="labels.csv"):
        path = tmp_path / name
        pd.DataFrame(data).to_csv(path, index=False)
        return path

    return write


@pytest.fixture
def own(humas, csv, tmp_path):
    target = tmp_path / "own.skops"
    result = humas("themes", "train", csv(rows()), "-o", target, "--no-curve")
    assert result.exit_code == 0, result.output
    return target


def test_train_prints_figures_and_writes_model_and_manifest(humas, csv, tmp_path):
    target = tmp_path / "own.skops"
    result = humas("themes", "train", csv(rows()), "-o", target)
    assert result.exit_code == 0
    assert "micro 1.000" in result.stdout and "learned from" in result.stdout
    manifest = json.loads(target.with_suffix(".json").read_text("utf-8"))
    assert manifest["labels"] == ["ajar", "tani"] and len(manifest["sha256"]) == 64


def test_train_as_json(humas, csv, tmp_path):
    result = humas(
        "themes", "train", csv(rows()), "-o", tmp_path / "a.skops", "--json", "--no-curve"
    )
    assert json.loads(result.stdout)["labels"]["tani"]["support"] == 15


def test_train_by_seeds(humas, csv, tmp_path):
    seeds = tmp_path / "seeds.toml"
    seeds.write_text(
        '[[theme]]\ncode = "tani"\nlabel = "Tani"\nterms = ["petani", "padi", "jagung"]\n'
        '[[theme]]\ncode = "ajar"\nterms = ["guru", "siswa", "kampus"]\n',
        "utf-8",
    )
    data = [{"text": row["text"]} for row in rows()]
    result = humas(
        "themes", "train", csv(data), "-o", tmp_path / "a.skops", "--seeds", seeds, "--unlabelled"
    )
    assert result.exit_code == 0 and "came from keywords" in result.stdout


def test_evaluate_own_model(humas, csv, own):
    result = humas("themes", "evaluate", csv(rows(1), "new.csv"), "--model", own)
    assert result.exit_code == 0 and "documents 6  micro 1.000" in result.stdout
    as_json = humas("themes", "evaluate", csv(rows(1), "new.csv"), "--model", own, "--json")
    assert json.loads(as_json.stdout)["micro"] == 1


def test_evaluate_bundled_model_tells_strange_labels(humas, csv):
    result = humas("themes", "evaluate", csv(rows(1)))
    assert result.exit_code == 2 and "None of the labels" in result.stderr


def test_report(humas, csv, own):
    data = [{"text": text, "tanggal": "2024-05-02"} for text in FARM]
    result = humas("themes", "report", csv(data, "new.csv"), "--model", own, "--date", "tanggal")
    assert result.exit_code == 0
    assert "documents 3, without a date 0" in result.stdout
    assert "2024-05  tani 3" in result.stdout and "shift of the themes" in result.stdout


def test_report_as_json_with_the_bundled_model(humas, csv):
    found = json.loads(humas("themes", "report", csv(rows(1)), "--json").stdout)
    assert found["documents"] == 6 and found["learned_from"]["themes"]


def test_words(humas, own):
    assert humas("themes", "words", "--model", own).stdout.startswith("ajar: ")
    one = humas("themes", "words", "--theme", "pemilu", "-n", "3").stdout
    assert one.startswith("pemilu: ") and one.count(",") == 2
    assert "no theme 'x'" in humas("themes", "words", "--theme", "x").stderr


@pytest.mark.parametrize(
    ("data", "arguments", "words"),
    [
        (rows()[:3], [], "3 usable documents"),
        ([{"text": "", "label": "a"}] * 12, [], "usable documents"),
        ([row | {"label": "a"} for row in rows()], [], "one label only"),
        (rows(), ["--label", "tema"], "tema"),
        (rows(), ["--text", "isi"], "isi"),
        (rows(), ["--unlabelled"], "--seeds"),
        (rows(), ["--seeds", "none.toml"], "none.toml cannot be read"),
        (rows(), ["-o", "x.pkl"], ".skops"),
    ],
)
def test_wrong_input_is_told_without_a_trace(humas, csv, tmp_path, data, arguments, words):
    result = humas("themes", "train", csv(data), "-o", tmp_path / "a.skops", *arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split()) and "Traceback" not in result.output
    assert not (tmp_path / "a.skops").exists()


def test_contradictory_rows_are_named(humas, csv, tmp_path):
    data = [*rows(), {"text": rows()[0]["text"], "label": "ajar"}]
    result = humas("themes", "train", csv(data), "-o", tmp_path / "a.skops", "--no-curve")
    assert result.exit_code == 0 and "different labels" in result.stderr


def test_a_model_is_not_replaced_unasked(humas, csv, own):
    again = ("themes", "train", csv(rows()), "-o", own, "--no-curve")
    assert humas(*again).exit_code == 2
    assert humas(*again, "--overwrite").exit_code == 0


def test_changed_and_missing_models_are_refused(humas, csv, own):
    own.write_bytes(own.read_bytes() + b"x")
    result = humas("themes", "evaluate", csv(rows(1), "new.csv"), "--model", own)
    assert result.exit_code != 0 and "SHA-256" in result.stderr
    result = humas("themes", "words", "--model", own.with_name("none.skops"))
    assert result.exit_code != 0 and "no theme model" in result.stderr


def test_help_does_not_import_scikit_learn():
    code = (
        "import sys; from typer.testing import CliRunner; from humas_nlp.cli import app; "
        "CliRunner().invoke(app, ['themes', 'train', '--help']); print('sklearn' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


@pytest.mark.parametrize(
    "options",
    [
        ("-o", "hasil.jsonl"),
        ("-o", "hasil.jsonl", "--workers", "2"),
        ("-o", "hasil/"),
        ("-o", "hasil/", "--workers", "2"),
        ("--view", "hasil.html"),
    ],
    ids=" ".join,
)
def test_a_corpus_is_labelled_with_the_trained_themes(own, tmp_path, monkeypatch, options):
    monkeypatch.undo()  # the pipelines, not their stand-in
    monkeypatch.chdir(tmp_path)
    texts = ["Petani memanen padi di desa.", "Guru mengajar siswa di kelas."]
    Path("a.jsonl").write_text("".join(json.dumps({"text": t}) + "\n" for t in texts), "utf-8")
    args = ("analyze", "a.jsonl", "--model", "rules", "--themes", own.name, *options)
    result = CliRunner().invoke(app, args)
    assert result.exit_code == 0, result.output
    if options[0] == "--view":
        page = Path("hasil.html").read_text("utf-8")
        assert "<bdi>tani</bdi>" in page and "<bdi>ajar</bdi>" in page
    elif options[1].endswith("/"):
        assert humas_nlp.read_run("hasil").themes["code"].tolist() == ["tani", "ajar"]
    else:
        found = [json.loads(line) for line in Path("hasil.jsonl").read_text("utf-8").splitlines()]
        assert [row["themes"][0]["code"] for row in found] == ["tani", "ajar"]


@pytest.mark.parametrize("target", ["hasil/", "hasil.jsonl"])
def test_a_theme_model_that_is_not_there_ends_before_any_work(humas, tmp_path, target):
    path = tmp_path / "a.txt"
    path.write_text("Petani memanen padi.", "utf-8")
    result = humas(
        "analyze", path, "-o", tmp_path / target, "--themes", tmp_path / "tidak-ada.skops"
    )
    assert result.exit_code == 2
    assert "There is no theme model at" in result.stderr
    assert not (tmp_path / target).exists()
