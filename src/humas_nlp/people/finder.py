"""People of a document: names gathered, merged into persons, and every mention found."""

from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from typing import Any, Self

from humas_nlp.document import Person, Span
from humas_nlp.lexicon.name_words import name_weight
from humas_nlp.lexicon.titles import public_nicknames
from humas_nlp.mentions.institutions.finder import is_institution
from humas_nlp.mentions.names.evidence import ROOTS, is_blocked, verb_follows
from humas_nlp.mentions.names.finder import ACCEPT, find_names
from humas_nlp.mentions.names.recognised import Recognised, with_evidence
from humas_nlp.mentions.names.span import NameSpan
from humas_nlp.mentions.offices.office import Office, compatible, main_office
from humas_nlp.mentions.offices.territories import territories
from humas_nlp.mentions.tokens import Token, read_tokens
from humas_nlp.people.aliases import (
    Alias,
    bracketed,
    first_word,
    is_cut,
    nicknames,
    same_person,
)

LONGEST_INITIALS = 4  # letters
COMMON = -2.5  # weight of a word that is hardly ever a part of a name


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
        if first_word(self.name) == first_word(span.parts) or not (span.offices and self.offices):
            return True
        return any(compatible(a, b) for a in span.offices for b in self.offices)

    def add(self, span: NameSpan) -> None:
        """Take a mention in; the longest form becomes the name."""
        self.spans.append(span)
        insort(self.starts, span.start)
        self.offices.extend(span.offices)
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
            tuple((index, Office.from_row(row)) for index, *row in data["offices"]),
        )


def find_people(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    recognised: Sequence[Recognised] | None = None,
) -> PeopleReading:
    """Find the named people of a document.

    Args:
        text: The whole text.
        paragraphs: Ranges of the body's paragraphs in reading order.
        recognised: Names that a trained recogniser found in the text, in reading order; None
            where there is none.

    Returns:
        Persons, their mentions and their offices.
    """
    rows = [read_tokens(text, start, end) for start, end in paragraphs]
    if recognised is not None:
        rows = with_evidence(rows, recognised)
    named = [find_names(text, tokens) for tokens in rows]
    accepted = _accepted([span for spans in named for span in spans])
    _complete(rows, named, accepted)
    aliases = [alias for tokens in rows for alias in (*nicknames(tokens), *bracketed(tokens))]
    drafts = _merge(accepted, aliases)
    _name_initials(rows, drafts)
    mentions = _mentions(rows, drafts)
    return _reading(text, drafts, mentions, territories(text, rows))


def _accepted(spans: list[NameSpan]) -> list[NameSpan]:
    """Return the sure names, and weaker ones that repeat a sure one's words.

    A name that stands twice without support is as good as one with some: each further
    occurrence adds half its own score, of a single word where it speaks the whole.
    """
    denied = {s.parts for s in spans if s.bracketed}  # "(Sestama)"
    spans = [s for s in spans if s.parts not in denied or s.honorifics]
    total: dict[tuple[str, ...], float] = {}
    for span in spans:
        if span.score > 0 and len(span.parts) > 1:
            total[span.parts] = total.get(span.parts, 0.0) + span.score / 2
        elif span.score > 0 and span.speaks and not is_institution(span.parts[0]):
            total[span.parts] = total.get(span.parts, 0.0) + span.score
    sure = {s.parts[0] for s in spans if s.score >= ACCEPT and len(s.parts) == 1}
    accepted = [
        span
        for span in spans
        if span.score >= ACCEPT
        or (span.score > 0 and total.get(span.parts, 0.0) >= ACCEPT)
        or (len(span.parts) > 1 and span.score > -1 and sure & set(span.parts))
        or (len(span.parts) > 1 and span.score > 0 and _has_short(span.parts, sure))
    ]
    known = {s.parts for s in accepted if s.score >= ACCEPT and len(s.parts) > 1}
    for span in accepted:
        while len(span.parts) > 2 and span.parts[1:] in known and name_weight(span.parts[0]) <= 0.3:
            span.drop_first()  # "Kalo Erick Thohir" at the start of a sentence
    return accepted


def _has_short(parts: tuple[str, ...], sure: set[str]) -> bool:
    """Say whether a sure single word is a part of a name cut short: "Luqman" of "Luqmanul C."."""
    return any(is_cut(word, short) for word in parts for short in sure)


def _complete(
    rows: list[list[Token]], named: list[list[NameSpan]], accepted: list[NameSpan]
) -> None:
    """Give longer names the first word that stands alone elsewhere: "Janur" of "Janur Asri"."""
    singles = {s.parts[0] for s in accepted if len(s.parts) == 1}
    sure = {id(s) for s in accepted}
    for tokens, spans in zip(rows, named, strict=True):
        for span in spans:
            before = tokens[span.first - 1] if span.first else None
            if id(span) not in sure or before is None or before.text not in singles:
                continue
            if span.start == before.end + 1 and not before.head and not before.honorific:
                span.take_first(before)


def _merge(spans: list[NameSpan], aliases: list[Alias]) -> list[Draft]:
    """Join mentions into persons: full names first, then the parts that fit one of them."""
    drafts: list[Draft] = []
    by_word: dict[str, list[Draft]] = {}
    for span in sorted(spans, key=lambda s: (-len(s.parts), s.start)):
        words = {w.casefold() for w in span.parts}
        if len(span.parts) == 1:  # a misspelt or shortened part has none of the name's words
            words |= {_stem_key(span.parts[0]), f"…{span.parts[0][-3:].casefold()}"}
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
            tails = {f"…{word[-3:].casefold()}" for word in span.parts}
            for word in {*words, *map(_stem_key, span.parts), *tails}:
                by_word.setdefault(word, []).append(draft)
    _name_aliases(drafts, aliases)
    drafts = _absorb(drafts)
    for draft in drafts:
        draft.spans.sort(key=lambda s: s.start)
    return sorted(drafts, key=lambda d: d.spans[0].start)


def _stem_key(word: str) -> str:
    return f"{word[:2].casefold()}…"


def _name_aliases(drafts: list[Draft], aliases: list[Alias]) -> None:
    """Give each person the nicknames that the text or the public has for him."""
    places = sorted(((s.start, s.right, d) for d in drafts for s in d.spans), key=lambda p: p[:2])
    starts = [p[0] for p in places]
    for alias in aliases:
        at = bisect_right(starts, alias.of) - 1
        if at >= 0 and alias.of < places[at][1]:
            places[at][2].aliases.add(alias.parts)
        elif alias.word:
            owner = next((d for d in drafts if alias.word in d.name), None)
            if owner is not None:
                owner.aliases.add(alias.parts)
    for draft in drafts:
        for nickname, names in public_nicknames().items():
            if draft.name in names:
                draft.aliases.add(nickname)


def _name_initials(rows: list[list[Token]], drafts: list[Draft]) -> None:
    """Give a person his initials as an alias where they speak: "Herman Deru", "HD mengakui"."""
    spoken = {
        token.text
        for tokens in rows
        for i, token in enumerate(tokens)
        if token.text.isupper() and 1 < len(token.text) <= LONGEST_INITIALS and _speaks(tokens, i)
    }
    taken = {word for draft in drafts for name in (draft.name, *draft.aliases) for word in name}
    for short in spoken - taken:
        owners = [d for d in drafts if "".join(w[0] for w in d.name) == short]
        if len(owners) == 1:
            owners[0].aliases.add((short,))


def _absorb(drafts: list[Draft]) -> list[Draft]:
    """Join a person whose name is another one's alias to that one."""
    kept: list[Draft] = []
    owners = {alias: d for d in drafts for alias in d.aliases}
    for draft in drafts:
        forms = [draft.name, *((h, *draft.name) for s in draft.spans for h in s.honorifics[-1:])]
        owner = next((owners[form] for form in forms if form in owners), None)
        if owner is None or owner is draft:
            kept.append(draft)
        else:
            owner.aliases.add(draft.name)
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
    for office in span.offices:
        left, right = min(left, office.start), max(right, office.end)
    return Mention(span.start, span.end, left, right, index, bool(span.offices))


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
    own = size == 1 and (
        drafts[best].name == (token.text,) or (token.text,) in drafts[best].aliases
    )
    if size == 1 and token.weight < COMMON and not (own or _speaks(tokens, i)):
        return -1, 0  # a common word that happens to be part of a name
    if size == 1 and i + 1 < len(tokens) and tokens[i + 1].capital and tokens[i + 1].weight > 0.5:
        return -1, 0  # someone else's longer name that was not accepted
    return best, size


def _speaks(tokens: list[Token], i: int) -> bool:
    """Say whether the word at `i` stands where a speaker does: "Sita menyarankan", "kata Sita"."""
    return verb_follows(tokens, i) or (i > 0 and tokens[i - 1].text.lower() in ROOTS)


def _reading(
    text: str, drafts: list[Draft], mentions: list[Mention], regional: dict[str, str]
) -> PeopleReading:
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
                role=regional.get(office.role, office.role) or None if office else None,
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
