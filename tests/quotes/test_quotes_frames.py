"""The author's words around a quote."""

from humas_nlp.document import Cue, Quote, Span
from humas_nlp.quotes.circumstances.frames import Frames


def quote(text, content, cue=None, source=None):
    start = text.index(content)
    place = text.index(cue) if cue else 0
    return Quote(
        "Q1",
        "direct",
        start,
        start + len(content),
        content,
        Cue.of(text, place, place + len(cue)) if cue else None,
        Span.of(text, text.index(source), text.index(source) + len(source)) if source else None,
    )


def pieces(text, *quotes):
    frames = Frames(text, quotes, [(0, len(text))])
    return [(p.side, text[p.start : p.end].strip()) for p in frames.of(quotes[0])]


def test_behind_cue_and_source():
    text = "“Siap,” kata Sri Hartati di Blora, Senin."
    assert pieces(text, quote(text, "Siap", "kata", "Sri Hartati")) == [
        ("after", "di Blora, Senin."),
    ]


def test_before_the_cue_without_the_source():
    text = "Saat ditemui, Sri Hartati dengan tegas mengatakan bahwa jalan rusak."
    assert pieces(text, quote(text, "jalan rusak", "mengatakan", "Sri Hartati")) == [
        ("after", "bahwa"),
        ("before", "dengan tegas"),
        ("before", "Saat ditemui,"),
    ]


def test_it_stops_at_the_next_content():
    text = "“Siap,” kata Sri di Blora, “tetapi alat kurang.”"
    first = quote(text, "Siap", "kata", "Sri")
    assert pieces(text, first, quote(text, "tetapi alat kurang")) == [("after", "di Blora, “")]


def test_without_a_cue_there_is_no_frame():
    text = "“Siap di Blora.”"
    assert pieces(text, quote(text, "Siap di Blora.")) == []


def test_outside_all_sentences_there_is_no_frame():
    text = "“Siap,” kata Sri di Blora."
    item = quote(text, "Siap", "kata", "Sri")
    assert Frames(text, [item], []).of(item) == []
