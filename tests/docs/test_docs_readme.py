"""What the READMEs show is what the library gives."""

import json
import re
from pathlib import Path

import pytest

import humas_nlp
from humas_nlp import Document, analyze
from humas_nlp.corpus import run

ROOT = Path(__file__).parents[2]


def blocks(name: str, language: str) -> list[str]:
    """Return the fenced blocks of a language."""
    text = (ROOT / name).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def example(name: str) -> str:
    """Return the release that a README analyses."""
    return re.search(r'"""(.*?)"""', blocks(name, "python")[0], re.DOTALL)[1]


def unweighed(row: dict) -> dict:
    """Return a person or quote without its probabilities."""
    others = [name for name, _ in row.get("speaker_alternatives", ())]
    return {**row, "confidence": None, "speaker_alternatives": others}


@pytest.mark.parametrize("name", ["README.md", "README.id.md"])
def test_first_program_prints_what_stands_below_it(name, capsys):
    exec(compile(blocks(name, "python")[0], name, "exec"), {})
    assert capsys.readouterr().out == blocks(name, "text")[0]


@pytest.mark.parametrize("name", ["README.md", "README.id.md"])
def test_all_programs_run_one_after_another(name, tmp_path, monkeypatch):
    samples = humas_nlp.samples()
    (tmp_path / "masukan").mkdir()
    for key, text in list(samples.items())[:3]:
        (tmp_path / "masukan" / f"{key}.txt").write_text(text, "utf-8")
    run([tmp_path / "masukan"], tmp_path / "hasil")
    monkeypatch.chdir(tmp_path)
    texts = list(samples.values())[:3]
    # What the READMEs take for granted: texts, articles, and a run in hasil/.
    given = {"texts": texts, "naskah": texts, "articles": list(samples.items())[:3]}
    for block in blocks(name, "python"):
        exec(compile(block, name, "exec"), given)
    assert list(tmp_path.glob("*.parquet"))


@pytest.mark.parametrize("name", ["README.md", "README.id.md"])
def test_words_are_as_shown(name):
    lines = "".join(blocks(name, "python")).splitlines()
    shown = [m for line in lines if (m := re.match(r"(\S.*\))  # '([^']+)'", line))]
    assert len(shown) == 4
    for call, value in (m.groups() for m in shown):
        assert eval(call, {"humas_nlp": humas_nlp}) == value


def test_json_is_that_of_the_example():
    (shown,) = (json.loads(block) for block in blocks("README.md", "json"))
    document = analyze(example("README.md"), id=shown["id"])
    found = document.to_dict()
    assert list(shown) == list(found)
    for key in ("schema", "meta", "sentences", "warnings"):
        assert shown[key] == found[key]
    pairs = [*zip(shown["people"], found["people"], strict=True)]
    pairs += [(shown["quotes"][0], found["quotes"][0])]
    for ours, theirs in pairs:
        # Weights are fitted again now and then: what is shown is about what is given.
        assert ours["confidence"] == pytest.approx(theirs["confidence"], abs=0.1)
        assert unweighed(ours) == unweighed(theirs)
    assert shown["entities"][0] in found["entities"]
    assert shown["themes"][0]["code"] == found["themes"][0]["code"]
    assert Document.from_dict(shown).to_dict() == shown


def test_both_languages_analyse_the_same_release():
    assert example("README.md") == example("README.id.md")


@pytest.mark.parametrize("name", sorted(path.name for path in ROOT.glob("*.md")))
def test_links_within_the_checkout_lead_somewhere(name):
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", (ROOT / name).read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []
