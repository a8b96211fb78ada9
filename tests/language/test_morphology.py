import dataclasses

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from humas_nlp.language import analyze_word, lemma, stem
from humas_nlp.language.lemmatizer import put_men
from humas_nlp.language.morphology.affixes import PREFIXES

PIECES = ("me", "mem", "per", "ber", "di", "ke", "tulis", "guna", "anak", "an", "kan", "i", "nya",
          "-", "lah", "É", "ß", "İ", "'", "1", "Bali", "\x00", "🙂", " ", "漢")  # fmt: skip
words = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=30)


@pytest.mark.parametrize(
    ("word", "parts", "voice"),
    [
        ("mempertimbangkannya", "mem-per-timbang-kan-nya", "active"),
        ("menulis", "men-tulis", "active"),
        ("dituliskan", "di-tulis-kan", "passive"),
        ("kubaca", "ku-baca", "passive"),
        ("tertulis", "ter-tulis", "stative"),
        ("berjalan", "ber-jalan", "middle"),
        ("penulisan", "pen-tulis-an", None),
        ("ketidakadilan", "ke-tidak-adil-an", None),
        ("pembelajaran", "pem-bel-ajar-an", None),
        ("menggeleng-gelengkan", "meng-geleng-geleng-kan", "active"),
        ("anak-anaknya", "anak-anak-nya", None),
        ("terus-menerus", "terus-men-terus", None),
        ("Bekasinya", "Bekasi-nya", None),
        ("rumahkulah", "rumah-ku-lah", None),
        ("pemilu", "pemilu", None),
        ("ke-7", "ke-7", None),
        ("", "", None),
    ],
)
def test_morphemes(word, parts, voice):
    found = analyze_word(word)
    assert (str(found), found.voice) == (parts, voice)
    assert (found.root, found.lemma) == (stem(word), lemma(word))


def test_functions():
    found = analyze_word("mempertimbangkannya").morphemes
    assert [(m.base, m.kind, m.function) for m in found] == [
        ("meN-", "prefix", "active"),
        ("per-", "prefix", "causative"),
        ("timbang", "root", ""),
        ("-kan", "suffix", "causative or applicative"),
        ("-nya", "enclitic", "third person or definite"),
    ]
    confix = analyze_word("kemerdekaan").morphemes
    assert confix[0].function == confix[2].function == "abstract noun"
    assert analyze_word("anak-anak").morphemes[1].function == "reduplication"


def test_results_are_frozen():
    with pytest.raises(dataclasses.FrozenInstanceError):
        analyze_word("menulis").root = "x"


@example("gunanyanya")
@settings(max_examples=400, deadline=None)
@given(words)
def test_places_tile_the_word(word):
    at = 0
    for part in analyze_word(word).morphemes:
        assert at <= part.start <= part.end <= len(word)
        assert not word[at : part.start].strip("-")
        at = part.end
    assert at == len(word)


@settings(max_examples=400, deadline=None)
@given(words)
def test_nothing_raises(word):
    assert isinstance(stem(word), str)
    assert bool(stem(word)) == bool(word)
    for pos in (None, "NOUN", "VERB", "ADV", "PROPN", "?"):
        assert isinstance(lemma(word, pos), str)


@pytest.mark.parametrize(
    "base", ["tulis", "baca", "sapu", "kirim", "pakai", "ambil", "lihat", "cat"]
)
def test_active_verbs_come_back(base):
    verb = put_men(base)
    assert stem(verb) == base
    assert lemma(f"di{base}") == verb


def test_prefixes_are_as_written():
    for shape, openings in PREFIXES.items():
        for opening in openings:
            assert "".join(opening.pieces) == shape
            assert len(opening.pieces) == len(opening.chain)
