"""Datelines behind a pull quote, a headline or a byline that lost its line break."""

import re

from humas_nlp.release.dateline import DASH
from humas_nlp.release.outlets import outlet_names

_CAPITALS = r"[A-Z]{3,20}(?: [A-Z]{3,20}){0,3}"
_LEAD = re.compile(
    r"(?P<place>[A-Z][a-z.]{1,20}(?: [A-Z][a-z]{1,20}){0,3}"
    r"(?:, [A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20})?)?)"
    rf",?\s?\((?P<org>[A-Z][A-Za-z]{{2,20}}(?: [A-Z][a-z]{{2,10}})?)\)\s?{DASH}\s"
)
_LEAD_HOST = re.compile(
    r"(?:(?<=\s)|(?<=[a-z.!?\"”]))"
    rf"(?:{_CAPITALS}, (?:[A-Za-z0-9]{{2,30}}\.){{1,2}}(?:com|co\.id|id|net)"
    rf"|(?:[A-Z0-9]{{3,30}}\.){{1,2}}(?:COM|CO|ID|NET)\.?,? {_CAPITALS})\s?{DASH}\s"
)


def find_glued_dateline(text: str, start: int, end: int) -> int | None:
    """Find a dateline that stands behind a pull quote without a line break.

    Agencies' pages glue the lead to the body: "... saling mendukung.Jakarta (ANTARA) - Ketua".

    Returns:
        Where the dateline begins, or None.
    """
    window = text[start : min(end, start + 600)]
    if host := _LEAD_HOST.search(window, 0, 300):
        return start + host.start()
    for match in _LEAD.finditer(window):
        if match.start() and match["org"].casefold() in outlet_names():
            return start + match.start()
    return None
