"""The article view."""

from dataclasses import replace

import pytest
from html_reading import read

from humas_nlp.document import Cue, Document, Entity, Meta, Person, Quote, Span, Speaker, Theme
from humas_nlp.errors import HumasError
from humas_nlp.report import article
from humas_nlp.report.article import document_html

HOSTILE = """<script>alert("x")</script>&amp;' onmouseover="y" <img src=x onerror=z>"""
PLAIN_TAGS = set("style div span mark strong em bdi ul li a br table tr th td".split())
PLAIN_TAGS |= {"details", "summary", "input", "label"}
PLAIN_ATTRIBUTES = {"lang", "class", "title", "id", "href", "tabindex", "data-tag", "data-quote"}
PLAIN_ATTRIBUTES |= {"type", "checked", "for", "scope", "open"}


def test_document_shows_text_speakers_people_themes_and_warnings(document):
    page = read(document_html(document))
    for words in (
        "Panen Raya",
        "2024-05-03 · Sukamaju · editor: Denta",
        "Rina Wulandari, Kepala Dinas, Dinas Pertanian Kota Sukamaju (1 langsung): Q1",
        "warga setempat (1 tidak langsung): Q2",
        "Hj. Rina Wulandari, M.Si., Kepala Dinas",
        "(1 kali disebut)",
        "Pertanian, perikanan, dan pangan (93%): panen, irigasi",
        "⚠ Naskah sangat pendek.",
    ):
        assert words in page.text


def test_quotes_after_astral_characters_are_marked_exactly(document):
    page = read(document_html(document))
    assert "".join(page.inside("mark", "humas-direct")) == "Panen raya 🌾 kami mulai besok,"
    assert "".join(page.inside("mark", "humas-indirect")) == "irigasi sudah lancar"
    assert page.inside("span", "humas-cue") == ["ujar", "Menurut"]
    assert document.text in page.text


def test_one_number_and_one_look_for_each_speaker(document):
    first, second = document.quotes
    again = replace(second, id="Q3", speaker=first.speaker)
    page = read(document_html(replace(document, quotes=(first, second, again))))
    rina = "Rina Wulandari, Kepala Dinas, Dinas Pertanian Kota Sukamaju"
    assert f"1{rina} (1 langsung, 1 tidak langsung): Q1 Q3" in page.text
    assert page.inside("span", "humas-chip") == ["1", "2"]
    page = read(document_html(document))
    assert "".join(page.inside("mark", "humas-v0")) == first.text
    assert "".join(page.inside("mark", "humas-v1")) == second.text


def test_kind_of_a_quote_shows_without_colour(document):
    page = read(document_html(document))
    assert "".join(page.inside("mark", "humas-direct")) == document.quotes[0].text
    assert "".join(page.inside("mark", "humas-indirect")) == document.quotes[1].text
    assert "Q1langsung" in page.text and "Q2tidak langsung" in page.text


def test_links_of_the_legend_lead_to_the_quotes(document):
    page = read(document_html(document))
    targets = page.values("id")
    links = page.values("href")
    assert len(links) == 2
    assert all(link.startswith("#") and link[1:] in targets for link in links)


def test_quote_without_speaker_is_last_and_has_its_own_look(document):
    first, second = document.quotes
    page = read(document_html(replace(document, quotes=(replace(first, speaker=None), second))))
    assert page.text.index("warga setempat") < page.text.index("narasumber tidak diketahui")
    assert "".join(page.inside("mark", "humas-v-unknown")) == first.text
    assert page.inside("span", "humas-v-unknown") == ["?"]


def test_entities_show_their_label_and_their_value(document):
    start = document.text.index("Kota Sukamaju")
    value = {"id": "00.00", "name": "Kota Sukamaju Raya", "kind": "city"}
    entity = Entity(start, start + 13, "Kota Sukamaju", "LOC", value)
    page = read(document_html(replace(document, entities=(entity,))))
    assert page.inside("span", "humas-entity") == ["Kota Sukamaju"]
    assert "tempat: Kota Sukamaju Raya" in page.titles
    assert "LOC" in page.values("data-tag")


def test_words_that_carry_a_theme_are_marked_as_whole_words(document):
    page = read(document_html(document))
    assert page.inside("span", "humas-reason") == ["Panen", "irigasi"]
    longer = replace(document, text=document.text + " Irigasinya, IRIGASI.")
    page = read(document_html(longer))
    assert page.inside("span", "humas-reason") == ["Panen", "irigasi", "IRIGASI"]


def test_english_labels(document):
    page = read(document_html(document, "en"))
    for words in (
        "Speakers",
        "(1 indirect): Q2",
        "Agriculture, fisheries and food (93%)",
        "mentions: 1",
        "editor: Denta",
    ):
        assert words in page.text
    assert page.values("lang")[0] == "en"
    assert "Narasumber" not in page.text


def test_unknown_language_is_refused(document):
    with pytest.raises(HumasError, match="'id' and 'en'"):
        document_html(document, "jv")


def test_style_sheet_can_be_left_to_the_page(document):
    assert "<style>" in document_html(document)
    assert "<style>" not in document_html(document, style=False)


def test_dispatch_of_notebooks_reaches_this_view(document):
    assert document._repr_html_() == document_html(document)


def test_hostile_markup_is_text_everywhere():
    text = f"{HOSTILE}: kata {HOSTILE}"
    speaker = Speaker("person", HOSTILE, "P1", HOSTILE, HOSTILE)
    end = len(HOSTILE)
    document = Document(
        id=HOSTILE,
        text=text,
        meta=Meta(*[HOSTILE] * 7),
        people=(Person("P1", HOSTILE, HOSTILE, HOSTILE, (HOSTILE,), (HOSTILE,)),),
        quotes=(
            Quote(
                HOSTILE,
                "direct",
                0,
                end,
                HOSTILE,
                Cue(end + 2, end + 6, "kata", HOSTILE),
                Span(end + 7, len(text), HOSTILE),
                speaker,
                0.5,
                HOSTILE,
            ),
        ),
        themes=(Theme(HOSTILE, HOSTILE, 0.5, (HOSTILE,)),),
        warnings=(HOSTILE,),
    )
    for shown in (document, replace(document, text="")):
        page = read(document_html(shown))
        assert page.tags <= PLAIN_TAGS
        assert page.attributes <= PLAIN_ATTRIBUTES
        assert HOSTILE in page.text
    assert HOSTILE in page.text  # without its text, the document lists the quote itself


def test_pointer_text_of_a_quote_is_escaped(document):
    first = replace(document.quotes[0], rule='"><script>')
    page = read(document_html(replace(document, quotes=(first,))))
    assert (
        "Q1 · langsung · Rina Wulandari, Kepala Dinas, Dinas Pertanian Kota Sukamaju"
        ' · keyakinan 90% · "><script>'
    ) in page.titles


def test_empty_document_has_a_frame_and_no_empty_parts():
    page = read(document_html(Document(id="kosong")))
    assert page.text == "kosongNarasumberTidak ada kutipan."


def test_document_without_text_lists_its_quotes(document):
    bare = Document.from_dict(document.to_dict())
    page = read(document_html(bare))
    assert "“irigasi sudah lancar”" in page.text
    assert not page.inside("mark")


def test_long_text_ends_with_a_note(document):
    longer = replace(document, text=document.text + "x" * article.TEXT_LIMIT)
    shown = read(document_html(longer)).text
    assert f"… {len(document.text)} karakter berikutnya tidak ditampilkan." in shown
    assert longer.text[: article.TEXT_LIMIT] in shown
    assert longer.text[: article.TEXT_LIMIT + 1] not in shown
    exact = replace(document, text="y" * article.TEXT_LIMIT)
    assert "tidak ditampilkan" not in document_html(exact)


def test_long_list_of_people_ends_with_a_count():
    people = tuple(Person(f"P{n}", f"Orang {n}") for n in range(article.ROW_LIMIT + 7))
    assert "… dan 7 lainnya" in read(document_html(Document(id="d", people=people))).text


def test_text_that_cannot_be_utf8_is_shown_as_far_as_it_can():
    page = document_html(Document(id="d", text="awal\ud800\x00akhir"))
    page.encode("utf-8")
    assert "awal\ufffd\ufffdakhir" in page
