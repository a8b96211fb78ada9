"""People of a document: names gathered, merged into persons, and every mention found."""

from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from typing import Any, Self

from humas_nlp.document import Person, Span
from humas_nlp.people.aliases import Alias, bracketed, first_word, nicknames, same_person
from humas_nlp.people.lexicon import public_nicknames
from humas_nlp.people.names import ACCEPT, NameSpan, find_names, is_blocked
from humas_nlp.people.offices import Office, compatible
from humas_nlp.people.tokens import Token, read_tokens
from humas_nlp.people.words import name_weight


@dataclass(slots=True, frozen=True)
class Mention:
    """A place where the text names a person.

    Attributes:
        start: First code point of the name.
        end: One past its last code point.
        left: First code point with forms of address and the office before it.
        right: One past the last code point with degrees and the office after it.
        person: Index of the person.
        introduced: Whether an office stands beside the name.
    """

    start: int
    end: int
    left: int
    right: int
    person: int
    introduced: bool


@dataclass(slots=True)
class Draft:
    """A person while the document is read."""

    name: tuple[str, ...]
    spans: list[NameSpan] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    aliases: set[tuple[str, ...]] = field(default_factory=set)
    starts: list[int] = field(default_factory=list)

    def distance(self, position: int) -> int:
        """Return how far before a place the person is named; a later name counts as far."""
        at = bisect_right(self.starts, position)
        return position - self.starts[at - 1] if at else 10**6 + self.starts[0]

    def fits(self, span: NameSpan) -> bool:
        """Say whether a mention may be of this person.

        A last part with an unlike office of its own is another person: "Wali Kota Alfin" beside
        "Ketua TP PKK Sri Kartini Alfin".
        """
        if not same_person(self.name, span.parts):
            return False
        if first_word(self.name) == first_word(span.parts) or not (span.office and self.offices):
            return True
        role = span.office.role
        return any(compatible(role, office.role) for office in self.offices)

    def add(self, span: NameSpan) -> None:
        """Take a mention in; the longest form becomes the name."""
        self.spans.append(span)
        insort(self.starts, span.start)
        if span.office:
            self.offices.append(span.office)
        if len(span.parts) > len(self.name):
            self.name = span.parts


@dataclass(slots=True, frozen=True)
class PeopleReading:
    """What the people room hands to the quotes room.

    Attributes:
        people: The persons in order of first mention.
        mentions: Every mention in reading order.
        offices: Every office phrase of each person: ``(person index, Office)``.
    """

    people: tuple[Person, ...]
    mentions: tuple[Mention, ...]
    offices: tuple[tuple[int, Office], ...]

    def to_dict(self) -> dict[str, Any]:
        """Return mentions and offices as plain lists; the people have a JSON form of their own."""
        return {
            "mentions": [list(astuple(m)) for m in self.mentions],
            "offices": [[index, *astuple(office)] for index, office in self.offices],
        }

    @classmethod
    def from_dict(cls, people: Sequence[Mapping[str, Any]], data: Mapping[str, Any]) -> Self:
        """Read what `to_dict` gives beside the JSON form of the people."""
        return cls(
            tuple(Person.from_dict(p) for p in people),
            tuple(Mention(*row) for row in data["mentions"]),
            tuple(
                (i, Office(a, b, role, place, tuple(short)))
                for i, a, b, role, place, short in data["offices"]
            ),
        )


def find_people(text: str, paragraphs: Sequence[tuple[int, int]]) -> PeopleReading:
    """Find the named people of a document.

    Args:
        text: The whole text.
        paragraphs: Ranges of the body's paragraphs in reading order.

    Returns:
        Persons, their mentions and their offices.
    """
    rows = [read_tokens(text, start, end) for start, end in paragraphs]
    spans = [span for tokens in rows for span in find_names(text, tokens)]
    aliases = [alias for tokens in rows for alias in (*nicknames(tokens), *bracketed(tokens))]
    drafts = _merge(_accepted(spans), aliases)
    mentions = _mentions(rows, drafts)
    return _reading(text, drafts, mentions)


def _accepted(spans: list[NameSpan]) -> list[NameSpan]:
    """Return the sure names, and weaker ones that repeat a sure one's words.

    A name that stands twice without support is as good as one with some: each further
    occurrence adds half its own score.
    """
    total: dict[tuple[str, ...], float] = {}
    for span in spans:
        if span.score > 0:
            total[span.parts] = total.get(span.parts, 0.0) + span.score / 2
    sure = {s.parts[0] for s in spans if s.score >= ACCEPT and len(s.parts) == 1}
    accepted = [
        span
        for span in spans
        if span.score >= ACCEPT
        or (len(span.parts) > 1 and span.score > 0 and total[span.parts] >= ACCEPT)
        or (len(span.parts) > 1 and span.score > -1 and sure & set(span.parts))
    ]
    known = {s.parts for s in accepted if s.score >= ACCEPT and len(s.parts) > 1}
    for span in accepted:
        while len(span.parts) > 2 and span.parts[1:] in known and name_weight(span.parts[0]) <= 0.3:
            span.drop_first()  # "Kalo Erick Thohir" at the start of a sentence
    return accepted


def _merge(spans: list[NameSpan], aliases: list[Alias]) -> list[Draft]:
    """Join mentions into persons: full names first, then the parts that fit one of them."""
    drafts: list[Draft] = []
    by_word: dict[str, list[Draft]] = {}
    for span in sorted(spans, key=lambda s: (-len(s.parts), s.start)):
        words = {w.casefold() for w in span.parts}
        near = {id(d): d for w in words for d in by_word.get(w, ())}
        fitting = [d for d in near.values() if d.fits(span)]
        if len(fitting) > 1:  # the nearest name before this mention
            fitting.sort(key=lambda d: d.distance(span.start))
        if fitting:
            fitting[0].add(span)
        else:
            draft = Draft(span.parts)
            draft.add(span)
            drafts.append(draft)
            for word in words:
                by_word.setdefault(word, []).append(draft)
    _name_aliases(drafts, aliases)
    drafts = _absorb(drafts)
    for draft in drafts:
        draft.spans.sort(key=lambda s: s.start)
    return sorted(drafts, key=lambda d: d.spans[0].start)


def _name_aliases(drafts: list[Draft], aliases: list[Alias]) -> None:
    """Give each person the nicknames that the text or the public has for him."""
    places = sorted(((s.start, s.right, d) for d in drafts for s in d.spans), key=lambda p: p[:2])
    starts = [p[0] for p in places]
    for alias in aliases:
        at = bisect_right(starts, alias.of) - 1
        if at >= 0 and alias.of < places[at][1]:
            places[at][2].aliases.add(alias.parts)
    for draft in drafts:
        for nickname, names in public_nicknames().items():
            if draft.name in names:
                draft.aliases.add(nickname)


def _absorb(drafts: list[Draft]) -> list[Draft]:
    """Join a person whose name is another one's alias to that one."""
    kept: list[Draft] = []
    owners = {alias: d for d in drafts for alias in d.aliases}
    for draft in drafts:
        owner = owners.get(draft.name)
        if owner is None or owner is draft:
            kept.append(draft)
        else:
            owner.spans.extend(draft.spans)
            owner.offices.extend(draft.offices)
    return kept


def _mentions(rows: list[list[Token]], drafts: list[Draft]) -> list[Mention]:
    """Find every occurrence of every name, part and alias."""
    owners: dict[str, list[int]] = {}
    for index, draft in enumerate(drafts):
        for word in {*draft.name, *(w for a in draft.aliases for w in a)}:
            if len(word) > 1 and not word.endswith("."):
                owners.setdefault(word, []).append(index)
    claimed = {s.start: (index, s) for index, d in enumerate(drafts) for s in d.spans}
    found: list[Mention] = []
    last_seen: dict[int, int] = {}
    for tokens in rows:
        i = 0
        while i < len(tokens):
            token = tokens[i]
            if token.start in claimed:
                index, span = claimed[token.start]
                found.append(_of_span(span, index))
                last_seen[index] = token.start
                i += max(1, span.last - span.first + 1)
                continue
            index, size = _partial(tokens, i, owners, drafts, last_seen)
            if size:
                end = tokens[i + size - 1].end
                found.append(Mention(token.start, end, token.start, end, index, False))
                last_seen[index] = token.start
            i += max(1, size)
    return found


def _of_span(span: NameSpan, index: int) -> Mention:
    left, right = span.left, span.right
    if span.office:
        left, right = min(left, span.office.start), max(right, span.office.end)
    return Mention(span.start, span.end, left, right, index, span.office is not None)


def _partial(
    tokens: list[Token],
    i: int,
    owners: dict[str, list[int]],
    drafts: list[Draft],
    last_seen: dict[int, int],
) -> tuple[int, int]:
    """Return the person named by the tokens from `i` on and how many tokens name them."""
    token = tokens[i]
    candidates = owners.get(token.text)
    if not candidates or (i and is_blocked(tokens, i)) or token.honorific:
        return -1, 0
    best, size = -1, 0
    # a first name before a last name; of two people with one name the one mentioned last
    for index in sorted(
        candidates, key=lambda c: (drafts[c].name[0] != token.text, -last_seen.get(c, -1))
    ):
        words = {*drafts[index].name, *(w for a in drafts[index].aliases for w in a)}
        n = 1
        while i + n < len(tokens) and tokens[i + n].text in words:
            n += 1
        if n > size:
            best, size = index, n
    if size == 1 and token.weight < -2.5 and (token.text,) not in drafts[best].aliases:
        return -1, 0  # a common word that happens to be part of a name
    if size == 1 and i + 1 < len(tokens) and tokens[i + 1].capital and tokens[i + 1].weight > 0.5:
        return -1, 0  # someone else's longer name that was not accepted
    return best, size


def _reading(text: str, drafts: list[Draft], mentions: list[Mention]) -> PeopleReading:
    people = []
    placed: list[list[Span]] = [[] for _ in drafts]
    for m in mentions:
        placed[m.person].append(Span.of(text, m.start, m.end))
    for number, draft in enumerate(drafts):
        office = main_office(draft.offices)
        counts = Counter(s.parts for s in draft.spans)
        longest = max(draft.spans, key=lambda s: (len(s.parts), counts[s.parts], -s.start))
        people.append(
            Person(
                id=f"P{number + 1}",
                name=" ".join(text[longest.start : longest.end].split()),
                role=office.role if office else None,
                affiliation=office.affiliation if office else None,
                honorifics=_unique(h for s in draft.spans for h in s.honorifics),
                degrees=_unique(d for s in draft.spans for d in s.degrees),
                mentions=tuple(placed[number]),
            )
        )
    held = tuple((i, office) for i, draft in enumerate(drafts) for office in draft.offices)
    return PeopleReading(tuple(people), tuple(mentions), held)


def _unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def main_office(offices: Sequence[Office]) -> Office | None:
    """Return the office in its longest form, the first of equals."""
    if not offices:
        return None
    return max(offices, key=lambda o: len(o.role.split()) + len((o.affiliation or "").split()))
