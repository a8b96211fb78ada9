"""`humas doctor`."""

import json
import shutil
from importlib import metadata

import pytest

from humas_nlp import artefacts
from humas_nlp.cli import doctor


@pytest.fixture
def damaged(monkeypatch, tmp_path):
    """A copy of the light models with one byte more in one file."""
    (root,) = [r for r in artefacts.roots() if (r / "themes").is_dir()][:1]
    for name in ("id_humas_news_light", "themes"):
        shutil.copytree(root / name, tmp_path / name)
    monkeypatch.setattr(doctor, "roots", lambda: iter([tmp_path]))
    return tmp_path


def states() -> dict[str, str]:
    return {finding.name: finding.state for finding in doctor.models()}


def test_a_whole_installation_is_well(humas):
    result = humas("doctor", "--json")
    found = {row["name"]: row for row in json.loads(result.stdout)}
    assert result.exit_code == 0, result.stdout
    for name in ("python", "spacy", "id_humas_news", "themes", "spaCy components", "analysis"):
        assert found[name]["state"] == "ok"
    assert found["spacy"]["detail"] == metadata.version("spacy")


def test_a_changed_model_is_named(damaged):
    assert states() == {"id_humas_news_light": "ok", "themes": "ok"}
    with (damaged / "id_humas_news_light" / "ner" / "model").open("ab") as stream:
        stream.write(b"x")
    with (damaged / "themes" / "themes.skops").open("ab") as stream:
        stream.write(b"x")
    found = list(doctor.models())
    assert [finding.state for finding in found] == ["wrong", "wrong"]
    assert "ner/model" in found[0].detail and "install humas-nlp again" in found[1].detail


def test_no_model_at_all_is_wrong(monkeypatch, tmp_path):
    monkeypatch.setattr(doctor, "roots", lambda: iter([tmp_path]))
    assert states() == {"models": "wrong"}


def test_versions_are_compared(monkeypatch):
    lines = ["spacy>=99", "tiada>=1", 'juga-tiada>=1; extra == "report"', 'x>=1; extra == "check"']
    monkeypatch.setattr(doctor.metadata, "requires", lambda name: lines)
    found = {finding.name: finding for finding in doctor.requirements()}
    assert {name: each.state for name, each in found.items()} == {
        "spacy": "wrong",
        "tiada": "wrong",
        "juga-tiada [report]": "missing",
    }
    assert "humas-nlp[report]" in found["juga-tiada [report]"].detail


def test_something_wrong_gives_exit_code_1(humas, monkeypatch):
    wrong = doctor.Finding("python", "wrong", "2.7: install Python 3.11 or newer")
    monkeypatch.setattr(doctor, "examine", lambda: iter([wrong]))
    result = humas("doctor")
    assert result.exit_code == 1 and "install Python 3.11" in result.stdout
