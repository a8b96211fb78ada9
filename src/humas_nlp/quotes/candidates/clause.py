"""The candidate of a reported clause: what all constructions without marks end in."""

from humas_nlp.quotes.candidates.candidate import NOTHING, Proposals, SourcePhrase
from humas_nlp.quotes.candidates.constructions import propose
from humas_nlp.quotes.sentences.content import content_end, trimmed_end
from humas_nlp.quotes.sentences.view import ParagraphView

SHORTEST = 2  # words of a reported clause


def reported_clause(
    view: ParagraphView,
    c: int,
    last: int,
    source: SourcePhrase,
    construction: str,
    cue: int,
    end: int | None = None,
    *,
    coordinated: bool = False,
) -> Proposals:
    """Propose the clause that begins at token `c`.

    Args:
        view: The paragraph.
        c: Index of the first token of the content.
        last: Index of the last token of the sentence.
        source: How the text names who speaks.
        construction: Id of the construction.
        cue: Index of the cue.
        end: One past the last code point; found from the sentence if None.
        coordinated: Whether the cue shares the subject of another one.

    Returns:
        The candidate; nothing for less than two words.
    """
    if c > last:
        return NOTHING
    start = view.starts[c]
    stop = content_end(view, c, last, cue) if end is None else trimmed_end(view, start, end)
    if view.size(start, stop) < SHORTEST:
        return NOTHING
    candidate = propose(
        view,
        construction,
        "mixed" if view.is_marked(start, stop) else "indirect",
        start,
        stop,
        source,
        (view.starts[cue], view.ends[cue]),
        coordinated=coordinated,
    )
    return Proposals((candidate,))
