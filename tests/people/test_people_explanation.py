"""Why each name of a document is one."""

import humas_nlp
from humas_nlp.people.component import name_steps_of
from humas_nlp.people.explanation import name_steps

TEXT = "Bupati Blora, Ratna Dewanti, hadir. “Kami siap,” ujar Hendro Wibowo."


def test_one_step_a_name_with_its_range():
    steps = name_steps(TEXT, [(0, len(TEXT))])
    assert [TEXT[step.start : step.end] for step in steps] == ["Ratna Dewanti", "Hendro Wibowo"]
    assert all(step.stage == "mention" and 0.5 < step.probability <= 1 for step in steps)
    assert all(step.reasons and step.alternatives for step in steps)


def test_a_doc_tells_the_same():
    nlp = humas_nlp.load("rules")
    doc = nlp(TEXT, disable=nlp.pipe_names)
    assert name_steps_of(doc) == name_steps(TEXT, [(0, len(TEXT))])
