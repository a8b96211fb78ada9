"""Views of paragraphs for unit tests: the names are given, so that no other room has a say."""

import re
from collections.abc import Sequence

from humas_nlp.people.finder import Mention
from humas_nlp.quotes.sentences.view import ParagraphView
from humas_nlp.quotes.sentences.views import read_views


def mentions_of(text: str, names: Sequence[str]) -> list[Mention]:
    """Return every place of the names in reading order; "Bupati|Rini Asih" has an office."""
    found = []
    for number, entry in enumerate(names):
        office, _, name = entry.rpartition("|")
        whole = f"{office} {name}" if office else name
        for m in re.finditer(re.escape(whole), text):
            start = m.end() - len(name)
            found.append(Mention(start, m.end(), m.start(), m.end(), number, bool(office)))
    return sorted(found, key=lambda m: m.start)


def views_of(
    text: str, *names: str, bodies: Sequence[str] = (), **given: object
) -> tuple[ParagraphView, ...]:
    """Return the views of a text whose paragraphs are its lines."""
    lines = [m.span() for m in re.finditer(r"[^\n]+", text)]
    places = sorted(m.span() for body in bodies for m in re.finditer(re.escape(body), text))
    return read_views(text, lines, mentions_of(text, names), places, **given)  # type: ignore[arg-type]


def view_of(text: str, *names: str, bodies: Sequence[str] = ()) -> ParagraphView:
    """Return the view of a text of one paragraph."""
    (view,) = views_of(text, *names, bodies=bodies)
    return view


def words(view: ParagraphView, span: tuple[int, int]) -> str:
    """Return the text of a range."""
    return view.text[slice(*span)]
