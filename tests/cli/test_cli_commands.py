import json
import subprocess
import sys

import pytest
from rich.console import Console

import humas_nlp
from humas_nlp.artefacts import write_manifest
from humas_nlp.bundled import samples
from humas_nlp.cli.demo import show_samples
from humas_nlp.cli.info import collect, count_entries
from humas_nlp.pipeline import TRAINED

GOLD = {
    "id": "g1",
    "text": "“Siap,” ujar Tirta Wening.",
    "meta": {"title": None},
    "people": [{"id": "P1", "name": "Tirta Wening"}],
    "quotes": [
        {
            "start": 1,
            "end": 6,
            "text": "Siap,",
            "kind": "direct",
            "speaker": "P1",
            "cue": {"start": 8, "end": 12, "text": "ujar"},
            "source": {"start": 13, "end": 25, "text": "Tirta Wening"},
        }
    ],
    "themes": ["bencana"],
}
WRONG = {"id": "g1", "quotes": [{"start": 1, "end": 6, "kind": "direct", "speaker": None}]}


def test_evaluate(humas, write):
    gold, predicted = write("gold.jsonl", [GOLD]), write("p.jsonl", [WRONG])
    result = humas("evaluate", gold, predicted, "--errors", "5")
    assert result.exit_code == 0
    assert "span_relaxed_all         P 1.000  R 1.000  F1 1.000  (gold 1, pre" in result.stdout
    assert result.stdout.splitlines()[-1] == "speaker\tg1\tdirect\tSiap,\tgold P1\tfound none"


def test_evaluate_as_json(humas, write):
    gold, predicted = write("gold.jsonl", [GOLD]), write("p.jsonl", [WRONG])
    result = humas("evaluate", gold, predicted, "--json", "--errors", "1")
    assert json.loads(result.stdout)["attribution_all"] == 0
    assert result.stderr.startswith("speaker\t")


def test_evaluate_with_parts_baselines_and_listing(humas, write, tmp_path):
    gold, predicted = write("gold.jsonl", [GOLD]), write("p.jsonl", [WRONG])
    listing = tmp_path / "salah.txt"
    result = humas(
        "evaluate", gold, predicted, "--slices", "--baselines", "--listing", listing, "--json"
    )
    measures = json.loads(result.stdout)
    assert measures["slice_kind"] == {"direct": 0}
    assert measures["nearest_name: attribution"] == measures["last_speaker: attribution"] == 0
    assert listing.read_text("utf-8").startswith("# g1\nspeaker: “ [[Siap,]]")


@pytest.mark.parametrize(
    ("gold", "predicted", "words"),
    [
        ([GOLD], None, "cannot be read"),
        ([GOLD], "rusak", "p.jsonl, line 1: not valid JSON"),
        ([GOLD], "[]", "p.jsonl, line 1: not a JSON object"),
        ([GOLD], [WRONG, WRONG], "more than once"),
        ([GOLD], [{"id": "lain"}], "No id of the predictions is in the gold"),
        ([GOLD], [{"id": "g1", "quotes": [{"start": 2, "end": 1, "kind": "direct"}]}], "usable"),
        ([{"id": "g1", "text": ""}], [WRONG], "has no meta, people, quotes, themes"),
    ],
)
def test_bad_evaluations(humas, write, tmp_path, gold, predicted, words):
    if predicted is not None:
        write("p.jsonl", predicted)
    result = humas("evaluate", write("gold.jsonl", gold), tmp_path / "p.jsonl")
    assert result.exit_code == 2
    assert words in result.stderr
    assert "Traceback" not in result.output


def test_info(humas):
    result = humas("info")
    assert result.exit_code == 0
    facts = json.loads(humas("info", "--json").stdout)
    assert facts == collect()
    assert facts["versions"]["spacy"] in result.stdout
    assert facts["lexicons"]["themes.toml"] > 0
    assert all(len(model["sha256"]) == 64 for model in facts["models"])


def test_info_lists_the_trained_pipelines(humas):
    whole, light = collect()["pipelines"]
    assert (whole["name"], light["name"]) == TRAINED
    assert whole["bytes"] > light["bytes"] > 1e6
    assert whole["problem"] is light["problem"] is None
    assert whole["version"] == humas_nlp.__version__
    shown = humas("info").stdout
    assert f"{whole['bytes']:,}" in shown
    assert "all as in the manifest" in shown
    # one line a pipeline: their parts are not models of their own
    files = {model["file"] for model in collect()["models"]}
    assert "themes/themes.skops" in files
    assert not any(file.startswith(TRAINED) for file in files)


def test_info_says_what_is_wrong_with_a_pipeline(monkeypatch, tmp_path):
    (tmp_path / TRAINED[0]).mkdir()
    (tmp_path / TRAINED[0] / "model").write_bytes(b"1")
    write_manifest(tmp_path / TRAINED[0], {"version": "9"})
    (tmp_path / TRAINED[0] / "model").write_bytes(b"2")
    monkeypatch.setattr("humas_nlp.artefacts.roots", lambda: iter([tmp_path]))
    (pipeline,) = collect()["pipelines"]
    assert "model is missing, damaged or was replaced" in pipeline["problem"]


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [
        ("a.txt", "# satu\n\nujar\n  kata \n", 2),
        ("a.toml", '[[cue]]\nroot = "ujar"\nforms = ["a", "b"]\n[[cue]]\nroot = "kata"', 2),
        ("a.toml", 'a = ["x", "y"]\n[b]\nc = ["z"]\nd = "w"', 4),
        ("a.toml", 'heads = """\nBupati Camat\nLurah\n"""', 3),
    ],
)
def test_lexicon_entries(name, content, count):
    assert count_entries(name, content) == count


def test_version(humas):
    assert humas("--version").stdout.startswith("humas_nlp ")


def test_demo(humas, tmp_path):
    page = tmp_path / "contoh.html"
    result = humas("demo", "--count", "1", "--html", page)
    assert result.exit_code == 0
    assert result.stdout.count("Tokoh") == 1
    assert page.read_text(encoding="utf-8").count("<section") == len(samples())
    assert humas("demo", "--html", page).exit_code == 2
    assert humas("demo", "-n", "0", "--html", page, "--overwrite").exit_code == 0


def test_demo_analyses_only_what_it_shows(engine, capsys):
    show_samples({"a": "satu", "b": "GAGAL"}, engine, Console(), count=1)
    assert "satu" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["humas_nlp.cli"], ["humas_nlp.corpus.readers"]])
def test_help_imports_nothing_heavy(words):
    code = (
        f"import sys, {words[0]}; "
        "print([m for m in ('spacy', 'pandas', 'pyarrow', 'sklearn') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_the_module_is_the_command():
    out = subprocess.run(
        [sys.executable, "-m", "humas_nlp", "--help"], capture_output=True, text=True, check=True
    )
    assert "analyze" in out.stdout
