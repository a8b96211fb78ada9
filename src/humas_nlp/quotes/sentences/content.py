"""The content of a reported clause: where it ends, and where it begins behind a source."""

from humas_nlp.quotes.sentences.clauses import has_clause
from humas_nlp.quotes.sentences.cues import post_cue
from humas_nlp.quotes.sentences.sources import source_after
from humas_nlp.quotes.sentences.view import ParagraphView

ENDS = frozenset(".!?…")
WHILE = frozenset({"sambil", "seraya", "sembari"})


def trimmed_end(view: ParagraphView, start: int, end: int) -> int:
    """Return `end` moved left over closing punctuation and space."""
    text = view.text
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.!?…-–"):
        end -= 1
    return end


def content_end(view: ParagraphView, c: int, last: int, cue: int) -> int:
    """Return where a clause ends.

    Args:
        view: The paragraph.
        c: Index of its first token.
        last: Index of the last token of the sentence.
        cue: Index of its own cue, which does not end it.

    Returns:
        One past its last code point: before a cue with a source behind a comma, before *sambil* and
        the like, before whom it is said to; with the sentence where nothing of that stands there.
    """
    end = view.ends[last]
    for k in range(c + 2, last):
        if view.inside[k]:
            continue
        comma = view.words[k] == ","
        if (
            comma
            and k + 1 != cue
            and (_trailing_cue(view, k + 1, last) or view.lows[k + 1] in WHILE)
        ):
            end = view.starts[k]
            break
        if view.lows[k] == "di" and _before_people(view, k + 1, last):
            end = view.starts[k]
            break
    return trimmed_end(view, view.starts[c], end)


def _before_people(view: ParagraphView, k: int, last: int) -> bool:
    """Say whether "hadapan rekannya" or "depan view wartawan" stands at `k`."""
    if view.lows[k] not in {"hadapan", "depan"} or k + 1 > last:
        return False
    return view.lows[k + 1].endswith("nya") or view.lows[k + 1] in {"view", "wartawan", "awak"}


def _trailing_cue(view: ParagraphView, k: int, last: int) -> bool:
    """Say whether from token `k` on only a cue with its source follows: ", kata X."."""
    if k > last or not (post_cue(view.lows[k]) or view.lows[k] in {"menurut", "menurutnya"}):
        return False
    if view.lows[k].endswith("nya"):
        return k + 1 > last or view.words[k + 1] in ENDS or not has_clause(view, k + 1, last)
    _, n = source_after(view, k + 1, last)
    return n > last or view.words[n] != ","


def skip_aside(view: ParagraphView, n: int, last: int) -> int:
    """Skip the comma after a source, and an office or a time between commas."""
    comma = next((k for k in range(n, min(n + 14, last)) if view.words[k] == ","), None)
    if comma is not None and not has_clause(view, n, comma - 1):
        nxt = next(
            (k for k in range(comma + 1, min(comma + 10, last)) if view.words[k] == ","), None
        )
        if nxt is not None and view.words[comma + 1][0].isupper() and view.mention_of[comma + 1]:
            return nxt + 1
        return comma + 1
    return n
