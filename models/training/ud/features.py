"""Morphological features where a treebank has none: the old GSD and ICON.

Closed classes have the features that CSUI and PUD give to the form; for open ones the form shows
them: voice by the prefix, number by reduplication, a clitic by its letters unless the form is
known to be whole ("hanya", "biasanya").
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from models.training.ud.trees import Tree, Word

KEPT = frozenset(
    "Clitic Clusivity Definite Degree Foreign Number NumType Person Polarity Polite PronType "
    "Reflex Voice".split()
)
_PASSIVE = re.compile(r"(?:di|ter)[a-z]{3,}|ke[a-z]{3,}an(?:nya)?")
_REDUPLICATED = re.compile(r"(\w{2,})-\1\w*")
_NYA = re.compile(r"\w{3,}nya")
_LAH = re.compile(r"\w{3,}(lah|kah)")


@dataclass(frozen=True, slots=True)
class FeatureLexicon:
    """The most frequent features of every (form, tag) seen in CSUI and PUD."""

    of: dict[tuple[str, str], dict[str, str]]

    @classmethod
    def learn(cls, trees: Iterable[Tree]) -> "FeatureLexicon":
        """Count the features of trees that have them."""
        counts: defaultdict[tuple[str, str], Counter[tuple[tuple[str, str], ...]]]
        counts = defaultdict(Counter)
        for tree in trees:
            for word in tree.words:
                counts[word.lower, word.upos][tuple(sorted(keep(word.feats).items()))] += 1
        return cls({key: dict(seen.most_common(1)[0][0]) for key, seen in counts.items()})


def keep(feats: dict[str, str]) -> dict[str, str]:
    """Return the features that say something about the word, not about its annotation."""
    return {name: value for name, value in feats.items() if name in KEPT}


def complete(word: Word, lexicon: FeatureLexicon) -> None:
    """Set the features of a word by its form and tag, in place."""
    known = lexicon.of.get((word.lower, word.upos))
    word.feats = dict(known) if known is not None else shown(word.lower, word.upos)


def shown(form: str, upos: str) -> dict[str, str]:
    """Return the features that a lower-case form of an open class shows.

    Example:
        >>> shown("dibangunnya", "VERB"), shown("desa-desa", "NOUN")
        ({'Voice': 'Pass', 'Clitic': 'Nya'}, {'Number': 'Plur'})
    """
    feats: dict[str, str] = {}
    if upos == "VERB":
        feats["Voice"] = "Pass" if _PASSIVE.fullmatch(form) else "Act"
    elif upos == "NOUN":
        feats["Number"] = "Plur" if _REDUPLICATED.fullmatch(form) else "Sing"
    elif upos == "NUM":
        feats["NumType"] = "Card"
    elif upos == "X":
        feats["Foreign"] = "Yes"
    if upos in {"NOUN", "VERB", "ADJ"} and _NYA.fullmatch(form):
        feats["Clitic"] = "Nya"
    if upos in {"VERB", "ADJ", "PRON"} and (match := _LAH.fullmatch(form)):
        feats["Clitic"] = match[1].title()
    return feats
