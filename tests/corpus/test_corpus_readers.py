import io
import json
import os
import threading

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from humas_nlp.corpus.readers import read_records
from humas_nlp.corpus.records import Failure, Record
from humas_nlp.errors import DataError


def read(*paths, **options):
    items = list(read_records(paths, **options))
    records = [item for item in items if isinstance(item, Record)]
    failures = [item for item in items if isinstance(item, Failure)]
    return records, failures


def test_text_file_keeps_its_line_ends(write):
    path = write("rilis.txt", "Jakarta – Rapat digelar.\r\n\r\nSelesai.\n")
    records, failures = read(path)
    assert not failures
    assert records == [
        Record("rilis.txt", "Jakarta – Rapat digelar.\r\n\r\nSelesai.\n", source=str(path))
    ]


def test_folder_is_read_recursively_and_sorted(write, tmp_path):
    write("b/kedua.txt", "dua")
    write("a/pertama.md", "satu")
    write("b/.rahasia.txt", "tersembunyi")
    write("b/catatan.log", "lain")
    skipped = []
    records, failures = read(tmp_path, on_skip=skipped.append)
    assert [(r.id, r.text) for r in records] == [("a/pertama.md", "satu"), ("b/kedua.txt", "dua")]
    assert not failures
    assert [path.name for path in skipped] == ["catatan.log"]


def test_the_output_of_the_run_is_no_input(write, tmp_path):
    write("rilis.txt", "satu")
    out = write("hasil.jsonl", [{"id": "x", "text": "lama"}])
    inner = write("hasil/documents.jsonl", [{"id": "y", "text": "lama"}])
    records, _ = read(tmp_path, exclude=[out.resolve(), inner.parent.resolve()])
    assert [r.id for r in records] == ["rilis.txt"]
    records, _ = read(inner.parent, exclude=[tmp_path.resolve()])
    assert [r.id for r in records] == ["y"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_named_pipe(tmp_path):
    path = tmp_path / "pipa.jsonl"
    os.mkfifo(path)
    threading.Thread(target=path.write_bytes, args=(b'{"id": "a", "text": "x"}\n',)).start()
    records, failures = read(path)
    assert [r.id for r in records] == ["a"]
    assert not failures


def test_same_file_name_in_two_folders_gives_two_ids(write, tmp_path):
    first, second = write("a/rilis.txt", "satu"), write("b/rilis.txt", "dua")
    records, failures = read(first, second)
    assert [r.id for r in records] == ["rilis.txt", str(second)]
    assert not failures


def test_the_same_file_twice_is_a_duplicate(write):
    path = write("rilis.txt", "satu")
    records, failures = read(path, path, path)
    assert len(records) == 1
    assert len(failures) == 2


def test_empty_folder_is_named(tmp_path):
    (tmp_path / "kosong").mkdir()
    _, failures = read(tmp_path / "kosong")
    assert "holds no file" in str(failures[0])


def test_missing_path_is_raised_at_once(tmp_path, write):
    with pytest.raises(DataError, match=r"tidak-ada\.txt"):
        read_records([write("rilis.txt", "satu"), tmp_path / "tidak-ada.txt"])


def test_jsonl_reads_only_the_named_fields(write):
    row = {"kode": 7, "isi": "Teks.", "judul": "Judul", "text": "bukan ini", "outlet": "A"}
    path = write("artikel.jsonl", [row])
    records, _ = read(path, text="isi", id="kode", title="judul", keep=["outlet", "tanggal"])
    assert records == [
        Record("7", "Teks.", "Judul", str(path), 1, {"outlet": "A", "tanggal": None})
    ]


def test_title_is_not_read_unless_asked_for(write):
    records, _ = read(write("a.jsonl", [{"id": "x", "text": "t", "title": "J"}]))
    assert records[0].title is None
    assert records[0].keep == {}


def test_a_gold_row_and_its_stripped_row_give_the_same_record(write):
    row = {"id": "g1", "text": "Teks.", "meta": {"title": "J"}, "quotes": [{"start": 0}]}
    whole, _ = read(write("w/a.jsonl", [row]))
    bare, _ = read(write("b/a.jsonl", [{"id": "g1", "text": "Teks."}]))
    assert (whole[0].id, whole[0].text, whole[0].title, whole[0].keep) == (
        bare[0].id,
        bare[0].text,
        bare[0].title,
        bare[0].keep,
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"id": "x", "text": "putus', "not valid JSON"),
        ("[1, 2]", "an array, not an object"),
        ('"teks"', "a string, not an object"),
        ("null", "null, not an object"),
        ('{"id": "x", "text": null}', "is null, not a string"),
        ('{"id": "x", "text": 5}', "is a number, not a string"),
        ('{"id": "x", "text": ["a"]}', "is an array, not a string"),
        ('{"id": "x", "isi": "a"}', "no field 'text'. Fields: 'id', 'isi'"),
        ('{"id": "a", "text": "lagi"}', "the id 'a' was already given in"),
        ("[" * 100_000, "JSON"),
        ('{"id": ' + "9" * 5000 + ', "text": "a"}', "JSON"),
    ],
)
def test_a_bad_line_in_the_middle_costs_only_itself(write, line, words):
    path = write("a.jsonl", f'{{"id": "a", "text": "satu"}}\n{line}\n{{"id": "c", "text": "tiga"}}')
    records, failures = read(path)
    assert [r.id for r in records] == ["a", "c"]
    assert len(failures) == 1
    assert str(failures[0]).startswith(f"{path}, line 2: ")
    assert words in failures[0].message


def test_a_broken_first_line_costs_only_itself(write):
    records, failures = read(write("a.jsonl", '{\n{"id": "b", "text": "dua"}\n'))
    assert [r.id for r in records] == ["b"]
    assert failures[0].line == 1


@pytest.mark.parametrize("indent", [None, 1])
def test_a_json_array_is_one_failure(write, indent):
    rows = [{"id": "a", "text": "x"}, {"id": "b", "text": "y"}]
    _, failures = read(write("a.json", json.dumps(rows, indent=indent)))
    assert len(failures) == 1
    assert "jq" in failures[0].message


def test_missing_null_and_empty_ids_become_file_and_line(write):
    rows = [
        {"text": "a"},
        {"id": None, "text": "b"},
        {"id": "", "text": "c"},
        {"id": 0, "text": "d"},
    ]
    records, _ = read(write("a.jsonl", rows))
    assert [r.id for r in records] == ["a.jsonl:1", "a.jsonl:2", "a.jsonl:3", "0"]


def test_a_named_id_field_that_is_not_there_is_a_warning(write):
    records, _ = read(write("a.jsonl", [{"text": "a"}]), id="kode")
    assert "'kode' gives no id" in records[0].warnings[0]


def test_blank_lines_count_but_give_nothing(write):
    records, failures = read(write("a.jsonl", '\n\n{"text": "a"}\n\n'))
    assert [r.id for r in records] == ["a.jsonl:3"]
    assert not failures


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv", "a.html", "a.md"])
@pytest.mark.parametrize("content", [b"", b"  \n \n", b"\xef\xbb\xbf"])
def test_empty_files_are_named(write, name, content):
    path = write(name, content)
    records, failures = read(path)
    assert not records
    assert str(failures[0]) == f"{path}: the file is empty; there is nothing to analyse."


def test_a_record_with_an_empty_text_is_kept(write):
    records, failures = read(write("a.jsonl", [{"id": "x", "text": ""}]))
    assert records[0].text == ""
    assert not failures


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv", "a.html", "a.pdf"])
@pytest.mark.parametrize(
    ("magic", "kind"),
    [(b"%PDF-1.7\n", "PDF"), (b"PK\x03\x04", "ZIP"), (b"\x89PNG\r\n\x1a\n", "PNG")],
)
def test_binaries_are_named(write, name, magic, kind):
    records, failures = read(write(name, magic + bytes(range(256))), write("b.txt", "teks"))
    assert kind in failures[0].message
    assert [r.id for r in records] == ["b.txt"]


def test_a_damaged_pdf_in_a_folder_is_not_passed_over(write, tmp_path):
    write("rilis.txt", "teks")
    write("rusak.pdf", b"bukan apa-apa")
    records, failures = read(tmp_path)
    assert len(records) == 1
    assert "rusak.pdf" in str(failures[0])


def test_five_megabytes_on_one_line(write):
    text = "Kata bupati, " * 400_000
    records, _ = read(write("a.txt", text), write("b.jsonl", [{"text": text}]))
    assert [r.text == text for r in records] == [True, True]


def test_nul_bytes_are_kept(write):
    records, failures = read(write("a.txt", b"satu\0dua\0"), write("b.jsonl", b'{"text": "a\0b"}'))
    assert [r.text for r in records] == ["satu\0dua\0", "a\0b"]
    assert not failures


def test_invalid_utf8_is_replaced_with_a_warning(write):
    records, failures = read(
        write("a.txt", b"Bupati \x93Siap\x94 ujarnya"),
        write("b.jsonl", b'{"text": "a"}\n{"text": "b\xff"}\n'),
        write("c.csv", b"text\nsatu\ndu\xffa\n"),
    )
    assert not failures
    assert [r.text for r in records] == ["Bupati �Siap� ujarnya", "a", "b�", "satu", "du�a"]
    assert [bool(r.warnings) for r in records] == [True, False, True, False, True]
    assert "byte 7 " in records[0].warnings[0]
    assert "byte 25 " in records[2].warnings[0]
    assert "byte 12 " in records[4].warnings[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks(write, encoding):
    line = '{"id": "x", "text": "“Siap,” ujarnya\u0a0a"}\n'
    records, failures = read(
        write("a.txt", "“Siap,” ujarnya".encode(encoding)),
        write("b.jsonl", (line + line.replace("x", "y", 1)).encode(encoding)),
        write("c.csv", "id,text\nz,“Siap”\n".encode(encoding)),
    )
    assert not failures
    assert [(r.id, r.text) for r in records] == [
        ("a.txt", "“Siap,” ujarnya"),
        ("x", "“Siap,” ujarnya\u0a0a"),
        ("y", "“Siap,” ujarnya\u0a0a"),
        ("z", "“Siap”"),
    ]


def test_lone_surrogates_become_replacement_characters(write):
    records, _ = read(
        write("a.jsonl", r'{"id": "\udc80", "text": "a\ud800b", "k": "\ud800"}'), keep=["k"]
    )
    assert (records[0].id, records[0].text, records[0].keep) == ("�", "a�b", {"k": "�"})
    assert "surrogates" in records[0].warnings[0]


def test_kept_values_are_strict_json(write):
    records, _ = read(
        write("a.jsonl", '{"text": "a", "n": NaN, "d": {"x": [Infinity, 1.5]}}'), keep=["n", "d"]
    )
    assert records[0].keep == {"n": None, "d": {"x": [None, 1.5]}}


def test_html(write):
    pytest.importorskip("trafilatura")
    page = (
        '<html><head><meta charset="windows-1252"><title>Rilis</title></head><body><article><p>'
        + "Pemerintah Kabupaten Sukamaju membuka posko pengaduan di balai desa. " * 6
        + "</p><p>“Silakan datang,” ujar Camat.</p></article></body></html>"
    )
    records, failures = read(write("a.html", page.encode("cp1252")))
    assert not failures
    assert records[0].id == "a.html"
    assert "posko pengaduan" in records[0].text
    assert "<p>" not in records[0].text
    assert not records[0].warnings


def test_stdin_as_text_and_as_json_lines():
    text, _ = read("-", stdin=io.BytesIO("Jakarta – Rapat.\nSelesai.".encode()))
    assert [(r.id, r.text, r.source) for r in text] == [
        ("stdin", "Jakarta – Rapat.\nSelesai.", "<stdin>")
    ]
    lines = b'\n  {"id": "a", "text": "x"}\n{"id": "b", "text": "y"}\nrusak\n'
    records, failures = read("-", stdin=io.BytesIO(lines))
    assert [(r.id, r.line) for r in records] == [("a", 2), ("b", 3)]
    assert failures[0].line == 4
    assert read("-", stdin=io.BytesIO(b""))[1]
    assert "PDF" in read("-", stdin=io.BytesIO(b"%PDF-1.4"))[1][0].message


def test_parquet(tmp_path):
    path = tmp_path / "data.parquet"
    table = pa.table(
        {"id": [1, 2, 3], "text": ["a", None, "c"], "d": [None, None, 1.5], "x": ["", "", ""]}
    )
    pq.write_table(table, path)
    records, failures = read(path, keep=["d"])
    assert [(r.id, r.text, r.line, r.keep) for r in records] == [
        ("1", "a", 1, {"d": None}),
        ("3", "c", 3, {"d": 1.5}),
    ]
    assert str(failures[0]).startswith(f"{path}, line 2: the field 'text' is null")


def test_parquet_without_the_column_and_damaged(tmp_path, write):
    path = tmp_path / "data.parquet"
    pq.write_table(pa.table({"isi": ["a"]}), path)
    _, failures = read(path)
    assert failures[0].usage
    assert "no column 'text'. Columns: 'isi'" in failures[0].message
    _, failures = read(write("rusak.parquet", b"PAR1 bukan parquet"))
    assert "cannot be read" in failures[0].message


def test_reading_is_lazy(write):
    path = write("a.jsonl", '{"id": "a", "text": "satu"}\n' + '{"id": "a", "text": "x"}\n' * 9)
    items = read_records([path])
    assert next(items).id == "a"
