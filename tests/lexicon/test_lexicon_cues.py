"""The lexemes of reporting: what the loader refuses, and the lists derived from them."""

import pytest

from humas_nlp.lexicon import cue_lexemes, word_class
from humas_nlp.lexicon.cues import (
    closing_forms,
    lead_verbs,
    parse_cues,
    passives,
    postposed_roots,
    reporting_nouns,
    stance_by_form,
)

HEAD = "# a comment\nlexeme\tafter\tcloses\tstance\tactive\tpassive\tnouns\n"
ROW = "imbau himbau\tfree\tbare\tdemand\tmengimbau:urge\tdiimbau:agent+judges\timbauan:opens\n"


def test_a_row_is_read():
    (lexeme,) = parse_cues(HEAD + ROW)
    assert (lexeme.root, lexeme.spellings) == ("imbau", ("imbau", "himbau"))
    assert (lexeme.postposed, lexeme.closes, lexeme.stance) == ("free", "bare", "demand")
    assert lexeme.passive[0].marks == {"agent", "judges"}
    assert list(lexeme.forms()) == ["imbau", "himbau", "mengimbau", "diimbau", "imbauan"]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("kata\tfree\n", "2 columns"),
        ("kata\toften\t-\tneutral\t-\t-\t-\n", "'often'"),
        ("kata\tfree\tsometimes\tneutral\t-\t-\t-\n", "'sometimes'"),
        ("kata\tfree\t-\tangry\t-\t-\t-\n", "'angry'"),
        ("kata\t-\tbare\tneutral\t-\t-\t-\n", "follows it too"),
        ("kata\tfree\t-\tneutral\tmengatakan:tell\t-\t-\n", "mengatakan:tell"),
        ("kata\tfree\t-\tneutral\tMengatakan:say\t-\t-\n", "small letters"),
        ("sangsi\t-\t-\tneutral\tmenyangsikan:say+that\t-\t-\n", "menyangsikan:say.that"),
        ("sangsi\t-\t-\tneutral\tmenyangsikan:say menyangsikan:that\t-\t-\n", "menyangsikan"),
        (
            "a\t-\t-\tneutral\tmeragukan:say\t-\t-\nb\t-\t-\thope\tmeragukan:that\t-\t-\n",
            "meragukan",
        ),
        ("kata\tfree\t-\tneutral\t-\t-\t-\nkata\tknown\t-\tneutral\t-\t-\t-\n", "kata"),
    ],
)
def test_a_wrong_row_is_an_error(rows, message):
    with pytest.raises(ValueError, match=message):
        parse_cues(HEAD + rows)


def test_columns_have_names():
    with pytest.raises(ValueError, match="columns"):
        parse_cues(ROW)


def test_rows_are_in_order():
    roots = [lexeme.root for lexeme in cue_lexemes()]
    assert roots == sorted(roots)


def test_lists_are_views():
    assert {"kata", "imbau", "himbau", "kilah"} <= postposed_roots()
    assert postposed_roots("commas") | postposed_roots("known") < postposed_roots()
    assert not postposed_roots("commas") & postposed_roots("known")
    assert {"ujar", "ujarnya", "tegasnya"} <= closing_forms()
    assert "tegas" not in closing_forms()
    assert (lead_verbs()["mengatakan"], lead_verbs()["menyangsikan"]) == ("say", "that")
    assert "disebut" in passives("agent") & passives("judges")
    assert "dijelaskan" in passives() - passives("agent")
    assert "harapan" in reporting_nouns("opens") - reporting_nouns("inside")
    assert stance_by_form()["dibantah"] == "denial"
    assert "kata" not in stance_by_form()


def test_a_form_without_a_class_is_no_verb_before_a_clause():
    assert stance_by_form()["menantang"] == "demand"
    assert "menantang" not in lead_verbs()


def test_a_root_has_its_stance_only_where_it_is_a_cue():
    assert stance_by_form()["mengarahkan"] == "demand"
    assert "arah" not in stance_by_form()


def test_classes_for_names_are_derived():
    assert {"mengklaim", "menampik", "meninjau"} <= word_class("speaker_verb")
    assert "menunjukkan" not in word_class("speaker_verb")
