"""A folder of hostile files, and for each the reason that must be given for it.

`write_folder` draws from the kinds below until there are as many as wanted; every tenth file is a
good one.
"""

import gzip
import io
import json
import random
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq

from humas_nlp.corpus.limits import EXPANSION_FREE

GOOD = "Bupati Kendal Sri Hartati membuka pasar. “Silakan datang,” ujarnya."
PAGE = "<p>" + "Warga datang ke balai desa untuk mendaftar sejak pagi hari. " * 8 + "</p>"
BOMB = gzip.compress(b"a" * (EXPANSION_FREE + 2**20))

TWICE = pa.Table.from_arrays([pa.array(["a"]), pa.array(["b"])], names=["text", "text"])
GIANT = pa.table({"text": ["a" * (EXPANSION_FREE // 4)] * 5})


def zipped(*files, **options):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return buffer.getvalue()


def parquet(table, **options):
    buffer = io.BytesIO()
    pq.write_table(table, buffer, **options)
    return buffer.getvalue()


def encrypted():
    data = bytearray(zipped(("a.txt", GOOD)))
    for header, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(header) + flag] |= 1
    return bytes(data)


def attributes():
    return "<html><body><p " + " ".join(f"a{n}=1" for n in range(600)) + ">" + PAGE


def line(**fields):
    return json.dumps(fields).encode() + b"\n"


# suffix, content, words of the reason
BAD = [
    ("txt", b"", "the file is empty"),
    ("txt", b" \n\t\r\n", "the file is empty"),
    ("txt", b"\xef\xbb\xbf", "the file is empty"),
    ("txt", bytes(range(1, 32)) * 40 + b"\xff", "a binary file"),
    ("txt", b"%PDF-1.7 rusak", "a PDF"),
    ("txt", b"\x7fELF" + b"\0" * 200, "a program"),
    ("docx", zipped(("word/document.xml", "<w:p/>")), "a ZIP archive"),
    ("pdf", b"bukan apa-apa", "files of the kind .pdf"),
    ("html", b"<!DOCTYPE html><html></html>", "no article text"),
    ("html", b"<html><body>" + b"<div>" * 25_000 + PAGE.encode(), "no article text"),
    ("html", b"<br>" * 30_001, "more than 30,000 tags"),
    ("html", attributes().encode(), "more than 500 attributes"),
    ("jsonl", b"{\n", "not valid JSON"),
    ("jsonl", b"[" * 200_000 + b"\n", "JSON"),
    ("jsonl", b'{"id": ' + b"9" * 5000 + b', "text": "a"}\n', "JSON"),
    ("jsonl", b"[1, 2]\n", "an array, not an object"),
    ("jsonl", line(id="tanpa-teks", isi="x"), "no field 'text'"),
    ("jsonl", line(id="angka", text=5), "is a number"),
    ("jsonl", b'{"text": "a"' + b"\0" * 100 + b"\n", "JSON"),
    ("csv", b"id,text\n", "no rows"),
    ("csv", b"nomor;isi\n1;a\n", "no column 'text'"),
    ("csv", b'id,text\na,"tak ditutup\n', "cannot be read"),
    ("csv", b'id,text\na,"' + b"\n" * 10_050, "more than 10000 lines"),
    ("csv", b"id,text\na,b,c,d\n", "4 cells, the header 2"),
    ("parquet", b"PAR1 bukan parquet", "cannot be read"),
    ("parquet", parquet(pa.table({"isi": ["a"]})), "no column 'text'"),
    ("parquet", parquet(pa.table({"text": [[1], [2]]})), "is an array"),
    ("parquet", parquet(pa.table({"text": ["a"]}))[:-20], "cannot be read"),
    ("parquet", parquet(TWICE), "several columns 'text'"),
    ("parquet", parquet(GIANT, use_dictionary=False, compression="zstd"), "unpacks to more than"),
    ("txt.gz", b"\x1f\x8b bukan gzip", "cannot be"),
    ("txt.gz", gzip.compress(GOOD.encode() * 50)[:-30], "cannot be unpacked"),
    ("txt.gz", gzip.compress(gzip.compress(GOOD.encode())), "a gzip archive inside"),
    ("txt.gz", BOMB, "unpacks to more than 200 times"),
    ("zip", zipped(("a.txt", b"a" * (EXPANSION_FREE + 2**20))), "unpacks to more than 200 times"),
    ("zip", zipped(("dalam.zip", zipped(("a.txt", GOOD)))), "archives inside archives"),
    ("zip", zipped(("dalam.txt.gz", gzip.compress(GOOD.encode()))), "archives inside archives"),
    ("zip", zipped(("a.bin", b"x")), "no file that can be read"),
    ("zip", zipped(("a.txt", GOOD))[:-30], "cannot be"),
    ("zip", encrypted(), "cannot be unpacked"),
    ("zip", b"bukan zip", "not read"),
]


def write_folder(folder, count, seed=0):
    """Write files; return the ids of the good ones, and the reasons by path."""
    draw = random.Random(seed)
    good, bad = [], {}
    for number in range(count):
        place = folder / "a" / f"{number % 7}" / ("😈 ; $(rm) " + "x" * 60)
        place.mkdir(parents=True, exist_ok=True)
        if number % 10 == 0:
            path = place / f"baik{number}.txt"
            path.write_text(f"{GOOD} {number}", "utf-8")
            good.append(path.relative_to(folder).as_posix())
            continue
        suffix, content, reason = BAD[number % len(BAD)] if number < 90 else draw.choice(BAD)
        path = place / f"buruk{number}.{suffix}"
        path.write_bytes(content)
        bad[str(path)] = reason
    return good, bad
