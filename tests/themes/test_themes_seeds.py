"""Keywords as labelling functions."""

import pytest

from humas_nlp.themes import ThemeDataError
from humas_nlp.themes.seeds import Seed, read_seeds, seed_labels

WATER = Seed("air", "Air bersih", ("air bersih", "pdam"), unless=("air mata",))
ROAD = Seed("jalan", "Jalan", ("jalan rusak", "aspal"))


@pytest.fixture
def toml(tmp_path):
    def write(text):
        path = tmp_path / "seeds.toml"
        path.write_text(text, "utf-8")
        return path

    return write


def test_file(toml):
    path = toml(
        '[[theme]]\ncode = "air"\nlabel = "Air bersih"\nterms = ["Air  Bersih", "PDAM"]\n'
        'unless = ["air mata"]\ndefinition = "Layanan air."\n[[theme]]\ncode = "jalan_raya"\n'
        'terms = ["aspal"]\n'
    )
    one, two = read_seeds(path)
    assert one.terms == ("air bersih", "pdam") and one.unless == ("air mata",)
    assert one.prototype == "Air bersih. Layanan air. air bersih pdam"
    assert two.label == "jalan raya"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[theme", "no valid TOML"),
        ("x = 1", r"no \[\[theme\]\]"),
        ("theme = [1]", "no table"),
        ('[[theme]]\nterms = ["a"]', "code is None"),
        ('[[theme]]\ncode = "Air Bersih"\nterms = ["a"]', "small letters"),
        ('[[theme]]\ncode = "air"', "terms is a list"),
        ('[[theme]]\ncode = "air"\nterms = []', "terms is empty"),
        ('[[theme]]\ncode = "air"\nterms = ["a", ""]', "terms is a list"),
        ('[[theme]]\ncode = "air"\nterms = ["a"]\nwords = ["b"]', "unknown key 'words'"),
        ('[[theme]]\ncode = "air"\nlabel = 1\nterms = ["a"]', "are strings"),
        ('[[theme]]\ncode = "a"\nterms = ["a"]\n[[theme]]\ncode = "a"\nterms = ["b"]', "twice"),
    ],
)
def test_wrong_file_is_told(toml, text, words):
    with pytest.raises(ThemeDataError, match=words):
        read_seeds(toml(text))


def test_missing_file_is_told(tmp_path):
    with pytest.raises(ThemeDataError, match="cannot be read"):
        read_seeds(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("PDAM menambah sambungan.", ["air"]),  # one term in the lead is two points
        ("x " * 300 + "pdam", []),  # one term far below is too little, and not nothing
        ("x " * 300 + "pdam dan air bersih", ["air"]),
        ("Air bersih dan air mata.", ["lainnya"]),
        ("Pdamm dan aspalan.", ["lainnya"]),  # whole words only
        ("Jalan\nrusak diaspal; PDAM dan air bersih terganggu.", ["air", "jalan"]),
        ("", ["lainnya"]),
    ],
)
def test_labels(text, codes):
    assert seed_labels([text], [WATER, ROAD]) == [codes]
