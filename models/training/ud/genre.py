"""Which ICON texts are of GSD's genre, and so label a noun behind a noun as GSD does.

Today's GSD (encyclopedia, blogs) has ``compound`` where CSUI and PUD (news) have ``nmod``. ICON
holds both genres without saying which text is which. If its labels ignored the genre, the parser
would unlearn the difference; a classifier of GSD against CSUI and PUD decides, a few neighbouring
sentences at a time.
"""

from collections.abc import Sequence

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from models.training.ud.trees import ROOT, Tree

WINDOW = 8


def label_by_genre(trees: list[Tree], gsd: Sequence[Tree], news: Sequence[Tree]) -> int:
    """Relabel nouns behind nouns in those `trees` that read like GSD, in place.

    Args:
        trees: Sentences in the order of their texts.
        gsd: Trees of the one genre.
        news: Trees of the other.

    Returns:
        The number of sentences that read like GSD.
    """
    texts = _windows(gsd) + _windows(news)
    genres = [1] * len(_windows(gsd)) + [0] * len(_windows(news))
    model = make_pipeline(
        TfidfVectorizer(sublinear_tf=True, min_df=2),
        LogisticRegression(C=10, class_weight="balanced", max_iter=1000),
    )
    model.fit(texts, genres)
    changed = 0
    for number, like_gsd in enumerate(model.predict(_windows(trees))):
        if like_gsd:
            for tree in trees[number * WINDOW : (number + 1) * WINDOW]:
                label_compounds(tree)
                changed += 1
    return changed


def label_compounds(tree: Tree) -> None:
    """Label a common noun behind its common noun ``compound``, in place."""
    with_case = {word.head for word in tree.words if word.label == "case"}
    for at, word in enumerate(tree.words):
        if word.label != "nmod" or word.upos != "NOUN" or word.head == ROOT or word.head > at:
            continue
        if tree.words[word.head].upos == "NOUN" and at not in with_case:
            word.label = "compound"


def _windows(trees: Sequence[Tree]) -> list[str]:
    texts = [tree.text for tree in trees]
    return [" ".join(texts[at : at + WINDOW]) for at in range(0, len(texts), WINDOW)]
