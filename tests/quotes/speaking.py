"""Documents for the tests of speakers, read by rules alone."""

from humas_nlp.people.finder import find_people
from humas_nlp.quotes.finder import proposals
from humas_nlp.release import read_release

TWO_SPEAKERS = (
    "Wali Kota Salatiga, Hendro Wibowo, meresmikan jembatan baru. "
    "“Jembatan selesai bulan depan,” kata Kepala Dinas PUPR Kota Salatiga, Rini Asih. "
    "Ia berharap warga menjaga jembatan itu. “Warga jangan parkir di sana,” ujarnya.\n"
    "“Anggarannya sudah kami siapkan,” kata Hendro Wibowo. "
    "“Tahun depan ada satu jembatan lagi,” imbuhnya."
)


def read(text):
    """Return what may be quotes in a text, and who can speak in it."""
    ranges = read_release(text).paragraphs()
    return proposals(text, ranges, find_people(text, ranges))
