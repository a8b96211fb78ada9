"""What a document says of its words elsewhere: anchored beside titles, repeated, written small."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from humas_nlp.lexicon import word_class
from humas_nlp.mentions.names.recognised import SILENT
from humas_nlp.mentions.names.runs import runs
from humas_nlp.mentions.names.surroundings import has_age, is_quoted
from humas_nlp.mentions.tokens import Token

NAMING = word_class("naming")
MOST = 3  # occurrences from which on more of them say nothing new


@dataclass(frozen=True, slots=True)
class DocumentEvidence:
    """Words of one document by what has been seen of them.

    Attributes:
        anchored: Words of runs behind a form of address, before a degree or an age, behind a
            quotation and its cue.
        alone: Runs of two words or more, as they stand.
        small: Words that stand in small letters as well.
        counts: How often each word stands with a capital.
        labels: Labels that the recogniser gives each word, "" for none.
    """

    anchored: frozenset[str]
    alone: frozenset[tuple[str, ...]]
    small: frozenset[str]
    counts: Counter[str] = field(default_factory=Counter)
    labels: Counter[tuple[str, str]] = field(default_factory=Counter)

    def features(self, tokens: Sequence[Token], i: int, run: tuple[int, int]) -> list[str]:
        """Return features of the token at `i` inside a run."""
        word = tokens[i].text
        found = [f"seen {min(self.counts[word], MOST)}"]
        if word in self.anchored:
            found.append("anchored")
        if word.lower() in self.small:
            found.append("small elsewhere")
        first, last = run
        if first < i < last and tuple(t.text for t in tokens[i : last + 1]) in self.alone:
            found.append("opens a run seen alone")
        if first < i and tuple(t.text for t in tokens[first:i]) in self.alone:
            found.append("follows a run seen alone")
        if self.labels:
            people = self.labels[word, "PER"]
            others = sum(self.labels[word, label] for label in ("ORG", "LOC", ""))
            if people + others > 1:
                found.append(f"labelled {_share(people, people + others)}")
        return found


def document_evidence(
    text: str,
    rows: Sequence[Sequence[Token]],
    labels: Sequence[Sequence[str]],
    capitals: Sequence[Sequence[tuple[int, int]]] | None = None,
) -> DocumentEvidence:
    """Read a document's paragraphs for what they say of their words.

    Args:
        text: The whole text.
        rows: Tokens of its paragraphs.
        labels: What the recogniser says of each token.
        capitals: Runs of each paragraph; read here if None.
    """
    if capitals is None:
        capitals = [runs(text, tokens) for tokens in rows]
    anchored: set[str] = set()
    alone: set[tuple[str, ...]] = set()
    small: set[str] = set()
    counts: Counter[str] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    for tokens, codes, found in zip(rows, labels, capitals, strict=True):
        for token, code in zip(tokens, codes, strict=True):
            if token.capital:
                counts[token.text] += 1
                if code != SILENT:
                    seen[token.text, code.partition("-")[0]] += 1
            elif token.text[0].isalnum():
                small.add(token.text)
        for first, last in found:
            words = tuple(t.text for t in tokens[first : last + 1])
            if len(words) > 1:
                alone.add(words)
            if _is_anchored(tokens, first, last):
                anchored.update(words)
    return DocumentEvidence(frozenset(anchored), frozenset(alone), frozenset(small), counts, seen)


def _is_anchored(tokens: Sequence[Token], first: int, last: int) -> bool:
    before = tokens[first - 1] if first else None
    if before is not None and (before.honorific or before.text in NAMING):
        return True
    if is_quoted(tokens, first) or has_age(tokens, last):
        return True
    n = last + 1 + (last + 1 < len(tokens) and tokens[last + 1].text == ",")
    return n < len(tokens) and tokens[n].degree


def _share(part: int, whole: int) -> str:
    return "all" if part == whole else "none" if part == 0 else "some"
