"""Cues inside a sentence without marks: "Harga, kata X, naik.", "… naik, ujarnya."."""

from humas_nlp.lexicon import word_class
from humas_nlp.mentions.tokens import is_head
from humas_nlp.quotes.candidates.candidate import NOTHING, Candidates, Proposals, SourcePhrase
from humas_nlp.quotes.candidates.clause import reported_clause
from humas_nlp.quotes.sentences.clauses import has_clause, is_predicate
from humas_nlp.quotes.sentences.content import ENDS, skip_aside
from humas_nlp.quotes.sentences.cues import lexicon, post_cue
from humas_nlp.quotes.sentences.sources import CLITIC, source_after
from humas_nlp.quotes.sentences.subjects import PREPOSITIONS
from humas_nlp.quotes.sentences.view import ParagraphView, SentenceView
from humas_nlp.quotes.words import ADVERBS, COLLECTIVES, CONNECTIVES, UNNAMED_HEADS

SPEAKERS = UNNAMED_HEADS | COLLECTIVES | word_class("occupation")
FRAME = 3  # tokens of a frame of the author before a medial cue: "Sayangnya, menurut X …"
LONG_FRAME = 9  # tokens past which words behind a connective are a part of the clause
DETERMINED = word_class("determined")
# A word that leans on what stands before it, so that no clause of its own begins.
LEANING = ADVERBS | PREPOSITIONS | word_class("leaning")
COMMAS = frozenset(",–-")


def between_commas(sentence: SentenceView, i: int, _: Candidates = ()) -> Proposals:
    """Read ", kata X," and ", ujarnya," in a sentence, and the same at its start or end."""
    view, _number, first, last = sentence
    cue = post_cue(view.lows[i])
    if cue is None:
        return NOTHING
    root, clitic = cue
    cues = lexicon()
    common = root in cues.common_roots or root in cues.everyday_roots
    if i != first and view.words[i - 1] not in COMMAS and not _closed_kata(view, i, last):
        return NOTHING
    if clitic:
        source, n = CLITIC, i + 1
    else:
        source, n = source_after(view, i + 1, last)
        if source.form == "none" or (common and not _is_known(view, source)):
            return NOTHING
        if source.form == "phrase" and not _can_name(view, i + 1, n):
            return NOTHING
    n2 = skip_aside(view, n, last)
    if i == first:
        if n2 <= last and (clitic or view.words[n2 - 1] == ",") and has_clause(view, n2, last):
            return reported_clause(view, n2, last, source, "indirect.cue_first", i)
        return NOTHING
    before = has_clause(view, first, i - 2)
    if n > last or view.words[n] in ENDS or (before and not has_clause(view, n2, last)):
        end = view.starts[i - 1]
        return reported_clause(view, first, last, source, "indirect.cue_last", i, end)
    named = root == "kata" and not clitic and n <= last and _is_known(view, source)
    if clitic or named or (n <= last and view.words[n] in COMMAS):
        if is_own_part(view, first, i - 1, n2, last):
            return reported_clause(view, first, last, source, "indirect.cue_medial", i)
        return reported_clause(view, n2, last, source, "indirect.cue_medial.second", i)
    return NOTHING


def is_own_part(view: ParagraphView, first: int, comma: int, n: int, last: int) -> bool:
    """Say whether the words before a medial cue are a part of the reported clause.

    "Hal itu, kata dia, menunjukkan …" is one clause with the cue inside; in "Selain itu, kata dia,
    warga …" the second part stands alone.

    Args:
        view: The paragraph.
        first: Index of the first token of the sentence.
        comma: Index of the comma before the cue.
        n: Index of the token behind the cue, its source and a comma.
        last: Index of the last token of the sentence.
    """
    if n > last:
        return True
    if view.lows[first] in CONNECTIVES and not is_predicate(view.lows[n]):
        return has_clause(view, first, comma - 1) and comma - first > LONG_FRAME
    points = view.lows[comma - 1] in DETERMINED or view.lows[comma - 1] == "tersebut"
    pointing = view.lows[first] in DETERMINED or points
    short = comma - first <= FRAME and not pointing
    stands = view.words[n][0].isalpha() and view.lows[n] not in LEANING
    stands = stands and has_clause(view, n, last)
    return not (short and stands and not is_predicate(view.lows[n]))


def _closed_kata(view: ParagraphView, i: int, last: int) -> bool:
    """Say whether "kata dia," stands at `i`: "Apalagi kata dia, harga naik"."""
    if view.lows[i] != "kata" or i >= last:
        return False
    source, n = source_after(view, i + 1, last)
    known = source.form == "pronoun" or (source.form == "phrase" and _is_known(view, source))
    return known and n < last and view.words[n] == ","


def _can_name(view: ParagraphView, first: int, stop: int) -> bool:
    """Say whether words name somebody: "sambung ayat" is no source."""
    named = any(word[0].isupper() for word in view.words[first:stop])
    return named or view.lows[first] in SPEAKERS


def _is_known(view: ParagraphView, source: SourcePhrase) -> bool:
    """Say whether a source is a pronoun, or begins with a person or an office."""
    if source.form != "phrase":
        return source.form == "pronoun"
    i = view.index(source.start)
    return view.mention_of[i] is not None or is_head(view.words[i])
