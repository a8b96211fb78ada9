import pickle

import pytest
import spacy

from humas_nlp.language import sentences
from humas_nlp.language.component import TOKENIZER, SpacyTokenizer, blank

TEXTS = [
    "",
    "  ",
    " Satu. Dua.",
    "Satu.  Dua.\n\nTiga \n empat\t.",
    "\x00 Ini\u00a0baik. \u2028Itu 🙂.",
    "“Jalan desa rampung. Warga lega,” ujar Plt. Bupati.\r\nIa pergi.",
]


@pytest.fixture(scope="module")
def nlp():
    pipeline = blank()
    pipeline.add_pipe("humas_sentences")
    return pipeline


@pytest.mark.parametrize("text", TEXTS)
def test_text_is_kept(nlp, text):
    doc = nlp(text)
    assert doc.text == text
    assert doc.user_data == {"humas_nlp": {"sentences": [list(pair) for pair in sentences(text)]}}


def test_single_blanks_are_no_tokens(nlp):
    assert [t.text for t in nlp("a b  c\n d")] == ["a", "b", " ", "c", "\n", "d"]


def test_sentences(nlp):
    doc = nlp(TEXTS[5])
    assert [s.text.strip() for s in doc.sents] == [
        "“Jalan desa rampung. Warga lega,” ujar Plt. Bupati.",
        "Ia pergi.",
    ]
    assert [s.text for s in nlp(TEXTS[2]).sents] == [" Satu.", "Dua."]


def test_half_surrogates_keep_their_place(nlp):
    doc = nlp("\ud800 hai.")
    assert doc.text == "\ufffd hai."


def test_round_trips(nlp, tmp_path):
    nlp.to_disk(tmp_path / "nlp")
    for copy in (spacy.load(tmp_path / "nlp"), blank().from_bytes(blank().to_bytes())):
        assert isinstance(copy.tokenizer, SpacyTokenizer)
        assert copy.config["nlp"]["tokenizer"] == {"@tokenizers": TOKENIZER}
    tokenizer = pickle.loads(pickle.dumps(nlp.tokenizer))
    assert [t.text for t in tokenizer("Dr. Sari.")] == ["Dr.", "Sari", "."]
    assert tokenizer.from_bytes(tokenizer.to_bytes()) is tokenizer


def test_pipe(nlp):
    assert [doc.text for doc in nlp.tokenizer.pipe(TEXTS)] == TEXTS
    assert [doc.text for doc in nlp.pipe(TEXTS)] == TEXTS


def test_settings_are_merged():
    pipeline = blank(config={"nlp": {"batch_size": 7}})
    assert pipeline.batch_size == 7
    assert isinstance(pipeline.tokenizer, SpacyTokenizer)
