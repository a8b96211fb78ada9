"""Everybody in the document who can speak, and which phrase means whom."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from humas_nlp.document import Speaker
from humas_nlp.lexicon import word_class
from humas_nlp.lexicon.name_words import is_acronym
from humas_nlp.mentions.institutions.acronyms import acronyms
from humas_nlp.mentions.institutions.finder import is_institution
from humas_nlp.mentions.institutions.registry import long_names
from humas_nlp.mentions.mention import Mention as Stretch
from humas_nlp.mentions.offices.office import abbreviates
from humas_nlp.mentions.places.gazetteer import places
from humas_nlp.people.aliases import NICKNAMED
from humas_nlp.people.finder import Mention, PeopleReading
from humas_nlp.quotes.words import (
    COLLECTIVES,
    DETERMINERS,
    DOCUMENTS,
    HUMAN_NOUNS,
    TEAM_MEMBERS,
    UNNAMED_HEADS,
)

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
_INTRODUCING = re.compile(
    r"(?:(?:sebuah |dalam )?(?:keterangan|pernyataan|laporan|data|rilis|siaran pers|catatan)"
    r"(?: resmi| tertulis| pers)? |(?:sambutan|arahan|paparan|pidato) |[Pp]ihak (?=[A-Z]))(?=\w)"
)
_TELLING = re.compile(r"(?:,? yang (?!juga\b).*|,? (?:pada )?tahun \d{4}.*)$", re.DOTALL)
# Beginnings of short forms of offices: Menhub, Wamen, Kadis, Sekda, Dirjen, Pangdam.
_SHORT_OFFICE = re.compile(
    r"(?:men|wa[bgkmpw]|ka|se[ksr]|dir|di[nk]|dan|pang|stafsus|irjen|as|gub|jub)"
)
# Other words for an office.
PARAPHRASES = {"kepala negara": "Presiden", "kepala pemerintahan": "Presiden"}
NEAR = 12  # mentions looked back for somebody who could speak
GENDERED = frozenset({"pria", "perempuan", "wanita", "lelaki"})
_SKIP = word_class("empty_in_office")


@dataclass(slots=True, frozen=True)
class Reading:
    """What a phrase means.

    Attributes:
        speaker: Who it is; None where it cannot speak.
        how: Id of the way it was read: "name", "office", "description", "organisation",
            "unnamed".
    """

    speaker: Speaker | None
    how: str


class Cast:
    """The people and institutions of one document.

    Args:
        text: The whole text.
        reading: What the people room found.
        institutions: Names of institutions in the text, from its list of mentions.
    """

    def __init__(
        self, text: str, reading: PeopleReading, institutions: Iterable[Stretch] = ()
    ) -> None:
        """Index mentions, short forms and offices."""
        self.text = text
        self.reading = reading
        self._starts = [m.start for m in reading.mentions]
        self._ends = [m.end for m in reading.mentions]
        self._small = {
            part.lower(): i
            for i, p in reversed(list(enumerate(reading.people)))
            for part in p.name.split()
        }
        self.long_forms = acronyms(text)
        self._short = {s.lower(): long.lower().split() for s, long in self.long_forms.items()}
        self._bodies = frozenset(" ".join(m.text(text).split()) for m in institutions)
        self._held = [
            (index, office, self._content(f"{office.role} {office.affiliation or ''}"))
            for index, office in reading.offices
        ]

    def person(self, index: int) -> Speaker:
        """Return the speaker that is person number `index`."""
        p = self.reading.people[index]
        return Speaker("person", p.name, p.id, p.role, p.affiliation)

    def mentioned(self, start: int, end: int) -> Mention | None:
        """Return the mention whose name overlaps a range, the first of several."""
        at = bisect_right(self._ends, start)
        if at < len(self._ends) and self.reading.mentions[at].start < end:
            return self.reading.mentions[at]
        return None

    def last_before(self, position: int) -> Speaker | None:
        """Return the last person named before a place, one with an office first."""
        at = bisect_left(self._starts, position)
        near = self.reading.mentions[max(0, at - NEAR) : at]
        if not near:
            return None
        best = next((m for m in reversed(near) if m.introduced), near[-1])
        return self.person(best.person)

    def read(self, start: int, end: int, current: Speaker | None) -> Reading:
        """Read a source phrase.

        Args:
            start: First code point of the phrase.
            end: One past its last code point.
            current: The running speaker, for "politikus itu".
        """
        mention = self.mentioned(start, end)
        phrase = " ".join(self.text[start:end].split()).strip(' ,.-–"“”')
        words = _WORD.findall(phrase)
        if len(words) > 1 and words[0].lower() == "sang":  # "sang perdana menteri" is a known one
            words = [*words[1:], "itu"]
            phrase = " ".join(words)
        definite = bool(words) and words[-1].lower() in DETERMINERS | {"sendiri"}
        if words and definite and NICKNAMED & set(words):
            return self._nicknamed(words, mention, current, start)
        if mention and definite and start < mention.left and mention.right < end:
            # "putra sulung Presiden X itu": the person named in it is another one
            found = self._described(words, current)
            if found:
                return Reading(found, "description")
        if mention:
            return Reading(self.person(mention.person), "name")
        phrase = _trimmed(phrase)
        words = _WORD.findall(phrase)
        if not words:
            return Reading(None, "none")
        holder = self.holder(" ".join(words[:-1]) if definite else phrase, start)
        if holder is not None:
            return Reading(self.person(holder), "office")
        if definite:
            found = self._described(words, current)
            if found:
                return Reading(found, "description")
        if len(words) == 1 and words[0].islower() and words[0] in self._small:
            return Reading(self.person(self._small[words[0]]), "name")  # "kata heru"
        if len(words) == 1 and words[0] in GENDERED and current is not None:
            return Reading(current, "description")  # "ujar pria yang juga …": who spoke before
        return self._other(phrase, words)

    def _nicknamed(
        self, words: list[str], mention: Mention | None, current: Speaker | None, start: int
    ) -> Reading:
        """Read "sosok yang akrab disapa Bang HD itu": the nickname is that of who speaks."""
        person = mention.person if mention else self._by_initials(words[-2])
        if person is None:
            person = self.holder(words[0], start)  # "Bupati yang akrab disapa Bu Ning itu"
        return Reading(current if person is None else self.person(person), "description")

    def holder(self, phrase: str, position: int) -> int | None:
        """Return the person who holds an office: "Kepala Bappeda", "Menhub", "Wamen"."""
        wanted = self._content(PARAPHRASES.get(phrase.lower(), phrase))
        if not wanted:
            return None
        best: tuple[int, int, int] | None = None
        for index, office, full in self._held:
            grade = _grade(wanted, full, office.short, phrase) if full else 0
            # of equals the holder named last before the phrase
            rank = (grade, office.start < position, -abs(position - office.start))
            if grade and (best is None or rank > best):
                best, found = rank, index
        return found if best else None

    def _content(self, phrase: str) -> list[str]:
        """Return the words of an office in small letters, short forms of regions spelled out."""
        words: list[str] = []
        for word in (w.lower().strip(".") for w in _WORD.findall(phrase)):
            if word in _SKIP:
                continue
            place = places().get(word)
            if word in self._short and len(word) > 2:
                words.extend(w for w in self._short[word] if w not in _SKIP)
            elif place and place.kind == "province" and place.name.lower() != word:
                words.extend(place.name.lower().split())
            else:
                long = long_names().get(word)  # "Kepala BRIN"
                known = long.lower().split() if long else [word]
                words.extend({"walikota": ["wali", "kota"]}.get(word, known))
        return words

    def _described(self, words: list[str], current: Speaker | None) -> Speaker | None:
        """Read "pedagang cendol itu", "putra sulung Presiden itu": a person already on stage."""
        head = words[0].lower()
        if is_institution(" ".join(words[:-1])):
            return None
        if (
            head in HUMAN_NOUNS
            or head in word_class("occupation")
            or words[0] in word_class("office_head")
        ):
            for index, _, role in self._held:
                if head in role and set(self._content(" ".join(words[1:-1]))) <= set(role):
                    return self.person(index)
            return current
        return None

    def _other(self, phrase: str, words: list[str]) -> Reading:
        """Read a phrase that names nobody known: an institution, a group, an office."""
        head = words[0]
        low = head.lower()
        if low == "pihak" and is_institution(phrase[6:]):
            phrase = phrase[6:]
        initials = self._by_initials(phrase)
        if initials is not None:
            return Reading(self.person(initials), "name")
        if is_institution(phrase) or is_acronym(head) or self._is_body(words):
            name = self._full_body(self.long_forms.get(phrase, phrase))
            return Reading(Speaker("organisation", name), "organisation")
        if low in UNNAMED_HEADS | COLLECTIVES | word_class("occupation") or head in word_class(
            "office_head"
        ):
            return Reading(Speaker("unnamed", phrase), "unnamed")
        return Reading(None, "none")

    def _full_body(self, name: str) -> str:
        """Return the one longer name of the text that begins with a name: "Pemprov DKI Jakarta"."""
        longer = {body for body in self._bodies if body.startswith(f"{name} ")}
        return longer.pop() if len(longer) == 1 else name

    def _by_initials(self, phrase: str) -> int | None:
        """Return the one person whose initials a phrase is: "HD" of "Herman Deru"."""
        if not phrase.isupper() or phrase in self.long_forms or not 2 <= len(phrase) <= 4:
            return None
        names = [p.name.split() for p in self.reading.people]
        found = [i for i, name in enumerate(names) if "".join(w[0] for w in name) == phrase]
        return found[0] if len(found) == 1 else None

    def _is_body(self, words: list[str]) -> bool:
        """Say whether common words name a body: "otoritas lokal", "kantor kepresidenan X"."""
        low = words[0].lower()
        people = len(words) > 1 and words[1].lower() in HUMAN_NOUNS | TEAM_MEMBERS
        return low in COLLECTIVES and not people

    def is_name(self, phrase: str) -> bool:
        """Say whether an unknown phrase is a proper name: all its words begin with capitals.

        A single word has to stand inside a sentence too, where no other word has a capital.
        """
        words = phrase.split()
        if not all(w[:1].isupper() for w in words) or words[0].lower() in DOCUMENTS:
            return False
        if len(words) > 1:
            return len(words) <= 5
        return bool(re.search(rf"[a-z,] {re.escape(phrase)}\b", self.text))

    def fallback(self, phrase: str) -> Reading:
        """Read a phrase that stands where only a source can stand, after a cue."""
        phrase = _trimmed(phrase).rstrip(" .")
        if phrase[:1].isupper() and len(phrase.split()) <= 6:
            return Reading(Speaker("organisation", phrase), "organisation")
        return Reading(Speaker("unnamed", phrase), "unnamed")


def _trimmed(phrase: str) -> str:
    """Return a source phrase without what introduces it and what tells more about it.

    "pernyataan resmi Formula E", "data BPS tahun 2017", "pihak KPK yang …".
    """
    phrase = _INTRODUCING.sub("", phrase)
    return _TELLING.sub("", phrase)


def _grade(wanted: Sequence[str], full: list[str], short: Sequence[str], phrase: str) -> int:
    """Grade how well a phrase fits an office: 0 not at all, 4 the same."""
    if wanted == full:
        return 4
    if any(phrase.casefold() == s.casefold() for s in short):
        return 4
    if wanted[0] == full[0] and set(wanted) <= set(full):
        return 3
    if wanted[0] == full[0] and set(full) <= set(wanted):
        return 2 if len(full) > 1 else 1
    if len(wanted) <= 2 and _SHORT_OFFICE.match(wanted[0]) and abbreviates(wanted[0], full):
        return 2
    if len(full) <= 2 and abbreviates(full[0], list(wanted)):
        return 2
    return 0
