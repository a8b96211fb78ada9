"""Tags of the ICON treebank as universal ones; its sentences teach tags, not dependencies.

ICON (9,000 constituency trees of news) splits the clitics "nya", "ku" and "mu" off; they go back
to their word. Function words take the tag that CSUI and PUD give them, for the classes of the two
schemes are cut differently (TAME holds auxiliaries and adverbs, KUA determiners and numbers).
"""

from collections.abc import Iterator
from pathlib import Path

from models.training.ud.features import FeatureLexicon, complete
from models.training.ud.guidelines import FunctionWords
from models.training.ud.trees import Word

Tagged = list[tuple[str, str]]

_UPOS = {
    "NNO": "NOUN",
    "NNP": "PROPN",
    "PUN": "PUNCT",
    "PPO": "ADP",
    "VBI": "VERB",
    "VBT": "VERB",
    "VBP": "VERB",
    "VBL": "VERB",
    "ADV": "ADV",
    "ADJ": "ADJ",
    "NUM": "NUM",
    "CCN": "CCONJ",
    "CSN": "SCONJ",
    "ART": "DET",
    "PRR": "PRON",
    "TAME": "AUX",
    "PRN": "PRON",
    "PRK": "PRON",
    "KUA": "DET",
    "NEG": "PART",
    "PAR": "PART",
    "SYM": "SYM",
    "PRI": "PRON",
    "INT": "INTJ",
}
# The same in both schemes: the tag of the tree is taken as it is.
_OPEN = frozenset({"NNO", "NNP", "VBI", "VBT", "VBP", "ADJ", "NUM"})
_CLITICS = frozenset({"nya", "ku", "mu"})
_ONE_OF = {"salah": "ADJ", "satu": "NUM"}


def read_tagged(path: Path) -> Iterator[Tagged]:
    """Yield sentences of (word, tag) from a file with one tab-separated pair a line."""
    sentence: Tagged = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.strip():
            word, tag = line.split("\t")
            sentence.append((word, tag))
        elif sentence:
            yield sentence
            sentence = []


def join_clitics(sentence: Tagged) -> Tagged:
    """Put clitics back on the word before them.

    Example:
        >>> join_clitics([("rumah", "NNO"), ("nya", "PRK"), ("ramai", "ADJ")])
        [('rumahnya', 'NNO'), ('ramai', 'ADJ')]
    """
    joined: Tagged = []
    for word, tag in sentence:
        if joined and word in _CLITICS and tag in {"PRK", "ART"} and joined[-1][0].isalpha():
            joined[-1] = (joined[-1][0] + word, joined[-1][1])
        else:
            joined.append((word, tag))
    return joined


def to_words(sentence: Tagged, known: FunctionWords, lexicon: FeatureLexicon) -> list[Word]:
    """Return the words of a sentence with universal tags and features, without heads."""
    joined = join_clitics(sentence)
    words = []
    for at, (form, tag) in enumerate(joined):
        following = joined[at + 1][1] if at + 1 < len(joined) else ""
        word = Word(form, _tag(form.lower(), tag, following, known), {}, 0, "")
        complete(word, lexicon)
        words.append(word)
    return words


def _tag(form: str, tag: str, following: str, known: FunctionWords) -> str:
    if tag == "KUA" and form in _ONE_OF:
        return _ONE_OF[form]
    if tag in _OPEN:
        return _UPOS[tag]
    if tag == "PPO" and form in known.both:
        return "SCONJ" if following.startswith("VB") else "ADP"
    return known.tags.get(form, _UPOS[tag])
