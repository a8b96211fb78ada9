"""Every place where the text names a person that is known, parts and aliases too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from humas_nlp.lexicon import word_class
from humas_nlp.lexicon.name_words import LOWEST
from humas_nlp.mentions.names.logistic import Logistic
from humas_nlp.mentions.names.mention import PersonMention
from humas_nlp.mentions.names.surroundings import cue_before, speaks, verb_follows
from humas_nlp.mentions.names.word_traits import word_classes
from humas_nlp.mentions.tokens import Token
from humas_nlp.people.clusters import Cluster, is_initials
from humas_nlp.people.reading import Mention

NAMESAKE_HEADS = word_class("namesake_head")


@dataclass(slots=True, frozen=True)
class Occurrence:
    """Words that are a part or an alias of a person's name, not yet known to name him.

    Attributes:
        row: Index of the paragraph.
        first: Index of the first token.
        size: Number of tokens.
        person: Index of the person.
        features: What speaks for and against it.
    """

    row: int
    first: int
    size: int
    person: int
    features: dict[str, float]


def find_mentions(
    rows: Sequence[Sequence[Token]], people: Sequence[Cluster], weights: Logistic
) -> tuple[Mention, ...]:
    """Return every mention of every person, in reading order.

    Args:
        rows: Tokens of the paragraphs.
        people: The persons.
        weights: Of the features of an occurrence.
    """
    claimed = {m.start: (number, m) for number, c in enumerate(people) for m in c.mentions}
    owners = name_owners(people)
    found: list[Mention] = []
    seen: dict[int, int] = {}
    for row, tokens in enumerate(rows):
        i = 0
        while i < len(tokens):
            claim = claimed.get(tokens[i].start)
            if claim is not None:
                found.append(_of_mention(claim[1], claim[0]))
                seen[claim[0]] = tokens[i].start
                i += claim[1].last - claim[1].first + 1
                continue
            part = occurrence(tokens, row, i, owners, people, seen)
            if part is not None and weights.probability(part.features) >= weights.threshold:
                start, end = tokens[i].start, tokens[i + part.size - 1].end
                found.append(Mention(start, end, start, end, part.person, False))
                seen[part.person] = start
                i += part.size - 1
            i += 1
    return tuple(found)


def name_owners(people: Sequence[Cluster]) -> dict[str, list[int]]:
    """Return the persons of whose name or alias each word is a part."""
    owners: dict[str, list[int]] = {}
    for number, one in enumerate(people):
        for word in sorted(_words(one)):
            if len(word) > 1 and not word.endswith("."):
                owners.setdefault(word, []).append(number)
    return owners


def occurrence(
    tokens: Sequence[Token],
    row: int,
    i: int,
    owners: Mapping[str, Sequence[int]],
    people: Sequence[Cluster],
    seen: Mapping[int, int],
) -> Occurrence | None:
    """Return the person whose name's words stand from the token at `i` on, or None.

    Args:
        tokens: Tokens of the paragraph.
        row: Index of the paragraph.
        i: Index of the first token.
        owners: What `name_owners` gives.
        people: The persons.
        seen: Where each person was named last.
    """
    token = tokens[i]
    rivals = owners.get(token.text)
    if not rivals:
        return None
    if token.honorific:
        return _titled_alias(tokens, row, i, rivals, people)
    best, size = -1, 0
    # a first name before a last name; of two people with one name the one mentioned last
    for number in sorted(rivals, key=lambda c: (people[c].name[0] != token.text, -seen.get(c, -1))):
        words = _words(people[number])
        n = 1
        while i + n < len(tokens) and tokens[i + n].text in words:
            n += 1
        if n > size:
            best, size = number, n
    features = _features(tokens, i, size, people[best])
    return Occurrence(row, i, size, best, features)


def _titled_alias(
    tokens: Sequence[Token], row: int, i: int, rivals: Sequence[int], people: Sequence[Cluster]
) -> Occurrence | None:
    """Return the person whose alias begins with the form of address at `i`: "Cak Imin"."""
    for number in rivals:
        for alias in sorted(people[number].aliases):
            words = tuple(t.text for t in tokens[i : i + len(alias)])
            if len(alias) > 1 and words == alias:
                features = _features(tokens, i, len(alias), people[number])
                return Occurrence(row, i, len(alias), number, features)
    return None


def _features(tokens: Sequence[Token], i: int, size: int, person: Cluster) -> dict[str, float]:
    token = tokens[i]
    last = i + size - 1
    words = tuple(t.text for t in tokens[i : last + 1])
    whole = words == person.name or words in person.aliases
    before = tokens[i - 1] if i else None
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    glued = after is not None and after.capital and after.start == tokens[last].end + 1
    led = before is not None and before.capital and before.end + 1 == token.start
    flags = {
        "whole name": whole,
        "more words": size > 1,
        "speaks": speaks(tokens, i, last),
        "cue before": cue_before(tokens, i),
        "verb follows": verb_follows(tokens, last),
        "namesake": before is not None and before.text in NAMESAKE_HEADS,
        "head before": before is not None and before.head,
        "form of address before": before is not None and before.honorific,
        "capital before": led,
        "capital after": glued,
        "small": not token.capital,
        "place": any(c.startswith("place:") for c in word_classes(token.text)),
        "first word": token.text == person.name[0],
        "last word": token.text == person.name[-1],
    }
    found = {name: 1.0 for name, holds in flags.items() if holds}
    found["weight of a single word"] = token.weight if size == 1 and not whole else 0.0
    found["weight before"] = before.weight if led and before is not None else 0.0
    found["weight after"] = after.weight - LOWEST if glued and after is not None else 0.0
    return found


def with_initials(
    rows: Sequence[Sequence[Token]], people: Sequence[Cluster]
) -> tuple[Cluster, ...]:
    """Give a person his initials as an alias where they speak: "Herman Deru", "HD mengakui"."""
    spoken = {
        token.text
        for tokens in rows
        for i, token in enumerate(tokens)
        if is_initials(token.text) and speaks(tokens, i, i)
    }
    taken = {word for one in people for word in _words(one)}
    given: dict[int, list[tuple[str]]] = {}
    for short in sorted(spoken - taken):
        owners = [i for i, one in enumerate(people) if "".join(w[0] for w in one.name) == short]
        if len(owners) == 1:
            given.setdefault(owners[0], []).append((short,))
    return tuple(one.called(given.get(i, ())) for i, one in enumerate(people))


def _words(one: Cluster) -> set[str]:
    return {*one.name, *(word for alias in one.aliases for word in alias)}


def _of_mention(mention: PersonMention, person: int) -> Mention:
    left = min([mention.left, *(office.start for office in mention.offices)])
    right = max([mention.right, *(office.end for office in mention.offices)])
    return Mention(mention.start, mention.end, left, right, person, bool(mention.offices))
