"""The report of a corpus, as a program reads it; what it does is tested in a browser."""

import json
import re

import pytest
from html_reading import Reader
from invented_corpus import HOSTILE, corpus

from humas_nlp.errors import HumasError, MissingExtraError
from humas_nlp.report import corpus_page, payload
from humas_nlp.report.charts import charts
from humas_nlp.report.collection import collect
from humas_nlp.report.corpus_page import report_html, script_json
from humas_nlp.report.payload import build_payload, unpacked
from humas_nlp.report.sections import Sections


@pytest.fixture(scope="module")
def page() -> str:
    return report_html(corpus(), "Laporan <uji>")


def read(source: str) -> Reader:
    reader = Reader()
    reader.feed(source)
    return reader


def block(page: str, name: str) -> str:
    """Return the content of a script element."""
    return re.search(rf'<script[^>]* id="{name}"[^>]*>(.*?)</script>', page, re.DOTALL)[1]


def test_page_says_its_title_and_its_numbers(page):
    text = read(page).text
    assert text.count("Laporan <uji>") == 2
    for words in ("Rina Wulandari", "Kepala Dinas", "2024-05-03 sampai 2024-07-02"):
        assert words in text
    tiles = re.search(r'<dl class="tiles">(.*?)</dl>', page, re.DOTALL)[1]
    assert re.findall(r"<dd>(\d+)</dd>", tiles) == ["6", "8", "3", "3", "2"]


def test_page_loads_nothing(page):
    reader = read(page)
    assert not reader.tags & {"link", "iframe", "object", "img", "base"}
    assert "src" not in reader.attributes
    assert "default-src 'none'" in page
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    assert "'unsafe-inline'" not in policy.split("script-src")[1]


def test_hostile_markup_opens_no_element(page):
    reader = read(page)
    assert not {"img"} & reader.tags
    assert not any(name.startswith("on") for name in reader.attributes)
    # Words, charts, data, one block of texts, library, script: and no other.
    assert page.count("<script") == 6
    assert HOSTILE in reader.text


def test_quotes_of_the_list(page):
    data = unpacked(block(page, "data"))
    assert len(data["quotes"]) == 8
    assert data["people"][0] == ["Rina Wulandari", 3]
    dates = [data["documents"][quote[0]][1] for quote in data["quotes"]]
    assert dates == sorted(dates, reverse=True)  # the latest first, the undated last
    hostile = data["quotes"][0]
    assert hostile[8] == f"kata {HOSTILE} begitu"


def test_texts_of_the_list_are_article_views(page):
    views = unpacked(block(page, "texts-0"))
    assert len(views) == 6
    first = read(views[0])
    assert first.values("data-quote") == ["Q1", "Q2"]
    assert "NarasumberSpeakers" in first.text


def test_matrix_counts_are_those_of_its_filter(page):
    data = unpacked(block(page, "data"))
    buttons = re.findall(r'data-person="(\d+)" data-theme="(\w+)">(\d+)<', page)
    assert ("0", "kesehatan", "3") in buttons
    for person, theme, count in buttons:
        shown = [quote for quote in data["quotes"] if quote[3] == int(person) and quote[9] == theme]
        assert len(shown) == int(count)


def test_reprints_name_their_documents():
    collection = collect(corpus())
    found = corpus_page.reprints([(s.document, s.quote.text) for s in collection.said])
    text = read(Sections(collection).reprints(found)).text
    assert "dimuat dalam 2 naskah" in text and "Judul a · Judul b" in text


def test_charts_exist_in_both_languages_with_a_text_alternative():
    drawn = charts(collect(corpus()))
    assert set(drawn) == {"timeline", "themes", "people", "institutions", "network"}
    for languages in drawn.values():
        assert languages["id"]["description"] != languages["en"]["description"]
        assert "url" not in json.dumps(languages["id"].get("data", {}))


def test_an_empty_run_gives_a_page_without_charts():
    assert charts(collect([])) == {}
    assert "Tidak ada data." in read(report_html([])).text


def test_texts_become_excerpts_and_then_vanish_where_there_is_no_room():
    collection = collect(corpus())
    full = build_payload(collection)
    excerpts = build_payload(collection, budget=full.size - 1)
    none = build_payload(collection, budget=excerpts.size - 1)
    assert (full.held, excerpts.held, none.held) == ("full", "excerpts", "none")
    assert "Sebuah kalimat pembuka" in unpacked(full.texts[0])[0]
    assert "Sebuah kalimat pembuka" not in unpacked(excerpts.texts[0])[0]
    assert "data-quote" in unpacked(excerpts.texts[0])[0]
    few = build_payload(collection, budget=len(none.quotes) - 20)
    assert few.listed < 8 and few.size <= len(none.quotes) - 20


def test_a_sample_is_the_same_every_time(monkeypatch):
    monkeypatch.setattr(payload, "QUOTE_LIMIT", 3)
    first, second = build_payload(collect(corpus())), build_payload(collect(corpus()))
    assert first.listed == 3
    assert first.quotes == second.quotes
    assert "3 dari 8 kutipan" in read(report_html(corpus())).text


def test_run_without_texts_says_so():
    from humas_nlp.document import Document
    from humas_nlp.report.run import Entry

    bare = [Entry(Document.from_dict(entry.document.to_dict())) for entry in corpus()]
    page = report_html(bare)
    assert 'data-texts="none"' in page
    assert "--texts" in read(page).text


def test_missing_extra_is_named(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "vl_convert", None)
    with pytest.raises(MissingExtraError, match="report"):
        report_html(corpus())


def test_json_in_a_script_cannot_end_it():
    assert "</script" not in script_json({"a": "</script><!--"})
    assert json.loads(script_json({"a": "</script>é"})) == {"a": "</script>é"}


def test_unknown_language_is_refused():
    from humas_nlp.report.labels import known_language

    with pytest.raises(HumasError, match="'jv'"):
        known_language("jv")
