"""Why a quote or a person is as it is, in words."""

from dataclasses import replace
from pathlib import Path

import pytest
from html_reading import read

from humas_nlp.document import Alternative, Reason, Speaker, Step
from humas_nlp.errors import HumasError
from humas_nlp.quotes.candidates.constructions import constructions
from humas_nlp.report import described
from humas_nlp.report.article import document_html
from humas_nlp.report.described import described_steps, file_of, module_of
from humas_nlp.report.explained_person import explain_person
from humas_nlp.report.explanation import explain_quote, explanation_html, feature_words
from humas_nlp.report.labels import all_labels
from humas_nlp.report.unquoted import explain_unquoted

RANKING = "humas_nlp.quotes.confidence"
STEPS = (
    Step("candidate", "humas_nlp.quotes.candidates.direct", "direct.cue_after.name", 27, 57),
    Step(
        "selection",
        "humas_nlp.quotes.confidence",
        "quote",
        probability=0.98,
        reasons=(Reason("cue=ujar", 2.5), Reason("odd~feature", -0.25), Reason("nil", 0.001)),
    ),
    Step(
        "speaker",
        RANKING,
        "Rina Wulandari",
        probability=0.81,
        reasons=(Reason("has_floor", 1.75), Reason("named_in_direct", -0.5)),
        alternatives=(Alternative("Tirta Wening", 0.15), Alternative("nobody", 0.04)),
    ),
    Step("confidence", RANKING, "all right", probability=0.77),
)


@pytest.fixture
def told(document):
    """The first quote with steps made by hand."""
    return replace(document.quotes[0], rule="direct.cue_after.name>phrase.name", steps=STEPS)


def answers(explanation):
    return {answer.question: answer for answer in explanation.answers}


def test_every_step_is_an_answer_with_its_file(told):
    explanation = explain_quote(told, "en")
    assert explanation.id == "Q1"
    assert [a.question for a in explanation.answers] == [
        *("Construction", "Cue", "Quote or not", "Speaker", "Confidence"),
    ]
    found = answers(explanation)
    assert found["Construction"].file == "humas_nlp/quotes/candidates/direct.py"
    assert "a bare root with its source" in found["Construction"].notes[0]
    assert found["Cue"].answer == "“ujar”"
    assert found["Quote or not"].reasons == (("cue ujar", 2.5), ("odd~feature", -0.25))
    assert found["Confidence"].probability == 0.77


def test_the_speaker_is_compared_with_the_next_best(told):
    speaker = answers(explain_quote(told, "en"))["Speaker"]
    assert (speaker.answer, speaker.probability) == ("Rina Wulandari", 0.81)
    assert speaker.reasons == (("has the floor", 1.75), ("named inside the direct quote", -0.5))
    assert speaker.reasons_title == "Reasons, against Tirta Wening (log-odds)"
    assert [a.choice for a in speaker.alternatives] == ["Tirta Wening", "nobody"]
    assert "words: a name" in speaker.notes
    assert not any("steps=True" in note for note in speaker.notes)


def test_a_quote_without_steps_tells_what_it_can(told):
    bare = replace(told, steps=())
    explanation = answers(explain_quote(bare, "en"))
    assert explanation["Construction"].answer == "direct.cue_after.name"
    assert explanation["Speaker"].answer == "Rina Wulandari"
    assert "steps=True" in explanation["Speaker"].notes[-1]
    assert explanation["Confidence"].probability == bare.confidence
    assert all(file_of(step.module) for step in described_steps(bare))


def test_a_quote_of_nobody_and_of_an_unknown_rule(told):
    odd = replace(told, steps=(), speaker=None, cue=None, source=None, rule="no.such")
    found = answers(explain_quote(odd, "id"))
    assert found["Narasumber"].answer == "tidak ada"
    assert found["Kata pelapor"].answer == "tidak ada"
    assert found["Konstruksi"].notes == ()


@pytest.mark.parametrize(
    ("construction", "module"),
    [
        ("direct.cue_after.name", "direct"),
        ("indirect.passive.medial", "passive"),
        ("indirect.list", "lists"),
        ("nobody knows.it", "constructions"),
        ("", "constructions"),
    ],
)
def test_module_of_a_construction(construction, module):
    assert module_of(construction) == f"{described.CANDIDATES}.{module}"


def test_every_construction_has_a_file():
    package = Path(described.__file__).parents[2]
    assert all((package / file_of(module_of(name))).is_file() for name in constructions())


def test_files():
    assert file_of("humas_nlp.quotes.candidates") == "humas_nlp/quotes/candidates/"
    assert file_of("json.decoder") == ""


@pytest.mark.parametrize(
    ("feature", "words"),
    [
        ("has_floor", "has the floor"),
        ("cue=ujar", "cue ujar"),
        ("has_floor+actor", "has the floor + acted last"),
        ("going_on:has_floor+actor", "somebody spoke before: has the floor + acted last"),
        ("named=3+", "others named since: 3+"),
        ("expected:2_lines_on", "the reference that is expected: 2_lines_on"),
        ("odd~feature", "odd~feature"),
        ("name", "probability of the name"),
        ("name:pronoun", "name:pronoun"),
        ("", ""),
    ],
)
def test_features_in_words(feature, words):
    assert feature_words(feature, "en") == words


def test_every_word_has_two_languages():
    groups = all_labels()
    assert {"explain", "form", "how", "feature"} <= set(groups)
    with pytest.raises(HumasError):
        feature_words("cue=ujar", "jv")


def test_a_person_with_an_office_and_a_part_of_the_name(document):
    text = f"{document.text}\nKata Wulandari, panen naik."
    start = text.rindex("Wulandari")
    person = document.people[0]
    again = replace(person.mentions[0], start=start, end=start + 9, text="Wulandari")
    whole = replace(person, mentions=(*person.mentions, again))
    given = replace(document, text=text, people=(whole,))
    found = answers(explain_person(given, whole, "en"))
    name = found["Why this is a name"]
    assert name.answer == "Rina Wulandari" and name.probability > 0.5
    assert name.reasons and name.alternatives
    assert name.file.startswith("humas_nlp/mentions/names/")
    assert name.notes[0] == "word in front: Sukamaju (no class)"
    joined = found["Mentions joined"]
    assert joined.answer == "2"
    assert joined.notes == ("Rina Wulandari 1×: full name", "Wulandari 1×: part of the name")
    office = found["Office"]
    assert office.answer == "Kepala Dinas"
    assert office.file == "humas_nlp/mentions/offices/before.py"
    assert "in front of the name" in office.notes[1]
    assert found["Quotes of this person"].answer == "Q1"


def test_a_person_that_no_rule_finds_and_whose_other_name_is_unlike(document):
    person = document.people[0]
    warga = document.text.index("warga setempat")
    unlike = replace(person.mentions[0], start=warga, end=warga + 5, text="warga")
    odd = replace(person, role=None, affiliation=None, mentions=(unlike,))
    found = answers(explain_person(replace(document, quotes=()), odd, "en"))
    assert "the recogniser proposed it" in " ".join(found["Why this is a name"].notes)
    assert found["Why this is a name"].file == "humas_nlp/mentions/names/recognised.py"
    assert found["Mentions joined"].notes == ("warga 1×: another name",)
    assert found["Mentions joined"].file == "humas_nlp/people/aliases.py"
    assert found["Office"].answer == "none"
    assert found["Quotes of this person"].answer == "none"


def test_steps_about_a_name_go_before_what_the_text_shows(document, told):
    mention = document.people[0].mentions[0]
    step = Step(
        "person", "humas_nlp.people.finder", "Rina Wulandari", mention.start, mention.end, 0.9,
        (Reason("word=Rina", 3.0),), (Alternative("no name", 0.1),),
    )  # fmt: skip
    quote = replace(told, steps=(step, *STEPS), speaker=Speaker("person", "Rina Wulandari", "P1"))
    found = explain_person(replace(document, quotes=(quote,)), document.people[0], "en")
    assert found.answers[0].probability == 0.9
    assert found.answers[0].file == "humas_nlp/people/finder.py"
    assert found.answers[0].reasons == (("Rina", 3.0),)
    assert found.answers[0].alternatives[0].choice == "no name"
    given = explain_person(document, document.people[0], "id", [step])
    assert given.answers[0].alternatives[0].choice == "bukan nama"


def test_marked_words_that_are_no_quote(document):
    text = "“Jalan ini selesai bulan depan,” jlentreh Bupati. Tema “Maju terus pantang mundur”."
    found = explain_unquoted(replace(document, text=text, quotes=()), "en")
    first, second = found.answers
    assert first.answer == "“Jalan ini selesai bulan depan,”"
    assert first.notes[0] == "“jlentreh” is no cue"
    assert second.notes == ()
    assert explain_unquoted(document, "en") is None
    cue = replace(document, text="“Jalan ini selesai bulan depan,” kata.", quotes=())
    assert "is a cue" in explain_unquoted(cue, "en").answers[0].notes[0]


HOSTILE = """<script>alert("x")</script><img src=x onerror=z>"""


def test_html_is_closed_well_formed_and_harmless(told):
    hostile = replace(told, text=HOSTILE, speaker=Speaker("unnamed", HOSTILE))
    page = read(explanation_html(explain_quote(hostile, "id"), "id"))
    assert page.tags == {"details", "summary", "ul", "li", "strong", "bdi", "br", "span"}
    assert "open" not in page.attributes
    for words in ("Mengapa?", "+1.75", "Tirta Wening 15%", "humas_nlp/quotes/confidence.py"):
        assert words in page.text


def test_the_article_view_explains_each_quote(document):
    page = read(document_html(document, "en"))
    assert page.text.count("Why?") == len(document.quotes)
    assert "script" not in page.tags
