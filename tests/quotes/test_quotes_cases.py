"""Quotes and speakers, form by form (one case a form of the attribution grammar)."""

import pytest

from case_files import load
from humas_nlp.people.finder import find_people
from humas_nlp.quotes.finder import find_quotes
from humas_nlp.quotes.sentences.cues import lead_cue, lemma, lexicon, post_cue
from humas_nlp.release import read_release


@pytest.mark.parametrize("case", load("quotes"))
def test_case(case):
    text = case["text"]
    ranges = read_release(text).paragraphs()
    quotes = find_quotes(text, ranges, find_people(text, ranges))
    assert [[q.kind, q.text, q.speaker and q.speaker.name] for q in quotes] == case["quotes"]
    for quote in quotes:
        assert 0 < quote.confidence <= 1
        assert ">" in quote.rule


def test_cue_words():
    assert post_cue("ujarnya") == ("ujar", True)
    assert post_cue("terangnnya") == ("terang", True)
    assert post_cue("harganya") is None
    assert post_cue("tugasnya") is None  # near to "tegasnya" and to "tukasnya"
    assert lead_cue("mengatakan") == ("mengatakan", "say")
    assert lead_cue("menyatukan") is None
    assert lemma("mengatakan") == "kata"


def test_lexicon_lists_do_not_overlap():
    cues = lexicon()
    assert cues.common_roots <= cues.roots
    assert not (cues.common_roots | cues.everyday_roots) & set(cues.verbs)
    assert cues.roots & set(cues.verbs) <= {"bilang"}  # spoken language: "X bilang harga naik"
    assert cues.agentless <= cues.passive
