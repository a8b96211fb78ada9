"""Mentions joined into persons: full names first, then the parts that fit one of them."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from humas_nlp.lexicon.titles import public_nicknames
from humas_nlp.mentions.names.logistic import Logistic
from humas_nlp.mentions.names.mention import PersonMention
from humas_nlp.mentions.offices.office import Office
from humas_nlp.people.aliases import Alias
from humas_nlp.people.same_person import Name, contained, name_features, office_features, proposed

LONGEST_INITIALS = 4  # letters
FAR = 10**6  # code points: the distance to a person who is named only later


@dataclass(slots=True, frozen=True)
class Cluster:
    """A person as the mentions that name him.

    Attributes:
        name: Words of the longest form.
        mentions: Its mentions, in the order in which they were joined.
        aliases: Further names that the text or the public has for the person.
    """

    name: Name
    mentions: tuple[PersonMention, ...]
    aliases: frozenset[Name] = frozenset()

    @property
    def offices(self) -> tuple[Office, ...]:
        """Every office beside one of its mentions."""
        return tuple(office for mention in self.mentions for office in mention.offices)

    @property
    def probability(self) -> float:
        """How sure the surest of its mentions is."""
        return max(mention.probability for mention in self.mentions)

    def distance(self, position: int) -> int:
        """Return how far before a place the person is named; a later name counts as far."""
        starts = sorted(m.start for m in self.mentions)
        at = bisect_right(starts, position)
        return position - starts[at - 1] if at else FAR + starts[0]

    def joined(self, mention: PersonMention) -> "Cluster":
        """Return the cluster with a further mention; the longest form is the name."""
        name = mention.parts if len(mention.parts) > len(self.name) else self.name
        return replace(self, name=name, mentions=(*self.mentions, mention))

    def called(self, aliases: Iterable[Name]) -> "Cluster":
        """Return the cluster with further names."""
        return replace(self, aliases=self.aliases | frozenset(aliases))


def cluster(
    mentions: Sequence[PersonMention], aliases: Sequence[Alias], weights: Logistic
) -> tuple[Cluster, ...]:
    """Join the mentions of a document into persons.

    Args:
        mentions: The names that were found.
        aliases: Nicknames and short forms that the text gives.
        weights: Of `pair_features`.

    Returns:
        Persons in the order of their first mention.
    """
    found: list[Cluster] = []
    index: dict[str, set[int]] = {}
    for mention in by_length(mentions):
        shared = sorted({i for key in keys(mention.parts) for i in index.get(key, ())})
        near = [i for i in shared if proposed(found[i].name, mention.parts)]
        scored = [
            (weights.probability(view), -found[i].distance(mention.start), -i)
            for i, view in zip(near, pair_features([found[i] for i in near], mention), strict=True)
        ]
        best = max(scored, default=None)
        if best is not None and best[0] >= weights.threshold:
            number = -best[2]
            found[number] = found[number].joined(mention)
        else:
            number = len(found)
            found.append(Cluster(mention.parts, (mention,)))
        for key in keys(mention.parts):
            index.setdefault(key, set()).add(number)
    joined = _absorbed(named(found, aliases))
    ordered = [
        replace(c, mentions=tuple(sorted(c.mentions, key=lambda m: m.start))) for c in joined
    ]
    return tuple(sorted(ordered, key=lambda c: c.mentions[0].start))


def by_length(mentions: Iterable[PersonMention]) -> list[PersonMention]:
    """Return mentions in the order in which they are joined: the longest names first."""
    return sorted(mentions, key=lambda m: (-len(m.parts), m.start))


def keys(name: Name) -> set[str]:
    """Return keys of which two names that may be one person's share one."""
    words = {word.casefold() for word in name}
    return {k for w in words for k in (w, f"{w[:2]}…", f"…{w[-3:]}")}


def pair_features(clusters: Sequence[Cluster], mention: PersonMention) -> list[dict[str, float]]:
    """Return the features of a mention with each person it may name.

    Args:
        clusters: The persons that share a key with the mention.
        mention: The mention.

    Returns:
        Features of each pair: what the names share, whether the offices agree, how near the person
        was named, how many rivals fit as well.
    """
    views = [name_features(cluster.name, mention.parts) for cluster in clusters]
    held = [contained(cluster.name, mention.parts) for cluster in clusters]
    places = [cluster.distance(mention.start) for cluster in clusters]
    nearest = min(
        (place for place, fits in zip(places, held, strict=True) if fits),
        default=0,
    )
    found = []
    for one, view, place, fits in zip(clusters, views, places, held, strict=True):
        features = dict(view) | office_features(one.offices, mention.offices, view)
        features |= _title_features(one, mention)
        if fits and sum(held) > 1:
            features["has rivals"] = 1.0
            features["nearest of the rivals" if place == nearest else "farther rival"] = 1.0
        features["far" if place >= FAR else "log distance"] = (
            1.0 if place >= FAR else math.log1p(place)
        )
        found.append(features)
    return found


def _title_features(one: Cluster, mention: PersonMention) -> dict[str, float]:
    """Return whether the forms of address are those of a man and of a woman."""
    men, women = frozenset({"Bapak", "Pak"}), frozenset({"Ibu", "Bu"})
    known = {h for m in one.mentions for h in m.honorifics}
    held = set(mention.honorifics)
    clash = (known & men and held & women) or (known & women and held & men)
    return {"forms of address differ": 1.0} if clash else {}


def named(clusters: Sequence[Cluster], aliases: Sequence[Alias]) -> list[Cluster]:
    """Give each person the nicknames that the text or the public has for him."""
    spots = sorted(
        (m.start, m.right, number) for number, c in enumerate(clusters) for m in c.mentions
    )
    starts = [spot[0] for spot in spots]
    given: dict[int, set[Name]] = {}
    for alias in aliases:
        at = bisect_right(starts, alias.of) - 1
        if at >= 0 and alias.of < spots[at][1]:
            given.setdefault(spots[at][2], set()).add(alias.parts)
        elif alias.word:
            owner = next((i for i, c in enumerate(clusters) if alias.word in c.name), None)
            if owner is not None:
                given.setdefault(owner, set()).add(alias.parts)
    for number, one in enumerate(clusters):
        for nickname, names in public_nicknames().items():
            if one.name in names:
                given.setdefault(number, set()).add(nickname)
    for number, initials in initialled(one.name for one in clusters):
        given.setdefault(number, set()).add((initials,))
    return [one.called(given.get(number, ())) for number, one in enumerate(clusters)]


def initialled(names: Iterable[Name]) -> list[tuple[int, str]]:
    """Return the names whose initials are a name of their own: "Herman Deru" beside "HD".

    Args:
        names: Names of the persons of a document.

    Returns:
        Number of the longer name and the initials, where no other name has the same ones.
    """
    known = list(names)
    short = {name[0] for name in known if len(name) == 1 and is_initials(name[0])}
    owners: dict[str, list[int]] = {}
    for number, name in enumerate(known):
        letters = "".join(word[0] for word in name)
        if len(name) > 1 and letters in short:
            owners.setdefault(letters, []).append(number)
    return [(found[0], letters) for letters, found in owners.items() if len(found) == 1]


def is_initials(word: str) -> bool:
    """Say whether a word may be the initials of a name: two to four capitals."""
    return word.isupper() and word.isalpha() and 1 < len(word) <= LONGEST_INITIALS


def _absorbed(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Join a person whose name is another one's alias to that one."""
    owners = {alias: number for number, c in enumerate(clusters) for alias in c.aliases}
    kept = dict(enumerate(clusters))
    for number, one in enumerate(clusters):
        forms = [one.name, *((h, *one.name) for m in one.mentions for h in m.honorifics[-1:])]
        owner = next((owners[form] for form in forms if form in owners), number)
        if owner != number and owner in kept:
            host = kept[owner].called((one.name,))
            kept[owner] = replace(host, mentions=(*host.mentions, *kept.pop(number).mentions))
    return list(kept.values())
