"""The labels by reading: ids and codes of the taxonomy, no text."""

import importlib.util
import re
from pathlib import Path

import pytest

from humas_nlp.themes import taxonomy

FOLDER = Path(__file__).parents[2] / "models" / "themes"


def module(name):
    spec = importlib.util.spec_from_file_location(f"models_themes_{name}", FOLDER / f"{name}.py")
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def test_labels_are_ids_and_known_codes():
    labels = module("reading").read_labels()
    assert len(labels) > 2000
    for key, codes in labels.items():
        assert re.fullmatch(r"[0-9a-f]{16}", key)
        assert 1 <= len(codes) <= 3 and set(codes) <= set(taxonomy())
        assert "lainnya" not in codes or codes == ["lainnya"]
    assert {code for codes in labels.values() for code in codes} == set(taxonomy())


@pytest.mark.parametrize("line", ["abc pemilu", "abc\t", "a\tpemilu\na\tpemilu"])
def test_wrong_line_is_told(tmp_path, line):
    path = tmp_path / "labels.tsv"
    path.write_text(line + "\n", "utf-8")
    with pytest.raises(ValueError, match=r"labels\.tsv, line"):
        module("reading").read_labels(path)


def test_labelled_quotes_are_places_and_known_codes():
    quotes = module("quotes").labelled()
    assert sum(map(len, quotes.values())) == 150
    for rows in quotes.values():
        for start, end, codes in rows:
            assert 0 <= start < end
            assert 1 <= len(codes) <= 3 and set(codes) <= set(taxonomy())
