import pickle

from sklearn.base import clone
from sklearn.feature_extraction.text import TfidfVectorizer

from humas_nlp.language import HumasTokenizer, StemTokenizer

TEXTS = ["Pembangunan jembatan tidak merugikan warga.", "Warga membangun 2 jembatan di Bekasi."]


def test_vectorizer_can_be_pickled_and_cloned():
    vectorizer = TfidfVectorizer(tokenizer=StemTokenizer(), token_pattern=None)
    rows = clone(vectorizer).fit_transform(TEXTS)
    copy = pickle.loads(pickle.dumps(vectorizer.fit(TEXTS)))
    assert (copy.transform(TEXTS) != rows).nnz == 0
    names = ["bangun", "bekasi", "jembatan", "rugi", "tidak", "warga"]
    assert list(copy.get_feature_names_out()) == names


def test_settings():
    assert HumasTokenizer(keep_stop_words=True)("Ia di rumah.") == ["Ia", "di", "rumah"]
    assert HumasTokenizer(keep_figures=True)("Ia 10.000 ton!") == ["10.000", "ton"]
    assert StemTokenizer(exceptions={"makanan": "makanan"})("Makanan") == ["makanan"]
    assert StemTokenizer()("") == []
