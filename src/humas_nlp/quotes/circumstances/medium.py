"""By what means a quote reached the public: speech, interview, statement, another outlet …"""

import re
from collections.abc import Iterable
from functools import cache

from humas_nlp.document import Medium, Quote, Span
from humas_nlp.lexicon.circumstances import MediumWords, circumstance_words
from humas_nlp.quotes.circumstances.vocabulary import is_press

_BETWEEN = r"(?:\s(?:sebuah|suatu|acara|awal|akhir|tengah|sesi|kata|akun|kanal|resmi))?"


@cache
def _patterns() -> dict[Medium, re.Pattern[str]]:
    return {name: _pattern(words) for name, words in circumstance_words().media.items()}


@cache
def _statement() -> re.Pattern[str]:
    return _pattern(circumstance_words().statement)


def _pattern(medium: MediumWords) -> re.Pattern[str]:
    """Compile the forms of one medium: governed nouns with an optional -nya, and fixed phrases."""
    behind, nouns = "|".join(sorted(medium.behind)), _alternatives(medium.nouns)
    forms = [rf"(?:{behind}){_BETWEEN}\s(?:{nouns})(?:nya)?(?!\w)"]
    if medium.phrases:
        forms.append(rf"(?:{_alternatives(medium.phrases)})(?!\w)")
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})")


def _alternatives(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in longest_first)


@cache
def _outlet() -> re.Pattern[str]:
    known = circumstance_words()
    verbs, between = "|".join(known.outlet_verbs), "|".join(known.outlet_between)
    refused = _alternatives(known.not_outlets)
    return re.compile(rf"(?<!\w)(?:{verbs})(?:\s(?:{between})){{0,2}}\s(?!(?:{refused})(?!\w))\w")


def medium_of(frame: str, quote: Quote, addressee: Span | None) -> Medium | None:
    """Return the medium that a frame names, None where it names none.

    Args:
        frame: The author's words around the quote, in lower case.
        quote: The quote.
        addressee: To whom it is said.
    """
    for medium, pattern in _patterns().items():
        found = pattern.search(frame)
        if found and not _is_report(found[0], quote):
            return medium
    if addressee and any(is_press(word) for word in addressee.text.lower().split()[1:]):
        return "interview"
    if _statement().search(frame):
        return "written_statement"
    return "other_outlet" if _outlet().search(frame) else None


def marker_end(frame: str) -> int | None:
    """Return where the first words of a medium end in a lower-cased frame, None without any."""
    found = (pattern.search(frame) for pattern in (*_patterns().values(), _statement()))
    return min((match.end() for match in found if match), default=None)


def _is_report(words: str, quote: Quote) -> bool:
    """Say whether "dalam laporannya" is the report of an institution, which nobody holds."""
    speaker = quote.speaker
    return "laporannya" in words and speaker is not None and speaker.type == "organisation"
