"""Changes that real texts undergo: capitals in headlines, small letters, lost blanks."""

import re
from random import Random

from models.training.ner.examples import Example

_BEFORE_BLANK = re.compile(r"(?<=[,.)]) (?=[A-Z])")
_BEFORE_MARK = re.compile(r" (?=[,.)?!:;])|(?<=\() ")
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def capitals(example: Example) -> Example:
    """Write a text in capitals, as headlines are."""
    upper = "".join(c.upper() if len(c.upper()) == 1 else c for c in example.text)
    return Example(upper, example.entities, example.unknown, example.source)


def small(example: Example) -> Example:
    """Write a text in small letters, as in chats and on old news wires."""
    lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in example.text)
    return Example(lower, example.entities, example.unknown, example.source)


def straight(example: Example) -> Example:
    """Make curly marks straight."""
    changed = example.text.translate(_QUOTES)
    return Example(changed, example.entities, example.unknown, example.source)


def without_blanks(example: Example, pattern: re.Pattern[str] = _BEFORE_BLANK) -> Example:
    """Take out the blanks that a pattern finds outside entities; ranges move along."""
    gone = [
        m.start()
        for m in pattern.finditer(example.text)
        if not any(start <= m.start() < end for start, end, _ in example.entities)
    ]
    text = "".join(c for i, c in enumerate(example.text) if i not in set(gone))

    def moved(place: int) -> int:
        return place - sum(g < place for g in gone)

    entities = tuple((moved(s), moved(e), label) for s, e, label in example.entities)
    unknown = tuple((moved(s), moved(e)) for s, e in example.unknown)
    return Example(text, entities, unknown, example.source)


def typeset(example: Example) -> Example:
    """Close the gaps before marks that sets of separate tokens have: "kata Ani ,"."""
    return without_blanks(example, _BEFORE_MARK)


def augment(example: Example, chance: Random) -> Example:
    """Change a text in one way, drawn by chance."""
    way = chance.random()
    if way < 0.12:
        return capitals(example)
    if way < 0.22:
        return small(example)
    if way < 0.32:
        return without_blanks(typeset(example))
    if way < 0.45:
        return straight(example)
    return typeset(example)
