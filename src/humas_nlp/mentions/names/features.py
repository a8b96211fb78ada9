"""Features of the words of a run of capitals: the word, its neighbours, what stands around the run.

A run may hold an office, an institution and a name one after another ("Kepala Bappeda Kota
Kendari Ridwansyah Taridala"). Each word of it gets features; `tagger.py` weighs them.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from humas_nlp.mentions.names.document_evidence import DocumentEvidence
from humas_nlp.mentions.names.surroundings import left_of, right_of
from humas_nlp.mentions.names.word_traits import WORDS, word_classes, word_kind, word_traits
from humas_nlp.mentions.places.gazetteer import places
from humas_nlp.mentions.tokens import Token

# Names of features of a side that nearly ask for a name.
TELLING_BEFORE = frozenset({"office and comma", "cue after quote", "cue", "honorific"})
TELLING_BEHIND = frozenset({"verb of a speaker", "comma and verb", "office after", "age"})
LONG_RUN = 5  # words from which on a run counts as long


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """Features of one word.

    Attributes:
        words: The word before, itself and the word after; their traits count by their place.
        others: Names of all other features.
        groups: Names of features that often come together, so that their sum is worth keeping.
    """

    words: tuple[str, str, str]
    others: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...] = ()

    def names(self) -> Iterable[str]:
        """Yield every feature, those of the words with their place before them."""
        for place, word in zip(PLACES, self.words, strict=True):
            for trait in word_traits(word) if word else ("none",):
                yield f"{place} {trait}"
        for group in self.groups:
            yield from group
        yield from self.others


PLACES = ("before", "this", "after")


def run_features(
    text: str,
    tokens: Sequence[Token],
    labels: Sequence[str],
    run: tuple[int, int],
    evidence: DocumentEvidence,
) -> list[WordFeatures]:
    """Return the features of each word of a run.

    Args:
        text: The whole text.
        tokens: Tokens of the paragraph.
        labels: What the recogniser says of each token.
        run: Index of the first and of the last token of the run.
        evidence: What the document says of its words elsewhere.
    """
    first, last = run
    left = left_of(text, tokens, first)
    right = right_of(text, tokens, last)
    length = last - first + 1
    size = f"{min(length, LONG_RUN)}"
    kinds = [word_kind(t.text) for t in tokens[first : last + 1]]
    before_run, behind_run = (
        _most_telling(left, TELLING_BEFORE),
        _most_telling(right, TELLING_BEHIND),
    )
    frame = f"frame {before_run}|{behind_run}|{size}"
    framed = length < LONG_RUN
    found = []
    head = "none"  # what kind of head stands before in the run, and how far
    away = 0
    for i in range(first, last + 1):
        k = i - first
        kind = kinds[k]
        before = kinds[k - 1] if k else "<"
        after = kinds[k + 1] if i < last else ">"
        behind = labels[i + 1] if i + 1 < len(labels) else ">"
        groups = (
            _of_kinds(before, kind, after),
            _of_place(min(k, 3), size, head, min(away, 4), kind),
            _of_labels(labels[i - 1] if i else "<", labels[i], behind, kind),
        )
        names = []
        if k > 1:
            names.append(f"second before {kinds[k - 2]}")
        if i + 1 < last:
            names.append(f"second after {kinds[k + 2]}")
        pair = tokens[i].text.lower()
        if i and f"{tokens[i - 1].text.lower()} {pair}" in places():
            names.append("ends a place of two words")
        if i < last and f"{pair} {tokens[i + 1].text.lower()}" in places():
            names.append("opens a place of two words")
        if framed:  # behind an office with a comma and before a verb any word may be a name
            names.append(frame)
            names.append(f"{frame}|{kind}")
        if tokens[i].degree:
            names.append("degree inside")
        names += evidence.features(tokens, i, run)
        if i == first:
            names += [f"left {name}" for name in left]
            names += [f"left {name}|{kind}" for name in left[:3]]
        else:
            names += [f"run left {name}" for name in left[:4]]
        if i == last:
            names += [f"right {name}" for name in right]
            names += [f"right {name}|{kind}" for name in right[:3]]
        else:
            names += [f"run right {name}" for name in right[:4]]
        around = (
            tokens[i - 1].text if i else "",
            tokens[i].text,
            tokens[i + 1].text if i + 1 < len(tokens) else "",
        )
        found.append(WordFeatures(around, tuple(names), groups))
        opened = _head_kind(tokens[i].text)
        if opened:
            head, away = opened, 0
        else:
            away += 1
    return found


def _most_telling(names: Sequence[str], telling: Set[str]) -> str:
    """Return the feature of a side that tells the most of whether a name stands there."""
    return next((name for name in names if name in telling), names[0])


@lru_cache(WORDS)
def _of_kinds(before: str, kind: str, after: str) -> tuple[str, ...]:
    return (f"kinds {before}|{kind}", f"kinds {kind}|{after}|", f"kinds {before}|{kind}|{after}")


@lru_cache(WORDS)
def _of_place(k: int, size: str, head: str, away: int, kind: str) -> tuple[str, ...]:
    return (f"place {k} of {size}", f"head {head} {away}", f"head {head}|{kind}")


@lru_cache(WORDS)
def _of_labels(before: str, label: str, after: str, kind: str) -> tuple[str, ...]:
    return (
        f"recogniser {label}",
        f"recogniser {label}|{kind}",
        f"recogniser before {before}|{label}",
        f"recogniser after {label}|{after}",
    )


@lru_cache(WORDS)
def _head_kind(word: str) -> str:
    """Return what kind of phrase a word opens inside a run, or ""."""
    classes = word_classes(word)
    for name in ("unit_office", "territorial_office", "institution_head", "office_unit"):
        if name in classes:
            return name
    return "head" if "head" in classes else "place" if "place_head" in classes else ""
