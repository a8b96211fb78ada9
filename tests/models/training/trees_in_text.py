"""Trees written as text: words `form/UPOS/head/label` with blanks between them."""

from models.training.ud.trees import Tree, Word, place


def tree_of(text):
    words = []
    for part in text.split():
        form, upos, head, label = part.rsplit("/", 3)
        words.append(Word(form, upos, {}, int(head), label))
    return place(Tree(" ".join(word.form for word in words), words))


def text_of(tree):
    return " ".join(f"{one.form}/{one.upos}/{one.head}/{one.label}" for one in tree.words)
