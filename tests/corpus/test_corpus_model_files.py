import pandas as pd
import pyarrow as pa
import pytest

import humas_nlp
import humas_nlp.pandas
from humas_nlp.artefacts import folder_of, write_manifest
from humas_nlp.corpus.engine import engine_digest, engine_of_process, load_engine, themes_digest
from humas_nlp.corpus.model_files import check_model_folder, folder_digest
from humas_nlp.corpus.nested import Columns, analyze_table
from humas_nlp.errors import DataError, ModelNotFoundError
from humas_nlp.pipeline import TRAINED
from humas_nlp.themes import ThemeClassifier, save
from humas_nlp.themes.store import bundled_path as themes_path


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    folder = tmp_path_factory.mktemp("model") / "rules"
    humas_nlp.load("rules").to_disk(folder)
    return folder


@pytest.fixture
def model(saved, tmp_path):
    folder = tmp_path / "rules"
    for path in saved.rglob("*"):
        if path.is_file():
            copy = folder / path.relative_to(saved)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    return folder


def test_a_saved_pipeline_is_loaded_by_its_path(model):
    write_manifest(model, {})
    engine = load_engine(str(model))
    (document,) = engine.analyze_many(["Kata Bupati."], ids=["a"], nlp=engine.nlp)
    assert document.id == "a"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("jahat.py", b"print(1)"),
        ("vocab/jahat.pkl", b"x"),
        ("vocab/tersamar", b"\x80\x04\x95\x00."),
        ("a/b/jahat.so", b"\x7fELF"),
        ("JAHAT.PY", b""),
    ],
)
def test_code_and_pickles_are_refused(model, name, content):
    path = model / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    with pytest.raises(ModelNotFoundError, match="code or a pickle"):
        load_engine(str(model))


def test_a_link_out_of_the_folder_is_refused(model, tmp_path):
    (tmp_path / "rahasia").write_text("x", "utf-8")
    (model / "tautan").symlink_to(tmp_path / "rahasia")
    with pytest.raises(ModelNotFoundError, match="leads out"):
        check_model_folder(model)


def test_files_must_be_those_of_the_manifest(model):
    write_manifest(model, {})
    check_model_folder(model)
    meta = model / "meta.json"
    before = meta.read_bytes()
    meta.write_bytes(before + b" ")
    with pytest.raises(ModelNotFoundError, match=r"meta\.json is missing, damaged.*Copy the whole"):
        check_model_folder(model)
    meta.write_bytes(before)
    (model / "baru.json").write_text("{}", "utf-8")
    with pytest.raises(ModelNotFoundError, match=r"baru\.json"):
        check_model_folder(model)


def test_no_pipeline_and_a_damaged_one(tmp_path, model):
    with pytest.raises(ModelNotFoundError, match=r"no config\.cfg"):
        load_engine(f"{tmp_path}/tidak-ada")
    (model / "config.cfg").write_text("[nlp]\nlang = ???", "utf-8")
    with pytest.raises(ModelNotFoundError, match="cannot be loaded"):
        load_engine(str(model))


def test_the_digest_tells_models_apart(model, tmp_path):
    assert engine_digest("rules") == engine_digest("rules")
    first = folder_digest(model)
    assert first == folder_digest(model)
    (model / ".tersembunyi").write_text("x", "utf-8")
    assert first == folder_digest(model)
    (model / "meta.json").write_text("{}", "utf-8")
    assert first != folder_digest(model)
    assert engine_digest(str(model)) != engine_digest("rules")


def test_bundled_models_are_data():
    for name in TRAINED:
        check_model_folder(folder_of(name))
    assert themes_path().suffix == ".skops"  # its hash is checked whenever it is loaded


def own_model(path, labels=("sawah", "sekolah")):
    texts = ["petani panen padi di sawah", "guru mengajar siswa di kelas"] * 3
    classifier = ThemeClassifier(threshold=0.5, min_df=1)
    return save(classifier.fit(texts, [[label] for label in labels] * 3), path)


@pytest.fixture(scope="module")
def own_themes(tmp_path_factory):
    return own_model(tmp_path_factory.mktemp("themes") / "sendiri.skops")


@pytest.mark.parametrize("name", ["rules", "saved", "id_humas_news"])
def test_a_theme_model_of_ones_own_goes_into_any_pipeline(name, saved, own_themes):
    engine = load_engine(str(saved) if name == "saved" else name, str(own_themes))
    (document,) = engine.analyze_many(["Guru mengajar siswa."], ids=["a"], nlp=engine.nlp)
    assert [theme.code for theme in document.themes] == ["sekolah"]


def test_a_saved_pipeline_without_themes_takes_no_theme_model(tmp_path, own_themes):
    humas_nlp.blank().to_disk(tmp_path / "kosong")
    with pytest.raises(DataError, match="has no component humas_themes"):
        load_engine(str(tmp_path / "kosong"), str(own_themes))


def test_a_theme_model_is_known_by_its_content_not_by_its_place(own_themes, tmp_path):
    assert themes_digest(None) is None
    for path in (own_themes, own_themes.with_suffix(".json")):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert themes_digest(str(own_themes)) == themes_digest(str(tmp_path / own_themes.name))
    with pytest.raises(ModelNotFoundError, match="There is no theme model at"):
        themes_digest(tmp_path / "tidak-ada.skops")
    (tmp_path / own_themes.name).write_bytes(b"lain")
    with pytest.raises(ModelNotFoundError, match="the SHA-256 differs"):
        themes_digest(tmp_path / own_themes.name)


def test_a_theme_model_trained_anew_is_loaded_anew(tmp_path):
    def code():
        engine = engine_of_process("rules", path)
        (document,) = engine.analyze_many(["Guru mengajar."], ids=["a"], nlp=engine.nlp)
        return document.themes[0].code

    path = own_model(tmp_path / "a.skops")
    assert code() == "sekolah"
    assert engine_of_process("rules", path) is engine_of_process("rules", str(path))
    own_model(path, ("kebun", "kampus"))
    assert code() == "kampus"


def test_rows_of_clusters_and_frames_have_the_themes_of_ones_own(own_themes, tmp_path):
    texts = ["Guru mengajar siswa.", "Petani panen padi."]
    table = pa.table({"id": ["a", "b"], "text": texts})
    found = analyze_table(table, Columns(model="rules", themes=own_themes))
    assert [row[0]["code"] for row in found["themes"].to_pylist()] == ["sekolah", "sawah"]

    frame = pd.DataFrame({"text": texts})
    path = own_model(tmp_path / "a.skops")
    frame.humas.analyze(model="rules", themes=path)
    assert frame.humas.themes()["code"].tolist() == ["sekolah", "sawah"]
    own_model(path, ("kebun", "kampus"))
    assert frame.humas.themes()["code"].tolist() == ["kampus", "kebun"]
