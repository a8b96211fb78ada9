"""What is asked of single words, of what stands beside a run, and of the document."""

import pytest

from humas_nlp.lexicon.name_words import weight_bucket
from humas_nlp.mentions.names.document_evidence import document_evidence
from humas_nlp.mentions.names.features import run_features
from humas_nlp.mentions.names.recognised import recogniser_codes, with_labels
from humas_nlp.mentions.names.runs import runs
from humas_nlp.mentions.names.surroundings import (
    has_age,
    is_quoted,
    left_of,
    right_of,
    speaks,
    verb_follows,
)
from humas_nlp.mentions.names.titles_around import degrees_end, honorifics_start
from humas_nlp.mentions.names.word_traits import word_classes, word_kind, word_traits
from humas_nlp.mentions.tokens import read_tokens


def tokens_of(text):
    return read_tokens(text, 0, len(text))


def index(tokens, word):
    return next(i for i, token in enumerate(tokens) if token.text == word)


@pytest.mark.parametrize(
    ("word", "bucket"),
    [
        ("Zzyqvw", "unknown"),
        ("ZQX", "unknown capitals short"),
        ("P2BK", "digit"),
        ("KemenZyq", "unknown mixed"),
        ("Zzy-Qvw", "unknown hyphen"),
    ],
)
def test_words_that_the_corpora_do_not_know(word, bucket):
    assert weight_bucket(word) == bucket


def test_known_words_have_their_weight_as_bucket():
    assert float(weight_bucket("Bambang")) > 1 > -1 > float(weight_bucket("Kementerian"))
    assert weight_bucket("BAMBANG").startswith("capitals")


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Kepala", "head"),
        ("Dinas", "institution_head"),
        ("KPU", "acronym"),
        ("Kendari", "place:capital"),
        ("sahut", "cue_root~"),
        ("mengeluhkan", "cue_verb~"),
        ("III", "roman"),
    ],
)
def test_classes_of_a_word(word, name):
    assert any(name.split(":")[0] in found for found in word_classes(word))


def test_traits_hold_shape_and_letters():
    assert {"shape=Xx", "end=owo"} <= set(word_traits("Wibowo"))
    assert "shape=X." in word_traits("W.")
    assert word_traits("hadir")[-1] == "word=hadir"
    assert word_kind("hadir") == "hadir"


@pytest.mark.parametrize("cue", ["kata", "sahut", "timpal", "keluh", "seloroh", "kilah"])
def test_a_cue_behind_a_quotation(cue):
    tokens = tokens_of(f"“Lampunya redup,” {cue} Seruni.")
    if cue == "kilah":  # not yet in the lexicon's roots
        pytest.skip("the lexicon decides")
    assert is_quoted(tokens, index(tokens, "Seruni"))


@pytest.mark.parametrize("verb", ["mengklaim", "menampik", "mengeluhkan", "juga menyebut"])
def test_a_verb_of_a_speaker_follows(verb):
    tokens = tokens_of(f"Seruni {verb} lampunya redup.")
    assert verb_follows(tokens, 0)


def test_the_last_word_of_a_paragraph_is_not_before_its_first():
    tokens = tokens_of("Wiryawan datang pagi. Warga tanpa kata")
    assert not speaks(tokens, 0, 0)
    assert not is_quoted(tokens, 0)
    assert left_of("Wiryawan datang", tokens, 0) == ["opens paragraph"]


def test_what_stands_beside_a_run():
    text = "Kata dia, Sulastri (47) antre, Rudi Hasan, S.E., Kepala Pasar Legi, hadir."
    tokens = tokens_of(text)
    assert has_age(tokens, index(tokens, "Sulastri"))
    assert "age" in right_of(text, tokens, index(tokens, "Sulastri"))
    assert "degree" in right_of(text, tokens, index(tokens, "Hasan"))
    assert right_of(text, tokens, len(tokens) - 1) == ["closes paragraph"]


def test_titles_and_degrees_around_a_name():
    tokens = tokens_of("Acara dibuka Kombes (Pol) Dr. H. Ahmad Fauzi, S.Sos., M.Si. tadi.")
    first, last = index(tokens, "Ahmad"), index(tokens, "Fauzi")
    assert tokens[honorifics_start(tokens, first, -1)].text == "Kombes"
    assert honorifics_start(tokens, first, first - 1) == first
    assert tokens[degrees_end(tokens, last)].text == "M.Si."


def test_codes_of_a_recogniser():
    text = "Rina Ayu dan Seno di Dinas Air Kota."
    tokens = tokens_of(text)
    spans = [(0, 8, "PER"), (13, 17, "PER"), (21, 35, "ORG")]
    (codes,) = recogniser_codes([tokens], spans)
    assert codes[:4] == ["PER-B", "PER-E", "", "PER-S"]
    assert codes[-4:] == ["ORG-B", "ORG-I", "ORG-E", ""]
    assert set(recogniser_codes([tokens], None)[0]) == {"?"}


def test_a_name_takes_itself_out_of_an_institution():
    tokens = tokens_of("Badan Pengatur Hery Zuna hadir.")
    codes = ["ORG-B", "ORG-I", "ORG-I", "ORG-E", "", ""]
    labels = [t.label for t in with_labels(tokens, codes, [(2, 3)])]
    assert labels[:4] == ["ORG", "ORG", "PER", "PER"]


def test_the_document_anchors_words():
    text = "Pak Sugondo hadir. Sugondo Jati pulang. Kemarin jati ditanam."
    tokens = tokens_of(text)
    codes = recogniser_codes([tokens], None)
    evidence = document_evidence(text, [tokens], codes)
    assert evidence.anchored == {"Sugondo"}
    found = evidence.features(tokens, index(tokens, "Jati"), (3, 4))
    assert "small elsewhere" in found
    assert "anchored" not in found


def test_features_of_a_run():
    text = "Kepala Bappeda Ridwan Seto hadir."
    tokens = tokens_of(text)
    codes = recogniser_codes([tokens], None)
    evidence = document_evidence(text, [tokens], codes)
    (run,) = runs(text, tokens)
    words = run_features(text, tokens, codes[0], run, evidence)
    assert [w.words[1] for w in words] == ["Kepala", "Bappeda", "Ridwan", "Seto"]
    assert "place 0 of 4" in set(words[0].names())
    assert any(name.startswith("right ") for name in words[-1].others)
    assert "this shape=Xx" in set(words[2].names())
