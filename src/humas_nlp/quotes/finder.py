"""Quotes of a document: found paragraph by paragraph, attributed in one pass."""

from collections.abc import Sequence

from humas_nlp.document import Cue, Quote, Span
from humas_nlp.mentions.mention import Mentions
from humas_nlp.mentions.persons import persons_of
from humas_nlp.mentions.reading import mentions_by_rules
from humas_nlp.people.finder import PeopleReading
from humas_nlp.quotes.candidates.constructions import rule_of
from humas_nlp.quotes.candidates.proposals import propose_all
from humas_nlp.quotes.confidence import confidence
from humas_nlp.quotes.sentences.cues import lemma
from humas_nlp.quotes.sentences.views import read_views
from humas_nlp.quotes.speakers.attribution import Attributed, attribute
from humas_nlp.quotes.speakers.cast import Cast


def find_quotes(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    people: PeopleReading,
    mentions: Mentions | None = None,
    *,
    sentences: Sequence[tuple[int, int]] | None = None,
    tokens: Sequence[tuple[int, int]] | None = None,
) -> tuple[Quote, ...]:
    """Find the quotes of a document and who says them.

    Args:
        text: The whole text.
        paragraphs: Ranges of the body's paragraphs in reading order.
        people: What the people room found in the same paragraphs.
        mentions: What the stretches of the text are, as institutions speak, too; None to read
            them by rules.
        sentences: Sentences of the document; split anew if None.
        tokens: Tokens of the document without white space; each paragraph is cut up if None.

    Returns:
        Quotes in reading order.
    """
    if mentions is None:
        offices = people.to_dict()["offices"]
        persons = persons_of((person.to_dict() for person in people.people), offices)
        mentions = mentions_by_rules(text, paragraphs, persons)
    institutions = mentions.labelled("ORG")
    views = read_views(
        text,
        paragraphs,
        people.mentions,
        [(m.start, m.end) for m in institutions],
        sentences=sentences,
        tokens=tokens,
    )
    proposed = propose_all(views)
    cast = Cast(text, people, institutions)
    attributed = attribute(list(proposed.candidates), list(proposed.entrances), cast)
    return tuple(_quote(text, n, item) for n, item in enumerate(attributed, 1))


def _quote(text: str, number: int, item: Attributed) -> Quote:
    candidate, reading = item
    cue = (
        Cue.of(text, *candidate.cue, lemma(text[slice(*candidate.cue)])) if candidate.cue else None
    )
    source = candidate.source
    rule = f"{rule_of(candidate)}>{source.form}.{reading.how}"
    return Quote(
        id=f"Q{number}",
        kind=candidate.kind,
        start=candidate.start,
        end=candidate.end,
        text=text[candidate.start : candidate.end],
        cue=cue,
        source=Span.of(text, source.start, source.end) if source.end else None,
        speaker=reading.speaker,
        confidence=confidence(rule, reading.speaker),
        rule=rule,
    )
