"""Names that a text repeats: found once, they are names wherever they stand.

A part of `corrections.py`; names and words are token numbers.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from humas_nlp.lexicon.name_words import name_weight

Name = tuple[int, int, str]
# Places are left out: as attributes ("rakyat Bali") they are names in some texts only.
_LABELS = frozenset(("PER", "ORG"))


def repeat(words: Sequence[str], names: Sequence[Name], limit: float) -> list[Name]:
    """Add the places where a text repeats its persons and institutions.

    A name is repeated word by word, and only where the model saw at least a third of its places:
    one that it saw once and missed six times was the mistake. Of a person's name of several words
    the first or the last may stand alone, where it is a name and nothing else ("Ono Surono" …
    "Ono").

    Args:
        words: The tokens of a text.
        names: Names in reading order, not overlapping.
        limit: Log-odds from which a word of a person's name may stand alone.

    Returns:
        The names and the new ones, in reading order, not overlapping.
    """
    forms = _forms(words, names, limit)
    new: list[Name] = []
    at = 0
    for name in [*names, (len(words), len(words), "")]:
        new += _between(words, at, name[0], forms)
        at = name[1]
    missed = Counter(tuple(words[start:end]) for start, end, _ in new)
    seen = Counter(tuple(words[start:end]) for start, end, _ in names)
    kept = [n for n in new if _is_due(tuple(words[n[0] : n[1]]), seen, missed)]
    return sorted([*names, *kept])


def _is_due(
    form: tuple[str, ...], seen: Counter[tuple[str, ...]], missed: Counter[tuple[str, ...]]
) -> bool:
    # a part of a longer name is never seen on its own before
    return seen[form] == 0 or 2 * seen[form] >= missed[form]


def _forms(
    words: Sequence[str], names: Sequence[Name], limit: float
) -> dict[str, list[tuple[list[str], str]]]:
    """Return what may be repeated by its first word, the longest first."""
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for start, end, label in names:
        parts = tuple(words[start:end])
        votes[parts][label] += 1
        if label == "PER" and len(parts) > 1:
            for part in (parts[0], parts[-1]):
                if len(part) > 2 and name_weight(part) > limit:
                    votes[part,][label] += 1
    forms: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
    for parts, labels in votes.items():
        (label, _), *others = labels.most_common()
        if label in _LABELS and not others and parts[0][:1].isupper() and len(parts[0]) > 2:
            forms[parts[0]].append((list(parts), label))
    for group in forms.values():
        group.sort(key=lambda form: -len(form[0]))
    return forms


def _between(
    words: Sequence[str], start: int, end: int, forms: dict[str, list[tuple[list[str], str]]]
) -> list[Name]:
    """Find forms among the words between two names."""
    found: list[Name] = []
    i = start
    while i < end:
        for parts, label in forms.get(words[i], ()):
            stop = i + len(parts)
            if stop <= end and list(words[i:stop]) == parts and not _goes_on(words, i, stop, start):
                found.append((i, stop, label))
                i = stop - 1
                break
        i += 1
    return found


def _goes_on(words: Sequence[str], start: int, stop: int, free: int) -> bool:
    """Say whether the words beside a form show that it is part of something longer.

    Args:
        words: The tokens of a text.
        start: First token of the form.
        stop: One past its last token.
        free: First token that belongs to no name; the form may not follow one directly.
    """
    before = words[start - 1] if start else ""
    after = words[stop] if stop < len(words) else ""
    return after[:1].isupper() or before.isupper() or (start == free > 0)
