"""Examples from which it is learned which names are one person's and which words name him again."""

from models.names.examples import Example

from humas_nlp.mentions.names.finder import NameWeights, find_person_mentions
from humas_nlp.mentions.names.mention import PersonMention
from humas_nlp.mentions.tokens import read_tokens
from humas_nlp.people.aliases import bracketed, nicknames
from humas_nlp.people.clusters import Cluster, by_length, keys, named, pair_features
from humas_nlp.people.occurrences import name_owners, occurrence
from humas_nlp.people.same_person import proposed

Table = tuple[list[dict[str, float]], list[bool]]


def _owners(example: Example) -> dict[str, int]:
    """Return the person of each form that only one person of the document has."""
    found: dict[str, set[int]] = {}
    for number, (name, forms) in enumerate(example.people):
        for form in {name, *forms}:
            found.setdefault(" ".join(form.split()), set()).add(number)
    return {form: next(iter(who)) for form, who in found.items() if len(who) == 1}


def _right_mentions(example: Example, weights: NameWeights) -> list[tuple[PersonMention, int]]:
    """Return the mentions that are right, with the person whom each names, longest first."""
    rows = [read_tokens(example.text, a, b) for a, b in example.paragraphs]
    owners = _owners(example)
    found = []
    for mention in by_length(find_person_mentions(example.text, rows, example.recognised, weights)):
        form = " ".join(example.text[mention.start : mention.end].split())
        if form in owners and (mention.start, mention.end) in example.names:
            found.append((mention, owners[form]))
    return found


def same_person_rows(example: Example, weights: NameWeights) -> Table:
    """Return features of each mention with each person before it, and whether it is he."""
    views: list[dict[str, float]] = []
    right: list[bool] = []
    people: dict[int, Cluster] = {}
    for mention, owner in _right_mentions(example, weights):
        near = [number for number, one in people.items() if _near(one, mention)]
        features = pair_features([people[n] for n in near], mention)
        views += features
        right += [number == owner for number in near]
        known = people.get(owner)
        people[owner] = known.joined(mention) if known else Cluster(mention.parts, (mention,))
    return views, right


def _near(one: Cluster, mention: PersonMention) -> bool:
    known = {key for m in one.mentions for key in keys(m.parts)}
    return bool(known & keys(mention.parts)) and proposed(one.name, mention.parts)


def occurrence_rows(example: Example, weights: NameWeights) -> Table:
    """Return features of words of a known name, and whether they name the person."""
    rows = [read_tokens(example.text, a, b) for a, b in example.paragraphs]
    people: dict[int, Cluster] = {}
    for mention, owner in _right_mentions(example, weights):
        known = people.get(owner)
        people[owner] = known.joined(mention) if known else Cluster(mention.parts, (mention,))
    aliases = [alias for tokens in rows for alias in (*nicknames(tokens), *bracketed(tokens))]
    clusters = named(list(people.values()), aliases)
    # Short forms that the chain finds are examples too: of what it leaves over alone it would be
    # learned that a first name by itself is hardly ever one.
    claimed = {m.start: m for c in clusters for m in c.mentions if m.parts == c.name}
    owners = name_owners(clusters)
    views: list[dict[str, float]] = []
    right: list[bool] = []
    for row, tokens in enumerate(rows):
        i = 0
        while i < len(tokens):
            claim = claimed.get(tokens[i].start)
            part = None if claim else occurrence(tokens, row, i, owners, clusters, {})
            if part is not None:
                end = tokens[i + part.size - 1].end
                views.append(part.features)
                right.append((tokens[i].start, end) in example.names)
            size = claim.last - claim.first + 1 if claim else part.size if part else 1
            i += size
    return views, right
