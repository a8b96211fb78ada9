"""Entities and trees of a pipeline against gold; the texts are invented."""

import json

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span
from typer.testing import CliRunner

from humas_nlp.errors import DataError
from humas_nlp.evaluation.__main__ import app
from humas_nlp.evaluation.entities import EntityText, read_entities, score_entities
from humas_nlp.evaluation.treebank import read_trees
from humas_nlp.evaluation.trees import score_trees
from humas_nlp.language.component import blank

TREE = """\
# text = Camat menyetujuinya di Kendal.
1	Camat	camat	NOUN	_	_	2	nsubj	_	_
2-3	menyetujuinya	_	_	_	_	_	_	_	_
2	menyetujui	tuju	VERB	_	_	0	root	_	_
3	nya	nya	PRON	_	_	2	obj	_	_
4	di	di	ADP	_	_	5	case	_	_
5	Kendal	kendal	PROPN	_	_	2	obl:lmod	_	_
6	.	.	PUNCT	_	_	2	punct	_	_

"""


@Language.component("test_annotator")
def annotate(doc: Doc) -> Doc:
    """Give the tree above but for one head and one part of speech."""
    if len(doc) != 5:
        return doc
    words = [t.text for t in doc]
    heads, deps = [1, 1, 3, 1, 3], ["nsubj", "root", "case", "obl", "punct"]
    pos = ["NOUN", "VERB", "ADP", "NOUN", "PUNCT"]
    done = Doc(doc.vocab, words=words, spaces=[bool(t.whitespace_) for t in doc], heads=heads,
               deps=deps, pos=pos)  # fmt: skip
    done.ents = [Span(done, 3, 4, "LOC"), Span(done, 0, 1, "PER")]
    return done


@pytest.fixture
def nlp():
    pipeline = blank()
    pipeline.add_pipe("test_annotator")
    return pipeline


@pytest.fixture
def tree_file(tmp_path):
    path = tmp_path / "pohon.conllu"
    path.write_text(TREE, encoding="utf-8")
    return path


def test_clitics_are_merged(tree_file):
    (tree,) = read_trees(tree_file)
    assert tree.text == "Camat menyetujuinya di Kendal."
    assert [t.form for t in tree.tokens] == ["Camat", "menyetujuinya", "di", "Kendal", "."]
    assert [t.head for t in tree.tokens] == [1, -1, 3, 1, 1]
    assert [t.relation for t in tree.tokens] == ["nsubj", "root", "case", "obl", "punct"]
    assert tree.tokens[1].lemma == "tuju"
    assert tree.tokens[1].pos == "VERB"


def test_trees_are_scored(nlp, tree_file):
    found = score_trees(nlp, list(read_trees(tree_file)))
    right = {name: tally.right for name, tally in found.items()}
    assert right == {"tokens": 5, "sentences": 1, "upos": 4, "stem": 5, "uas": 4, "las": 4}
    assert {tally.gold for name, tally in found.items() if name != "sentences"} == {5}


def test_bad_tree_names_the_line(tmp_path):
    path = tmp_path / "rusak.conllu"
    path.write_text("# text = A\n1\tA\n", encoding="utf-8")
    with pytest.raises(DataError, match="line 2"):
        list(read_trees(path))


def test_entities_are_scored(nlp):
    gold = EntityText("Camat menyetujuinya di Kendal.", frozenset({(23, 29, "LOC"), (0, 3, "ORG")}))
    found = score_entities(nlp, [gold], {"LOC", "ORG"})
    assert (found["LOC"].right, found["LOC"].predicted) == (1, 1)
    assert (found["ORG"].right, found["ORG"].gold, found["ORG"].predicted) == (0, 1, 0)
    assert (found["ALL"].right, found["ALL"].gold, found["ALL"].predicted) == (1, 2, 1)


def test_tags_become_ranges(tmp_path):
    path = tmp_path / "uji.bio"
    tags = "Sri B-PER\nHartati I-PER\n, O\nPT I-ORG\nMaju I-ORG\n\nKendal\tB-LOC\nBatang\tB-LOC\n"
    path.write_text(tags, encoding="utf-8")
    first, second = read_entities(path)
    assert first == EntityText(
        "Sri Hartati , PT Maju", frozenset({(0, 11, "PER"), (14, 21, "ORG")})
    )
    assert second.entities == {(0, 6, "LOC"), (7, 13, "LOC")}


def test_bad_entity_line_is_named(tmp_path):
    path = tmp_path / "rusak.jsonl"
    path.write_text('{"text": "a", "entities": []}\n{"text": "b"}\n', encoding="utf-8")
    with pytest.raises(DataError, match="line 2"):
        list(read_entities(path))


def test_command(tmp_path, tree_file):
    texts = tmp_path / "teks.jsonl"
    row = {"text": "Camat menyetujuinya di Kendal.", "entities": [[23, 29, "LOC"]]}
    texts.write_text(json.dumps(row) + "\n", encoding="utf-8")
    run = CliRunner().invoke
    assert "LOC" in run(app, ["entities", "rules", str(texts)]).output
    trees = run(app, ["trees", "rules", str(tree_file)]).output
    assert "tokens     P 100.0" in trees


def test_relations_are_counted_one_by_one(nlp, tree_file):
    found = score_trees(nlp, list(read_trees(tree_file)), relations=True)
    assert (found["las:punct"].right, found["las:punct"].gold) == (0, 1)
    assert (found["las:nsubj"].right, found["las:nsubj"].gold) == (1, 1)
    output = CliRunner().invoke(app, ["trees", "rules", str(tree_file), "--relations"]).output
    assert "las:nsubj" in output
