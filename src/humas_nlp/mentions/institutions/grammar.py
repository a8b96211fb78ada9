"""The lexicon of institution names: heads, words that go on or end a name, acronyms."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from humas_nlp.lexicon import word_class
from humas_nlp.mentions.gapped_words import Words
from humas_nlp.mentions.institutions.registry import full_names, institutions
from humas_nlp.mentions.phrases import Phrases, read_lines, read_toml

HeadKind = Literal["body", "unit", "government", "free", "company", "school", "needs_parent"]
HEAD_KINDS: tuple[HeadKind, ...] = get_args(HeadKind)

_NUMERAL = re.compile(r"(?:[IVX]{1,5}|\d{1,4})")
# Nouns of field: ke-…-an ("kesehatan"), pe(N)-…-an, per-…-an ("perhubungan"). The minimum length
# keeps names such as "Keyan" out.
_DERIVED = re.compile(r"(?:ke|pe)[a-z]{4,}an")
# Short forms of ministries and regional offices that follow a pattern: "Kemendes".
_PATTERNED = re.compile(
    r"Kem(?:en|dik|rist|kom|hum|haj)[a-z]{2,}|Dis(?:dik|kom|per|bud|nak|par|duk)[a-z]+"
    r"|Bap(?:pe|el)[a-z]+|Pus(?:datin|lat|lit|kes|dik)[a-z]*|Bal(?:itbang|ai)[a-z]*"
    r"|Ditjen[a-z]+|Polda[a-z]+"
)
_NOT_PATTERNED = word_class("no_short_institution")


@dataclass(frozen=True)
class Grammar:
    """Sets and phrases of the lexicon.

    Attributes:
        heads: Head phrases; the value is their kind.
        acronyms: Known short forms and fixed names; the value is the usual spelling.
        acronym_words: First words of the short forms, as they are spelled.
        mixed: First words that are not all capitals in some spelling: "undip", "bappeda".
    """

    heads: Phrases
    acronyms: Phrases
    lower: frozenset[str]
    lower_first: frozenset[str]
    lower_acronyms: frozenset[str]
    acronym_words: frozenset[str]
    mixed: frozenset[str]
    complete: frozenset[str]
    last: frozenset[str]
    links: frozenset[str]
    stops: frozenset[str]
    closers: frozenset[str]
    parts: frozenset[str]
    offices: frozenset[str]
    not_acronym: frozenset[str]
    weak: frozenset[str]
    units: frozenset[str]
    generic: Phrases
    terms: frozenset[str]
    before_bidang: frozenset[str]
    place_before: frozenset[str]
    fields: frozenset[str]

    def is_field(self, words: Words, index: int) -> bool:
        """Tell whether a capitalised word names a field of work: "Kesehatan", "Hukum"."""
        if not words.capital[index]:
            return False
        fold = words.folds[index]
        return fold in self.fields or (len(fold) >= 8 and _DERIVED.fullmatch(fold) is not None)

    def acronym_at(self, words: Words, index: int) -> tuple[int, str] | None:
        """Return the known short form that starts at a word, in its usual spelling's case."""
        if index >= len(words) or not (
            words.capital[index] or words.folds[index] in self.lower_acronyms
        ):
            return None
        found = self.acronyms.at(words, index)
        word = words.word(index)
        if found is not None and (
            word.isupper() or word in self.acronym_words or words.folds[index] in self.mixed
        ):
            return found
        if word[0] in "BDKP" and _PATTERNED.fullmatch(word):
            return None if words.folds[index] in _NOT_PATTERNED else (index + 1, word)
        return None


def is_numeral(words: Words, index: int) -> bool:
    """Tell whether a word is a roman or short arabic number: "Komisi X", "Kampus 4"."""
    return _NUMERAL.fullmatch(words.word(index)) is not None


def is_capitals(words: Words, index: int) -> bool:
    """Tell whether a word is an acronym by its look: two to twelve capitals."""
    word = words.word(index)
    return 2 <= len(word) <= 12 and word.isupper() and word.isalpha()


@cache
def grammar() -> Grammar:
    """Return the lexicon, read once."""
    data = read_toml("entities_institutions.toml")
    heads, chain = data["heads"], data["chain"]
    groups = data["acronyms"]
    strong, weak = _short_forms(groups)
    firsts = {Words(form).word(0) for form in strong | weak}
    small = frozenset(form.lower() for form in strong if form[0].islower())
    return Grammar(
        heads=Phrases({head: kind for kind in HEAD_KINDS for head in heads[kind]}),
        acronyms=Phrases.of(strong | weak),
        lower=frozenset(heads["lower"]),
        lower_first=frozenset(head.split()[0] for head in heads["lower"])
        | small
        | full_names().first_words(),
        lower_acronyms=small,
        acronym_words=frozenset(firsts),
        mixed=frozenset(
            word.lower() for word in firsts if word[0].isupper() and not word.isupper()
        ),
        complete=frozenset(heads["complete"]),
        last=frozenset(heads["last"]),
        links=frozenset(chain["links"]),
        stops=frozenset(chain["stops"]),
        closers=frozenset(chain["closers"]),
        parts=frozenset(chain["parts"]),
        offices=frozenset(chain["office_before"]),
        not_acronym=frozenset(chain["not_acronym"]),
        weak=weak,
        units=frozenset(unit.lower() for unit in groups["units"]),
        generic=Phrases.of(chain["generic"]),
        terms=frozenset(chain["terms"]),
        before_bidang=frozenset(chain["before_bidang"]),
        place_before=frozenset(chain["place_before"]),
        fields=read_lines("entities_content_words.txt"),
    )


def _short_forms(groups: dict[str, list[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the short forms that stand by themselves, and those that need a name behind them."""
    strong = {
        form for name, forms in groups.items() if name not in ("weak", "units") for form in forms
    }
    for row in institutions():
        strong.update(row.acronyms)
    strong -= set(groups["weak"])
    return frozenset(strong), frozenset(groups["weak"]) | (frozenset(groups["units"]) - strong)
