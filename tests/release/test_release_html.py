"""HTML goes the same road as text."""

import builtins

import pytest

from humas_nlp.errors import MissingExtraError
from humas_nlp.release import html_to_text, read_release

PAGE = """<html><head><title>Warga Morotani Tanam Seribu Bakau</title></head><body>
<nav><a href="/">Beranda</a></nav><article><h1>Warga Morotani Tanam Seribu Bakau</h1>
<p>Jakarta, Kemenpantai – Warga Morotani menanam seribu batang bakau di pantai utara.</p>
<p>"Bakau itu rumah ikan," ujar Bupati Rara Melati di sela acara bersama para nelayan setempat.</p>
</article><footer>Hak cipta</footer></body></html>"""


@pytest.mark.parametrize("page", [PAGE, PAGE.encode()])
def test_article(page):
    pytest.importorskip("trafilatura", reason="the extra 'html' is not installed")
    text = html_to_text(page)
    meta = read_release(text).meta
    assert (meta.title, meta.place) == ("Warga Morotani Tanam Seribu Bakau", "Jakarta")
    assert '"Bakau itu rumah ikan," ujar Bupati Rara Melati' in text
    assert "Beranda" not in text


@pytest.mark.parametrize("page", ["", " ", b"\x00", "x", "<p>"])
def test_odd_pages_give_text(page):
    pytest.importorskip("trafilatura", reason="the extra 'html' is not installed")
    assert isinstance(html_to_text(page), str)


def test_missing_extra_is_named(monkeypatch):
    real = builtins.__import__

    def absent(name, *args, **kwargs):
        if name == "trafilatura":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", absent)
    with pytest.raises(MissingExtraError, match=r"humas-nlp\[html\]"):
        html_to_text("<p>x</p>")
