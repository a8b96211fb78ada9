"""Trees of Universal Dependencies as surface tokens: a word with its clitics is one token.

Indonesian treebanks split "menyetujuinya" into "menyetujui" and "nya"; spaCy's tokens, and ours,
are what stands in the text. The merged token has the part of speech, the head and the relation of
its word whose head lies outside.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from humas_nlp.errors import DataError

ROOT = -1
_COLUMNS = 10
Row = list[str]


@dataclass(frozen=True, slots=True)
class TreeToken:
    """A surface token of a tree.

    Attributes:
        form: The token as written.
        pos: Universal part of speech.
        lemma: Lemma of its first word that is no pronoun clitic, in lower case.
        head: Place of its head among the tokens of the sentence; `ROOT` at its top.
        relation: Relation to the head, without subtype.
    """

    form: str
    pos: str
    lemma: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence with its tokens."""

    text: str
    tokens: tuple[TreeToken, ...]


def read_trees(path: Path) -> Iterator[Tree]:
    """Read a CoNLL-U file.

    Raises:
        DataError: A row does not have ten columns; the message gives the line.
    """
    for text, rows in read_rows(path):
        yield Tree(text, tuple(surface(rows)))


def read_rows(path: Path) -> Iterator[tuple[str, list[Row]]]:
    """Read the sentences of a CoNLL-U file as their text and their rows of ten columns.

    Raises:
        DataError: A row does not have ten columns; the message gives the line.
    """
    text, rows = "", []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            if line.startswith("# text ="):
                text = line.removeprefix("# text =").strip()
            elif line and not line.startswith("#"):
                row = line.split("\t")
                if len(row) != _COLUMNS:
                    raise DataError(f"{path}, line {number}: {len(row)} columns, not {_COLUMNS}.")
                rows.append(row)
            elif not line and rows:
                yield text, rows
                text, rows = "", []
    if rows:
        yield text, rows


def surface(rows: list[Row]) -> list[TreeToken]:
    """Merge the words of multi-word tokens.

    Args:
        rows: Rows of one sentence with ten columns each; empty nodes ("8.1") are ignored.
    """
    found = []
    for form, words, main, head in surface_groups(rows):
        host = words[1 if len(words) > 1 and words[0][3] == "PRON" else 0]
        found.append(TreeToken(form, main[3], host[2].lower(), head, main[7].split(":")[0]))
    return found


def surface_groups(rows: list[Row]) -> Iterator[tuple[str, list[Row], Row, int]]:
    """Yield the surface tokens of a sentence.

    Args:
        rows: Rows of one sentence; empty nodes ("8.1") are ignored.

    Yields:
        The form, the rows of its words, the row of the word whose head lies outside, and the place
        of that head among the surface tokens, `ROOT` at the top.
    """
    words = {row[0]: row for row in rows if row[0].isdigit()}
    groups = _groups(rows, words)
    where = {word: place for place, (_, ids) in enumerate(groups) for word in ids}
    for form, ids in groups:
        main = words[next((word for word in ids if words[word][6] not in ids), ids[0])]
        head = ROOT if main[6] == "0" else where[main[6]]
        yield form, [words[word] for word in ids], main, head


def _groups(rows: list[Row], words: dict[str, Row]) -> list[tuple[str, list[str]]]:
    """List the surface forms, each with the ids of its words."""
    groups: list[tuple[str, list[str]]] = []
    covered: set[str] = set()
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            ids = [str(place) for place in range(first, last + 1)]
            groups.append((row[1], ids))
            covered.update(ids)
        elif row[0] in words and row[0] not in covered:
            groups.append((row[1], [row[0]]))
    return groups
