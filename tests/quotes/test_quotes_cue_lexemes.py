"""Every lexeme of reporting does what its row says: each root and each verb in a sentence."""

import pytest

from humas_nlp.lexicon.cues import lead_verbs, postposed_roots
from humas_nlp.people.finder import find_people
from humas_nlp.quotes.finder import find_quotes
from humas_nlp.quotes.sentences.cues import lead_cue, post_cue
from humas_nlp.release import read_release


def read(text):
    """Return kind, text and speaker of the quotes of a text."""
    ranges = read_release(text).paragraphs()
    quotes = find_quotes(text, ranges, find_people(text, ranges))
    return [(q.kind, q.text, q.speaker and q.speaker.name) for q in quotes]


@pytest.mark.parametrize("root", sorted(postposed_roots()))
def test_a_root_follows_a_quotation(root):
    assert post_cue(root) == (root, False)
    assert post_cue(f"{root}nya") == (root, True)
    text = f"“Jembatan ini selesai bulan depan,” {root} Bupati Blora Ratna Dewanti."
    assert read(text) == [("direct", "Jembatan ini selesai bulan depan", "Ratna Dewanti")]


@pytest.mark.parametrize("verb", sorted(lead_verbs()))
def test_a_verb_leads_a_clause_with_bahwa(verb):
    assert lead_cue(verb) == (verb, lead_verbs()[verb])
    text = f"Bupati Blora Ratna Dewanti {verb} bahwa jembatan itu selesai bulan depan."
    assert read(text) == [("indirect", "jembatan itu selesai bulan depan", "Ratna Dewanti")]
