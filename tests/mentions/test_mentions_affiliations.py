"""Entities and affiliations never disagree.

What a person's or a speaker's affiliation names, if it is an institution, is an ORG mention of the
document or stands inside one ("Bidang Anggaran | Badan Keuangan Daerah"): same words, a bracketed
short form at the end aside, which is an institution of its own.
"""

import json
import re
from pathlib import Path

import pytest

import humas_nlp
from humas_nlp.entities import is_institution

SHARED = Path(__file__).parents[3] / "shared/gold"
TEXTS = humas_nlp.samples()
OWN = [
    "Kepala Dinas Pekerjaan Umum (DPU) Kota Salatiga, Hendro Wibowo, mengatakan jalan dibuka.",
    "“Siap,” kata Kepala Bidang Anggaran Badan Keuangan Daerah Kabupaten Batang, Sri Lestari.",
    "Rektor Universitas Budi Utama (UBU) Prof. Dr. Anwar Sadikin, M.Si. membuka acara itu.",
    "Ketua Komisi IV DPRD Kota Madiun Wahyu Purnomo menegaskan hal itu, Senin (6/5/2024).",
    "Siti Maryam dari PT Sari Bumi Lestari menyampaikan, “Kami siap.”",
]


def bare(name):
    """Return a name without brackets, in one line."""
    return " ".join(re.sub(r"\([^()]*\)", " ", name).replace(" ,", ",").split())


def strays(document):
    """Return the affiliations that are no part of an ORG mention."""
    bodies = {bare(e.text) for e in document.entities if e.label == "ORG"}
    speakers = [quote.speaker for quote in document.quotes if quote.speaker]
    named = {who.affiliation for who in (*document.people, *speakers) if who.affiliation}
    return sorted(
        name
        for name in named
        if is_institution(name) and not any(bare(name) in body for body in bodies)
    )


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_samples(name):
    assert strays(humas_nlp.analyze(TEXTS[name])) == []


@pytest.mark.parametrize("text", OWN)
@pytest.mark.parametrize("model", ["id_humas_news", "rules"])
def test_own_texts(text, model):
    document = humas_nlp.analyze(text, nlp=pipeline(model))
    assert any(person.affiliation for person in document.people)
    assert strays(document) == []


def pipeline(name, cache={}):  # noqa: B006  a pipeline is loaded once
    if name not in cache:
        cache[name] = humas_nlp.load(name)
    return cache[name]


@pytest.mark.shared
@pytest.mark.parametrize("part", ["dev", "train"])
def test_gold_texts(part):
    path = SHARED / f"{part}.jsonl"
    if not path.exists():
        pytest.skip(f"{path} is not there")
    rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    found = {d.id: strays(d) for d in humas_nlp.analyze_many(
        [row["text"] for row in rows], ids=[row["id"] for row in rows])}  # fmt: skip
    assert {id: names for id, names in found.items() if names} == {}
