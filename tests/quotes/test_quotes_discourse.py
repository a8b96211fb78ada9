"""Transitions of the discourse: who has the floor, who acted, who spoke."""

from dataclasses import replace

from humas_nlp.document import Speaker
from humas_nlp.quotes.candidates.candidate import Entrance, QuoteCandidate, SourcePhrase
from humas_nlp.quotes.speakers.discourse import REMEMBERED, START, entered, expected, spoke

RINI = Speaker("person", "Rini Asih", "P1")
HENDRO = Speaker("person", "Hendro Wibowo", "P2")
KPU = Speaker("organisation", "KPU Kota Salatiga")
WARGA = Speaker("unnamed", "warga setempat")
PHRASE = SourcePhrase("phrase", 0, 4)
ACTS = Entrance(5, PHRASE, strong=False, introduced=True)
PASSES = Entrance(5, PHRASE, strong=False)
SPEAKS = Entrance(5, PHRASE, strong=True)
CLITIC = QuoteCandidate("direct", 10, 20, SourcePhrase("clitic"), "direct.cue_after.clitic")
ALONE = QuoteCandidate("direct", 10, 20, SourcePhrase("none"), "direct.floating")


def test_who_speaks_has_the_floor_and_nobody_acts_any_more():
    state = spoke(entered(START, HENDRO, ACTS), RINI, CLITIC)
    assert (state.floor, state.human, state.actor, state.subject) == (RINI, RINI, None, None)
    assert [s.speaker for s in state.spoken] == [RINI]


def test_a_quote_that_keeps_no_floor_leaves_it():
    aside = replace(CLITIC, keeps_floor=False)
    state = spoke(spoke(START, RINI, CLITIC), HENDRO, aside)
    assert state.floor == RINI
    assert [s.speaker for s in state.spoken] == [RINI, HENDRO]


def test_behind_an_institution_a_clitic_means_the_person_before_it():
    state = spoke(spoke(START, RINI, CLITIC), KPU, CLITIC)
    assert state.floor == KPU
    assert expected(state, CLITIC) == RINI
    assert expected(spoke(START, KPU, CLITIC), CLITIC) == KPU


def test_who_acted_with_an_office_is_meant_by_a_clitic_but_speaks_on_in_no_floating_quote():
    state = entered(spoke(START, RINI, CLITIC), HENDRO, ACTS)
    assert expected(state, CLITIC) == HENDRO
    assert expected(state, ALONE) == RINI
    assert expected(state, replace(ALONE, frames=True)) == HENDRO


def test_somebody_named_in_passing_is_the_subject_and_no_actor_once_somebody_spoke():
    state = entered(spoke(START, RINI, CLITIC), HENDRO, PASSES)
    assert (state.actor, state.subject) == (None, HENDRO)
    assert entered(START, HENDRO, PASSES).actor == HENDRO


def test_a_verb_of_speaking_gives_the_floor_at_once():
    assert entered(spoke(START, RINI, CLITIC), HENDRO, SPEAKS).floor == HENDRO


def test_groups_take_no_floor_from_others_and_institutions_do_not_act():
    state = spoke(START, RINI, CLITIC)
    assert entered(state, WARGA, SPEAKS) == state
    assert entered(START, KPU, ACTS) == START
    assert entered(state, None, SPEAKS) == state
    assert spoke(state, None, CLITIC) == state


def test_a_state_is_never_changed_and_remembers_so_many_quotes():
    state = START
    for n in range(REMEMBERED + 5):
        before = state
        state = spoke(state, RINI if n % 2 else HENDRO, replace(CLITIC, start=n, end=n + 1))
        assert before.spoken == state.spoken[-1 - len(before.spoken) : -1] or n >= REMEMBERED
    assert START.spoken == ()
    assert len(state.spoken) == REMEMBERED
    assert state.spoken[-1].start == REMEMBERED + 4
