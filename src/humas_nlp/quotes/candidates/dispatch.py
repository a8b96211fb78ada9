"""Which constructions begin at a word: from the table, by the classes of the word.

A reader is a pure function that reads one or more constructions at a place. It returns what it
proposes and changes nothing; of the readers that a word triggers the first one counts that proposes
a candidate.
"""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from humas_nlp.quotes.candidates import direct
from humas_nlp.quotes.candidates.according import according
from humas_nlp.quotes.candidates.between_commas import between_commas
from humas_nlp.quotes.candidates.candidate import NOTHING, Candidates, Entrance, Proposals
from humas_nlp.quotes.candidates.constructions import Place, constructions
from humas_nlp.quotes.candidates.coordination import coordinated
from humas_nlp.quotes.candidates.direct import MarkedPlace
from humas_nlp.quotes.candidates.nouns import noun
from humas_nlp.quotes.candidates.passive import passive
from humas_nlp.quotes.candidates.verbs import verb
from humas_nlp.quotes.sentences.cues import cue_classes
from humas_nlp.quotes.sentences.marks import Segment
from humas_nlp.quotes.sentences.view import ParagraphView, SentenceView

MarkedReader = Callable[[MarkedPlace, int], Proposals]
SentenceReader = Callable[[SentenceView, int, Candidates], Proposals]

MARKED_READERS: Mapping[str, MarkedReader] = {
    "thus": direct.thus,
    "postposed": direct.postposed,
    "passive_behind": direct.passive_behind,
    "clause_behind": direct.clause_behind,
    "preposed_verb": direct.preposed_verb,
    "preposed_root": direct.preposed_root,
    "labelled": direct.labelled,
    "floating": direct.floating,
}
SENTENCE_READERS: Mapping[str, SentenceReader] = {
    "according": according,
    "passive": passive,
    "noun": noun,
    "verb": verb,
    "between_commas": between_commas,
}
STRAY = direct.LINKS | frozenset('"“”')  # with the mark of `…, "ujar X`, which a space took away
SIGNS = 3  # signs that may stand between a closing mark and a cue
GAP = 8  # code points between them
NEAR = 4  # words that may stand between a verb and the mark that it opens
NEAR_COLON = 25  # the same where a colon stands before the mark
WORDS = 1 << 16  # words that are remembered: a corpus has no end of them


@cache
def _triggers(place: Place) -> Mapping[str, frozenset[str]]:
    """Return the readers of a place with what triggers them, in the order of the table."""
    found: dict[str, frozenset[str]] = {}
    for row in constructions().values():
        if row.place == place:
            found[row.reader] = found.get(row.reader, frozenset()) | set(row.triggers)
    return found


def _names(place: Place, word: str) -> list[str]:
    classes = set(cue_classes(word))
    return [name for name, by in _triggers(place).items() if not by or by & classes]


@lru_cache(WORDS)
def marked_readers(place: Place, word: str) -> tuple[MarkedReader, ...]:
    """Return what may begin at a lower-cased word beside a segment in marks."""
    return tuple(MARKED_READERS[name] for name in _names(place, word))


@lru_cache(WORDS)
def sentence_readers(word: str) -> tuple[SentenceReader, ...]:
    """Return what may begin at a lower-cased word of a sentence."""
    return tuple(SENTENCE_READERS[name] for name in _names("sentence", word))


def marked_quotes(view: ParagraphView) -> Candidates:
    """Return the quotes in marks of a paragraph in reading order."""
    found: Candidates = ()
    for segment in view.marked:
        behind = _behind(view, segment)
        proposed = behind if behind.candidates else _before(view, segment, bool(found))
        found += proposed.candidates
    return found


def _behind(view: ParagraphView, segment: Segment) -> Proposals:
    """Read the cue behind a segment."""
    end = segment.outer_end
    at = i = view.index(end)
    while i < min(len(view), at + SIGNS) and view.words[i] in STRAY and not view.inside[i]:
        i += 1
    if i >= len(view) or view.inside[i] or view.starts[i] - end > GAP:
        return NOTHING
    if "\n" in view.text[end : view.starts[i]]:
        return NOTHING
    first, last, _ = view.sentence_of(i)
    place = MarkedPlace(view, segment, first, last, linked=i > at)
    return _first(place, i, "behind_mark")


def _before(view: ParagraphView, segment: Segment, continued: bool) -> Proposals:
    """Read the cue before a segment, or the segment without a cue."""
    i = view.index(segment.outer_start)
    found = _led(view, segment, i) if i else NOTHING
    if found.candidates:
        return found
    return _first(MarkedPlace(view, segment, i, i, continued=continued), i, "marks")


def _led(view: ParagraphView, segment: Segment, i: int) -> Proposals:
    """Read the cue before the opening mark at token `i`, the nearest word first."""
    colon = view.words[i - 1] == ":"
    first, last, _ = view.sentence_of(min(i, len(view) - 1))
    if first >= i:  # the mark opens a sentence: the cue ends the sentence before, with a colon
        if not colon:
            return NOTHING
        first, last, _ = view.sentence_of(i - 1)
    place = MarkedPlace(view, segment, first, last, colon=colon)
    k = direct.last_word_before(place)
    for n in range(k, max(first - 1, k - (NEAR_COLON if colon else NEAR)), -1):
        if view.inside[n]:
            return NOTHING
        found = _first(place, n, "before_mark")
        if found.candidates:
            return found
    return _first(place, k, "colon") if colon else NOTHING


def _first(place: MarkedPlace, i: int, kind: Place) -> Proposals:
    """Return what the first reader proposes that reads something at token `i`."""
    view = place.view
    for reader in marked_readers(kind, view.lows[i] if i < len(view) else ""):
        found = reader(place, i)
        if found.candidates:
            return found
    return NOTHING


def reported(view: ParagraphView, taken: frozenset[int]) -> Proposals:
    """Return the reported clauses of a paragraph and who else comes into view.

    Args:
        view: The paragraph.
        taken: First code points of the cues that belong to a quote in marks.
    """
    candidates: Candidates = ()
    entrances: tuple[Entrance, ...] = ()
    for sentence in view.sentence_views():
        found = _in_sentence(sentence, taken)
        candidates += found.candidates
        entrances += found.entrances
    return Proposals(candidates, entrances)


def _in_sentence(sentence: SentenceView, taken: frozenset[int]) -> Proposals:
    view = sentence.paragraph
    candidates: Candidates = ()
    entrances: tuple[Entrance, ...] = ()
    for i in range(sentence.first, sentence.last + 1):
        readers = sentence_readers(view.lows[i])
        if not readers or view.inside[i] or view.starts[i] in taken or _is_name(view, i):
            continue
        for reader in readers:
            found = reader(sentence, i, candidates)
            entrances += found.entrances
            if found.candidates:
                for candidate in found.candidates:
                    candidates = coordinated(view, candidates, candidate)
                break
    return Proposals(candidates, entrances)


def _is_name(view: ParagraphView, i: int) -> bool:
    """Say whether a token is part of a name: "Puji Rahayu" praises nobody."""
    mention = view.mention_of[i]
    return mention is not None and mention.start <= view.starts[i] < mention.end
