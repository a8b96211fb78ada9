"""`humas report`."""

import re

from humas_nlp.document import Document, Meta


def test_report_of_a_run(humas, write, tmp_path):
    run = write("hasil.jsonl", [Document("a", meta=Meta(title="Rilis")).to_dict(text=True)])
    page = tmp_path / "baru" / "laporan.html"
    result = humas("report", run, "-o", page, "--title", "Mei", "--language", "en")
    assert result.exit_code == 0
    assert str(page) in result.stderr
    text = page.read_text("utf-8")
    assert '<html lang="en">' in text and "<h1>Mei</h1>" in text


def test_report_is_not_replaced_unasked(humas, write, tmp_path):
    run = write("hasil.jsonl", [Document("a").to_dict()])
    page = write("laporan.html", "lama")
    result = humas("report", run, "-o", page)
    assert result.exit_code == 2 and "--overwrite" in result.stderr
    assert page.read_text() == "lama"
    assert humas("report", run, "-o", page, "--overwrite").exit_code == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_bad_run_and_bad_language_are_named(humas, write, tmp_path):
    result = humas("report", tmp_path / "tiada", "-o", tmp_path / "x.html")
    assert result.exit_code == 2 and "There is no run" in result.stderr
    run = write("hasil.jsonl", [Document("a").to_dict()])
    result = humas("report", run, "-o", tmp_path / "x.html", "--language", "jv")
    assert result.exit_code == 2 and "'jv'" in result.stderr


def test_texts_come_from_the_input_of_the_run(humas, write, tmp_path):
    source = write("masuk.jsonl", [{"nomor": "a", "isi": "Ibu Rina Wulandari tiba."}])
    run, page = tmp_path / "hasil", tmp_path / "laporan.html"
    fields = ("--text", "isi", "--id", "nomor")
    assert humas("analyze", source, *fields, "-o", f"{run}/", "--quiet").exit_code == 0
    humas("report", run, "-o", page)
    assert 'data-texts="none"' in page.read_text("utf-8")
    result = humas("report", run, "-o", page, "--texts", source, *fields, "--overwrite")
    assert result.exit_code == 0
    assert 'data-texts="full"' in page.read_text("utf-8")


def test_failures_and_missing_dates_are_said(humas, write, tmp_path):
    source = write(
        "masuk.jsonl",
        [{"text": "Ibu Rina tiba.", "tanggal": "2024-05-03"}, {"text": "GAGAL"}, {"text": "Ya."}],
    )
    run, page = f"{tmp_path}/hasil/", tmp_path / "laporan.html"
    assert humas("analyze", source, "-o", run, "--keep", "tanggal", "--quiet").exit_code == 1
    said = " ".join(humas("report", run, "-o", page).stderr.split())
    assert "2 of 2 documents have no date" in said
    words = re.sub("<[^>]+>", " ", page.read_text("utf-8"))
    assert re.search(r"documents and files that failed\s+1\s", words)
    result = humas("report", run, "-o", page, "--date", "tanggal", "--overwrite")
    assert "1 of 2 documents have no date" in " ".join(result.stderr.split())
