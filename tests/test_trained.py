"""The trained pipelines: what they find, and that spaCy's own tools work with them."""

import json
import subprocess
import sys
from dataclasses import replace

import pytest
import spacy
from spacy import displacy
from spacy.cli.evaluate import evaluate
from spacy.tokens import DocBin
from spacy.training import Example

import humas_nlp
from humas_nlp.artefacts import MANIFEST, digests, folder_of, is_bundled, verify, write_manifest
from humas_nlp.errors import ModelNotFoundError
from humas_nlp.pipeline import DEFAULT, TRAINED, available

TEXT = (
    "Kendal, 5 Mei 2024 - Bupati Kendal, Sri Hartati, meresmikan Pasar Melati bersama Dinas "
    "Perdagangan Kabupaten Kendal.\n\n"
    "“Pasar ini milik warga,” ujarnya kepada Budi Santoso di Semarang, Minggu (5/5)."
)


@pytest.fixture(scope="module")
def nlp():
    return humas_nlp.load()


@pytest.fixture(scope="module")
def doc(nlp):
    return nlp(TEXT)


def test_both_are_bundled():
    assert set(available()) == {"rules", *TRAINED}


def test_tags_trees_and_lemmas(doc):
    word = next(token for token in doc if token.text == "meresmikan")
    assert (word.pos_, word.lemma_, word._.humas.stem) == ("VERB", "meresmikan", "resmi")
    assert {child.dep_ for child in word.children} >= {"nsubj", "obj"}
    assert word.morph.get("Voice") == ["Act"]
    assert next(t for t in doc if t.text == "ujarnya").morph.get("Clitic") == ["Nya"]


def test_names_and_values(doc):
    found = {(ent.text, ent.label_) for ent in doc.ents}
    assert {("Sri Hartati", "PER"), ("Semarang", "LOC"), ("5 Mei 2024", "DATE")} <= found
    assert ("Dinas Perdagangan Kabupaten Kendal", "ORG") in found
    values = {e.text: e.value for e in doc._.humas.entities}
    assert values["Minggu (5/5)"] == "2024-05-05"


def test_quotes_are_those_of_the_rules(doc):
    rules = humas_nlp.load("rules")(TEXT)
    # How sure they are depends on the other mentions, so on the recogniser.
    for ours, theirs in (
        (doc._.humas.quotes, rules._.humas.quotes),
        (doc._.humas.people, rules._.humas.people),
    ):
        assert [replace(one, confidence=0.0) for one in ours] == [
            replace(one, confidence=0.0) for one in theirs
        ]
        assert [one.confidence for one in ours] == pytest.approx(
            [one.confidence for one in theirs], abs=0.05
        )
    assert [sent.text for sent in doc.sents] == [sent.text for sent in rules.sents]


def test_light_finds_names():
    doc = humas_nlp.load("id_humas_news_light")(TEXT)
    assert ("Sri Hartati", "PER") in {(ent.text, ent.label_) for ent in doc.ents}
    assert doc._.humas.quotes[0].speaker.name == "Sri Hartati"


def test_docs_are_light_and_have_vectors(nlp, doc):
    assert doc.tensor.size == 0
    assert doc.vector.shape == (80,)
    assert doc.similarity(nlp("Bupati meresmikan pasar.")) > doc.similarity(nlp("Gol penalti."))
    assert next(doc.sents).as_doc().similarity(doc) > 0


def test_a_folder_loads_with_spacy_alone(nlp, tmp_path):
    nlp.to_disk(tmp_path / "salinan")
    code = (
        f"import spacy; doc = spacy.load({str(tmp_path / 'salinan')!r})({TEXT!r}); "
        "print(doc._.humas.quotes[0].speaker.name, len(doc.ents))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split()[:2] == ["Sri", "Hartati"]


def test_docbin_keeps_everything(nlp, doc):
    box = DocBin(store_user_data=True, docs=[doc])
    (copy,) = DocBin(store_user_data=True).from_bytes(box.to_bytes()).get_docs(nlp.vocab)
    assert copy._.humas.document("x") == doc._.humas.document("x")
    assert [t.dep_ for t in copy] == [t.dep_ for t in doc]


def test_worker_processes_under_spawn(tmp_path):
    script = tmp_path / "banyak.py"
    script.write_text(
        "import multiprocessing, humas_nlp\n"
        "if __name__ == '__main__':\n"
        "    multiprocessing.set_start_method('spawn')\n"
        f"    docs = humas_nlp.load().pipe([{TEXT!r}] * 4, n_process=2, batch_size=2)\n"
        "    print([doc._.humas.quotes[0].speaker.name for doc in docs])\n",
        "utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(["Sri Hartati"] * 4)


def test_spacy_evaluates_it(nlp, doc):
    scores = nlp.evaluate([Example(nlp.make_doc(TEXT), doc.copy())])
    assert min(scores["ents_f"], scores["dep_las"], scores["pos_acc"]) > 0.9


def test_the_command_spacy_evaluate(doc, tmp_path):
    DocBin(store_user_data=True, docs=[doc]).to_disk(tmp_path / "gold.spacy")
    (tmp_path / "html").mkdir()
    scores = evaluate(
        str(folder_of(DEFAULT)),
        tmp_path / "gold.spacy",
        output=tmp_path / "scores.json",
        displacy_path=tmp_path / "html",
        silent=True,
    )
    assert min(scores["ents_f"], scores["dep_las"], scores["lemma_acc"]) > 0.9
    assert json.loads((tmp_path / "scores.json").read_text())["ents_per_type"]["PER"]["f"] == 1
    assert "Sri Hartati" in (tmp_path / "html" / "entities.html").read_text("utf-8")


def test_displacy_draws_it(doc):
    assert "Sri Hartati" in displacy.render(doc, style="ent", page=True, jupyter=False)
    assert "nsubj" in displacy.render(next(doc.sents), style="dep", jupyter=False)


@pytest.mark.parametrize("text", ["", " \n ", "\x00", "A" * 5000, "🙂 " * 50, "di-" * 400])
def test_odd_texts(nlp, text):
    assert nlp(text).text == text


def test_a_changed_file_is_refused(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "model").write_bytes(b"1")
    write_manifest(tmp_path, {"name": "uji"})
    verify(tmp_path)
    (tmp_path / "a" / "model").write_bytes(b"2")
    with pytest.raises(ModelNotFoundError, match="a/model"):
        verify(tmp_path)
    (tmp_path / MANIFEST).write_text("[]", encoding="utf-8")
    with pytest.raises(ModelNotFoundError, match="manifest"):
        verify(tmp_path)


def test_unknown_artefact():
    assert not is_bundled("tidak-ada")
    with pytest.raises(ModelNotFoundError, match="tidak-ada"):
        folder_of("tidak-ada")


def test_size_and_content():
    folders = [folder_of(name) for name in TRAINED]
    sizes = [sum(p.stat().st_size for p in f.rglob("*") if p.is_file()) for f in folders]
    assert sizes[0] <= 35e6
    assert sum(sizes) <= 37e6
    assert not [n for f in folders for n in digests(f) if n.endswith((".pkl", ".pickle"))]
    config = spacy.util.load_config(folder_of(DEFAULT) / "config.cfg")
    assert all(path is None or not str(path).startswith("/") for path in config["paths"].values())
