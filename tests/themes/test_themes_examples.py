"""Labelled tables: what is read, what is left out, what is refused."""

import json

import pandas as pd
import pytest

from humas_nlp.corpus.labelled import read_examples
from humas_nlp.errors import DataError
from humas_nlp.themes import ThemeDataError
from humas_nlp.themes.examples import Examples, check_examples, check_measured


@pytest.fixture
def table(tmp_path):
    def write(rows, name="labels.csv"):
        path = tmp_path / name
        frame = pd.DataFrame(rows)
        if name.endswith(".jsonl"):
            lines = [json.dumps(row, ensure_ascii=False) for row in rows]
            path.write_text("\n".join(lines), "utf-8")
        else:
            frame.to_csv(path, index=False)
        return path

    return write


def examples(*pairs):
    return Examples(
        [text for text, _ in pairs],
        [codes.split() for _, codes in pairs],
        [f"x.csv, line {i}" for i, _ in enumerate(pairs, 2)],
    )


def many(n=12):
    return [(f"teks nomor satu kali {'x' * i}", "ab"[i % 2]) for i in range(n)]


def test_csv_with_several_codes_in_a_field(table):
    found = read_examples([table([{"text": "padi", "label": "a; b|a"}])])
    assert found.labels == [["a", "b"]] and found.texts == ["padi"]
    assert found.rows == [found.rows[0]] and "labels.csv" in found.rows[0]


def test_several_label_fields_and_a_title(table):
    rows = [{"isi": "padi", "satu": "a", "dua": None, "judul": "Panen"},
            {"isi": "guru", "satu": "b", "dua": "c", "judul": None}]  # fmt: skip
    found = read_examples([table(rows)], text="isi", label=["satu", "dua"], title="judul")
    assert found.labels == [["a"], ["b", "c"]]
    assert found.texts == ["Panen\npadi", "guru"]


def test_json_arrays_are_lists_of_codes(table):
    found = read_examples([table([{"text": "padi", "label": ["a", "b"]}], "labels.jsonl")])
    assert found.labels == [["a", "b"]]


def test_unlabelled_texts(table):
    assert read_examples([table([{"text": "padi"}])], label=[]).labels == [[]]


def test_unknown_field_is_told(table):
    with pytest.raises(ThemeDataError, match="tema"):
        read_examples([table([{"text": "padi", "label": "a"}])], label=["tema"])
    with pytest.raises(ThemeDataError, match="isi"):
        read_examples([table([{"text": "padi", "label": "a"}])], text="isi")


def test_label_object_is_told(table):
    with pytest.raises(ThemeDataError, match="not an object"):
        read_examples([table([{"text": "padi", "label": {"a": 1}}], "labels.jsonl")])


def test_missing_file_is_told(tmp_path):
    with pytest.raises(DataError):
        read_examples([tmp_path / "none.csv"])


def test_useless_rows_are_left_out_and_named():
    found = check_examples(examples(*many(), (" ", "a"), ("tanpa label", ""), many()[0]))
    assert len(found.texts) == 12
    text = "\n".join(found.warnings)
    assert "empty texts are left out: x.csv, line 14" in text
    assert "without a label are left out: x.csv, line 15" in text
    assert "repeated texts are left out: x.csv, line 16" in text


def test_contradictory_rows_are_named_and_left_out():
    found = check_examples(examples(*many(), ("Sama  saja", "a"), ("sama saja", "b")))
    assert len(found.texts) == 12
    assert any("different labels" in w and "line 14; x.csv, line 15" in w for w in found.warnings)


def test_rare_labels_are_warned_of():
    found = check_examples(examples(*many(), ("langka", "c")))
    assert any("fewer than 5" in w and "'c' (1)" in w for w in found.warnings)


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        (many(3), "There are 3 usable documents"),
        ([], "There are 0 usable documents"),
        ([("", "a")] * 20, "0 usable documents.*empty"),
        ([(text, "a") for text, _ in many()], "one label only, 'a'"),
    ],
)
def test_too_little_is_told(pairs, words):
    with pytest.raises(ThemeDataError, match=f"(?s){words}"):
        check_examples(examples(*pairs))


def test_labels_the_model_does_not_know_are_warned_of():
    found = check_measured(examples(("padi", "a"), ("guru", "z")), ["a", "b"])
    assert any("'z'" in w for w in found.warnings) or "z" in found.warnings[0]
    with pytest.raises(ThemeDataError, match="None of the labels"):
        check_measured(examples(("padi", "y")), ["a"])
