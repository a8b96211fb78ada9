"""Which institution a name stands for, and which region."""

import pytest

from humas_nlp.entities import canonical, find_regions, is_institution, present
from humas_nlp.mentions.institutions.registry import institutions


def name(found):
    return found.id if found else None


@pytest.mark.parametrize(
    ("words", "date", "identity"),
    [
        ("Kementerian Kesehatan RI", None, "kemenkes"),
        ("kementerian kesehatan republik indonesia", None, "kemenkes"),
        ("DPR RI", None, "dpr"),
        ("Kominfo", "2019-01-01", "kemenkominfo"),
        ("Kominfo", "2025-01-01", "kemenkominfo"),
        ("Kemendikbud", None, "kemendikbud"),
        ("Kemendikbud", "2020-06-01", "kemendikbud"),
        ("Kemendikbud", "2023-06-01", "kemendikbudristek"),
        ("Kementerian Pendidikan", "2010-06-01", "kemendiknas"),
        ("Kementerian Pendidikan", "2025-06-01", None),
        ("Kementerian Pendidikan", None, None),
        ("Kementerian Kehutanan", "2012-06-01", "kemenhut"),
        ("Kementerian Kehutanan", "2018-06-01", "klhk"),
        ("Kementerian Pekerjaan Umum", "2018-06-01", "kemenpupr"),
        ("Kementerian Pekerjaan Umum", "2025-06-01", "kemenpu"),
        ("Kementerian Pariwisata", "2022-06-01", "kemenparekraf"),
        ("Komisi Pemberantasan Korupsi (KPK)", None, "kpk"),
        ("Kementerian Kesehatan (Kemenkes) RI", None, "kemenkes"),
        ("Kementerian Kesehatan RI (Kemenkes)", None, "kemenkes"),
        ("Dinas Kesehatan (Dinkes)", None, None),
        ("Dinas Kesehatan", None, None),
        ("Bank Indonesia (BI)", None, "bi"),
        ("(KPK)", None, "kpk"),
        ("Polri (Jawa Timur)", None, None),
        ("Badan Pusat Statistik (Jakarta)", None, None),
        ("Kejaksaan Agung (Kejari Blora)", None, None),
        ("Kementerian Kesehatan (Kemenkeu)", None, None),
        ("KPK (nonaktif)", None, None),
        ("KPK" + " (KPK)" * 3000, None, None),
        ("", None, None),
    ],
)
def test_name_and_date_tell_the_institution(words, date, identity):
    assert name(canonical(words, date)) == identity


@pytest.mark.parametrize(
    ("words", "heirs"),
    [
        ("Kemendikbud", ["kemendikdasmen", "kemdiktisaintek", "kemenbud"]),
        ("KPDT", ["kemendes", "kementrans"]),
        ("Departemen Kesehatan", ["kemenkes"]),
        ("KPK", ["kpk"]),
        ("KASN", []),
    ],
)
def test_successors_lead_to_the_present(words, heirs):
    assert [row.id for row in present(canonical(words))] == heirs


def test_every_name_leads_to_its_institution_and_is_read_as_one():
    for row in institutions():
        assert canonical(row.name) is row
        assert is_institution(row.name), row.name


def test_a_body_is_in_force_inside_its_periods_only():
    ministry = canonical("KLHK")
    dates = ("2014-09-30", "2014-10", "2019-05-01", "2024-11-01")
    assert [ministry.in_force(date) for date in dates] == [False, True, True, False]
    assert not ministry.in_force()


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Kota Bandung", ["32.73"]),
        ("KABUPATEN BANDUNG", ["32.04"]),
        ("Bandung", ["32.04", "32.73"]),
        ("Kab. Wajo", ["73.13"]),
        ("Kota Administrasi Jakarta Timur", ["31.75"]),
        ("Kota Wajo", []),
        ("Prov. Gorontalo", ["75"]),
        ("Gorontalo", ["75", "75.01", "75.71"]),
        ("Sultra", ["74"]),
        ("Sulut", ["71"]),
        ("Kepulauan Riau", ["21"]),
        ("AS", ["US"]),
        ("Desa Sukatani", []),
        ("", []),
    ],
)
def test_regions_of_a_name(words, codes):
    assert [place.code for place in find_regions(words)] == codes
