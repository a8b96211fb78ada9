"""Scores from raw text: what is right, what a wrong token costs, whose fold is whose."""

import pytest
from models.training.ud.prepare import to_doc
from models.training.ud.train import FIRST, SECOND, train_on, train_twice, without
from spacy.vocab import Vocab
from trees_in_text import tree_of

from humas_nlp.evaluation.treebank import Tree, TreeToken
from humas_nlp.evaluation.trees import score_trees

TREE = "Warga/NOUN/1/nsubj membangun/VERB/-1/root jalan/NOUN/1/obj ./PUNCT/1/punct"


class Answering:
    """A pipeline that gives the trees of `text` whatever it is asked."""

    def __init__(self, text):
        self.text = text

    def pipe(self, texts):
        return [to_doc([tree_of(one) for one in self.text], Vocab()) for _ in texts]


def gold_tree(text):
    tree = tree_of(text)
    tokens = [TreeToken(w.form, w.upos, w.form.lower(), w.head, w.label) for w in tree.words]
    return Tree(tree.text, tuple(tokens))


def figures(gold, predicted):
    tallies = score_trees(Answering(predicted), [gold_tree(one) for one in gold])
    return {name: 100 * tallies[name].f1 for name in ("tokens", "sentences", "upos", "uas", "las")}


def test_the_gold_tree_is_all_right():
    assert set(figures([TREE, TREE], [TREE, TREE]).values()) == {100.0}


def test_the_top_of_a_sentence_counts_as_a_head():
    wrong = TREE.replace(
        "Warga/NOUN/1/nsubj membangun/VERB/-1/root", "Warga/NOUN/-1/root membangun/VERB/0/acl"
    )
    got = figures([TREE], [wrong])
    assert got["uas"] == 50.0
    assert got["upos"] == 100.0


def test_a_wrong_label_costs_las_alone():
    got = figures([TREE], [TREE.replace("jalan/NOUN/1/obj", "jalan/NOUN/1/obl")])
    assert (got["uas"], got["las"]) == (100.0, 75.0)


def test_a_split_token_costs_on_both_sides():
    got = figures(["a/X/1/dep bc/X/-1/root"], ["a/X/1/dep bc/X/-1/root ./PUNCT/1/punct"])
    assert got["tokens"] == pytest.approx(80.0)


def test_figures_of_nothing_are_zero():
    assert score_trees(Answering([]), [])["las"].f1 == 0.0


def test_training_names_the_step_that_is_missing(tmp_path):
    with pytest.raises(FileNotFoundError, match="prepare"):
        train_on({"gsd": 1}, tmp_path, tmp_path / "out", [])


def test_a_fold_takes_the_place_of_its_treebanks():
    assert without(FIRST, 3) == {"gsd": 1, "icon": 1, "train-3": 2}
    assert without(SECOND, None) == SECOND
    assert "icon" not in SECOND


def test_both_rounds_get_the_overrides(tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr("models.training.ud.train.train", lambda nlp, out: None)
    monkeypatch.setattr("models.training.ud.train.init_nlp", lambda config: seen.append(config))
    for name in (*FIRST, "dev"):
        (tmp_path / f"{name}.spacy").touch()
    train_twice(tmp_path, tmp_path / "out", ["--paths.vectors", "here"])
    assert [config["paths"]["vectors"] for config in seen] == ["here", "here"]
    assert seen[1]["components"]["parser"] == {
        "source": str(tmp_path / "out" / "first" / "model-last")
    }
