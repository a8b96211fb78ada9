import pytest
from gold_documents import GOLD, SPEAKERS, TEXT, perfect

from humas_nlp.errors import DataError
from humas_nlp.evaluation import score
from humas_nlp.evaluation.figures import Tally, interval
from humas_nlp.evaluation.listing import figure_lines, mistake_lines


def changed(**changes):
    """Return a perfect analysis with quotes changed by number: ``q2={"kind": "direct"}``."""
    data = perfect()
    for key, change in changes.items():
        data["quotes"][int(key[1:]) - 1] |= change
    return data


def figures(*predicted):
    return score([GOLD], list(predicted)).measures


def test_gold_against_itself_is_perfect():
    result = score([GOLD], [perfect()])
    for name, value in result.measures.items():
        if isinstance(value, dict) and "f1" in value:
            assert value["f1"] == 1, name
        elif isinstance(value, dict):
            assert set(value.values()) == {1}, name
    m = result.measures
    assert m["documents"] == 1
    assert m["attribution_all"] == m["themes_top1"] == m["cue_accuracy"] == m["kind_accuracy"] == 1
    assert m["speaker_office"] == m["speaker_role"] == 1
    assert m["false_direct_quotes"] == 0
    assert m["end_to_end_interval"] == [1, 1]
    assert result.mistakes == ()
    assert set(m["recall_by_form"]) == {"name", "pronoun", "noun_phrase", "none"}
    assert set(m["f1_by_speakers"]) == {"three_or_more"}


def test_nothing_predicted_scores_nothing():
    result = score([GOLD], [{"id": "g1"}])
    for name in ("span_relaxed_all", "end_to_end_all", "people", "themes_micro"):
        assert result.measures[name]["f1"] == 0
        assert result.measures[name]["predicted"] == 0
    assert [m.kind for m in result.mistakes] == ["missed"] * 5


def test_a_document_without_a_prediction_is_an_empty_one():
    other = GOLD | {"id": "g2"}
    m = score([GOLD, other], [perfect()]).measures
    assert (m["end_to_end_all"]["p"], m["end_to_end_all"]["r"]) == (1, 0.5)
    assert m["end_to_end_interval"] == [0, 1]


def test_a_wrong_speaker_by_hand():
    m = figures(changed(q3={"speaker": SPEAKERS["P1"]}))
    assert m["span_relaxed_all"]["f1"] == 1
    assert m["attribution_all"] == 3 / 4  # the fifth quote has no gold speaker
    assert m["end_to_end_all"]["f1"] == pytest.approx(4 / 5)
    assert m["end_to_end_direct"]["f1"] == 1
    assert m["recall_by_form"]["noun_phrase"] == 1 / 2


def test_a_speaker_where_gold_has_none_is_wrong():
    m = figures(changed(q5={"speaker": SPEAKERS["P1"]}))
    assert m["attribution_all"] == 1
    assert m["end_to_end_all"]["f1"] == pytest.approx(4 / 5)


def test_a_wrong_kind_costs_only_kind_accuracy():
    m = figures(changed(q2={"kind": "direct"}))
    assert m["kind_accuracy"] == 4 / 5
    assert m["span_relaxed_direct"] == {"p": 1, "r": 1, "f1": 1, "gold": 2, "predicted": 2}
    assert m["span_relaxed_indirect"]["f1"] == 1
    assert m["false_direct_quotes"] == 0


def test_mixed_counts_as_indirect():
    assert figures(changed(q2={"kind": "mixed"}))["span_relaxed_indirect"]["predicted"] == 3


def test_a_shifted_span_is_relaxed_only():
    start = TEXT.index("boleh")
    m = figures(changed(q2={"start": start}))
    assert m["span_relaxed_all"]["f1"] == 1
    assert m["span_strict_all"]["f1"] == pytest.approx(4 / 5)


def test_an_over_long_prediction_lowers_the_score():
    m = figures(changed(q2={"start": 0, "end": len(TEXT)}))
    assert m["span_relaxed_all"]["f1"] == pytest.approx(4 / 5)


def test_duplicates_lower_precision_only():
    data = perfect()
    data["quotes"].append(data["quotes"][0] | {"id": "Q9"})
    data["people"].append(data["people"][0])
    m = figures(data)
    assert (m["end_to_end_all"]["p"], m["end_to_end_all"]["r"]) == (5 / 6, 1)
    assert (m["people"]["p"], m["people"]["r"]) == (2 / 3, 1)


def test_a_direct_quote_out_of_nothing():
    data = perfect()
    data["quotes"].append({"id": "Q9", "start": 0, "end": 8, "kind": "direct", "speaker": None})
    result = score([GOLD], [data])
    assert result.measures["false_direct_quotes"] == 1 / 3
    assert [(m.kind, m.text) for m in result.mistakes] == [("spurious", "SUKAMAJU")]


def test_cues_overlap():
    cue = GOLD["quotes"][0]["cue"]
    assert figures(changed(q1={"cue": cue | {"end": cue["end"] + 9}}))["cue_accuracy"] == 1
    assert figures(changed(q1={"cue": None}))["cue_accuracy"] == 4 / 5
    assert figures(changed(q1={"cue": {"start": 0, "end": 3}}))["cue_accuracy"] == 4 / 5


def test_offices_of_speakers():
    data = perfect()
    data["people"][0] |= {"role": "Bupati", "affiliation": "Sukamaju"}
    m = figures(data)
    assert (m["speaker_office"], m["speaker_role"], m["speaker_affiliation"]) == (1, 0, 0)


def test_header_data():
    data = perfect()
    data["meta"] = {"title": "Judul", "date": "2026-11-24", "place": "Sukamaju"}
    assert figures(data)["meta"] == {"title": 0, "date": 1, "place": 1}


def test_themes_by_hand():
    data = perfect()
    data["themes"] = [{"code": "lainnya"}, {"code": "bencana"}]
    m = figures(data)
    assert m["themes_micro"]["f1"] == pytest.approx(0.5)
    assert m["themes_macro_f1"] == pytest.approx(0.5)  # over the themes of gold
    assert m["themes_top1"] == 0
    assert m["themes_by_code"] == {"bencana": 1, "infrastruktur": 0}


def test_figures_by_hand():
    tally = Tally(right=2, predicted=4, gold=8)
    assert (tally.precision, tally.recall) == (0.5, 0.25)
    assert tally.f1 == pytest.approx(1 / 3)
    assert Tally().f1 == 0
    assert interval([(1, 2, 2)] * 5) == [0.5, 0.5]


def test_listing():
    result = score([GOLD], [changed(q1={"speaker": None}, q2={"start": 0, "end": 8})])
    assert list(mistake_lines(result.mistakes)) == [
        "speaker\tg1\tdirect\tAir sudah surut,\tgold P1\tfound none",
        "missed\tg1\tindirect\twarga boleh pulang",
        "spurious\tg1\tindirect\tSUKAMAJU",
    ]
    lines = list(figure_lines(result.measures))
    assert len(lines) == len(result.measures)
    assert lines[0] == "documents                1"


@pytest.mark.parametrize(
    ("predicted", "words"),
    [
        ([perfect(), perfect()], "more than once"),
        ([{"id": "x"}], "No id"),
        ([{}], "has no id"),
        ([{"id": "g1", "quotes": [{"start": 0, "kind": "direct"}]}], "usable"),
        ([{"id": "g1", "quotes": [{"start": 0, "end": 1, "kind": "lain"}]}], "usable"),
    ],
)
def test_unusable_predictions_are_refused(predicted, words):
    with pytest.raises(DataError, match=words):
        score([GOLD], predicted)


def test_gold_must_be_gold():
    with pytest.raises(DataError, match="Gold document 1"):
        score([{"id": "g1", "text": ""}], [])
    assert score([], []).measures["documents"] == 0
