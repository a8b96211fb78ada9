"""Corrections of the recogniser's names, and the component that makes them."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from case_files import load
from humas_nlp.language import tokenize
from humas_nlp.language.component import blank
from humas_nlp.mentions.recognised.component import make_names
from humas_nlp.mentions.recognised.corrections import tidy


def in_tokens(text, names):
    """Return the tokens of a text and names, given as parts of it, as token numbers."""
    tokens = tokenize(text)
    found = []
    for part, label in names:
        start = text.index(part)
        inside = [i for i, (a, b) in enumerate(tokens) if a < start + len(part) and b > start]
        found.append((inside[0], inside[-1] + 1, label))
    return tokens, found


@pytest.mark.parametrize("case", load("entities_spans"))
def test_cases(case):
    text = case["text"]
    tokens, names = in_tokens(text, case["names"])
    found = tidy([text[a:b] for a, b in tokens], names)
    assert [[text[tokens[a][0] : tokens[b - 1][1]], label] for a, b, label in found] == case["want"]


WORDS = [
    "&",
    "Gubernur",
    "bertajuk",
    "“",
    "”",
    "Prof.",
    "Ani",
    "(",
    ")",
    ",",
    "Kota",
    "HUT",
    "Hari",
    "ke",
    "ke-",
    "5",
    "tahun",
    "S.Sos",
    "di",
]


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.data())
def test_names_stay_in_order_and_apart(words, data):
    borders = sorted(data.draw(st.sets(st.integers(0, len(words)), max_size=6)))
    labels = st.sampled_from(["PER", "ORG", "LOC", "EVENT"])
    pairs = zip(borders[::2], borders[1::2], strict=False)
    names = [(a, b, data.draw(labels)) for a, b in pairs]
    found = tidy(words, names)
    assert all(0 <= a < b <= len(words) for a, b, _ in found)
    assert all(x[1] <= y[0] for x, y in itertools.pairwise(found))


def test_component_corrects_the_entities_and_reads_laws():
    nlp = blank()
    doc = nlp.make_doc("Pak Bupati Ir. Sutejo mengutip UU Nomor 5 Tahun 2014 di Kota Bima.")
    doc.ents = [
        doc.char_span(11, 21, label="PER"),
        doc.char_span(31, 41, label="ORG"),
        doc.char_span(61, 65, label="LOC"),
    ]
    doc = make_names(nlp, "humas_names")(doc)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Sutejo", "PER"),
        ("UU Nomor 5 Tahun 2014", "LAW"),
        ("Kota Bima", "LOC"),
    ]
