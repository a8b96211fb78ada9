"""The pipeline as spaCy users meet it: entry points, serialisation, worker processes, odd text."""

import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin

import humas_nlp
from humas_nlp.errors import HumasError, ModelNotFoundError
from humas_nlp.pipeline import PIPES
from humas_nlp.themes import ThemeClassifier, save

TEXT = (
    "Kendal, Diskominfo – Bupati Kendal, Sri Hartati, mengatakan bahwa pasar dibuka Senin.\n"
    "“Semua lapak sudah terisi,” ujarnya."
)


@pytest.fixture(scope="module")
def nlp():
    return humas_nlp.load()


def quotes_of(doc):
    return [(q.text, q.speaker.name) for q in doc._.humas.quotes]


EXPECTED = [("pasar dibuka Senin", "Sri Hartati"), ("Semua lapak sudah terisi", "Sri Hartati")]


def test_every_factory_is_an_entry_point():
    names = {e.name for e in metadata.entry_points(group="spacy_factories")}
    assert set(PIPES) <= names


def test_quotes_alone_on_spacys_own_pipeline_in_a_fresh_process():
    code = (
        "import spacy; nlp = spacy.blank('id'); nlp.add_pipe('humas_quotes');"
        f"doc = nlp({TEXT!r}); print([q.speaker.name for q in doc._.humas.quotes])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['Sri Hartati', 'Sri Hartati']"


def test_import_is_light():
    heavy = {"spacy", "sklearn", "pandas"}
    code = f"import sys, humas_nlp; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_blank_needs_no_classifier():
    # spaCy imports every registered component when it makes a pipeline.
    code = "import sys, humas_nlp; humas_nlp.blank(); print('sklearn' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_doc_survives_bytes_and_docbin(nlp):
    doc = nlp(TEXT)
    assert quotes_of(doc) == EXPECTED
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.humas.document("x") == doc._.humas.document("x")
    box = DocBin(store_user_data=True, docs=[doc])
    from_box = next(iter(DocBin().from_bytes(box.to_bytes()).get_docs(nlp.vocab)))
    assert quotes_of(from_box) == EXPECTED
    assert [s.text for s in from_box.spans["humas_quotes"]] == [
        s.text for s in doc.spans["humas_quotes"]
    ]


def test_pipeline_survives_disk(nlp, tmp_path):
    nlp.to_disk(tmp_path / "rules")
    assert quotes_of(spacy.load(tmp_path / "rules")(TEXT)) == EXPECTED


def test_worker_processes_under_spawn(tmp_path):
    script = tmp_path / "spawned.py"
    script.write_text(
        "import multiprocessing, humas_nlp\n"
        "if __name__ == '__main__':\n"
        "    multiprocessing.set_start_method('spawn')\n"
        f"    docs = humas_nlp.load().pipe([{TEXT!r}] * 4, n_process=2, batch_size=2)\n"
        "    print([len(d._.humas.quotes) for d in docs])\n",
        "utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    assert done.stdout.strip().splitlines()[-1] == "[2, 2, 2, 2]"


def test_wrong_arguments_say_what_to_do():
    with pytest.raises(humas_nlp.HumasError, match="not str"):
        humas_nlp.analyze(b"teks")
    with pytest.raises(humas_nlp.ModelNotFoundError, match="rules"):
        humas_nlp.load("tidak-ada")


def test_too_few_ids_or_titles_lose_no_document():
    documents = humas_nlp.analyze_many([TEXT, TEXT], ids=["a"])
    assert next(documents).id == "a"
    with pytest.raises(humas_nlp.HumasError, match="Text 2 has no entry in `ids`"):
        next(documents)
    with pytest.raises(humas_nlp.HumasError, match="titles"):
        list(humas_nlp.analyze_many([TEXT], titles=[]))
    assert [d.id for d in humas_nlp.analyze_many([TEXT, TEXT])] == ["1", "2"]


def test_title_is_kept_apart():
    assert humas_nlp.analyze(TEXT, title="Pasar Kendal Dibuka").meta.title == "Pasar Kendal Dibuka"


@pytest.mark.parametrize("text", ["", " \n", "\x00", "“", "“\n”", "kata", "a" * 50_000, "(" * 3000])
def test_odd_texts_give_a_document(text):
    document = humas_nlp.analyze(text)
    assert document.text == text
    assert bool(document.warnings) == (not text.strip() or "\x00" in text)


PIECES = st.sampled_from(
    ["“", "”", '"', "'", ",", ".", "\n", " ", "kata ", "ujarnya ", "Bupati Sri Hartati ", "bahwa ",
     "mengatakan ", "ia ", "menurut ", "Dr. ", "S.H.", "(", ")", ":", "harga naik ", "🙂"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_offsets_slice_back(text):
    document = humas_nlp.analyze(text)
    spans = [
        *document.quotes,
        *document.entities,
        *(m for p in document.people for m in p.mentions),
    ]
    spans += [s for q in document.quotes for s in (q.cue, q.source) if s]
    for span in spans:
        assert span.text == text[span.start : span.end] != ""
    starts = [(q.start, q.end) for q in document.quotes]
    assert starts == sorted(starts)
    assert document == humas_nlp.Document.from_dict(document.to_dict())


def test_a_long_line_of_commas_ends():
    assert humas_nlp.analyze("Kata bupati, " * 3000).text


@pytest.mark.parametrize("name", humas_nlp.pipeline.available())
def test_themes_of_ones_own(name, tmp_path):
    own = ThemeClassifier(min_df=1, threshold=0.5)
    own.fit(["pasar dan lapak", "jalan dan aspal"] * 3, [["pasar"], ["jalan"]] * 3)
    path = save(own, tmp_path / "own.skops")
    document = humas_nlp.analyze(TEXT, nlp=humas_nlp.load(name, themes=path))
    assert document.themes[0].code == "pasar"
    assert {code for quote in document.quotes for code in quote.themes} == {"pasar"}
    with pytest.raises(ModelNotFoundError, match="no theme model"):
        humas_nlp.load(name, themes=tmp_path / "none.skops")


def test_the_order_of_sets_decides_nothing_in_the_rules():
    helper = Path(__file__).with_name("hash_seed_helper.py")
    found = {
        subprocess.run(
            [sys.executable, str(helper)],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    (digest,) = found
    assert int(digest.split()[0]) > 500


def test_steps_are_a_setting_of_the_pipeline(nlp):
    with pytest.raises(HumasError, match=r"humas_nlp\.load"):
        humas_nlp.analyze("“Siap,” ujar Rina.", nlp=nlp, steps=True)
    stepping = humas_nlp.load("rules", steps=True)
    told = humas_nlp.analyze("“Siap,” ujar Rina Lestari.", nlp=stepping)
    assert told.quotes[0].speaker.name == "Rina Lestari"
    known = (
        stepping.get_pipe_config("humas_quotes") if "humas_quotes" in stepping.pipe_names else {}
    )
    assert known.get("steps", True) is True  # there once the component knows the setting
    assert not humas_nlp.analyze("“Siap,” ujar Rina Lestari.").quotes[0].steps
