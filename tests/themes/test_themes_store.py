"""Models on disk: round trip, manifest, refusals."""

import json

import numpy as np
import pytest
import skops.io
from sklearn.linear_model import LogisticRegression
from themes_examples import LABELS, TEXTS

from humas_nlp.artefacts import digest
from humas_nlp.errors import HumasError, ModelNotFoundError
from humas_nlp.themes import ThemeClassifier, WordSpace, bundled, load, read_manifest, save, store


@pytest.fixture
def saved(small, tmp_path):
    return save(small, tmp_path / "own.skops", figures={"micro": 0.5}, notes={"data": "tests"})


def _sign(path):
    """Make the manifest fit the file again."""
    beside = path.with_suffix(".json")
    manifest = json.loads(beside.read_text("utf-8"))
    manifest["sha256"] = digest(path)
    beside.write_text(json.dumps(manifest), "utf-8")


def test_round_trip(small, saved):
    back = load(saved)
    assert back.classes_.tolist() == small.classes_.tolist()
    assert np.allclose(back.predict_proba(TEXTS), small.predict_proba(TEXTS), atol=1e-3)
    assert back.codes(TEXTS) == small.codes(TEXTS)
    assert (back.predict(TEXTS) == small.predict(TEXTS)).all()


def test_phrases_names_and_share_survive(tmp_path):
    space = WordSpace.learn(TEXTS * 3, dimensions=2, min_df=1, max_df=0.9, min_phrase_df=2)
    names = {"pendidikan": "Sekolah"}
    model = ThemeClassifier(space=space, names=names, cv=3).fit(TEXTS * 3, LABELS * 3)
    back = load(save(model, tmp_path / "own.skops"))
    assert model.words.phrases and back.words.phrases == model.words.phrases
    assert back.share_ == model.share_ and back.name_of("pendidikan") == "Sekolah"
    assert np.allclose(back.predict_proba(TEXTS), model.predict_proba(TEXTS), atol=1e-3)


def test_order_of_themes_survives(small, saved):
    back = load(saved)
    row = small.words.row(TEXTS[6])
    assert np.allclose(back.order_of(*row), small.order_of(*row), atol=1e-3)


def test_model_of_the_format_before_is_read_and_has_no_order(saved):
    state = skops.io.load(saved, trusted=[])
    del state["order_coef"], state["order_intercept"]
    skops.io.dump(state | {"format": 2}, saved)
    _sign(saved)
    back = load(saved)
    assert back.order_of(*back.words.row(TEXTS[0])) is None
    assert all(back.codes(TEXTS))


def test_a_loaded_model_can_be_saved_again(saved, tmp_path):
    again = save(load(saved), tmp_path / "again.skops")
    assert load(again).vocabulary_ == load(saved).vocabulary_


def test_manifest_names_labels_versions_figures(saved):
    manifest = read_manifest(saved)
    assert manifest["labels"] == ["pendidikan", "pertanian_pangan"]
    assert set(manifest["versions"]) == {"scikit-learn", "skops", "numpy"}
    assert manifest["figures"] == {"micro": 0.5} and manifest["data"] == "tests"


def test_file_holds_plain_data_only(saved):
    assert skops.io.get_untrusted_types(file=saved) == []


def test_bundled_model_has_its_card_and_manifest():
    path = store.bundled_path()
    assert path.stat().st_size <= 15_000_000
    assert (path.parent / "CARD.md").is_file()
    manifest = read_manifest(path)
    assert manifest["labels"] == list(bundled().classes_)
    assert manifest["figures"]["gold_dev_micro"] >= 0.82
    assert manifest["figures"]["gold_dev_first"] >= 0.92
    assert manifest["figures"]["dev_calibration"] <= 0.07
    assert manifest["baseline"]["themes"].keys() <= set(manifest["labels"])


def test_bundled_model_is_read_once():
    assert bundled() is bundled()


def test_changed_file_is_refused(saved):
    saved.write_bytes(saved.read_bytes() + b"x")
    with pytest.raises(ModelNotFoundError, match="SHA-256"):
        load(saved)


def test_damaged_file_is_refused(saved):
    saved.write_bytes(b"no zip")
    _sign(saved)
    with pytest.raises(ModelNotFoundError, match="cannot be read"):
        load(saved)


def test_untrusted_types_are_refused(saved):
    class Odd:
        pass

    Odd.__qualname__ = "Odd"
    globals()["Odd"] = Odd
    skops.io.dump({"format": 2, "model": Odd()}, saved)
    _sign(saved)
    with pytest.raises(ModelNotFoundError, match="not plain data"):
        load(saved)


@pytest.mark.parametrize("content", [{"format": 1}, {"format": 2}, LogisticRegression()], ids=str)
def test_other_content_is_refused(saved, content):
    skops.io.dump(content, saved)
    _sign(saved)
    with pytest.raises(ModelNotFoundError, match=r"[Tt]rain it again"):
        load(saved)


def test_weights_that_do_not_fit_are_refused(small, saved):
    state = store._state(small)
    skops.io.dump(state | {"vocabulary": "satu"}, saved)
    _sign(saved)
    with pytest.raises(ModelNotFoundError, match="do not fit"):
        load(saved)


@pytest.mark.parametrize("manifest", [None, "[", "[]"])
def test_missing_or_broken_manifest_is_told(saved, manifest):
    beside = saved.with_suffix(".json")
    beside.unlink()
    if manifest is not None:
        beside.write_text(manifest, "utf-8")
    with pytest.raises(ModelNotFoundError, match="manifest"):
        load(saved)


def test_missing_model_is_told(tmp_path):
    with pytest.raises(ModelNotFoundError, match="no theme model at"):
        load(tmp_path / "none.skops")


@pytest.mark.parametrize("name", ["model.pkl", "model.joblib", "model"])
def test_pickles_are_refused(tmp_path, small, name):
    with pytest.raises(HumasError, match=r"\.skops"):
        load(tmp_path / name)
    with pytest.raises(HumasError, match=r"\.skops"):
        save(small, tmp_path / name)


def test_missing_bundle_names_the_places(monkeypatch, tmp_path):
    monkeypatch.setattr(store, "places", lambda name: iter([tmp_path / "a.skops"]))
    with pytest.raises(ModelNotFoundError, match=r"a\.skops.*train\.py"):
        store.bundled_path()
