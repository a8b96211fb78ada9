"""From the old guidelines of GSD (UD 2.0) to today's.

Each rule below turns one convention over; all work on surface trees, in place. What a function
word is called today is learned from the treebanks CSUI and PUD (`FunctionWords`), the rest is in
the universal guidelines and in the comparison of matched constructions in GSD with CSUI and PUD.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from models.training.ud.punctuation import attach_punctuation
from models.training.ud.trees import ROOT, Tree, Word

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
CLOSED = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "PART", "PRON", "PUNCT", "SCONJ"})
_FUNCTION_LABELS = frozenset({"advmod", "aux", "case", "cc", "det", "fixed", "mark", "punct"})
_LABEL_OF = {
    "ADP": "case",
    "ADV": "advmod",
    "AUX": "aux",
    "CCONJ": "cc",
    "DET": "det",
    "PART": "advmod",
    "PUNCT": "punct",
    "SCONJ": "mark",
}
# A word is a function word of one tag if it was seen so often and with this tag nearly always.
_LEAST_SEEN, _LEAST_SHARE = 4, 0.85
_ORDINAL = re.compile(
    r"(?i)(?:pertama|ke-?(?:[\divxl]+|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
    r"|se(?:puluh|belas)))"
)
_COORDINATES = frozenset({"tetapi", "tapi", "namun", "melainkan", "sedangkan", "dan", "atau"})
_MONTHS = frozenset(
    "januari februari maret april mei juni juli agustus september oktober november desember".split()
)
_POSSESSORS = frozenset("saya aku kami kita anda kamu engkau dia ia beliau mereka".split())


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """Tags of function words as CSUI and PUD have them, and the words that are ADP and SCONJ."""

    tags: dict[str, str]
    both: frozenset[str]

    @classmethod
    def learn(cls, trees: Iterable[Tree]) -> "FunctionWords":
        """Count the tags of every form in trees of today's guidelines."""
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for tree in trees:
            for word in tree.words:
                counts[word.lower][word.upos] += 1
        tags, both = {}, set()
        for form, seen in counts.items():
            tag, often = seen.most_common(1)[0]
            total = seen.total()
            if total >= _LEAST_SEEN and tag in CLOSED and often >= _LEAST_SHARE * total:
                tags[form] = tag
            if total >= _LEAST_SEEN and min(seen["ADP"], seen["SCONJ"]) >= 2:
                both.add(form)
        return cls(tags, frozenset(both))


def convert(tree: Tree, known: FunctionWords) -> None:
    """Turn a tree of the old guidelines into one of today's, in place."""
    _name_function_words(tree, known)
    _split_one_of(tree)
    _front_day(tree)
    for at, word in enumerate(tree.words):
        head = tree.words[word.head] if word.head != ROOT else None
        _relate_nominals(word, head)
        _relate_ordinals(tree, at)
        _relate_relative_adjective(tree, at)
    for at in range(len(tree.words)):
        _choose_case_or_mark(tree, at, known)
        _coordinate_clause(tree, at)
        _turn_conjunction_right(tree, at)
    _front_article(tree)
    attach_punctuation(tree)


def _name_function_words(tree: Tree, known: FunctionWords) -> None:
    """Give function words today's tag and the label that goes with it."""
    for word in tree.words:
        tag = known.tags.get(word.lower)
        if word.label == "punct" and word.upos == "SYM":
            word.upos = "PUNCT"
        if tag is None or tag == word.upos or word.upos == "PROPN":
            continue
        if word.label in _FUNCTION_LABELS and tag in _LABEL_OF:
            word.upos, word.label = tag, _LABEL_OF[tag]
        elif word.upos in CLOSED or word.label not in {"conj", "root", "acl", "compound"}:
            word.upos = tag


def _split_one_of(tree: Tree) -> None:
    """In "salah satu desa" the number modifies the noun, "salah" the number."""
    for at, word in enumerate(tree.words[1:], 1):
        first = tree.words[at - 1]
        if word.lower in {"satu", "seorang"} and first.lower == "salah" and word.head == at - 1:
            word.upos, word.head, word.label = "NUM", first.head, first.label
            if word.label in {"det", "amod", "fixed", "advmod"}:
                word.label = "nummod"
            first.upos, first.head, first.label = "ADJ", at, "advmod"
            for child in tree.children(at - 1):
                tree.words[child].head = at


def _front_day(tree: Tree) -> None:
    """In "pada 30 November 2010" the day is the head, month and year are ``flat``.

    Behind "tanggal" the month stays the head.
    """
    for at, month in enumerate(tree.words[1:], 1):
        day = tree.words[at - 1]
        if month.lower not in _MONTHS or month.label != "obl" or day.head != at:
            continue
        if day.upos != "NUM" or not day.form.isdigit():
            continue
        for child in tree.children(at):
            tree.words[child].head = at - 1
            if child == at + 1 and tree.words[child].upos == "NUM":
                tree.words[child].label = "flat"
        day.head, day.label = month.head, month.label
        month.head, month.label = at - 1, "flat"


def _relate_nominals(word: Word, head: Word | None) -> None:
    """A name behind a common noun and a possessor are modifiers: ``nmod``."""
    if head is None:
        return
    behind_noun = head.upos == "NOUN" and word.upos == "PROPN" and word.label == "flat"
    possessor = word.label == "det" and (
        word.upos in {"NOUN", "PROPN"} or word.lower in _POSSESSORS
    )
    if behind_noun or possessor:
        word.label = "nmod"


def _relate_ordinals(tree: Tree, at: int) -> None:
    """Ordinals behind their noun are adjectives; "kedua negara" is a number."""
    word = tree.words[at]
    if word.upos in {"NUM", "DET", "ADJ"} and _ORDINAL.fullmatch(word.form):
        if word.head != ROOT and word.head > at and word.lower.startswith("ke"):
            if word.label in {"det", "amod"}:
                word.upos, word.label = "NUM", "nummod"
            return
        word.upos = "ADJ"
        if word.label in {"nummod", "det"}:
            word.label = "amod"


def _relate_relative_adjective(tree: Tree, at: int) -> None:
    """An adjective behind "yang" is a relative clause."""
    word = tree.words[at]
    if word.label == "amod" and any(tree.words[one].lower == "yang" for one in tree.children(at)):
        word.label = "acl"


def _choose_case_or_mark(tree: Tree, at: int, known: FunctionWords) -> None:
    """Before a verb "untuk" and its like are SCONJ, before a nominal alone ADP."""
    word = tree.words[at]
    if word.head == ROOT:
        return
    head = tree.words[word.head]
    if word.upos == "ADP" and word.label == "case" and head.upos == "VERB":
        word.upos, word.label = "SCONJ", "mark"
    elif (word.upos, word.label) == ("SCONJ", "mark") and word.lower in known.both:
        labels = {tree.words[one].label for one in tree.children(word.head)}
        if head.upos in NOMINAL and not labels & {"nsubj", "cop", "csubj"}:
            word.upos, word.label = "ADP", "case"
            if head.label == "advcl":
                head.label = "obl"


def _coordinate_clause(tree: Tree, at: int) -> None:
    """ "…, tetapi …" coordinates: CCONJ, and its clause is a conjunct."""
    word = tree.words[at]
    if word.lower not in _COORDINATES or word.label not in {"mark", "cc"} or word.head == ROOT:
        return
    head = tree.words[word.head]
    word.upos, word.label = "CCONJ", "cc"
    if head.label == "advcl" and head.head < at < word.head:
        head.label = "conj"


def _turn_conjunction_right(tree: Tree, at: int) -> None:
    """A conjunction hangs on the conjunct behind it."""
    word = tree.words[at]
    if word.label != "cc" or word.head == ROOT or word.head > at:
        return
    behind = [one for one in tree.children(word.head) if one > at and not _is_mark(tree, one)]
    if behind:
        word.head = behind[0]


def _is_mark(tree: Tree, at: int) -> bool:
    return tree.words[at].label in {"punct", "cc"}


def _front_article(tree: Tree) -> None:
    """A name starts with its article: in "The Hague" the first word is the head."""
    for at, word in enumerate(tree.words[:-1]):
        name = tree.words[at + 1]
        if word.lower in {"the", "los", "las", "el", "la", "de"} and word.head == at + 1:
            if word.label not in {"det", "flat", "nmod"} or name.upos != "PROPN":
                continue
            word.upos, word.head, word.label = "PROPN", name.head, name.label
            for child in tree.children(at + 1):
                tree.words[child].head = at
            name.head, name.label = at, "flat"
