"""What the finders propose, what is gathered from it, and its features; invented texts."""

import pytest

from humas_nlp.document import Block, Entity, Meta, Release
from humas_nlp.mentions.candidates import candidates, zone_of
from humas_nlp.mentions.persons import Persons, persons_of
from humas_nlp.mentions.proposals import Evidence, is_verb, proposals
from humas_nlp.mentions.reading import gathered

HEAD = "Humas Pemkot Salatiga Diminta Tanggap"
BODY = "Kepala Dinas Pangan Kota Salatiga, Rini Wulandari, hadir, Senin (6/5/2024)."
TEXT = f"{HEAD}\n{BODY}"
RELEASE = Release(
    Meta(), (Block(0, len(HEAD), "headline"), Block(len(HEAD) + 1, len(TEXT), "paragraph"))
)


def stretch(part, text=TEXT):
    start = text.index(part)
    return start, start + len(part)


def found(evidence):
    return {(TEXT[row.start : row.end], row.label, row.source) for row in proposals(evidence)}


def test_rules_alone_read_paragraphs():
    rows = found(Evidence(TEXT, RELEASE))
    assert ("Dinas Pangan Kota Salatiga", "ORG", "institutions") in rows
    assert ("Senin (6/5/2024)", "DATE", "patterns") in rows
    assert not any(text in HEAD for text, _, _ in rows if text != "Kota Salatiga")


def test_beside_a_recogniser_they_read_everything():
    rows = found(Evidence(TEXT, RELEASE, names=[]))
    assert ("Humas Pemkot Salatiga", "ORG", "institutions") in rows


def test_a_clause_that_is_taken_for_a_name_is_cut_before_its_verb():
    names = [Entity(0, len(HEAD), HEAD, "ORG")]
    rows = found(Evidence(TEXT, RELEASE, names))
    assert (HEAD, "ORG", "recogniser") in rows
    assert ("Humas Pemkot Salatiga", "ORG", "clause") in rows


def test_persons_and_their_institutions_are_proposed():
    persons = Persons(
        known=(stretch("Rini Wulandari"),),
        institutions=(stretch("Dinas Pangan Kota Salatiga"), stretch("Dinas Pangan")),
    )
    rows = found(Evidence(TEXT, RELEASE, None, persons))
    assert ("Rini Wulandari", "PER", "people") in rows
    assert ("Dinas Pangan Kota Salatiga", "ORG", "office") in rows
    assert ("Dinas Pangan", "ORG", "office") not in rows  # a part of the other


def test_a_person_cuts_an_institution():
    text = "Kepala Biro Hukum Umum Rahmat hadir."
    release = Release(Meta(), (Block(0, len(text), "paragraph"),))
    persons = Persons(known=(stretch("Umum Rahmat", text),))
    rows = proposals(Evidence(text, release, None, persons))
    assert (*stretch("Biro Hukum", text), "ORG", "cut", None) in rows


def test_candidates_gather_sources_and_what_speaks_against_them():
    persons = Persons(institutions=(stretch("Dinas Pangan Kota Salatiga"),))
    rows = gathered(Evidence(TEXT, RELEASE, None, persons))
    body = next(r for r in rows if (r.start, r.end) == stretch("Dinas Pangan Kota Salatiga"))
    assert body.sources == {"institutions", "office"}
    assert body.zone == "body"
    assert {"ORG by institutions+office", "ORG in body", "ORG of 4 words"} <= set(body.features)
    assert "ORG with places:LOC:inside" in body.features
    place = next(r for r in rows if r.label == "LOC")
    assert "LOC with institutions:ORG:around" in place.features


def test_a_verb_in_a_stretch_is_a_feature():
    rows = gathered(Evidence(TEXT, RELEASE, [Entity(0, len(HEAD), HEAD, "ORG")]))
    whole = next(r for r in rows if (r.start, r.end) == (0, len(HEAD)))
    assert "ORG, verb inside" in whole.features
    assert whole.zone == "headline"


@pytest.mark.parametrize("word", ["diminta", "dikukuhkan", "menyalurkan", "mengajak"])
def test_verbs(word):
    assert is_verb(word)


@pytest.mark.parametrize("word", ["dinas", "direktorat", "menteri", "digital", "salatiga"])
def test_no_verbs(word):
    assert not is_verb(word)


def test_zones():
    text = "Judul\nKendari - Hadir.\nSumber: Humas\nBagikan"
    ends = [text.index("\n", at) for at in (0, 6, 23)] + [len(text)]
    starts = [0, *(end + 1 for end in ends[:3])]
    kinds = ["headline", "paragraph", "credit", "furniture"]
    blocks = tuple(Block(*row) for row in zip(starts, ends, kinds, strict=True))
    release = Release(Meta(), blocks, (6, 16))
    places = [0, 6, 16, starts[2], starts[3], ends[0]]
    want = ["headline", "dateline", "body", "credit", "furniture", "furniture"]
    assert [zone_of(release, place) for place in places] == want


def test_no_proposals_no_candidates():
    assert candidates("", Release(Meta(), ()), []) == []


def test_persons_from_plain_data():
    office = [0, 20, "Kepala", "Dinas Pangan", [], [7, 19]]
    group = [0, 30, "Kasi", "Pontren", [], [5, 12]]
    people = [
        {"role": "Kepala", "mentions": [{"start": 22, "end": 26}]},
        {"role": None, "mentions": [{"start": 40, "end": 44}]},
        {"role": None, "mentions": [{"start": 50, "end": 54}, {"start": 60, "end": 64}]},
    ]
    found = persons_of(people, [[0, *office], [1, *group]])
    assert found == Persons(
        known=((22, 26), (50, 54), (60, 64)),
        passing=((40, 44),),
        offices=((0, 20), (0, 30)),
        institutions=((7, 19),),
        others=((5, 12),),
    )
