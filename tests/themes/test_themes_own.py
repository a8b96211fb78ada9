"""Training one's own themes, figures, and what a model does on a corpus."""

import numpy as np
import pytest
from themes_examples import LABELS, TEXTS

from humas_nlp.themes import ThemeClassifier, ThemeDataError, load, read_manifest
from humas_nlp.themes.drift import corpus_report, stability, stability_by_chance
from humas_nlp.themes.examples import Examples
from humas_nlp.themes.measures import calibration_error, cross_validate, figures_of
from humas_nlp.themes.own import baseline_of, evaluate_model, train_own
from humas_nlp.themes.seeds import Seed

SEEDS = [
    Seed("tani", "Pertanian", ("petani", "padi", "jagung")),
    Seed("ajar", "Sekolah", ("guru", "siswa", "mahasiswa")),
]


def examples(repeat=4):
    texts = [f"{text} kali {'i' * n}" for n in range(repeat) for text in TEXTS]
    return Examples(texts, LABELS * repeat, [f"x.csv, line {i}" for i in range(len(texts))])


@pytest.fixture(scope="module")
def trained():
    return train_own(examples())


def test_training_measures_and_keeps(trained, tmp_path):
    assert trained.figures.micro > 0.9
    assert [size for size, _ in trained.figures.curve] == sorted(
        size for size, _ in trained.figures.curve
    )
    path = trained.save(tmp_path / "own.skops")
    manifest = read_manifest(path)
    assert manifest["documents"] == 32 and manifest["labels_from"] == "labels"
    assert 0 <= manifest["baseline"]["abstained"] <= 1
    assert load(path).codes(["petani memanen padi"]) == [["pertanian_pangan"]]


def test_training_twice_gives_the_same(trained):
    again = train_own(examples())
    assert (again.model.coef_ == trained.model.coef_).all()
    assert again.figures.to_dict() == trained.figures.to_dict()


def test_training_without_a_curve():
    assert len(train_own(examples(), curve=False).figures.curve) == 1


def test_training_by_seeds_alone():
    unlabelled = examples()
    unlabelled.labels = [[] for _ in unlabelled.texts]
    silent = Seed("laut", "Laut", ("kapal",))
    trained = train_own(unlabelled, [*SEEDS, silent], by_seeds=True, curve=False)
    assert trained.by_seeds and set(trained.model.classes_) == {"tani", "ajar"}
    assert any("laut" in warning for warning in trained.warnings)
    assert trained.model.name_of("ajar") == "Sekolah"
    assert trained.model.codes(["siswa dan guru"]) == [["ajar"]]


def test_seeds_that_are_nowhere_are_told():
    with pytest.raises(ThemeDataError, match="speak about"):
        train_own(examples(), [Seed("laut", "Laut", ("kapal",))], by_seeds=True)
    with pytest.raises(ThemeDataError, match="must be seeds"):
        train_own(examples(), by_seeds=True)


def test_seeds_add_words_to_labels():
    known = Seed("pendidikan", "Pendidikan", ("ijazah", "rapor"))
    trained = train_own(examples(), [known], curve=False)
    assert trained.model.codes(["ijazah dan rapor"])[0][0] == "pendidikan"


def test_evaluation_counts_unknown_labels_as_missed(trained):
    measured = Examples(
        ["petani memanen padi", "kapal"], [["pertanian_pangan"], ["laut"]], ["", ""]
    )
    figures = evaluate_model(trained.model, measured)
    assert figures.documents == 2
    assert figures.labels["laut"].recall == 0 and figures.labels["pertanian_pangan"].recall == 1


def test_figures():
    figures = figures_of([["a"], ["b", "a"], []], [["a"], ["b"], ["c"]])
    assert figures.micro == pytest.approx(2 * 2 / 6)
    assert figures.macro == pytest.approx((2 / 3 + 1 + 0) / 3)
    assert figures.first == pytest.approx(2 / 3)
    assert figures.calibration is None and figures.confusion == []
    assert figures_of([["a"]], [["b"]]).confusion == [("b", "a", 1)]
    assert figures.to_dict()["labels"]["a"]["support"] == 1


def test_figures_of_nothing():
    assert figures_of([], []).to_dict()["micro"] == 0


def test_calibration_error():
    given = np.array([[0.9, 0.1]] * 10)
    right = np.array([[1.0, 0.0]] * 9 + [[0.0, 1.0]])
    assert calibration_error(given, right) == pytest.approx(0)
    assert calibration_error(given, 1 - right) == pytest.approx(0.8)


def test_cross_validation_with_a_label_in_one_document():
    texts, labels = TEXTS * 3, [list(codes) for codes in LABELS * 3]
    labels[0] = ["langka"]
    figures = cross_validate(lambda: ThemeClassifier(min_df=1, cv=2), texts, labels, folds=3)
    assert figures.labels["langka"].support == 1 and figures.micro > 0.5


def test_corpus_report(small):
    report = corpus_report(
        [("petani padi", "2024-03-01"), ("guru", "2024-03-09"), ("kapal layar", None)], small
    )
    assert report.documents == 3 and report.undated == 1
    assert report.wordless == pytest.approx(1 / 3)
    assert report.unknown == pytest.approx(2 / 5)
    assert dict(report.unknown_terms) == {"kapal": 1, "layar": 1}
    assert report.periods == {"2024-03": {"pertanian_pangan": 1, "pendidikan": 1}}
    assert report.to_dict()["themes"].keys() == report.themes.keys()


def test_corpus_report_of_nothing(small):
    assert corpus_report([], small).to_dict()["documents"] == 0


def test_stability():
    assert stability({"a": 0.5, "b": 0.5}, {"a": 0.5, "b": 0.5}) == 0
    assert stability({"a": 1.0}, {"b": 1.0}) > 0.25


def test_few_documents_shift_by_chance():
    assert stability_by_chance(25, 48) == 0.5


def test_the_baseline_judges_texts_while_they_are_held_out():
    model = ThemeClassifier(min_df=1, cv=4).fit(TEXTS, LABELS)
    learned = corpus_report(((text, None) for text in TEXTS), model).baseline()
    assert model.held_out_.shape == (len(TEXTS), len(model.classes_))
    assert baseline_of(model, TEXTS)["confidence"] < learned["confidence"]
