import pytest
import spacy
from spacy.tokens import Doc, DocBin

from humas_nlp.language import word_components  # noqa: F401
from humas_nlp.language.component import blank

TEXT = "Pemerintah mempertimbangkan kebijakannya di Bekasi."


def test_view_needs_no_component():
    token = blank()(TEXT)[1]
    assert token._.humas.stem == "timbang"
    assert token._.humas.lemma == "mempertimbangkan"
    assert [m.form for m in token._.humas.morphemes] == ["mem", "per", "timbang", "kan"]
    assert "timbang" in repr(token._.humas)


def test_view_uses_the_part_of_speech():
    words = ["akhirnya", "Rumah"]
    doc = Doc(blank().vocab, words=words, pos=["NOUN", "PROPN"])
    assert [t._.humas.lemma for t in doc] == ["akhir", "Rumah"]


def test_names_and_function_words_have_no_root():
    words = ["Pembangunan", "Melalui", "melalui"]
    doc = Doc(blank().vocab, words=words, pos=["PROPN", "ADP", "VERB"])
    assert [t._.humas.stem for t in doc] == ["Pembangunan", "melalui", "lalu"]


def test_exceptions_go_before_the_part_of_speech():
    nlp = blank()
    pipe = nlp.add_pipe("humas_stemmer", config={"exceptions": {"melati": "bunga"}})
    doc = pipe(Doc(nlp.vocab, words=["Melati", "Kendal"], pos=["PROPN", "PROPN"]))
    assert [t._.humas.stem for t in doc] == ["bunga", "Kendal"]


def test_stemmer_survives_a_round_trip(tmp_path):
    nlp = blank()
    nlp.add_pipe("humas_stemmer", config={"exceptions": {"kebijakan": "kebijakan"}})
    nlp.to_disk(tmp_path / "nlp")
    doc = spacy.load(tmp_path / "nlp")(TEXT)
    stems = ["perintah", "timbang", "kebijakan", "di", "Bekasi", "."]
    assert [t._.humas.stem for t in doc] == stems
    copy = next(DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab))
    assert [t._.humas.stem for t in copy] == stems


def test_compat():
    nlp = blank()
    nlp.add_pipe("humas_stemmer", config={"compat": "sastrawi"})
    assert [t._.humas.stem for t in nlp("berikan")] == ["ikan"]


@pytest.mark.parametrize(
    ("mode", "lemmas"),
    [
        ("dictionary", ["pemerintah", "mempertimbangkan", "kebijakan", "di", "Bekasi", "."]),
        ("root", ["perintah", "timbang", "bijak", "di", "Bekasi", "."]),
    ],
)
def test_lemmatizer(mode, lemmas):
    nlp = blank()
    nlp.add_pipe("humas_lemmatizer", config={"mode": mode})
    assert [t.lemma_ for t in nlp(TEXT)] == lemmas


def test_lemmatizer_overwrites_only_when_told():
    for overwrite, lemma in ((False, "x"), (True, "rumah")):
        nlp = blank()
        pipe = nlp.add_pipe("humas_lemmatizer", config={"overwrite": overwrite})
        doc = Doc(nlp.vocab, words=["rumahnya"], lemmas=["x"])
        assert pipe(doc)[0].lemma_ == lemma


def test_unknown_mode_is_refused():
    with pytest.raises(ValueError, match="humas_lemmatizer"):
        blank().add_pipe("humas_lemmatizer", config={"mode": "stem"})


def test_components_work_on_foreign_tokens():
    nlp = spacy.blank("xx")
    nlp.add_pipe("humas_lemmatizer")
    assert [t.lemma_ for t in nlp("Buku-bukunya dibaca")][-1] == "membaca"


def test_components_work_over_the_tokens_of_spacy():
    nlp = spacy.blank("id")
    for name in ("humas_sentences", "humas_stemmer", "humas_lemmatizer"):
        nlp.add_pipe(name)
    doc = nlp("“Jalan itu diperbaiki. Warga lega,” ujar Camat. Ia pulang.")
    assert [s.text for s in doc.sents] == [
        "“Jalan itu diperbaiki. Warga lega,” ujar Camat.",
        "Ia pulang.",
    ]
    assert doc[3]._.humas.stem == "baik"
    assert doc[3].lemma_ == "memperbaiki"
