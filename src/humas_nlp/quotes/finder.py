"""Quotes of a document: candidates, selection, speaker, confidence, one after another."""

from collections.abc import Sequence
from typing import NamedTuple

from humas_nlp.document import Alternative, Cue, Quote, Span, Step
from humas_nlp.mentions.mention import Mentions
from humas_nlp.mentions.persons import persons_of
from humas_nlp.mentions.reading import mentions_by_rules
from humas_nlp.people.finder import PeopleReading
from humas_nlp.quotes import confidence, selection
from humas_nlp.quotes.candidates.candidate import Proposals
from humas_nlp.quotes.candidates.constructions import rule_of
from humas_nlp.quotes.candidates.proposals import propose_all
from humas_nlp.quotes.selection import Selected, SelectionModel
from humas_nlp.quotes.sentences.cues import lemma
from humas_nlp.quotes.sentences.views import read_views
from humas_nlp.quotes.speakers import ranking
from humas_nlp.quotes.speakers.antecedents import Antecedents
from humas_nlp.quotes.speakers.phrases import read_phrase
from humas_nlp.quotes.speakers.ranking import Attribution, Weights
from humas_nlp.quotes.weights import Logistic

DIGITS = 3  # of probabilities in the results


class Models(NamedTuple):
    """The fitted parts of the room.

    Attributes:
        selection: Which candidates are quotes.
        speakers: Who says them, by form of the source.
        confidence: How sure they are.
    """

    selection: SelectionModel
    speakers: Weights
    confidence: Logistic


def fitted() -> Models:
    """Return the models of the package."""
    return Models(selection.fitted(), ranking.fitted(), confidence.fitted())


def find_quotes(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    people: PeopleReading,
    mentions: Mentions | None = None,
    *,
    sentences: Sequence[tuple[int, int]] | None = None,
    steps: bool = False,
    min_quote_probability: float | None = None,
) -> tuple[Quote, ...]:
    """Find the quotes of a document and who says them.

    Args:
        text: The whole text.
        paragraphs: Ranges of the body's paragraphs in reading order.
        people: What the people room found in the same paragraphs.
        mentions: What the stretches of the text are, as institutions speak, too; None to read
            them by rules.
        sentences: Sentences of the document; split anew if None.
        steps: Whether each quote carries how it came about.
        min_quote_probability: Candidates less likely to be quotes are left out; the fitted
            threshold if None. Higher means fewer quotes, more of them right.

    Returns:
        Quotes in reading order.
    """
    proposed, speakers = proposals(text, paragraphs, people, mentions, sentences)
    return decided(proposed, speakers, fitted(), steps=steps, least=min_quote_probability)


def proposals(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    people: PeopleReading,
    mentions: Mentions | None = None,
    sentences: Sequence[tuple[int, int]] | None = None,
) -> tuple[Proposals, Antecedents]:
    """Return what may be a quote and who can speak in a document.

    Args:
        text: The whole text.
        paragraphs: Ranges of the body's paragraphs in reading order.
        people: What the people room found in the same paragraphs.
        mentions: What the stretches of the text are; None to read them by rules.
        sentences: Sentences of the document; split anew if None.
    """
    if mentions is None:
        offices = people.to_dict()["offices"]
        persons = persons_of((person.to_dict() for person in people.people), offices)
        mentions = mentions_by_rules(text, paragraphs, persons)
    institutions = mentions.labelled("ORG")
    bodies = [(m.start, m.end) for m in institutions]
    views = read_views(text, paragraphs, people.mentions, bodies, sentences=sentences)
    return propose_all(views), Antecedents.of(text, people, institutions)


def decided(
    proposed: Proposals,
    people: Antecedents,
    models: Models,
    *,
    steps: bool = False,
    least: float | None = None,
) -> tuple[Quote, ...]:
    """Select quotes among what is proposed and say who says each, and how sure that is.

    Args:
        proposed: Candidates and entrances of the document.
        people: Who can speak in it.
        models: The fitted parts.
        steps: Whether each quote carries how it came about.
        least: Least probability of a quote; that of the model if None.
    """
    text = people.text
    readings = [read_phrase(people, c.source) for c in proposed.candidates]
    chosen = selection.select(text, proposed.candidates, readings, models.selection, least)
    said = ranking.attribute(
        people,
        [c.candidate for c in chosen],
        proposed.entrances,
        [c.readings for c in chosen],
        models.speakers,
    )
    quotes = []
    for number, (one, attribution) in enumerate(zip(chosen, said, strict=True), 1):
        name = people.name_probability(attribution.best.antecedent.speaker)
        case = confidence.features(one.candidate, one.probability, attribution.best, name)
        value = models.confidence.probability(case)
        told: tuple[Step, ...] = ()
        if steps:
            told = (
                selection.candidate_step(one.candidate),
                selection.selection_step(
                    text, proposed.candidates, readings, one, models.selection
                ),
                ranking.step_of(attribution, models.speakers),
                confidence.confidence_step(case, value, models.confidence),
            )
        quotes.append(_quote(text, number, one, attribution, value, told))
    return tuple(quotes)


def _quote(
    text: str,
    number: int,
    chosen: Selected,
    attribution: Attribution,
    value: float,
    steps: tuple[Step, ...],
) -> Quote:
    candidate, best = chosen.candidate, attribution.best.antecedent
    source, cue = candidate.source, None
    if candidate.cue:
        cue = Cue.of(text, *candidate.cue, lemma(text[slice(*candidate.cue)]))
    return Quote(
        id=f"Q{number}",
        kind=candidate.kind,
        start=candidate.start,
        end=candidate.end,
        text=text[candidate.start : candidate.end],
        cue=cue,
        source=Span.of(text, source.start, source.end) if source.end else None,
        speaker=best.speaker,
        confidence=round(value, DIGITS),
        rule=f"{rule_of(candidate)}>{source.form}.{best.how}",
        speaker_alternatives=tuple(
            Alternative(a.choice, round(a.probability, DIGITS))
            for a in ranking.alternatives_of(attribution)
        ),
        steps=steps,
    )
