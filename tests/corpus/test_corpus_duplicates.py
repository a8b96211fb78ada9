import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import case_files
import humas_nlp
from humas_nlp.corpus.duplicates import contained, find_duplicates
from humas_nlp.corpus.records import Record
from humas_nlp.document import Document
from humas_nlp.errors import DataError

pytest.importorskip("datasketch")

SAMPLES = humas_nlp.samples()
RELEASES = [param.values[0]["text"] for param in case_files.load("reprints_releases")]


def ids(texts, **options):
    return [group.ids for group in find_duplicates(texts, **options)]


def reprinted(text, number):
    """Do to a text what a site does: another headline, a credit, a paragraph less."""
    lines = text.splitlines()
    kept = lines[: max(2, len(lines) - 1 - number)]
    return "\n".join([f"Kabar Daerah {number}: Simak Selengkapnya", *kept, f"(red/{number})"])


def test_different_releases_are_no_duplicates():
    assert ids(SAMPLES.items()) == []
    assert ids((str(n), text) for n, text in enumerate(RELEASES)) == []


def test_copies_with_another_headline_and_a_paragraph_less():
    texts = list(SAMPLES.items())
    long = [(key, text) for key, text in texts if len(text.splitlines()) > 8]
    copies = [(f"{key}-{n}", reprinted(text, n)) for key, text in long for n in (0, 1)]
    groups = ids([*texts, *copies])
    assert groups == [(key, f"{key}-0", f"{key}-1") for key, _ in long]


def test_similarity_and_kinds_of_texts():
    text = RELEASES[0]
    (group,) = find_duplicates([Document("a", text), Record("b", text), ("c", text.upper())])
    assert group.ids == ("a", "b", "c")
    assert group.similarity == 1.0


def test_texts_without_words_are_like_nothing():
    assert ids([("a", ""), ("b", ""), ("c", "satu dua"), ("d", "satu dua")]) == []


def test_wrong_arguments():
    with pytest.raises(DataError, match="given twice"):
        find_duplicates([("a", "x"), ("a", "y")])
    for threshold in (0, 1.1):
        with pytest.raises(DataError, match="not in"):
            find_duplicates([], threshold=threshold)


@given(st.sets(st.integers(0, 40), min_size=1), st.sets(st.integers(0, 40), min_size=1))
def test_contained_is_the_share_of_the_smaller_set(one, other):
    share = len(one & other) / min(len(one), len(other))
    assert contained(len(one & other) / len(one | other), len(one), len(other)) == pytest.approx(
        share
    )


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(6)))
def test_the_order_changes_the_order_only(order):
    texts = [(f"{n}", SAMPLES[key]) for n, key in enumerate(list(SAMPLES)[:3])]
    texts += [(f"{n + 3}", reprinted(text, 0)) for n, (_, text) in enumerate(texts)]
    found = ids(texts[n] for n in order)
    wanted = {frozenset((f"{n}", f"{n + 3}")) for n in range(3)}
    assert {frozenset(group) for group in found} == wanted
