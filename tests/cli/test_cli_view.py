import io

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from humas_nlp.cli.view import QUOTE_LIMIT, show_document, speaker_line
from humas_nlp.document import Cue, Document, Meta, Person, Quote, Speaker, Theme


def shown(document, width=100):
    stream = io.StringIO()
    show_document(document, Console(file=stream, width=width, no_color=True))
    return stream.getvalue()


def test_everything_is_shown():
    minister = Speaker("person", "Tirta Wening", "P1", "Menteri", "Kementerian Air")
    page = shown(
        Document(
            "d1",
            meta=Meta("Air Surut", "2026-11-24", "Sukamaju", author="Uti"),
            people=(Person("P1", "Tirta Wening", "Menteri", "Kementerian Air"),),
            quotes=(
                Quote("Q1", "direct", 0, 4, "Siap", Cue(6, 10, "ujar", "ujar"), speaker=minister),
                Quote("Q2", "indirect", 0, 4, "air surut"),
            ),
            themes=(Theme("bencana", "Bencana", 0.914, ("air",)),),
            warnings=("aneh",),
        )
    )
    for words in (
        *("Air Surut", "2026-11-24 · Sukamaju · Penulis: Uti", "Tirta Wening", "Menteri"),
        *("Kementerian Air", "“Siap”", "langsung", "tak langsung", "Bencana", "0.91"),
        *("Peringatan: aneh", "—"),
    ):
        assert words in page
    assert "“air surut”" not in page


def test_an_empty_document():
    assert "Tidak ada tokoh atau kutipan." in shown(Document("d1"))


def test_speaker_line():
    assert speaker_line(Quote("Q1", "direct", 0, 0, "")) == "—"
    agency = Speaker("organisation", "BNPB")
    assert speaker_line(Quote("Q1", "direct", 0, 0, "", speaker=agency)) == "BNPB"


def test_escape_sequences_and_markup_are_only_text():
    page = shown(Document("d1", meta=Meta("\x1b[31mmerah\x07 [bold]x[/bold] [/]")))
    assert "\x1b" not in page
    assert "[bold]x[/bold] [/]" in page


def test_long_quotes_are_cut():
    page = shown(Document("d", quotes=(Quote("Q1", "direct", 0, 0, "a" * 9 * QUOTE_LIMIT),)))
    assert page.count("a") < 2 * QUOTE_LIMIT
    assert "…" in page


@given(st.text(), st.text(), st.integers(10, 60))
def test_odd_text_never_raises(name, text, width):
    quote = Quote("Q1", "mixed", 0, 1, text, speaker=Speaker("unnamed", name))
    shown(Document(text, meta=Meta(name), quotes=(quote,), warnings=(text,)), width)
