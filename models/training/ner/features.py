"""Features of the teacher, a conditional random field: words, word classes, finds of the rules."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from humas_nlp.entities import find_institutions, find_laws, find_places
from humas_nlp.lexicon import word_class
from humas_nlp.lexicon.name_words import name_weight
from humas_nlp.people.finder import find_people
from models.training.ner.examples import Range

# word -> coarse cluster, fine cluster, share of capitals in tenths
Classes = Mapping[str, tuple[str, str, str]]
_UNSEEN = ("?", "?", "?")


@lru_cache(100_000)
def shape(word: str) -> str:
    """Return the form of a word, runs shortened to two: "Kemendag" is "Xxx", "KPU" is "XX"."""
    found = ""
    for char in word[:20]:
        kind = "X" if char.isupper() else "x" if char.isalpha() else "d" if char.isdigit() else char
        if not found.endswith(kind * 2):
            found += kind
    return found


def rule_tags(text: str, tokens: Sequence[Range]) -> list[str]:
    """Return what the rules find at each token: "O", or label and place ("B", "I")."""
    people = find_people(text, [(0, len(text))])
    finds = [("LOC", e.start, e.end) for e in find_places(text)]
    finds += [("ORG", e.start, e.end) for e in find_institutions(text)]
    finds += [("PER", m.start, m.end) for m in people.mentions]
    finds += [("LAW", e.start, e.end) for e in find_laws(text)]
    labels = [""] * len(tokens)
    at = {start: i for i, (start, _) in enumerate(tokens)}
    for label, start, end in finds:
        i = at.get(start)
        first = True
        while i is not None and i < len(tokens) and tokens[i][1] <= end:
            labels[i] += f"{'B' if first else 'I'}{label} "
            first, i = False, i + 1
    return [label.strip() or "O" for label in labels]


@lru_cache(100_000)
def _own(word: str) -> tuple[str, ...]:
    lower = word.lower()
    bare = lower.replace(".", "")
    found = [
        f"w={lower}",
        f"s={shape(word)}",
        f"p3={lower[:3]}",
        f"p4={lower[:4]}",
        f"e2={lower[-2:]}",
        f"e3={lower[-3:]}",
        f"e4={lower[-4:]}",
    ]
    if word[:1].isupper():
        found.append(f"name={round(2 * name_weight(word))}")
    if bare in _offices():
        found.append("office")
    if bare in _honorifics():
        found.append("address")
    return tuple(found)


@lru_cache(1)
def _offices() -> frozenset[str]:
    return frozenset(word.lower() for word in word_class("office_head"))


@lru_cache(1)
def _honorifics() -> frozenset[str]:
    return frozenset(word.lower() for word in word_class("honorific"))


def features(text: str, tokens: Sequence[Range], classes: Classes) -> list[list[str]]:
    """Return the features of every token, its neighbours' among them."""
    words = [text[start:end] for start, end in tokens]
    rules = rule_tags(text, tokens)
    rows: list[list[str]] = []
    known = [classes.get(word) or classes.get(word.lower(), _UNSEEN) for word in words]
    for word, rule, (coarse, fine, capital) in zip(words, rules, known, strict=True):
        row = [*_own(word), f"r={rule}", f"c={coarse}", f"f={fine}", f"cap={capital}"]
        if word[:1].isupper():
            row.append(f"Xc={capital}{shape(word)}")
        rows.append(row)
    edge = ["edge"]
    full: list[list[str]] = []
    for i, row in enumerate(rows):
        found = list(row)
        for offset in (-2, -1, 1, 2):
            near = rows[i + offset] if 0 <= i + offset < len(rows) else edge
            keep = near if abs(offset) == 1 else [f for f in near if f[:2] in _FAR]
            found += [f"{offset}{feature}" for feature in keep]
        if i:
            found.append(f"-1w,w={words[i - 1].lower()}|{words[i].lower()}")
            found.append(f"-1w,s={words[i - 1].lower()}|{shape(words[i])}")
            found.append(f"-1r,r={rules[i - 1]}|{rules[i]}")
        if i + 1 < len(rows):
            found.append(f"s,+1w={shape(words[i])}|{words[i + 1].lower()}")
        full.append(found)
    return full


_FAR = frozenset(("w=", "s=", "r=", "c=", "f="))
