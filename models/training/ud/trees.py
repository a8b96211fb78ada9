"""Dependency trees: the words of a sentence and how a CoNLL-U file is read.

Trees hold surface tokens. A multi-word token ("rumahnya" = "rumah" + "nya") is one word: it takes
tag and label from the syntactic word whose head lies outside, heads inside it are dropped, and
each clitic leaves a feature (`Clitic=Nya`). Subtypes of labels are cut off.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from humas_nlp.evaluation.treebank import ROOT, read_rows, surface_groups

# A clitic of a multi-word token is its shorter part; these are all that the treebanks split off.
CLITICS = ("nya", "ku", "mu", "lah", "kah", "pun", "tah", "kau")


@dataclass(slots=True)
class Word:
    """A surface token in a tree; `head` is an index into the tree, `ROOT` at its top."""

    form: str
    upos: str
    feats: dict[str, str]
    head: int
    label: str
    start: int = 0

    @property
    def end(self) -> int:
        """One past the last character in the sentence."""
        return self.start + len(self.form)

    @property
    def lower(self) -> str:
        """The form in lower case."""
        return self.form.lower()


@dataclass(slots=True)
class Tree:
    """A sentence with its words in order."""

    text: str
    words: list[Word] = field(default_factory=list)

    def children(self, index: int) -> list[int]:
        """Return the dependents of a word, left to right."""
        return [at for at, word in enumerate(self.words) if word.head == index]

    def depth(self, index: int) -> int:
        """Return the number of steps from a word to the top; a loop counts as its length."""
        steps = 0
        while self.words[index].head != ROOT and steps <= len(self.words):
            index = self.words[index].head
            steps += 1
        return steps

    def is_tree(self) -> bool:
        """Tell whether there is one top and every word leads to it."""
        tops = sum(word.head == ROOT for word in self.words)
        return tops == 1 and all(self.depth(at) < len(self.words) for at in range(len(self.words)))


def read_conllu(path: Path) -> Iterator[Tree]:
    """Yield the sentences of a CoNLL-U file as trees of surface tokens.

    Args:
        path: A file in CoNLL-U format with ``# text`` lines.

    Raises:
        DataError: If a row does not have ten columns.
        ValueError: If a word is not found in the text of its sentence.
    """
    for text, rows in read_rows(path):
        yield place(Tree(text, surface(rows)))


def surface(rows: list[list[str]]) -> list[Word]:
    """Merge the rows of a sentence into surface words."""
    found = []
    for form, words, main, head in surface_groups(rows):
        feats = _features(main[5])
        if len(words) > 1:
            feats |= clitic_features([word[1] for word in words])
        found.append(Word(form, main[3], feats, head, main[7].split(":")[0]))
    return found


def clitic_features(parts: list[str]) -> dict[str, str]:
    """Return the feature for the clitics among the parts of a multi-word token.

    Example:
        >>> clitic_features(["rumah", "nya"]), clitic_features(["ia", "lah"])
        ({'Clitic': 'Nya'}, {'Clitic': 'Lah'})
    """
    found = [part.lower() for part in parts if part.lower() in CLITICS]
    if len(found) == len(parts):
        found = found[1:]
    return {"Clitic": ",".join(sorted(one.title() for one in found))} if found else {}


def place(tree: Tree) -> Tree:
    """Set the start of every word in the text of its sentence.

    Raises:
        ValueError: If a word is not found behind the word before it.
    """
    at = 0
    for word in tree.words:
        word.start = tree.text.find(word.form, at)
        if word.start < 0:
            raise ValueError(f"{word.form!r} is not in the text behind character {at}: {tree.text}")
        at = word.end
    return tree


def _features(column: str) -> dict[str, str]:
    if column == "_":
        return {}
    return dict(pair.split("=", 1) for pair in column.split("|"))
