"""A page of several documents that stands alone."""

from dataclasses import replace

from html_reading import read

from humas_nlp.document import Document
from humas_nlp.report import page_html


def test_page_links_every_document(document):
    other = Document(id="tanpa-judul")
    source = page_html([document, other], "Rilis <pekan> ini")
    page = read(source)
    assert page.text.count("Rilis <pekan> ini") == 2  # the title and the heading
    assert "2 naskah, 2 kutipan." in page.text
    contents = page.inside("nav")
    assert "".join(contents).startswith("Daftar isi")
    assert "2 kutipan, 2 narasumber" in "".join(contents)
    assert "tanpa-judul" in contents
    for number in (1, 2):
        assert f'href="#d{number}"' in source
        assert f'<section id="d{number}">' in source


def test_page_loads_nothing_and_runs_nothing(document):
    hostile = replace(document, id='"><script src=//x.example></script>', meta=document.meta)
    page = read(page_html([hostile, document], "Contoh"))
    assert not page.tags & {"script", "link", "img", "iframe", "object", "form"}
    assert "src" not in page.attributes
    assert "default-src 'none'" in page_html([], "Contoh")


def test_page_reminds_the_reader_to_check_quotes():
    assert "periksa setiap kutipan" in read(page_html([], "Kosong")).text


def test_page_reads_its_documents_once(document):
    assert "1 naskah" in page_html(iter([document]), "Satu")
