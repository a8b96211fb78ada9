"""Odd text never raises, and every offset lies in the text: all rules, on pieces chosen to harm."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import humas_nlp

ADDRESSES = (
    "www.Kemenkes.go.id",
    "https://Kendal.Go.Id/Berita?a=B.C",
    "humas@Kendal.go.id.Warga",
    "Data.Kendal.go.id",
    "12/Pdt.G/2024/PN.Kdl",
    "@Kendal_ID",
    "#İndonesia",
)
# Letters whose lower case is longer, another letter, or none; marks without a letter; halves.
LETTERS = (
    *"İ ı ſ K ẞ ß ŉ ǰ ΐ ᾳ ﬁ ﬆ ŞİŞLİ e\u0301 \u0307 سلام 漢字 🙂 👩\u200d👧 ½ ² ٣ ① ०".split(" "),
    *"\u200b\u200d\u200f\u202e\ufeff\x00\x1c\ud800\udfff\ufffd",
    "x" * 300,
    "a-" * 80,
)
SIGNS = (
    *"“”\"'‘’`()[{.…,:;?!-–/• \u00a0\n\r\u2028\t",
    *("``", "''", "&quot;", "...", "  "),
)
WORDS = (
    *("KENDAL, Diskominfo –", "İSTANBUL, KOMPAS.com –", "Bupati Kendal, Sri Hartati, S.H.", "Dr."),
    *("ujarnya", "ujar Sri Hartati", "mengatakan bahwa", "menurut", "bertajuk", "kepada wartawan"),
    *("melalui WhatsApp", "Penulis: İnes", "Badan Pusat Statİstik (BPS)", "Kota Semarang", "ia"),
)
VALUES = (
    *("Senin (23/10/2023)", "23 Aprıl 2024", "ſeptember 2024", "31 Februari 2023", "pekan lalu"),
    *("akhir tahun İni", "triwulan III 2023", "pukul 10.30 WİB", "24.00", "Rp5-10 juta", "3 K"),
    *("seratus İDr", "US$ 1,282", "lima perſen", "700 RİBU BAREL", "9" * 400, "٣ ton", "1/2"),
    *("Undang-Undang Nomor 12 Tahun 2023", "UU No. İ/2023", "Pasal 5 ayat"),
)
PIECES = st.sampled_from((*ADDRESSES, *LETTERS, *SIGNS, *WORDS, *VALUES))
TEXTS = st.builds(str.join, st.sampled_from(["", " "]), st.lists(PIECES, max_size=30))
# A text that the rules know, with one letter exchanged for one that is nearly the same.
LIKE = ("iİ", "iı", "Iİ", "sſ", "kK", "fﬁ", "0٠", "1¹", " \u00a0", " \u2028")
KNOWN = [text[:800] for text in humas_nlp.samples().values()]
LIKENESSES = st.builds(
    lambda text, pair, upper: (text.upper() if upper else text).replace(*pair),
    st.sampled_from(KNOWN),
    st.sampled_from(LIKE),
    st.booleans(),
)


@pytest.fixture(scope="module")
def nlp():
    return humas_nlp.load("rules")


def spans(document):
    """Return every span of a document that has a text of its own."""
    found = [*document.quotes, *document.entities]
    found += [mention for person in document.people for mention in person.mentions]
    for quote in document.quotes:
        parts = (quote.cue, quote.source, quote.addressee, quote.venue, quote.date)
        found += [part for part in parts if part is not None]
    return found


def check(text, nlp):
    document = humas_nlp.analyze(text, nlp=nlp)
    assert len(document.text) == len(text)
    for span in spans(document):
        assert 0 <= span.start < span.end <= len(text)
        assert span.text == document.text[span.start : span.end]
    ends = [0]
    for start, end in document.sentences:
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)
    assert document == humas_nlp.Document.from_dict(document.to_dict(text=True))


@settings(max_examples=200, deadline=None)
@given(text=TEXTS)
def test_pieces(nlp, text):
    check(text, nlp)


@settings(max_examples=100, deadline=None)
@given(text=LIKENESSES)
def test_letters_like_others(nlp, text):
    check(text, nlp)


@pytest.mark.parametrize("form", ["{0}", "Kata {0}", "{0} kata", "“{0},” ujar {0}.", "{0}{0}"])
@pytest.mark.parametrize("piece", [*ADDRESSES, *LETTERS, *VALUES], ids=ascii)
def test_each_piece(nlp, form, piece):
    check(form.format(piece), nlp)
