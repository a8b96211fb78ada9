"""Mentions of people: cases, what holds for every text, and the reasons given."""

from itertools import pairwise

import pytest

import humas_nlp
from case_files import load
from humas_nlp.mentions.names.candidates import Candidate
from humas_nlp.mentions.names.explanation import mention_step
from humas_nlp.mentions.names.finder import find_person_mentions, names_team
from humas_nlp.mentions.names.judgement import Judgement, chosen, document_features
from humas_nlp.mentions.names.logistic import Logistic, chance_of, odds_of, read_logistic
from humas_nlp.mentions.tokens import read_tokens

SAMPLES = sorted(humas_nlp.samples().items())


def read(text):
    spans, at = [], 0
    for part in text.split("\n"):
        spans.append((at, at + len(part)))
        at += len(part) + 1
    return spans, [read_tokens(text, a, b) for a, b in spans]


@pytest.mark.parametrize("case", load("mentions_names"))
def test_case(case):
    text = case["text"]
    _, rows = read(text)
    assert [text[m.start : m.end] for m in find_person_mentions(text, rows)] == case["names"]


@pytest.mark.parametrize(("name", "text"), SAMPLES, ids=[name for name, _ in SAMPLES])
def test_mentions_lie_in_paragraphs_and_do_not_overlap(name, text):
    spans, rows = read(text)
    found = find_person_mentions(text, rows)
    assert found == find_person_mentions(text, rows)
    assert found, "a sample without a person"
    for m in found:
        a, b = spans[m.row]
        assert a <= m.left <= m.start < m.end <= m.right <= b
        assert 0.0 <= m.probability <= 1.0
        assert text[m.start : m.end].split()[0].startswith(m.parts[0])
    for before, after in pairwise(found):
        assert before.end <= after.start


def test_a_recogniser_is_heard():
    text = "Menurut Qwarza, laga itu berat."
    _, rows = read(text)
    without = find_person_mentions(text, rows)
    heard = find_person_mentions(text, rows, [(8, 14, "PER")])
    denied = find_person_mentions(text, rows, [(8, 14, "ORG")])
    assert [m.parts for m in heard] == [("Qwarza",)]
    assert heard[0].probability > max([m.probability for m in denied], default=0.0)
    assert len(without) <= 1


def test_of_overlapping_candidates_the_likeliest_stays():
    def made(first, last, chance):
        return Judgement(Candidate(0, first, last, (0, 3), ("X",), chance), {}, chance)

    judged = [made(0, 1, 0.6), made(1, 2, 0.9), made(3, 3, 0.7), made(0, 0, 0.55)]
    kept = chosen(judged, 0.5)
    assert [(j.candidate.first, j.candidate.last) for j in kept] == [(0, 0), (1, 2), (3, 3)]


def test_a_repeated_name_is_seen_elsewhere():
    text = "Pak Sugondo hadir. Sugondo pulang."
    _, rows = read(text)
    found = [Candidate(0, i, i, (i, i), ("Sugondo",), p) for i, p in ((1, 0.9), (4, 0.2))]
    views = document_features(rows, [["?"] * len(rows[0])], found)
    assert views[1]["best elsewhere"] == 0.9
    assert "honorific" in views[0]
    assert "honorific" not in views[1]


def test_campaign_team_is_no_holder_of_the_office():
    _, (tokens,) = read("Ketua TKN Prabowo-Gibran, Rosan Adi, hadir.")
    assert names_team(tokens, 2)
    assert not names_team(tokens, 0)


def test_logistic_regression_and_its_reasons():
    weights = read_logistic({"bias": -1, "weights": {"a": 2.0, "b": -0.5}, "threshold": 0.5})
    assert weights == Logistic(-1.0, {"a": 2.0, "b": -0.5}, 0.5)
    assert weights.probability({"a": 1.0, "unheard": 9.0}) == pytest.approx(chance_of(1.0))
    assert weights.reasons({"b": 1.0, "a": 1.0, "c": 1.0}) == [("a", 2.0), ("b", -0.5)]
    assert odds_of(chance_of(1.5)) == pytest.approx(1.5)
    assert odds_of(0.0) < -20 < 20 < odds_of(1.0)
    assert chance_of(-800.0) == 0.0


def test_a_mention_is_explained():
    text = "“Jembatan selesai,” kata Kepala Dinas PUPR Kota Salatiga, Hendro Wibowo."
    _, rows = read(text)
    (mention,) = find_person_mentions(text, rows)
    step = mention_step(text, rows, mention)
    assert step.stage == "mention"
    assert (step.start, step.end) == (mention.start, mention.end)
    assert step.probability == mention.probability
    assert step.choice == "Hendro Wibowo is the name of a person"
    added = [abs(reason.added) for reason in step.reasons]
    assert added == sorted(added, reverse=True)
    assert added
    assert "no name" in [a.choice for a in step.alternatives]
