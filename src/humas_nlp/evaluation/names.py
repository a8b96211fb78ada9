"""When two names are the same: people, organisations, unnamed sources."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

WORD = re.compile(r"\w+(?:[-'’./]\w+)*")

# Honorifics, religious titles and ranks that stand before a name and are no part of it. A full
# stop after each letter group is optional; "k.h" and "h.c" may be written with one inside.
TITLES = (
    *("prof", "dr", "drs", "dra", "drg", "drh", "ir", "h", "hj", r"k\.?h", r"h\.?c", "ns"),
    *("tgb", "tgh", "gus", "ust", "ustaz", "ustad", "ustadz", "habib", "pdt"),
    *("sdr", "saudara", "bapak", "ibu", "pak", "bu"),
    *("mayjen", "brigjen", "letjen", "jenderal", "laksamana", "laksda", "marsekal", "marsda"),
    *("kolonel", "letkol", "mayor", "kapten", "letda", "lettu", "tni", "purn"),
    *("komjen", "irjen", "kombes", "akbp", "kompol", "akp", "iptu", "ipda", "pol"),
)
FRONT = re.compile(rf"^(?:{'|'.join(TITLES)})(?:[.)(]+\s*|\s+)[(\s]*(?=\S)", re.IGNORECASE)

# Academic degrees after a name, in the spellings that occur without a comma before them.
BACHELOR = (
    *("Sos", "H", "E", "T", "Pd", "IP", "Ag", "Si", "Kom", "Kep", "STP", "P", "Pt", "Farm"),
    *("KM", "Hum", "Psi", "Ked", "I.K", "I.Kom", "Pi", "TP", "Th"),
)
MASTER = (
    *("Si", "H", "M", "T", "Pd", "Sc", "A", "Ag", "Kom", "Kes", "Hum", "P", "Eng", "IP", "AP"),
    *("Phil", "Ak", "Psi", "B.A", "I.Kom", "Tr", "Th"),
)
DEGREES = (
    rf"S\.(?:{'|'.join(map(re.escape, BACHELOR))})",
    rf"M\.(?:{'|'.join(map(re.escape, MASTER))})",
    *(r"A\.Md", r"Ph\.?D", "Lc", r"Sp\.\w+", r"B\.(?:Sc|A|Eng)", r"LL\.[MB]"),
    *("S[HETKIP]", "M[MHT]", "MBA", "MSi", "MPd", "SSos", "SPd"),
)
BACK = re.compile(rf"(?<![\s,])[\s,]+(?:{'|'.join(DEGREES)})\.?$")

# An acronym in brackets: "(KPU)", "(DPRD Kota)".
BRACKET = re.compile(r"\(([A-Z][\w/.&-]*(?: [A-Z][\w/.-]*){0,2})\)")
REACH = 120  # characters before a bracket in which the long form is looked for
LONGEST = 10  # words of a long form
CLAUSE = re.compile(r"[.;:()\n\"“”]")


def name_key(name: str | None) -> str:
    """Reduce a person's name to what is compared.

    Titles before and degrees after the name go, and case and punctuation.

    Example:
        >>> name_key("Dr. H. Rahmat Tanuwira, M.Si.") == name_key("Rahmat Tanuwira")
        True
    """
    key = " ".join((name or "").split(",")[0].replace("’", "'").replace("`", "'").split())
    for pattern in (FRONT, BACK):
        while (cut := pattern.sub("", key).strip()) != key and cut:
            key = cut
    return " ".join(re.sub(r"[^\w' ]", " ", key).split()).casefold()


def word_f1(first: str | None, second: str | None) -> float:
    """Return the F1 of two strings' words, case ignored.

    Example:
        >>> word_f1("Kepala Dinas", "kepala dinas pendidikan")
        0.8
    """
    ours, theirs = (Counter(WORD.findall((text or "").casefold())) for text in (first, second))
    common = (ours & theirs).total()
    return 2 * common / (ours.total() + theirs.total()) if common else 0.0


def _words_key(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))


def organisation_forms(text: str, name: str) -> set[str]:
    """Return the forms of an organisation's name that the text makes equal.

    These are the name, the name without its bracket, the acronym in the bracket, and the other
    half of every "Long Name (SHORT)" in the text of which it is one half.
    """
    bare = BRACKET.sub(" ", name)
    forms = {_words_key(form) for form in (name, bare, *BRACKET.findall(name))}
    for bracket in BRACKET.finditer(text):
        before = text[max(0, bracket.start() - REACH) : bracket.start()].rstrip()
        ending = " " + _words_key(before)
        is_long = any(len(form) >= 4 and ending.endswith(" " + form) for form in forms)
        if is_long or _words_key(bracket[1]) in forms:
            forms.add(_words_key(bracket[1]))
            forms |= _long_forms(before, bracket[1])
    return forms - {""}


def _long_forms(before: str, acronym: str) -> set[str]:
    # Which words before the bracket the acronym stands for is open: all that begin with its
    # first letter are taken, since they are only ever compared for equality.
    tail = CLAUSE.split(before)[-1].split()
    initial = acronym[:1].casefold()
    return {
        _words_key(" ".join(tail[-count:]))
        for count in range(2, min(len(tail), LONGEST) + 1)
        if tail[-count][:1].isupper() and tail[-count][:1].casefold() == initial
    }


def same_speaker(document: Mapping[str, Any], gold: str, predicted: object) -> bool:
    """Tell whether a predicted speaker is the gold one.

    A person is right when the names are equal (`name_key`), an organisation when the words agree
    by 0.8 or the text makes the names equal, an unnamed source when half of the words agree.

    Args:
        document: The gold document, for its text and people.
        gold: Id of a person, or "ORG:name", or "UNNAMED:noun phrase".
        predicted: The speaker's JSON form, or None.
    """
    if not isinstance(predicted, Mapping):
        return False
    kind, name = predicted.get("type"), predicted.get("name") or ""
    if gold.startswith("ORG:"):
        wanted, text = gold.removeprefix("ORG:"), document["text"]
        if kind != "organisation":
            return False
        if word_f1(wanted, name) >= 0.8:
            return True
        return bool(organisation_forms(text, wanted) & organisation_forms(text, name))
    if gold.startswith("UNNAMED:"):
        return kind == "unnamed" and word_f1(gold.removeprefix("UNNAMED:"), name) >= 0.5
    return kind == "person" and name_key(name) == name_key(person_name(document, gold))


def person_name(document: Mapping[str, Any], person: str) -> str:
    """Return the full name of a gold person."""
    return next(str(p["name"]) for p in document["people"] if p["id"] == person)
