"""Quotes that several documents print."""

from humas_nlp.report.reprints import Reprint, reprints

WORDS = "kami membuka layanan imunisasi setiap hari kerja di seluruh puskesmas"


def test_nearly_the_same_words_are_one_quote():
    quotes = [
        ("a", WORDS),
        ("b", f"Ya, {WORDS.upper()}!"),
        ("c", "harga beras turun lagi minggu ini"),
    ]
    assert reprints(quotes) == [Reprint((0, 1), 2)]


def test_a_part_of_a_long_quote_is_a_print_of_it():
    long = f"{WORDS}, termasuk di pulau-pulau kecil, dan obatnya gratis untuk semua warga kota"
    assert reprints([("a", long), ("b", WORDS)]) == [Reprint((0, 1), 2)]


def test_two_quotes_of_one_document_are_no_reprint():
    assert reprints([("a", WORDS), ("a", WORDS)]) == []


def test_short_quotes_are_alike_by_chance():
    assert reprints([("a", "terima kasih banyak semua"), ("b", "terima kasih banyak semua")]) == []


def test_a_phrase_in_common_is_not_enough():
    first = "pemerintah daerah akan terus berupaya menurunkan angka tengkes dengan makanan bergizi"
    second = "pemerintah daerah akan terus berupaya memperbaiki jalan desa yang rusak sejak banjir"
    assert reprints([("a", first), ("b", second)]) == []


def test_most_documents_come_first():
    other = "jembatan gantung itu selesai diperbaiki sebelum musim hujan tiba"
    quotes = [("a", other), ("b", other), ("a", WORDS), ("b", WORDS), ("c", WORDS)]
    assert [each.documents for each in reprints(quotes)] == [3, 2]
