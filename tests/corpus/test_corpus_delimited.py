import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_nlp.corpus.delimited import read_delimited, sniff_delimiter
from humas_nlp.corpus.records import Failure, Fields, Record


def read(content, **fields):
    data = content if isinstance(content, bytes) else content.encode()
    items = list(
        read_delimited(io.BytesIO(data), Fields(**fields), source="data.csv", name="data.csv")
    )
    return (
        [item for item in items if isinstance(item, Record)],
        [item for item in items if isinstance(item, Failure)],
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters(delimiter):
    records, failures = read(f"id{delimiter}text\r\n1{delimiter}satu\r\n2{delimiter}dua\r\n")
    assert [(r.id, r.text, r.line) for r in records] == [("1", "satu", 2), ("2", "dua", 3)]
    assert not failures


@pytest.mark.parametrize(
    ("header", "delimiter"),
    [
        ("text", ","),
        ("a,b;text;c", ";"),
        ('"a;b;c",text', ","),
        ("id\ttext", "\t"),
        ("x;y;z", ";"),
    ],
)
def test_the_delimiter_is_the_one_that_gives_the_column(header, delimiter):
    assert sniff_delimiter(header, "text") == delimiter


def test_cells_over_several_lines():
    records, _ = read('text,id\n"baris 1\nbaris ""2""\n",a\nlain,b\n')
    assert [(r.id, r.text, r.line) for r in records] == [
        ("a", 'baris 1\nbaris "2"\n', 2),
        ("b", "lain", 5),
    ]


def test_a_missing_column_names_those_that_exist():
    records, failures = read("nomor;isi\n1;satu\n")
    assert not records
    assert failures[0].usage
    assert "no column 'text'. Columns: 'nomor', 'isi'" in failures[0].message


def test_missing_kept_title_and_named_id_columns():
    _, failures = read("text\nsatu\n", id="kode", title="judul", keep=("outlet",))
    assert all(f"'{name}'" in failures[0].message for name in ("kode", "judul", "outlet"))
    records, failures = read("text\nsatu\n")
    assert [r.id for r in records] == ["data.csv:2"]
    assert not failures


def test_an_unclosed_quotation_mark_costs_one_row():
    records, failures = read('id,text\na,satu\nb,"dua\nc,tiga\nd,"empat"\ne,lima\n')
    assert [r.id for r in records] == ["a", "c", "d", "e"]
    assert [f.line for f in failures] == [3]


def test_too_many_cells_are_a_failure_and_empty_ones_are_not():
    records, failures = read("id,text\na,satu, dua\nb,tiga,,\n")
    assert [r.id for r in records] == ["b"]
    assert "3 cells, the header 2" in failures[0].message


def test_short_rows():
    records, failures = read("id,text,x\na,satu\nb\n", keep=("x",))
    assert [(r.id, r.keep) for r in records] == [("a", {"x": None})]
    assert failures[0].line == 3


def test_huge_cells():
    text = "kata " * 100_000
    records, _ = read(f"text\n{text}\n")
    assert len(records[0].text) == len(text)


def test_header_only():
    assert "no rows" in read("id,text\n")[1][0].message


def test_odd_headers_do_not_raise():
    assert "header cannot be read" in read("id,text\ra,satu\r")[1][0].message
    assert [r.text for r in read('id,"text\n1,satu\n')[0]] == ["satu"]


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), min_size=1))
def test_what_the_csv_module_writes_is_read_back(rows):
    rows = [[key.replace("\r", ""), text.replace("\r", "")] for key, text in rows]
    buffer = io.StringIO()
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([["k", "text"], *rows])
    records, failures = read(buffer.getvalue(), keep=("k",))
    assert not failures
    assert [[r.keep["k"], r.text] for r in records] == rows


@given(st.binary(max_size=300))
def test_any_bytes_never_raise(data):
    read(b"id,text\n" + data)
    read(data)
