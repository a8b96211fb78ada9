"""By what means a quote reached the public: speech, interview, statement, another outlet …"""

import re
from collections.abc import Iterable
from functools import cache

from humas_nlp.document import Medium, Quote, Span
from humas_nlp.quotes.circumstances.vocabulary import is_press, raw_lists

# The first that a frame names counts: "dalam konferensi pers usai rapat", "sambutan … dalam rapat".
_ORDER: tuple[Medium, ...] = (
    "press_conference",
    "written_statement",
    "social_media",
    "interview",
    "speech",
    "meeting",
)
_BETWEEN = r"(?:\s(?:sebuah|suatu|acara|awal|akhir|tengah|sesi|kata|akun|kanal|resmi))?"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: _pattern(group) for name, group in raw_lists()["media"].items()}


def _pattern(group: dict[str, str | list[str]]) -> re.Pattern[str]:
    """Compile the forms of one medium: governed nouns with an optional -nya, and fixed phrases."""
    behind = str(group["behind"]).split()
    nouns = _alternatives(group["nouns"])
    forms = [rf"(?:{'|'.join(sorted(behind))}){_BETWEEN}\s(?:{nouns})(?:nya)?(?!\w)"]
    if group["phrases"]:
        forms.append(rf"(?:{_alternatives(group['phrases'])})(?!\w)")
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})")


def _alternatives(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in longest_first)


@cache
def _outlet() -> re.Pattern[str]:
    group = raw_lists()["outlets"]
    verbs, between = group["verbs"].split(), group["between"].split()
    refused = _alternatives(group["not_names"].split())
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(verbs)})(?:\s(?:{'|'.join(between)})){{0,2}}\s(?!(?:{refused})(?!\w))\w"
    )


def medium_of(frame: str, quote: Quote, addressee: Span | None) -> Medium | None:
    """Return the medium that a frame names, None where it names none.

    Args:
        frame: The author's words around the quote, in lower case.
        quote: The quote.
        addressee: To whom it is said.
    """
    patterns = _patterns()
    for medium in _ORDER:
        found = patterns[medium].search(frame)
        if found and not _is_report(found[0], quote):
            return medium
    if addressee and any(is_press(word) for word in addressee.text.lower().split()[1:]):
        return "interview"
    if patterns["statement"].search(frame):
        return "written_statement"
    return "other_outlet" if _outlet().search(frame) else None


def marker_end(frame: str) -> int | None:
    """Return where the first words of a medium end in a lower-cased frame, None without any."""
    found = (patterns.search(frame) for patterns in _patterns().values())
    return min((match.end() for match in found if match), default=None)


def _is_report(words: str, quote: Quote) -> bool:
    """Say whether "dalam laporannya" is the report of an institution, which nobody holds."""
    speaker = quote.speaker
    return "laporannya" in words and speaker is not None and speaker.type == "organisation"
