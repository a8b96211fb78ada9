"""The contract of the estimator."""

import copy

import numpy as np
import pandas as pd
import pytest
import spacy
from sklearn.base import clone, is_classifier
from sklearn.exceptions import NotFittedError
from sklearn.model_selection import KFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.utils import get_tags
from sklearn.utils.estimator_checks import (
    check_estimator_cloneable,
    check_estimator_repr,
    check_get_params_invariance,
    check_no_attributes_set_in_init,
    check_parameters_default_constructible,
    check_set_params,
    check_valid_tag_types,
)
from themes_examples import LABELS, TEXTS

from humas_nlp.themes import ThemeClassifier, ThemeDataError, WordSpace


@pytest.mark.parametrize(
    "check",
    [
        check_estimator_cloneable,
        check_estimator_repr,
        check_get_params_invariance,
        check_no_attributes_set_in_init,
        check_parameters_default_constructible,
        check_set_params,
        check_valid_tag_types,
    ],
    ids=lambda check: check.__name__,
)
def test_scikit_learn_check(check):
    check("ThemeClassifier", ThemeClassifier())


def test_tags_say_text_and_multilabel():
    tags = get_tags(ThemeClassifier())
    assert is_classifier(ThemeClassifier())
    assert tags.input_tags.string and not tags.input_tags.two_d_array
    assert tags.classifier_tags.multi_label


def test_fit_returns_self_and_does_not_touch_parameters():
    model = ThemeClassifier(min_df=1, threshold=0.5)
    before = model.get_params()
    assert model.fit(TEXTS, LABELS) is model
    assert model.get_params() == before


def test_use_before_fit_is_refused():
    with pytest.raises(NotFittedError):
        ThemeClassifier().predict(TEXTS)


def test_shapes_and_classes(small):
    assert small.classes_.tolist() == ["pendidikan", "pertanian_pangan"]
    assert small.predict(TEXTS).shape == (8, 2)
    scores = small.predict_proba(TEXTS)
    assert scores.shape == (8, 2) and ((scores > 0) & (scores < 1)).all()


def test_it_learns(small):
    assert small.codes(["petani menanam padi", "siswa dan guru"]) == [
        ["pertanian_pangan"],
        ["pendidikan"],
    ]
    assert small.score(TEXTS, LABELS) == 1.0


@pytest.mark.parametrize("form", [list, tuple, pd.Series, np.array], ids=str)
def test_text_containers_give_the_same(small, form):
    assert (small.predict(form(TEXTS)) == small.predict(TEXTS)).all()


def test_spacy_docs_are_texts(small):
    nlp = spacy.blank("id")
    docs = [nlp(text) for text in TEXTS]
    assert (small.predict(docs) == small.predict(TEXTS)).all()
    assert (clone(small).fit(docs, LABELS).coef_ == small.coef_).all()


def test_texts_that_are_not_to_tune_on_still_teach():
    texts, labels = TEXTS * 3, LABELS * 3
    tune = [i < 8 for i in range(len(texts))]
    some = ThemeClassifier(min_df=1, cv=3).fit(texts, labels, tune=tune)
    everything = ThemeClassifier(min_df=1, cv=3).fit(texts, labels)
    assert some.vocabulary_ == everything.vocabulary_
    assert (some.intercept_ != everything.intercept_).any()
    assert some.score(texts, labels) > 0.9


def test_a_text_that_counts_more_pulls_harder():
    texts, labels = ["padi guru", "padi guru"] * 4, [["a"], ["b"]] * 4
    model = ThemeClassifier(min_df=1, threshold=0.5, balanced=False)
    model.fit(texts, labels, sample_weight=[5.0, 1.0] * 4)
    assert model.codes(["padi guru"]) == [["a"]]


def test_names_are_those_given_or_the_taxonomy(small):
    assert small.name_of("pendidikan") == "Pendidikan"
    model = ThemeClassifier(names={"x": "Iks"}, threshold=0.5)
    assert [model.name_of("x"), model.name_of("tak_ada")] == ["Iks", "tak ada"]


def test_label_forms_give_the_same_weights(small):
    matrix = np.array([["pendidikan" in x, "pertanian_pangan" in x] for x in LABELS], dtype=int)
    frame = pd.DataFrame(matrix, columns=["pendidikan", "pertanian_pangan"])
    plain = ThemeClassifier(min_df=1, threshold=0.5)
    from_frame = clone(plain).fit(TEXTS, frame)
    assert from_frame.classes_.tolist() == small.classes_.tolist()
    for other in (from_frame, clone(plain).fit(TEXTS, matrix)):
        assert np.allclose(other.coef_, small.coef_)


def test_one_label_a_document():
    labels = ["tani"] * 3 + ["ajar"] * 5
    model = ThemeClassifier(min_df=1).fit(TEXTS, labels)
    assert model.predict(["padi petani", "guru"]).tolist() == ["tani", "ajar"]
    assert model.predict_proba(TEXTS).sum(axis=1) == pytest.approx(1)
    assert model.score(TEXTS, labels) >= 0.75


def test_fitting_twice_gives_the_same_model():
    texts, labels = TEXTS * 3, LABELS * 3
    one, two = (ThemeClassifier(min_df=1, cv=3).fit(texts, labels) for _ in range(2))
    assert (one.coef_ == two.coef_).all() and (one.thresholds_ == two.thresholds_).all()


@pytest.mark.parametrize("threshold", ["shared", "own"])
def test_thresholds_are_chosen_on_held_out_groups(threshold):
    texts, labels = TEXTS * 3, LABELS * 3
    groups = [i % 3 for i in range(len(texts))]
    model = ThemeClassifier(min_df=1, threshold=threshold, cv=3)
    model.fit(texts, labels, groups=groups)
    assert ((model.thresholds_ > 0) & (model.thresholds_ < 1)).all()
    assert model.score(texts, labels) > 0.9


def test_prototypes_bring_words_that_no_training_text_has():
    about = {"pertanian_pangan": "padi kerbau traktor", "pendidikan": "guru rapor ijazah"}
    model = ThemeClassifier(prototypes=about, min_df=1, threshold=0.5).fit(TEXTS, LABELS)
    assert model.codes(["kerbau", "ijazah"]) == [["pertanian_pangan"], ["pendidikan"]]


def test_folded_space_gives_the_words_near_a_theme_weight():
    farming = ["padi kerbau petani", "petani kerbau sawah", "kerbau jagung padi"]
    school = ["ijazah siswa guru", "ijazah guru sekolah", "ijazah mahasiswa siswa"]
    space = WordSpace.learn(farming * 4 + school * 4, dimensions=2, min_df=1, max_df=0.9)
    model = ThemeClassifier(space=space, threshold=0.5).fit(TEXTS, LABELS)
    assert model.coef_.shape == (len(space.vocabulary), 2)
    scores = model.predict_proba(["kerbau", "ijazah"])
    assert scores[0, 1] > scores[0, 0] and scores[1, 0] > scores[1, 1]


def test_class_without_positives_does_not_raise():
    matrix = np.zeros((8, 2), dtype=int)
    matrix[:4, 0] = 1
    model = ThemeClassifier(min_df=1, threshold=0.5).fit(TEXTS, matrix)
    assert model.predict(TEXTS)[:, 1].sum() == 0


def test_cross_validation_and_pipeline():
    matrix = np.array([["pendidikan" in x, "pertanian_pangan" in x] for x in LABELS], dtype=int)
    pipe = make_pipeline(ThemeClassifier(min_df=1, threshold=0.5))
    values = cross_val_score(pipe, TEXTS, matrix, cv=KFold(2, shuffle=True, random_state=0))
    assert len(values) == 2 and (values > 0.5).all()


@pytest.mark.parametrize(
    ("texts", "labels", "words"),
    [
        ("satu teks", [["a"]], "one string"),
        ([None], [["a"]], "NoneType"),
        (["a b"], [["a"], ["b"]], "1 texts but labels for 2"),
        ([], [], "no texts"),
        (["a", "b"], np.array([[0, 2], [1, 0]]), "0 and 1"),
        (["a", "b"], [[1], [2]], "strings"),
        (["1", "2"], [["a"], ["b"]], "min_df"),
    ],
)
def test_wrong_input_is_told(texts, labels, words):
    with pytest.raises(ThemeDataError, match=words):
        ThemeClassifier().fit(texts, labels)


def test_unknown_threshold_is_told():
    with pytest.raises(ThemeDataError, match="'shared', 'own'"):
        ThemeClassifier(threshold="best").fit(TEXTS, LABELS)


def test_main_theme_is_learned_from_the_order_of_labels():
    texts = ["guru siswa padi sawah"] * 6 + ["padi sawah"] * 6 + ["guru siswa"] * 6
    labels = [["pendidikan", "pertanian_pangan"]] * 6
    labels += [["pertanian_pangan"]] * 6 + [["pendidikan"]] * 6
    turned = [list(reversed(codes)) for codes in labels]
    for given in (labels, turned):
        model = ThemeClassifier(min_df=1, threshold=0.3).fit(texts, given)
        assert model.codes(texts[:1]) == [given[0]]


def test_sets_of_labels_have_no_order():
    model = ThemeClassifier(min_df=1, threshold=0.5).fit(TEXTS, [set(codes) for codes in LABELS])
    assert model.order_coef_ is None
    assert ThemeClassifier(min_df=1, order=False).fit(TEXTS, LABELS).order_coef_ is None


def test_predict_and_codes_choose_the_same_themes(model):
    texts = ["Harga mobil listrik baru", "Artis itu menanam selada", "KPU menetapkan calon", "zzz"]
    sets = [{str(model.classes_[c]) for c in row.nonzero()[0]} for row in model.predict(texts)]
    assert sets == [set(codes) for codes in model.codes(texts)]
    first = np.full(len(model.classes_), -9.0)
    first[list(model.classes_).index(model.other)] = 9.0
    abstaining = copy.copy(model)
    abstaining.order_intercept_ = first
    abstaining.thresholds_ = np.zeros(len(model.classes_))
    assert abstaining.codes(texts) == [[model.other]] * len(texts)
    assert (abstaining.predict(texts).sum(axis=1) == 1).all()
