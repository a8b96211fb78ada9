"""Scores of parts of the gold, and the wrong quotes for reading."""

from gold_documents import GOLD, perfect

from humas_nlp.evaluation.reading import reading_lines
from humas_nlp.evaluation.slices import slices


def wrong_speaker():
    data = perfect()
    data["quotes"][0]["speaker"] = {"type": "person", "name": "Sari Melati"}
    return data


def test_a_perfect_analysis_is_right_in_every_part():
    gold = [{**GOLD, "genre": "gov", "outlet": "contoh.go.id"}]
    found = slices(gold, [perfect()])
    assert found["kind"] == {"direct": 1, "indirect": 1}
    assert found["genre"]["gov"]["f1"] == found["outlet"]["contoh.go.id"]["f1"] == 1
    assert found["surest"] == {"all": 1, "surest_80": 1}


def test_parts_that_the_gold_does_not_name_are_left_out():
    assert slices([GOLD], [perfect()]).keys() == {"kind", "surest"}
    assert slices([{**GOLD, "genre": ""}], [perfect()]).keys() == {"kind", "surest"}


def test_the_surest_quotes_leave_the_unsure_mistake_out():
    data = wrong_speaker()
    for number, quote in enumerate(data["quotes"]):
        quote["confidence"] = 0.2 if number == 0 else 0.9
    found = slices([GOLD], [data])
    assert found["kind"]["direct"] == 0.5
    assert found["surest"] == {"all": 0.8, "surest_80": 1}


def test_a_missing_analysis_counts_as_empty():
    found = slices([{**GOLD, "genre": "gov"}], [])
    assert found["genre"]["gov"]["r"] == 0
    assert "surest" not in found


def test_reading_names_what_is_wrong():
    data = wrong_speaker()
    data["quotes"][0] |= {"rule": "direct.cue_after", "confidence": 0.5}
    missed = data["quotes"].pop(1)
    data["quotes"].append({**missed, "start": 0, "end": 8, "speaker": None})
    lines = list(reading_lines([GOLD], [data]))
    assert lines[0] == "# g1"
    assert [line.split(":")[0] for line in lines[1:-1:2]] == ["speaker", "missed", "spurious"]
    assert "[[Air sudah surut,]]" in lines[1]
    assert lines[2].split() == (
        "gold Tirta Wening, found Sari Melati (person) by direct.cue_after, confidence 0.5".split()
    )
    assert "found nobody" in lines[6]


def test_reading_is_silent_about_a_perfect_analysis():
    assert list(reading_lines([GOLD], [perfect()])) == []
