"""Trees as documents, the folds, and the reader of examples."""

from models.training.ud.prepare import BLOCK, FOLDS, fold_of, to_docs, write
from models.training.ud.reader import create_reader
from models.training.ud.trees import read_conllu
from spacy.vocab import Vocab
from trees_in_text import tree_of

SENTENCES = (
    "Warga/NOUN/1/nsubj datang/VERB/-1/root ./PUNCT/1/punct",
    "Harga/NOUN/2/nsubj beras/NOUN/0/nmod turun/VERB/-1/root ./PUNCT/2/punct",
)


def test_documents_hold_every_sentence_with_its_heads():
    trees = [tree_of(SENTENCES[at % 2]) for at in range(15)]
    docs = list(to_docs(trees, Vocab()))
    assert sum(len(list(doc.sents)) for doc in docs) == 15
    assert [sent.root.text for doc in docs for sent in doc.sents][:2] == ["datang", "turun"]
    assert docs[0][0].head.text == "datang"
    assert {token.pos_ for token in docs[0]} == {"NOUN", "VERB", "PUNCT"}


def test_neighbours_share_a_fold_and_every_fold_is_used():
    assert {fold_of(at) for at in range(BLOCK)} == {0}
    assert {fold_of(at) for at in range(BLOCK * FOLDS)} == set(range(FOLDS))


def test_the_reader_sets_borders_and_repeats(tmp_path):
    import spacy

    nlp = spacy.blank("id")
    write(to_docs([tree_of(one) for one in SENTENCES], nlp.vocab), tmp_path / "a.spacy")
    examples = list(create_reader([str(tmp_path / "a.spacy")], [3])(nlp))
    assert len(examples) == 3
    starts = [token.is_sent_start for token in examples[0].predicted]
    assert starts == [token.is_sent_start for token in examples[0].reference]
    assert not examples[0].predicted.has_annotation("DEP")


def test_written_trees_are_read_again(tmp_path):
    from models.training.ud.prepare import write_conllu

    trees = [tree_of(one) for one in SENTENCES]
    write_conllu(trees, tmp_path / "a.conllu")
    again = list(read_conllu(tmp_path / "a.conllu"))
    assert [[w.head for w in t.words] for t in again] == [[w.head for w in t.words] for t in trees]
