"""What a source phrase may mean: every reading that the grammar of names and offices allows.

The readings stand in the order in which rules would take them. They say what is possible, not who
speaks: `ranking.py` weighs them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Literal, NamedTuple

from humas_nlp.document import Speaker
from humas_nlp.lexicon import word_class
from humas_nlp.lexicon.name_words import is_acronym
from humas_nlp.mentions.institutions.finder import is_institution
from humas_nlp.people.aliases import NICKNAMED
from humas_nlp.quotes.candidates.candidate import SourcePhrase
from humas_nlp.quotes.speakers.antecedents import WORD, Antecedents
from humas_nlp.quotes.words import (
    COLLECTIVES,
    DETERMINERS,
    DOCUMENTS,
    HUMAN_NOUNS,
    TEAM_MEMBERS,
    UNNAMED_HEADS,
)

How = Literal["name", "office", "description", "organisation", "unnamed"]

_INTRODUCING = re.compile(
    r"(?:(?:sebuah |dalam )?(?:keterangan|pernyataan|laporan|data|rilis|siaran pers|catatan)"
    r"(?: resmi| tertulis| pers)? |(?:sambutan|arahan|paparan|pidato) |[Pp]ihak (?=[A-Z]))(?=\w)"
)
_TELLING = re.compile(r"(?:,? yang (?!juga\b).*|,? (?:pada )?tahun \d{4}.*)$", re.DOTALL)
_GENDERED = frozenset({"pria", "perempuan", "wanita", "lelaki"})
_HOLDERS = 3  # persons with a fitting office who are weighed
_LONGEST_NAME = 6  # words of an institution that nobody knows
_NAME_WORDS = 5  # words of an unknown proper name


class Reading(NamedTuple):
    """One thing that a source phrase may mean.

    Attributes:
        speaker: Who it would be; None where it is whoever has the floor.
        how: Way in which it is read.
        signs: What speaks for it: features of the ranking.
    """

    speaker: Speaker | None
    how: How
    signs: tuple[str, ...]


class PhraseReadings(NamedTuple):
    """All readings of a source.

    Attributes:
        readings: In the order in which rules would take them.
        known: Whether a rule reads the phrase; else all is guessed from its form.
        proper: Whether it is a proper name by its capitals.
        words: Number of words.
    """

    readings: tuple[Reading, ...]
    known: bool
    proper: bool
    words: int


NO_PHRASE = PhraseReadings((), known=False, proper=False, words=0)


def read_phrase(people: Antecedents, source: SourcePhrase) -> PhraseReadings:
    """Return what a source phrase may mean.

    Args:
        people: Who can speak in the document.
        source: The phrase; sources of other forms have no readings.
    """
    if source.form != "phrase":
        return NO_PHRASE
    raw = " ".join(people.text[source.start : source.end].split())
    phrase = raw.strip(' ,.-–"“”')
    words = WORD.findall(phrase)
    if len(words) > 1 and words[0].lower() == "sang":  # "sang perdana menteri" is a known one
        words = [*words[1:], "itu"]
        phrase = " ".join(words)
    definite = bool(words) and words[-1].lower() in DETERMINERS | {"sendiri"}
    readings = list(_of_persons(people, source, phrase, words, definite))
    named = people.mentioned(source.start, source.end) is not None
    phrase = _trimmed(phrase)
    words = WORD.findall(phrase)
    others = () if named or not words else tuple(_of_others(people, phrase, words))
    known = bool(readings or others)
    guesses = _guesses(raw)
    return PhraseReadings(
        _first_of_each([*readings, *others, *guesses]), known, _is_name(people, raw), len(words)
    )


def _first_of_each(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Return the first reading of each speaker."""
    found: dict[tuple[str, str] | None, Reading] = {}
    for reading in readings:
        speaker = reading.speaker
        key = (speaker.type, speaker.person or speaker.name) if speaker else None
        if key not in found:
            found[key] = reading
    return tuple(found.values())


def _of_persons(
    people: Antecedents, source: SourcePhrase, phrase: str, words: list[str], definite: bool
) -> Iterable[Reading]:
    """Yield the named persons that a phrase may mean, and whoever has the floor."""
    mention = people.mentioned(source.start, source.end)
    if definite and NICKNAMED & set(words):
        # "sosok yang akrab disapa Bang HD itu": the nickname is that of who speaks
        person = mention.person if mention else people.by_initials(words[-2])
        if person is None:  # "Bupati yang akrab disapa Bu Ning itu"
            person = next((i for i, _ in people.holders(words[0], source.start)), None)
        found = None if person is None else people.persons[person]
        yield Reading(found, "description", ("nicknamed",))
    if mention:
        if definite and source.start < mention.left and mention.right < source.end:
            # "putra sulung Presiden X itu": the person named in it is another one
            yield from _described(people, words)
        yield Reading(people.persons[mention.person], "name", ("named",))
        at = bisect_right(people.ends, source.start) + 1
        for later in people.mentions[at:]:
            if later.start >= source.end:
                break
            yield Reading(people.persons[later.person], "name", ("named_behind",))
        return
    phrase = _trimmed(phrase)
    words = WORD.findall(phrase)
    if not words:
        return
    office = " ".join(words[:-1]) if definite else phrase
    holders = people.holders(office, source.start)[:_HOLDERS]
    for place, (person, grade) in enumerate(holders):
        signs = ("office", f"grade={grade}", f"holder={place}")
        yield Reading(people.persons[person], "office", signs)
    if definite:
        yield from _described(people, words)
    if len(words) == 1 and words[0].islower() and words[0] in people.small:
        yield Reading(people.persons[people.small[words[0]]], "name", ("small_letters",))
    if len(words) == 1 and words[0] in _GENDERED:  # "ujar pria yang juga …": who spoke before
        yield Reading(None, "description", ("gendered",))
    initials = people.by_initials(phrase)
    if initials is not None:
        yield Reading(people.persons[initials], "name", ("initials",))


def _described(people: Antecedents, words: list[str]) -> Iterable[Reading]:
    """Read "pedagang cendol itu", "putra sulung Presiden itu": a person who is known already."""
    head = words[0].lower()
    human = head in HUMAN_NOUNS or head in word_class("occupation")
    if not (human or words[0] in word_class("office_head")):
        return
    if is_institution(" ".join(words[:-1])):
        return
    inner = set(people.office_words(" ".join(words[1:-1])))
    for held in people.held:
        if head in held.words and inner <= set(held.words):
            yield Reading(people.persons[held.person], "description", ("described",))
            break
    yield Reading(None, "description", ("definite",))


def _of_others(people: Antecedents, phrase: str, words: list[str]) -> Iterable[Reading]:
    """Yield an institution, a group or an office without a name that a phrase may mean."""
    head, low = words[0], words[0].lower()
    if low == "pihak" and is_institution(phrase[6:]):
        phrase = phrase[6:]
    institution, acronym = is_institution(phrase), is_acronym(head)
    if institution or acronym or _is_collective(words):
        sign = "institution" if institution else "acronym" if acronym else "collective"
        name = people.full_institution(phrase)
        yield Reading(Speaker("organisation", name), "organisation", ("organisation", sign))
    group = low in UNNAMED_HEADS or low in COLLECTIVES or low in word_class("occupation")
    if group or head in word_class("office_head"):
        sign = "human_head" if group else "office_head"
        yield Reading(Speaker("unnamed", phrase), "unnamed", ("unnamed", sign))


def _is_collective(words: list[str]) -> bool:
    """Say whether common words name a body: "otoritas lokal", "kantor kepresidenan X"."""
    people = len(words) > 1 and words[1].lower() in HUMAN_NOUNS | TEAM_MEMBERS
    return words[0].lower() in COLLECTIVES and not people


def _guesses(raw: str) -> Iterable[Reading]:
    """Yield what a phrase means by its form alone, after a cue where only a source can stand."""
    phrase = _trimmed(raw).rstrip(" .")
    organisation = Reading(
        Speaker("organisation", phrase), "organisation", ("organisation", "guessed")
    )
    unnamed = Reading(Speaker("unnamed", phrase), "unnamed", ("unnamed", "guessed"))
    if phrase[:1].isupper() and len(phrase.split()) <= _LONGEST_NAME:
        return (organisation, unnamed)
    return (unnamed,)


def _is_name(people: Antecedents, phrase: str) -> bool:
    """Say whether an unknown phrase is a proper name: all its words begin with capitals.

    A single word has to stand inside a sentence too, where no other word has a capital.
    """
    words = phrase.split()
    if not words or not all(w[:1].isupper() for w in words) or words[0].lower() in DOCUMENTS:
        return False
    if len(words) > 1:
        return len(words) <= _NAME_WORDS
    return bool(re.search(rf"[a-z,] {re.escape(phrase)}\b", people.text))


def _trimmed(phrase: str) -> str:
    """Return a source phrase without what introduces it and what tells more about it.

    "pernyataan resmi Formula E", "data BPS tahun 2017", "pihak KPK yang …".
    """
    return _TELLING.sub("", _INTRODUCING.sub("", phrase))
