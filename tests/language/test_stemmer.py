import pickle
import subprocess
import sys

import pytest

from humas_nlp.errors import DataError, HumasError
from humas_nlp.language import Stemmer, lemma, stem, stop_words
from humas_nlp.language import stemmer as module
from humas_nlp.language.lexicon import read_lines

PROVINCES = (
    "Aceh Sumatera Riau Kepri Jambi Bengkulu Lampung Babel Banten Jakarta Yogyakarta Jawa Bali "
    "Kalimantan Gorontalo Sulawesi Maluku Papua Kaltara Sulteng Sultra"
).split()
CITIES = (
    "Bekasi Kediri Medan Padang Pekanbaru Palembang Serang Semarang Surakarta Madiun Malang Tegal "
    "Pekalongan Pemalang Merangin Penajam Kuningan Banggai Tarakan Berau Kerinci Menteng Mentawai "
    "Parigi Serui Seruyan Selayar Tabanan Bangli Pangandaran Sleman Bantul Kulonprogo Kebumen"
).split()
MINISTERS = (
    "Prabowo Gibran Airlangga Hartarto Mulyani Purbaya Karnavian Marsudi Sugiono Pratikno Muhadjir "
    "Nadiem Makarim Sadikin Hadimuljono Thohir Sandiaga Bahlil Lahadalia Zulkifli Luhut Pandjaitan "
    "Mahfud Yasonna Laoly Tjahjanto Yandri Meutya Hafid Nasaruddin Maruarar Sirait Terawan Rosan"
).split()


def test_blocklist_keeps_its_form():
    words = read_lines("names.txt")
    assert len(words) > 1000
    for word in [*words, *PROVINCES, *CITIES, *MINISTERS]:
        for form in (word, word.title(), word.upper()):
            assert stem(form) == form
            assert lemma(form) == form


@pytest.mark.parametrize("name", [*PROVINCES, *MINISTERS])
def test_names_lose_only_clitics(name):
    assert stem(f"{name}nya") == name


def test_exceptions_from_a_mapping_go_first():
    stemmer = Stemmer(exceptions={"makanan": "makanan", "Melati": "Kampung Melati"})
    assert stemmer("makanan") == "makanan"
    assert stemmer("Makanannya") == "makanan"
    assert stemmer("Melati") == "Kampung Melati"
    assert stemmer("melati") == "melati"
    assert stem("makanan") == "makan"


def test_exceptions_from_a_file(tmp_path):
    path = tmp_path / "kecuali.tsv"
    path.write_text("# kata\takar\n\nminuman\tminuman\n", encoding="utf-8")
    assert Stemmer(exceptions=path)("minuman") == "minuman"
    assert Stemmer(exceptions=str(path))("minumannya") == "minuman"
    path.write_text("minuman\n", encoding="utf-8")
    with pytest.raises(DataError, match="line 1"):
        Stemmer(exceptions=path)
    with pytest.raises(DataError, match="Cannot read"):
        Stemmer(exceptions=tmp_path / "tidak-ada.tsv")
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(DataError):
        Stemmer(exceptions=path)


def test_compat():
    stemmer = Stemmer({"bali": "bali"}, compat="sastrawi")
    assert [stemmer(word) for word in ("berikan", "pemilu", "Bali")] == ["ikan", "milu", "bali"]
    with pytest.raises(HumasError, match="nazief"):
        Stemmer(compat="nazief")


def test_memo_is_bounded():
    stemmer = Stemmer(memo_size=2)
    for word in ("makanan", "minuman", "tulisan", "bacaan"):
        stemmer(word)
    assert stemmer._memo.cache_info().currsize == 2
    assert stemmer("makanan") == "makan"


def test_pickle_keeps_the_settings():
    copy = pickle.loads(pickle.dumps(Stemmer({"a": "b"}, compat="sastrawi", memo_size=7)))
    assert (copy.memo_size, copy.compat, copy("a")) == (7, "sastrawi", "b")


def test_long_noise_comes_back():
    for word in ("di" * 1000, "a" * 1_000_000, "ke-" * 300_000, "nya" * 300_000):
        assert stem(word) == lemma(word) == word
        assert Stemmer(compat="sastrawi")(word) == word


def test_stem_imports_no_spacy():
    code = "import humas_nlp, sys; humas_nlp.stem('makanan'); assert 'spacy' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_stop_words_constant():
    assert stop_words() == module.STOP_WORDS
    with pytest.raises(AttributeError):
        module.NOTHING  # noqa: B018
