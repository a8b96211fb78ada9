"""The two simple ways to name speakers, on a text where each goes wrong in its own way."""

from gold_documents import GOLD, TEXT, perfect

from humas_nlp.evaluation import score
from humas_nlp.evaluation.baselines import BASELINES, last_speaker, nearest_name


def mention(form, n=0):
    start = -1
    for _ in range(n + 1):
        start = TEXT.index(form, start + 1)
    return {"start": start, "end": start + len(form), "text": form}


def analysis():
    data = perfect()
    data["people"] = [
        {"id": "P1", "name": "Tirta Wening", "mentions": [mention("Tirta Wening")]},
        {"id": "P2", "name": "Sari Melati", "mentions": []},
    ]
    return data


def speakers(document):
    return [q["speaker"] and q["speaker"]["name"] for q in document["quotes"]]


def test_nearest_name_takes_a_name_even_for_an_institution():
    assert speakers(nearest_name(analysis())) == ["Tirta Wening"] * 5


def test_nearest_name_does_not_look_inside_contents():
    data = analysis()
    inside = mention("Air")
    data["people"][1]["mentions"] = [inside]
    assert "Sari Melati" not in speakers(nearest_name(data))


def test_last_speaker_reads_the_source_and_goes_on_with_it():
    data = analysis()
    source = mention("Tirta Wening")
    data["quotes"][0]["source"] = source
    data["quotes"][1]["source"] = mention("Ia")
    data["quotes"][2]["source"] = mention("Badan Siaga Air")
    data["quotes"][3]["source"] = mention("seorang warga")
    data["quotes"][4]["source"] = None
    assert speakers(last_speaker(data)) == [
        "Tirta Wening",
        "Tirta Wening",
        "Badan Siaga Air",
        "seorang warga",
        "seorang warga",
    ]


def test_nothing_to_choose_from_is_nobody():
    data = analysis()
    data["people"] = []
    for quote in data["quotes"]:
        quote["source"] = None
    for baseline in BASELINES.values():
        assert speakers(baseline(data)) == [None] * 5


def test_baselines_change_speakers_only_and_leave_their_input():
    data = analysis()
    before = speakers(data)
    for baseline in BASELINES.values():
        found = baseline(data)
        measures = score([GOLD], [found]).measures
        assert measures["span_strict_all"]["f1"] == 1
        assert found["people"] == data["people"]
    assert speakers(data) == before
