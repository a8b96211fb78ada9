"""Names of institutions in running text."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from humas_nlp.document import Entity
from humas_nlp.lexicon import word_class
from humas_nlp.mentions.gapped_words import Words
from humas_nlp.mentions.institutions.acronyms import explanations
from humas_nlp.mentions.institutions.grammar import HEAD_KINDS, grammar, is_capitals
from humas_nlp.mentions.institutions.name_grammar import name_at
from humas_nlp.mentions.phrases import Phrases, read_toml
from humas_nlp.mentions.places.gazetteer import region_at

# Heads that speak without a name: "Pemerintah menegaskan …", "Kementerian mencatat …".
_SPEAKING_HEADS = word_class("speaking_institution")
_PLACE_PREPOSITIONS = frozenset({"dari", "di", "ke"})
_FOREIGN_REACH = 4
# Indonesian words before a foreign name that are no part of it.
_NO_FOREIGN = word_class("before_foreign_name")


def find_institutions(text: str, start: int = 0, end: int | None = None) -> list[Entity]:
    """Find the names of institutions in a range of a text.

    A short form that the text explains anywhere ("Long Name (SHORT)") is known in the whole text.
    Offices and persons are no institutions: of "Kepala Dinas Kesehatan" the name is "Dinas
    Kesehatan", "Menteri Kesehatan" has none.

    Args:
        text: The whole text.
        start: First code point of the range.
        end: One past its last code point; None for the end of the text.

    Returns:
        Entities labelled ORG in reading order, not overlapping.

    Example:
        >>> [e.text for e in find_institutions("Kepala Dinas Pertanian dan Pangan Kota Batu")]
        ['Dinas Pertanian dan Pangan Kota Batu']
    """
    return institutions_in(Words(text, start, end), explained(text))


@lru_cache(maxsize=4)
def institutions_of(text: str) -> tuple[Entity, ...]:
    """Return the institutions of a whole text, looked for once for all who ask.

    Offices, people and the list of mentions ask for the same text one after another; a few texts
    are remembered, so that worker threads do not push one another's out.

    Args:
        text: The whole text.
    """
    return tuple(find_institutions(text))


def institutions_between(text: str, start: int, end: int) -> tuple[Entity, ...]:
    """Return the institutions of a whole text that lie in a range.

    Args:
        text: The whole text.
        start: First code point of the range.
        end: One past its last code point.
    """
    found = institutions_of(text)
    first = bisect_left(found, start, key=lambda entity: entity.start)
    inside = []
    for entity in found[first:]:
        if entity.end > end:
            break
        inside.append(entity)
    return tuple(inside)


@dataclass(frozen=True, slots=True)
class Explained:
    """Short forms that a text explains.

    Attributes:
        institutions: Those that stand for an institution.
        others: Those that stand for something else, whatever they mean elsewhere.
        long_forms: Long forms of the institutions, by short form.
    """

    institutions: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    long_forms: Mapping[str, str] = field(default_factory=dict)


@lru_cache(maxsize=4)
def explained(text: str) -> Explained:
    """Return the short forms that a text explains, by what they stand for."""
    forms, common = explanations(text)
    bodies, others = set(), set(common)
    terms, generic = grammar().terms, grammar().generic
    for short, long in forms.items():
        words = Words(long)
        if words.folds[0] in terms or generic.at(words, 0) is not None:
            others.add(short)
        elif is_institution(long):
            bodies.add(short)
    long_forms = {short: forms[short] for short in bodies}
    return Explained(frozenset(bodies), frozenset(others), long_forms)


def institutions_in(words: Words, shorts: Explained = Explained()) -> list[Entity]:
    """Find the names of institutions among words that are already cut.

    Args:
        words: The words of a range.
        shorts: Short forms that the text explains.

    Returns:
        Entities labelled ORG in reading order, not overlapping.
    """
    found: list[Entity] = []
    index = taken = 0
    lower_first = grammar().lower_first
    explained_names = Phrases.of(shorts.long_forms.values())
    while index < len(words):
        if not (words.capital[index] or words.folds[index] in lower_first):
            index += 1
            continue
        first, stop = _institution(words, index, taken, shorts)
        if stop is None:
            index += 1
            continue
        # What a short form in brackets spells is the whole name: "Badan Riset Bahari (BRB)".
        whole = explained_names.at(words, first)
        if whole is not None and whole[0] > stop:
            stop = whole[0]
        if not _is_site(words, first):
            start, end = words.starts[first], words.ends[stop - 1]
            if words.text[end : end + 1] == ")" and "(" in words.text[start:end]:
                end += 1
            found.append(Entity(start, end, words.text[start:end], "ORG"))
        index = taken = stop
    return found


def _institution(words: Words, index: int, taken: int, shorts: Explained) -> tuple[int, int | None]:
    """Read the name that starts, or in foreign order ends, at a word."""
    if shorts.others and words.word(index) in shorts.others:
        return index, None
    stop = name_at(words, index, shorts.institutions) or _after_office(words, index)
    if stop is None and words.folds[index] in grammar().last:
        return _foreign(words, index, taken)
    return index, stop


def _is_site(words: Words, first: int) -> bool:
    """Tell whether a name stands for a building: "di Kantor Bappeda", "Aula Dinas Sosial"."""
    if first == 0 or words.gap(first - 1) != "blank":
        return False
    before = words.folds[first - 1]
    if before in grammar().place_before:
        return True
    return words.folds[first] == "kantor" and before in _PLACE_PREPOSITIONS


def is_institution(phrase: str) -> bool:
    """Tell whether a noun phrase is headed by an institution.

    Args:
        phrase: A noun phrase: "Pemprov Sultra", "pihak KPK", "Pemerintah".

    Returns:
        True if the phrase begins with an institution's name, or is a bare head that speaks for
        itself ("Pemerintah"); False for offices, persons and groups ("pihak kepolisian").

    Example:
        >>> is_institution("Kementerian Kesehatan"), is_institution("Menteri Kesehatan")
        (True, False)
    """
    words = Words(phrase[:400])
    if not len(words):
        return False
    first = 1 if words.folds[0] == "pihak" and len(words) > 1 else 0
    if len(words) == first + 1 and words.folds[first] in _SPEAKING_HEADS:
        return True
    return name_at(words, first, frozenset(grammar().weak)) is not None


@cache
def institution_heads() -> frozenset[str]:
    """Return the head phrases of institution names in lower case: "dinas", "pemerintah kota"."""
    heads = read_toml("entities_institutions.toml")["heads"]
    return frozenset(head for kind in HEAD_KINDS for head in heads[kind])


def _after_office(words: Words, index: int) -> int | None:
    """Read an unknown acronym behind an office: "Kepala BKPPD", "Ketua LPPM Undana"."""
    if index == 0 or not is_capitals(words, index) or words.gap(index - 1) != "blank":
        return None
    lexicon = grammar()
    if words.folds[index - 1] not in lexicon.offices:
        return None
    # In a line of capitals every word looks like an acronym.
    if words.word(index - 1).isupper() or words.word(index) in lexicon.not_acronym:
        return None
    if region_at(words, index) is not None:
        return None
    return name_at(words, index, frozenset({words.word(index)}))


def _foreign(words: Words, last: int, taken: int) -> tuple[int, int | None]:
    """Read a name in foreign order back from its last word: "Tianjin Medical University".

    Args:
        words: The text's words.
        last: Number of the last word.
        taken: Number of the first word that no earlier name holds.

    Returns:
        Number of the first word, and of the word after the name or None.
    """
    lexicon = grammar()
    first = last
    while first - 1 >= taken and last - first < _FOREIGN_REACH:
        before = first - 1
        if words.gap(before) != "blank" or not words.capital[before]:
            break
        fold = words.folds[before]
        if fold in lexicon.stops or fold in lexicon.offices or fold in _NO_FOREIGN:
            break
        first = before
    if first == last or not words.capital[last]:
        return last, None
    return first, last + 1
