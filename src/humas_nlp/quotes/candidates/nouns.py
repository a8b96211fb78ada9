"""Nouns of reporting before a clause: "Harapannya, …", "sesuai arahan Presiden X untuk …"."""

from humas_nlp.lexicon import word_class
from humas_nlp.quotes.candidates.candidate import NOTHING, Candidates, Proposals
from humas_nlp.quotes.candidates.clause import reported_clause
from humas_nlp.quotes.sentences.clauses import has_clause
from humas_nlp.quotes.sentences.sources import CLITIC, names_person, source_after
from humas_nlp.quotes.sentences.view import ParagraphView, SentenceView
from humas_nlp.quotes.words import MOODS

# Nouns of asking that report inside a sentence too, before an office or a name (2 of 2 found in
# the training texts are right).
INSTRUCTIONS = word_class("instruction_noun")


def noun(sentence: SentenceView, i: int, _: Candidates = ()) -> Proposals:
    """Read "Harapannya, …" and "harapan X agar …" at the start of a sentence."""
    view, _number, first, last = sentence
    if i != first:
        return _instruction(view, i, last)
    if view.lows[i].endswith("nya"):
        n = i + 1
        if n < last and view.words[n] == "," and has_clause(view, n + 1, last):
            return reported_clause(view, n + 1, last, CLITIC, "indirect.noun.clitic", i)
        return NOTHING
    source, n = source_after(view, i + 1, last)
    if source.form != "phrase" or not names_person(view, source):
        return NOTHING
    if n <= last and view.lows[n] in {"agar", "supaya", "untuk"}:
        return reported_clause(view, n, last, source, "indirect.noun", i)
    return NOTHING


def _instruction(view: ParagraphView, i: int, last: int) -> Proposals:
    """Read "sesuai arahan Presiden X untuk …", "pesan Ketua X kepada kader agar …"."""
    if view.lows[i] not in INSTRUCTIONS:
        return NOTHING
    source, n = source_after(view, i + 1, last)
    if source.form != "phrase" or not names_person(view, source):
        return NOTHING
    if not view.words[i + 1][0].isupper():
        return NOTHING
    if n <= last and view.lows[n] == "kepada":
        n = next((k for k in range(n, min(n + 12, last)) if view.lows[k] in MOODS), n)
    if n < last and view.lows[n] in MOODS:
        return reported_clause(view, n, last, source, "indirect.noun.instruction", i)
    return NOTHING
