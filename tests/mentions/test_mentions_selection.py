"""The merge: which candidates stay."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_nlp.mentions.candidates import Candidate
from humas_nlp.mentions.selection import select
from humas_nlp.mentions.weights import Weights


def candidate(start, end, label="ORG", odds="0", *sources):
    return Candidate(start, end, label, frozenset(sources or ["rules"]), "body", None, (odds,))


LEAST = dict.fromkeys(("PER", "ORG", "LOC", "EVENT", "DATE"), 0.4)
MODEL = Weights({str(n): float(n) for n in range(-5, 6)}, LEAST)


def chosen(*rows):
    ordered = sorted(rows, key=lambda row: (row.end, row.start, row.label))
    return [(m.start, m.end, m.label) for m in select(ordered, MODEL)]


def test_the_likelier_of_two_stays():
    assert chosen(candidate(0, 5, "ORG", "1"), candidate(2, 9, "LOC", "3")) == [(2, 9, "LOC")]


def test_what_is_less_likely_than_the_least_goes():
    assert chosen(candidate(0, 5, "ORG", "-2"), candidate(6, 9)) == [(6, 9, "ORG")]


def test_neighbours_do_not_overlap():
    assert len(chosen(candidate(0, 5), candidate(5, 9))) == 2


def test_two_sure_ones_win_over_one_around_them():
    rows = candidate(0, 4, "PER", "4"), candidate(5, 9, "PER", "4"), candidate(0, 9, "ORG", "4")
    assert chosen(*rows) == [(0, 4, "PER"), (5, 9, "PER")]


def test_the_institution_of_an_office_stays_against_what_cuts_it():
    rows = candidate(3, 9, "ORG", "-5", "office"), candidate(5, 20, "PER", "5")
    assert chosen(*rows) == [(3, 9, "ORG")]


@pytest.mark.parametrize("other", [(0, 9), (3, 6), (6, 12)])
def test_a_likelier_institution_may_take_its_place(other):
    rows = candidate(3, 9, "ORG", "1", "office"), candidate(*other, "ORG", "3")
    assert chosen(*rows) == [(*other, "ORG")]


@pytest.mark.parametrize("label", ["LOC", "EVENT", "DATE"])
def test_nothing_else_may_hold_it(label):
    assert chosen(candidate(3, 9, "ORG", "0", "office"), candidate(0, 9, label, "5")) == [
        (3, 9, "ORG")
    ]


def test_mentions_carry_sources_and_probability():
    row = Candidate(0, 5, "ORG", frozenset({"places", "office"}), "headline", {"id": 1}, ("0",))
    (found,) = select([row], MODEL)
    assert (found.source, found.probability, found.zone) == ("office+places", 0.5, "headline")
    assert found.value == {"id": 1}


ROWS = st.lists(
    st.builds(
        lambda a, n, odds: candidate(a, a + n, "ORG", str(odds)),
        st.integers(0, 12),
        st.integers(1, 6),
        st.integers(-3, 3),
    ),
    max_size=7,
    unique_by=lambda row: (row.start, row.end),
)


@given(ROWS)
def test_no_other_set_is_worth_more(rows):
    ordered = sorted(rows, key=lambda row: (row.end, row.start))
    found = select(ordered, MODEL)
    assert all(a.end <= b.start for a, b in pairwise(found))

    def worth(group):
        return sum(MODEL.probability(row.features) - 0.4 for row in group)

    apart = [
        group
        for size in range(len(ordered) + 1)
        for group in combinations(sorted(ordered, key=lambda row: row.start), size)
        if all(a.end <= b.start for a, b in pairwise(group))
    ]
    mine = sum(m.probability - 0.4 for m in found)
    assert mine == pytest.approx(max(map(worth, apart)))
