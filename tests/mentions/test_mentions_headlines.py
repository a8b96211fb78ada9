"""Headlines in which every word has a capital are not one name; invented, all of them."""

import pytest

import humas_nlp

BODY = (
    "Salatiga – Kepala Dinas Pangan Kota Salatiga, Rini Wulandari, membuka pasar murah di Lapangan"
    " Pancasila, Senin (6/5/2024). “Harga beras turun,” katanya."
)
HEADLINES = [
    "Humas Pemkot Salatiga Diminta Tanggap Menjawab Keluhan Warga",
    "Humas Pemerintah Daerah Diajak Cermat Jelang Pemilihan Kepala Daerah",
    "Dinas Pangan Kota Salatiga Menggelar Pasar Murah Bagi Warga Lansia",
    "Aparatur Desa Dibekali Pengetahuan Mengelola Keuangan Desa Secara Terbuka",
]


@pytest.mark.parametrize("headline", HEADLINES)
def test_no_institution_runs_through_a_headline(headline):
    document = humas_nlp.analyze(f"{headline}\n{BODY}")
    verb = next(w for w in headline.split() if w.startswith(("Di", "Meng")) and w not in NOUNS)
    bodies = [e.text for e in document.entities if e.label == "ORG" and e.end <= len(headline)]
    assert not any(verb in body for body in bodies)


NOUNS = {"Dinas"}
