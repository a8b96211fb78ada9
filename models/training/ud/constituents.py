"""Dependencies of ICON's constituency trees.

Every phrase has a head child; the heads of the other children hang on it, with the label that
follows from the phrases. Where it does not follow (a verb behind a verb), the label is the one
that CSUI and PUD mostly give to such a pair of tags (`UsualLabels`).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from models.training.ud.features import FeatureLexicon
from models.training.ud.guidelines import FunctionWords
from models.training.ud.icon import Tagged, to_words, word_numbers
from models.training.ud.punctuation import attach_punctuation
from models.training.ud.trees import ROOT, Tree, Word, place

_UNKNOWN = "?"
_TOKEN = re.compile(r"[()]|[^\s()]+")
_VERBS = frozenset({"VBI", "VBT", "VBP", "VBL"})
_NOUNS = frozenset({"NNO", "NNP", "PRN", "NP", "PRI", "WHNP"})
_CLAUSES = frozenset({"S", "SINV", "CP", "SBARQ", "SBAR", "SQ", "FRAG", "PRN", "RPN", "UCP"})
_JOINS = frozenset({"CCN", "CONJP"})
# The first group with a child in the phrase gives its head; "-" takes the last such child.
_HEADS: dict[str, tuple[str, ...]] = {
    "NP": ("NNO NNP PRN NP PRI WHNP", "RPN", "NUM QP KUA", "PRK", "ADJ ADJP", "PP", "VP CP"),
    "WHNP": ("PRI", "NP NNO", "WHNP", "PRR", "ADV"),
    "VP": ("VBI VBT VBP", "VP", "-NP NNO NNP", "VBL", "ADJ ADJP", "PP", "ADV", "S CP"),
    "PP": ("NP NNO NNP PRN NUM ADJ ART RPN WHNP PRI ADJP QP VP ADV", "PP", "PPO"),
    "ADJP": ("ADJ", "ADJP", "VBI VBT VBP", "VP", "ADV"),
    "QP": ("-NUM", "QP", "-KUA", "NNO"),
    "ADVP": ("ADV", "ADVP", "TAME", "NEG"),
    "RPN": ("VP VBI VBT VBP S ADJP ADJ UCP", "RPN", "NP NNO NNP", "PP", "ADV"),
    "SINV": ("S", "VP VBI VBT VBP", "ADJP ADJ", "SINV", "PP", "-NP"),
}
_CLAUSE_HEADS = ("S SINV", "-VP VBI VBT VBP", "ADJP ADJ", "CP", "PP", "-NP NNO NNP PRN", "RPN")


@dataclass(slots=True)
class Node:
    """A phrase with children, or a word (`at` is its place in the sentence)."""

    label: str
    children: list["Node"] = field(default_factory=list)
    at: int = -1
    form: str = ""


def read_tree(line: str) -> Node:
    """Parse a bracketed tree.

    Raises:
        ValueError: If the brackets do not match.
    """
    stack = [Node("")]
    count = 0
    for token in _TOKEN.findall(line):
        if token == "(":
            stack.append(Node(""))
        elif token == ")":
            if len(stack) == 1:
                raise ValueError(f"not one tree, a bracket too much: {line}")
            node = stack.pop()
            stack[-1].children.append(node)
        elif not stack[-1].label:
            stack[-1].label = token
        else:
            stack[-1].form, stack[-1].at = token, count
            count += 1
    if len(stack) != 1 or len(stack[0].children) != 1:
        raise ValueError(f"not one tree: {line}")
    return stack[0].children[0]


def leaves(node: Node) -> Tagged:
    """Return the words of a tree with their tags."""
    if node.form:
        return [(node.form, node.label)]
    return [pair for child in node.children for pair in leaves(child)]


@dataclass(frozen=True, slots=True)
class UsualLabels:
    """The most frequent label between two tags, by direction and neighbourhood."""

    of: dict[tuple[str, str, bool, bool], str]

    @classmethod
    def learn(cls, trees: Iterable[Tree]) -> "UsualLabels":
        """Count the labels of today's treebanks."""
        counts: defaultdict[tuple[str, str, bool, bool], Counter[str]] = defaultdict(Counter)
        for tree in trees:
            for at, word in enumerate(tree.words):
                if word.head != ROOT:
                    counts[_pair(tree.words, at)][word.label] += 1
        return cls({pair: seen.most_common(1)[0][0] for pair, seen in counts.items()})

    def label(self, words: list[Word], at: int) -> str:
        """Return the label for the word with this index and the head that it has."""
        return self.of.get(_pair(words, at), "dep")


def _pair(words: list[Word], at: int) -> tuple[str, str, bool, bool]:
    head = words[at].head
    return words[head].upos, words[at].upos, head < at, abs(head - at) == 1


@dataclass(frozen=True, slots=True)
class Learned:
    """What the conversion takes from the treebanks of today's guidelines."""

    known: FunctionWords
    lexicon: FeatureLexicon
    labels: UsualLabels


def to_tree(line: str, learned: Learned) -> Tree:
    """Return a bracketed tree as a tree of dependencies.

    Raises:
        ValueError: If the brackets do not match.
    """
    root = read_tree(line)
    pairs = leaves(root)
    words = to_words(pairs, learned.known, learned.lexicon)
    top = _Builder(words, word_numbers(pairs)).head_of(root)
    words[top].head, words[top].label = ROOT, "root"
    for at, word in enumerate(words):
        if word.label == _UNKNOWN:
            word.label = "punct" if word.upos == "PUNCT" else learned.labels.label(words, at)
    tree = place(Tree(" ".join(word.form for word in words), words))
    attach_punctuation(tree)
    return tree


class _Builder:
    """Fills in heads, phrase by phrase."""

    def __init__(self, words: list[Word], numbers: list[int]) -> None:
        self.words = words
        self.numbers = numbers

    def head_of(self, node: Node) -> int:
        """Attach everything inside `node`; return the word that is its head."""
        if node.form:
            return self.numbers[node.at]
        tops = [self.head_of(child) for child in node.children]
        main = _main_child(node)
        if _is_reported(node, main):
            return self._report(node, tops, main)
        relate = self._relation(node, main)
        for at, child in enumerate(node.children):
            if at != main:
                self._attach(child, tops[at], tops[_modified(node, main, at)], relate(at))
        self._coordinate(node, tops, main)
        return tops[main]

    def _attach(self, child: Node, top: int, head: int, label: str) -> None:
        if top != head:
            mark = child.label == "PUN"
            self.words[top].head = head
            self.words[top].label = "punct" if mark else label or _UNKNOWN

    def _report(self, node: Node, tops: list[int], main: int) -> int:
        """ "…," kata X: the reporting clause hangs on what is said."""
        for at in range(main):
            self._attach(node.children[at], tops[at], tops[main], "")
        verb = next(
            at for at in range(main + 1, len(tops)) if node.children[at].label in {"VP", *_VERBS}
        )
        self._attach(node.children[verb], tops[verb], tops[main], "parataxis")
        seen_subject = False
        for at in range(main + 1, verb):
            self._attach(node.children[at], tops[at], tops[verb], "")
        for at in range(verb + 1, len(tops)):
            label = {"NP": "nsubj", "PP": "obl", "RPN": "nsubj"}.get(node.children[at].label, "")
            if label == "nsubj":
                label = "" if seen_subject else label
                seen_subject = True
            self._attach(node.children[at], tops[at], tops[verb], label)
        return tops[main]

    def _coordinate(self, node: Node, tops: list[int], main: int) -> None:
        """Relate conjuncts to the first and conjunctions to what follows them."""
        kinds = [child.label for child in node.children]
        for at, kind in enumerate(kinds):
            if kind not in _JOINS:
                continue
            after = next((k for k in range(at + 1, len(kinds)) if kinds[k] != "PUN"), None)
            if at == 0 or main > at or after is None:
                self._attach(node.children[at], tops[at], tops[main], "cc")
                continue
            self._attach(node.children[at], tops[at], tops[after], "cc")
            self._attach(node.children[after], tops[after], tops[main], "conj")
            if len(kinds) > 1 and node.children[main].children:
                for k in range(main + 1, at):
                    if kinds[k] == kinds[main]:
                        self._attach(node.children[k], tops[k], tops[main], "conj")

    def _relation(self, node: Node, main: int) -> Callable[[int], str]:
        if node.label in {"NP", "WHNP", "QP"}:
            return lambda at: self._in_noun_phrase(node, main, at)
        if node.label in {"PP", "WHPP"}:
            return lambda at: self._in_preposition_phrase(node, main, at)
        return lambda at: self._in_clause(node, main, at)

    def _in_noun_phrase(self, node: Node, main: int, at: int) -> str:
        kind, upos = node.children[at].label, self._upos(node.children[at])
        near = at == main + 1
        if kind in {"PP", "RPN", "VP", "CP", "S", "ADJP"}:
            return {"PP": "nmod", "ADJP": "amod"}.get(kind, "acl") if at > main else ""
        if kind in {"ART", "KUA", "NUM", "QP"} and (at < main or near or upos == "DET"):
            return {"DET": "det", "NUM": "nummod", "ADJ": "amod"}.get(upos, "")
        if kind == "ADJ" and near:
            return "amod"
        if kind in {"ADV", "NEG", "ADVP"} and at < main:
            return "advmod"
        if kind in {"NNO", "NNP", "PRN"} and at > main:
            return "flat" if {node.children[at - 1].label, kind} == {"NNP"} else "nmod"
        return ""

    def _in_preposition_phrase(self, node: Node, main: int, at: int) -> str:
        kind = node.children[at].label
        if kind == "PPO" and at < main:
            return "case" if self._upos(node.children[at]) != "SCONJ" else "mark"
        return "advmod" if kind in {"ADV", "NEG", "ADVP"} and at < main else ""

    def _in_clause(self, node: Node, main: int, at: int) -> str:
        child = node.children[at]
        kind, upos = child.label, self._upos(child)
        if kind in _NOUNS:
            return self._noun_in_clause(node, main, at)
        if kind in {"TAME", "ADV", "NEG", "ADVP", "WHADVP"}:
            return "aux" if upos == "AUX" else "advmod"
        if kind == "PP":
            return "obl"
        if kind in {"CSN", "VBL"}:
            return "mark" if kind == "CSN" else "cop"
        if kind == "PRR":
            inside = node.children[main]
            has_subject = inside.label == "S" or node.children[main - 1].label == "NP"
            return "" if has_subject else "nsubj"
        if kind == "CP":
            first = child.children[0].label if child.children else ""
            plain = first == "CSN" and leaves(child)[0][0].lower() != "bahwa"
            return "advcl" if plain else ""
        return "discourse" if kind == "INTJ" else ""

    def _noun_in_clause(self, node: Node, main: int, at: int) -> str:
        kinds = [child.label for child in node.children]
        verb = self._verb(node.children[main])
        if node.label in {"VP", "ADJP"}:
            if kinds[main] in _VERBS and at == main + 1:
                if verb.lower.startswith("me") and verb.feats.get("Voice") == "Act":
                    return "obj" if verb.lower not in {"menjadi", "merupakan"} else ""
                return "obl" if kinds[main] == "VBP" else ""
            return ""
        if node.label in _CLAUSES and at < main:
            nearer = any(kinds[k] in _NOUNS for k in range(at + 1, main))
            return "obl" if nearer else "nsubj"
        if node.label == "SINV" and at > main and "S" not in kinds:
            first = not any(kinds[k] in _NOUNS for k in range(main + 1, at))
            return "nsubj" if first and kinds[main] in {"VP", *_VERBS} else ""
        return ""

    def _verb(self, node: Node) -> Word:
        while not node.form:
            node = node.children[_main_child(node)]
        return self.words[self.numbers[node.at]]

    def _upos(self, node: Node) -> str:
        return self._verb(node).upos


def _modified(node: Node, main: int, at: int) -> int:
    """Return the child that a child modifies: the head, but not always in a flat noun phrase.

    Names hang on their first word, a word behind a second noun on this noun.
    """
    kinds = [child.label for child in node.children]
    if at <= main + 1:
        return main
    if kinds[at - 1] == kinds[at] == "NNP":
        first = at
        while first > main and kinds[first - 1] == "NNP":
            first -= 1
        return first
    behind_noun = kinds[at] in {"NNO", "NUM", "PRN"} and kinds[at - 1] in {"NNO", "NNP"}
    return at - 1 if behind_noun else main


def _is_reported(node: Node, main: int) -> bool:
    """Tell whether the phrase is a quotation with a reporting clause behind it."""
    if node.label != "SINV" or node.children[main].label != "S":
        return False
    return any(child.label in {"VP", *_VERBS} for child in node.children[main + 1 :])


def _main_child(node: Node) -> int:
    kinds = [child.label for child in node.children]
    # "adalah" leaves the headship to the predicate behind it.
    copula = node.label == "VP" and kinds[0] == "VBL" and leaves(node)[0][0] in {"adalah", "ialah"}
    if copula and len(kinds) > 1:
        return 1
    if node.label == "VP" and kinds[0] == "VBL":
        return 0
    for group in _HEADS.get(node.label, _CLAUSE_HEADS):
        names = group.removeprefix("-").split()
        hits = [at for at, kind in enumerate(kinds) if kind in names]
        if hits:
            return hits[-1] if group.startswith("-") and not _JOINS & set(kinds) else hits[0]
    return next((at for at, kind in enumerate(kinds) if kind != "PUN"), 0)
