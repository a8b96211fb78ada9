import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import case_files
from humas_nlp.corpus.reprints import quote_reprints
from humas_nlp.corpus.tables import to_frames
from humas_nlp.document import Document, Quote, Speaker

pytest.importorskip("rapidfuzz")

RELEASES = [param.values[0] for param in case_files.load("reprints_releases")]
ARTICLES = [param.values[0] for param in case_files.load("reprints_articles")]
LEAST_F1 = 0.95


def release_document(case):
    """Make a document of a case; its quotes are those of the case, not of the pipeline."""
    quotes = []
    for number, quote in enumerate(case["quotes"], 1):
        start = case["text"].index(quote["text"])
        speaker = Speaker("person", quote["speaker"], "P1")
        end = start + len(quote["text"])
        quotes.append(Quote(f"Q{number}", "direct", start, end, quote["text"], speaker=speaker))
    return Document(case["id"], case["text"], quotes=tuple(quotes))


DOCUMENTS = [release_document(case) for case in RELEASES]
WANTED = {
    (case["release"], f"Q{number + 1}", case["id"])
    for case in ARTICLES
    for number in case["reprinted"]
}


def links(releases, articles):
    return {(r.release, r.quote, r.article) for r in quote_reprints(releases, articles)}


def articles():
    return [(case["id"], case["text"]) for case in ARTICLES]


def test_sixty_pairs_every_article_against_every_release():
    found = links(DOCUMENTS, articles())
    assert len(ARTICLES) == 60
    precision = len(found & WANTED) / len(found)
    recall = len(found & WANTED) / len(WANTED)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    assert f1 >= LEAST_F1, (sorted(found - WANTED), sorted(WANTED - found))


def test_a_passage_is_cut_out_of_the_article():
    texts = dict(articles())
    for reprint in quote_reprints(DOCUMENTS, articles()):
        assert reprint.text == texts[reprint.article][reprint.start : reprint.end]
        assert 0 < reprint.coverage <= 1
        assert 0.8 <= reprint.similarity <= 1


def test_a_table_of_quotes_will_do():
    table = to_frames(DOCUMENTS)["quotes"]
    assert links(table, articles()) == links(DOCUMENTS, articles())


def test_a_release_is_no_reprint_of_itself():
    assert not links(DOCUMENTS, [(document.id, document.text) for document in DOCUMENTS])
    other = [(f"salinan-{document.id}", document) for document in DOCUMENTS]
    copies = [Document(id, document.text) for id, document in other]
    assert len(links(DOCUMENTS, copies)) == sum(len(d.quotes) for d in DOCUMENTS)


def test_nothing_in_nothing():
    assert not links([], articles())
    assert not links(DOCUMENTS, [("a", ""), ("b", "kata"), ("c", "…")])
    assert not links([Document("a", quotes=(Quote("Q1", "direct", 0, 4, "siap"),))], articles())


WORDS = [word for quote in RELEASES[0]["quotes"] for word in quote["text"].split()]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([quote["text"] for case in RELEASES for quote in case["quotes"]]),
    st.data(),
)
def test_one_letter_wrong_is_still_found(quote, data):
    place = data.draw(st.integers(0, len(quote) - 1))
    letter = data.draw(st.sampled_from("aeiou "))
    text = f"Kata dia, “{quote[:place]}{letter}{quote[place + 1 :]}”."
    assert any(r[2] == "x" for r in links(DOCUMENTS, [("x", text)]))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_any_words_never_raise(words):
    text = " ".join(words)
    for reprint in quote_reprints(DOCUMENTS, [("x", text)]):
        assert reprint.text == text[reprint.start : reprint.end]


def test_a_run_that_many_quotes_have_is_a_set_phrase():
    quote = Quote("Q1", "direct", 0, 1, "ya " * 500)
    assert not links([Document("a", quotes=(quote,))], [("b", "ya " * 20_000)])
