import pickle

import pytest

from humas_nlp.language import Stemmer, stem, stop_words
from humas_nlp.language import stemmer as module


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("menyampaikan", "sampai"),
        ("Pembangunan", "bangun"),
        ("ujarnya", "ujar"),
        ("anak-anak", "anak"),
        ("buku-bukunya", "buku"),
        ("rumah", "rumah"),
        ("10.000", "10.000"),
        ("R&D", "r&d"),
        ("José", "josé"),
        ("-", "-"),
        ("", ""),
        ("www.contoh.id", "www.contoh.id"),
    ],
)
def test_root(word, root):
    assert stem(word) == root


def test_memo_is_bounded():
    stemmer = Stemmer(memo_size=2)
    for word in ("makanan", "minuman", "tulisan", "bacaan"):
        stemmer(word)
    assert stemmer._memo.cache_info().currsize == 2
    assert stemmer("makanan") == "makan"


def test_pickle_keeps_the_size():
    copy = pickle.loads(pickle.dumps(Stemmer(memo_size=7)))
    assert copy.memo_size == 7
    assert copy("makanan") == "makan"


def test_long_noise_comes_back():
    assert stem("di" * 1000) == "di" * 1000


def test_stop_words_constant():
    assert stop_words() == module.STOP_WORDS
    with pytest.raises(AttributeError):
        module.NOTHING  # noqa: B018
