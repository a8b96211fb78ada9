import copy

from gold_documents import GOLD, SPEAKERS, TEXT, perfect
from hypothesis import given, settings
from hypothesis import strategies as st

from humas_nlp.evaluation import score

FEW = settings(max_examples=25, deadline=None)
indexes = st.integers(0, len(GOLD["quotes"]) - 1)
spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)
speakers = st.sampled_from([None, *SPEAKERS.values()])
kinds = st.sampled_from(["direct", "indirect", "mixed"])
quotes = st.builds(
    lambda span, kind, speaker: {
        "start": span[0],
        "end": span[1],
        "kind": kind,
        "speaker": speaker,
    },
    spans,
    kinds,
    speakers,
)


def end_to_end(data):
    return score([GOLD], [data]).measures["end_to_end_all"]


@FEW
@given(st.lists(quotes, max_size=8))
def test_every_figure_lies_between_none_and_all(predicted):
    m = score([GOLD], [perfect() | {"quotes": predicted}]).measures
    for name, value in m.items():
        if name.startswith(("span", "end_to_end_all", "end_to_end_d", "people")):
            assert 0 <= value["p"] <= 1
            assert 0 <= value["r"] <= 1
        if name.startswith("attribution"):
            assert 0 <= value <= 1
    assert m["end_to_end_all"]["f1"] <= m["span_relaxed_all"]["f1"]
    assert m["span_strict_all"]["f1"] <= m["span_relaxed_all"]["f1"]


@FEW
@given(indexes, st.integers(1, 4))
def test_duplicates_lower_precision(index, times):
    data = perfect()
    data["quotes"] += [copy.deepcopy(data["quotes"][index]) for _ in range(times)]
    found = end_to_end(data)
    assert found["p"] < 1
    assert found["r"] == 1


@FEW
@given(indexes)
def test_leaving_a_quote_out_lowers_recall(index):
    data = perfect()
    del data["quotes"][index]
    found = end_to_end(data)
    assert found["p"] == 1
    assert found["r"] < 1


@FEW
@given(indexes)
def test_over_long_predictions_lower_the_score(index):
    data = perfect()
    data["quotes"][index] |= {"start": 0, "end": len(TEXT)}
    assert end_to_end(data)["f1"] < 1


@FEW
@given(st.lists(quotes, max_size=8))
def test_the_order_of_predictions_counts_for_nothing(predicted):
    distinct = list({(q["start"], q["end"]): q for q in predicted}.values())
    forward = end_to_end(perfect() | {"quotes": distinct})
    assert forward["gold"] == len(GOLD["quotes"])
    assert forward["predicted"] == len(distinct)
    empty = end_to_end(perfect() | {"quotes": []})
    assert (empty["f1"], empty["predicted"]) == (0, 0)
