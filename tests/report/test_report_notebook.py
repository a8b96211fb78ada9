"""What a notebook shows for a document."""

from dataclasses import replace

from html_reading import read

from humas_nlp.document import Cue, Document, Meta, Person, Quote, Span, Speaker, Theme
from humas_nlp.report import notebook
from humas_nlp.report.notebook import document_html

HOSTILE = """<script>alert("x")</script>&amp;' onmouseover="y" <img src=x onerror=z>"""
PLAIN_TAGS = {"div", "span", "mark", "strong", "em", "bdi", "ul", "li"}
PLAIN_ATTRIBUTES = {"lang", "style", "title"}


def test_document_shows_text_speakers_people_themes_and_warnings(document):
    page = read(document_html(document))
    for words in (
        "Panen Raya",
        "2024-05-03 · Sukamaju · editor: Denta",
        "Rina Wulandari, Kepala Dinas, Dinas Pertanian Kota Sukamaju (1 langsung)",
        "warga setempat (1 tidak langsung)",
        "Hj. Rina Wulandari, M.Si., Kepala Dinas",
        "(1 kali disebut)",
        "Pertanian, perikanan, dan pangan (93%): panen, irigasi",
        "⚠ Naskah sangat pendek.",
    ):
        assert words in page.text


def test_quotes_after_astral_characters_are_marked_exactly(document):
    page = read(document_html(document))
    assert page.inside("mark") == ["Panen raya 🌾 kami mulai besok,", "irigasi sudah lancar"]
    assert page.inside("span", "underline 2px") == ["ujar", "Menurut"]
    assert document.text in page.text


def test_one_colour_for_each_speaker(document):
    first, second = document.quotes
    again = replace(second, id="Q3", speaker=first.speaker)
    page = read(document_html(replace(document, quotes=(first, second, again))))
    rina = "Rina Wulandari, Kepala Dinas, Dinas Pertanian Kota Sukamaju"
    assert f"{rina} (1 langsung, 1 tidak langsung)" in page.text
    plain = document_html(document)
    assert len(set(page.inside("span", "background"))) == 2  # the legend: "2" and "1" quotes
    assert plain.count("background:#ffe08a") == 2  # once in the legend, once in the text
    assert plain.count("background:#b5dcff") == 2


def test_quote_without_speaker_is_grey_and_listed_last(document):
    first, second = document.quotes
    page = document_html(replace(document, quotes=(replace(first, speaker=None), second)))
    assert page.index("warga setempat") < page.index("narasumber tidak diketahui")
    assert "background:#d9d9d9" in page


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
    assert page.titles == [
        "Q1 · kutipan langsung · Rina Wulandari, Kepala Dinas, Dinas Pertanian Kota Sukamaju"
        ' · keyakinan 90% · "><script>'
    ]


def test_empty_document_has_a_frame_and_no_empty_parts():
    page = read(document_html(Document(id="kosong")))
    assert page.text == "kosongNarasumberTidak ada kutipan."


def test_document_without_text_lists_its_quotes(document):
    bare = Document.from_dict(document.to_dict())
    page = read(document_html(bare))
    assert "“irigasi sudah lancar”" in page.text
    assert not page.inside("mark")


def test_long_text_ends_with_a_note(document):
    longer = replace(document, text=document.text + "x" * notebook.TEXT_LIMIT)
    shown = read(document_html(longer)).text
    assert f"… {len(document.text)} karakter berikutnya tidak ditampilkan." in shown
    assert longer.text[: notebook.TEXT_LIMIT] in shown
    assert longer.text[: notebook.TEXT_LIMIT + 1] not in shown
    exact = replace(document, text="y" * notebook.TEXT_LIMIT)
    assert "tidak ditampilkan" not in document_html(exact)


def test_long_list_of_people_ends_with_a_count():
    people = tuple(Person(f"P{n}", f"Orang {n}") for n in range(notebook.ROW_LIMIT + 7))
    assert "… dan 7 lainnya" in read(document_html(Document(id="d", people=people))).text


def test_text_that_cannot_be_utf8_is_shown_as_far_as_it_can():
    page = document_html(Document(id="d", text="awal\ud800\x00akhir"))
    page.encode("utf-8")
    assert "awal\ufffd\ufffdakhir" in page
