"""The lexicon of words: no contradictions, no dead entries, no words or numbers left in code."""

import ast
from pathlib import Path

import pytest

import humas_nlp
from humas_nlp.lexicon import class_descriptions, lexemes, word_classes
from humas_nlp.lexicon.constraints import Constraints, conflicting_words, constraints, misfits
from humas_nlp.mentions.tokens import read_tokens

SOURCE = Path(humas_nlp.__file__).parent
ROOMS = ("mentions", "people", "quotes", "release")
MOST_WORDS = 5
# 1e-6 is where log-odds are cut so that they stay finite: it decides nothing.
FREE_NUMBERS = {0.0, 0.5, 1.0, 1e-6}


def trees():
    """Yield each file of the rooms, relative to the package, with its syntax tree."""
    for room in ROOMS:
        for path in sorted((SOURCE / room).rglob("*.py")):
            yield path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text("utf-8"))


def literal_words(node):
    """Return the words of a literal collection, marks left out; none for any other node.

    The keys of a dict whose values are worked out are names of features or fields, no words of the
    language; so are names of the lexicon's classes.
    """
    texts = []
    if isinstance(node, ast.Set | ast.List | ast.Tuple):
        texts = node.elts
    elif isinstance(node, ast.Dict) and any(isinstance(v, ast.Constant) for v in node.values):
        texts = [key for key in node.keys if key]
    elif (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "split"
        and isinstance(node.func.value, ast.Constant)
        and isinstance(node.func.value.value, str)
    ):
        return [word for word in node.func.value.value.split() if any(map(str.isalpha, word))]
    words = [e.value for e in texts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
    if set(words) <= set(word_classes()):
        return []
    return [word for word in words if any(map(str.isalpha, word))]


def exempt(tree):
    """Return the nodes of `__all__` and of the members of Literal types."""
    found = set()
    for node in ast.walk(tree):
        is_all = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
        is_type = isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("Literal")
        if is_all or is_type:
            found |= set(ast.walk(node))
    return found


def files_with_words():
    """Return the files that hold a literal collection of more words than are allowed."""
    return {
        name
        for name, tree in trees()
        for skipped in [exempt(tree)]
        for node in ast.walk(tree)
        if node not in skipped and len(literal_words(node)) > MOST_WORDS
    }


def files_with_numbers():
    """Return the files that hold another float than 0, 0.5 and 1."""
    return {
        name
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, float)
        and node.value not in FREE_NUMBERS
    }


def class_names(tree):
    """Return the classes that the code of a file asks for.

    Where it asks by a variable, every text of the file that is the name of a class counts.
    """
    asked = [
        node.args[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "word_class"
    ]
    named = {node.value for node in asked if isinstance(node, ast.Constant)}
    if len(named) == len({ast.unparse(node) for node in asked}):
        return named
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    return named | (texts & set(word_classes()))


def classes_in_code():
    """Return the names of classes that any code asks for."""
    parsed = (ast.parse(path.read_text("utf-8")) for path in SOURCE.rglob("*.py"))
    return {name for tree in parsed for name in class_names(tree)}


def test_no_word_is_in_two_classes_that_exclude_each_other():
    assert conflicting_words(word_classes(), constraints().conflicts) == []


def test_a_conflict_is_found_whatever_the_case():
    classes = {"preposition": {"oleh"}, "office_head": {"Oleh", "Kepala"}}
    found = conflicting_words(classes, {("office_head", "preposition")})
    assert found == [("oleh", "office_head", "preposition")]


def test_every_word_has_the_case_that_its_class_compares():
    assert misfits(word_classes(), constraints()) == []


def test_a_wrong_case_is_found():
    known = Constraints(frozenset(), frozenset({"a"}), frozenset({"b"}), frozenset())
    assert misfits({"a": {"Kata", ","}, "b": {"kepala", "&"}}, known) == [
        ("Kata", "a"),
        ("kepala", "b"),
    ]


def test_every_word_is_one_token():
    phrases = constraints().phrases
    parts = {
        (name, word): [token.text for token in read_tokens(word, 0, len(word)) if token.text != "-"]
        for name, words in word_classes().items()
        if name not in phrases
        for word in words
    }
    torn = [k for k, tokens in parts.items() if tokens not in ([k[1]], k[1].split("-"))]
    assert torn == []


def test_classes_in_constraints_are_classes():
    known = constraints()
    named = {name for pair in known.conflicts for name in pair}
    assert named | known.small | known.capital | known.phrases <= set(word_classes())
    assert not known.small & known.capital


def test_every_class_is_described_and_used():
    assert set(class_descriptions()) == set(word_classes())
    assert all(class_descriptions().values())
    parts_of_others = {"acting_verb", "reporting_verb"}  # of "speaker_verb"
    assert classes_in_code() == set(word_classes()) - parts_of_others


def test_rows_are_in_order_and_their_classes_too():
    forms = [lexeme.form for lexeme in lexemes()]
    assert forms == sorted(forms, key=lambda form: (form.casefold(), form))
    assert all(form == form.strip() for form in forms)


def test_no_file_holds_a_literal_collection_of_words():
    assert files_with_words() == set()


def test_no_file_holds_a_number_that_decides():
    assert files_with_numbers() == set()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("x = {'a', 'b', ','}", 2),
        ("x = 'satu dua'.split()", 2),
        ("x = {'a': 1}", 1),
        ("x = {'a': f(), 'b': g()}", 0),
        ("x = ('preposition', 'pronoun')", 0),
        ("x = ('preposition', 'oleh')", 2),
        ("x = (',', '.')", 0),
    ],
)
def test_words_of_literals(code, words):
    assert max(len(literal_words(node)) for node in ast.walk(ast.parse(code))) == words


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("word_class('pronoun'), 'preposition'", {"pronoun"}),
        ("[word_class(n) for n in ('pronoun', 'naming')]", {"pronoun", "naming"}),
        ("other('pronoun')", set()),
    ],
)
def test_classes_that_code_asks_for(code, asked):
    assert class_names(ast.parse(code)) == asked
