"""A tiny training set, written for the tests."""

TEXTS = [
    "petani memanen padi di sawah dengan pupuk baru",
    "kelompok tani menanam jagung dan padi",
    "penyuluh membantu petani memilih benih padi",
    "guru mengajar siswa membaca di sekolah",
    "mahasiswa dan dosen meneliti di kampus",
    "siswa sekolah dasar menerima beasiswa dari guru",
    "guru mengajak siswa menanam padi di kebun sekolah",
    "kelompok tani mengajar siswa memanen jagung",
]
LABELS = [
    ["pertanian_pangan"],
    ["pertanian_pangan"],
    ["pertanian_pangan"],
    ["pendidikan"],
    ["pendidikan"],
    ["pendidikan"],
    ["pendidikan", "pertanian_pangan"],
    ["pertanian_pangan", "pendidikan"],
]
