"""The confidence of a quote: one calibrated probability."""

from dataclasses import replace

import pytest

from humas_nlp.document import Speaker
from humas_nlp.quotes.candidates.candidate import QuoteCandidate, SourcePhrase
from humas_nlp.quotes.confidence import confidence_step, features, fitted
from humas_nlp.quotes.speakers.features import Antecedent
from humas_nlp.quotes.speakers.ranking import Ranked

CLITIC = QuoteCandidate("direct", 10, 20, SourcePhrase("clitic"), "direct.cue_after.clitic")
RINI = Speaker("person", "Rini Asih", "P1", role="Bupati")


def sure(candidate=CLITIC, quote=0.95, speaker=RINI, share=0.95, name=0.97):
    best = Ranked(Antecedent(speaker, "current", ()), 0.0, share)
    return fitted().probability(features(candidate, quote, best, name))


def test_it_rises_with_what_is_surer():
    assert sure(share=0.5) < sure(share=0.9) < sure(share=0.999)
    assert sure(name=0.4) < sure(name=0.9) < sure(name=0.99)
    assert 0.0 < sure(share=0.1, name=0.1) < sure() < 1.0


def test_a_single_word_without_an_office_is_less_sure():
    assert sure(speaker=Speaker("person", "Rini", "P1")) < sure()


def test_a_phrase_without_a_name_is_less_sure_than_a_person():
    phrase = replace(CLITIC, source=SourcePhrase("phrase", 22, 30))
    assert sure(phrase, speaker=Speaker("unnamed", "warga setempat")) < sure(phrase)


def test_nobody_has_a_confidence_too():
    assert 0.0 < sure(speaker=None) < 1.0


def test_the_step_adds_up_to_the_confidence():
    best = Ranked(Antecedent(RINI, "current", ()), 0.0, 0.9)
    case = features(CLITIC, 0.9, best, 1.0)
    value = fitted().probability(case)
    step = confidence_step(case, value)
    added = fitted().intercept + sum(r.added for r in step.reasons)
    assert added == pytest.approx(fitted().log_odds(case), abs=0.01)
    assert (step.stage, step.probability) == ("confidence", value)
