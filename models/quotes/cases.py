"""Annotated documents as the quotes room sees them: candidates, antecedents, what is right."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from models.annotated import documents
from models.names.fit import fold_weights

import humas_nlp
from humas_nlp.evaluation.matching import match_quotes
from humas_nlp.evaluation.names import same_speaker
from humas_nlp.mentions.component import mentions_of
from humas_nlp.mentions.mention import Mentions
from humas_nlp.people.component import people_of, read_people
from humas_nlp.people.finder import PeopleReading
from humas_nlp.quotes.candidates.candidate import Proposals, QuoteCandidate
from humas_nlp.quotes.finder import proposals
from humas_nlp.quotes.speakers.antecedents import Antecedents
from humas_nlp.quotes.speakers.features import Antecedent
from humas_nlp.quotes.speakers.phrases import PhraseReadings, read_phrase
from humas_nlp.release.component import release_of
from humas_nlp.store import sentence_ranges

Row = dict[str, Any]


class Case(NamedTuple):
    """A document with its annotation.

    Attributes:
        row: The annotated document.
        people: Who can speak in it.
        proposed: Candidates and entrances.
        readings: What the source phrase of each candidate may mean.
        gold: Index of the annotated quote that each candidate matches, or None.
    """

    row: Row
    people: Antecedents
    proposed: Proposals
    readings: tuple[PhraseReadings, ...]
    gold: tuple[int | None, ...]

    def wanted(self, n: int) -> str | None:
        """Return the annotated speaker of candidate `n`; None where there is none."""
        at = self.gold[n]
        return None if at is None else self.row["quotes"][at]["speaker"]

    def is_quote(self, n: int) -> bool:
        """Say whether a candidate is an annotated quote and its source phrase may be the speaker.

        A phrase that cannot be read as the annotated speaker is none of the source: where it is
        taken, the quote is wrong and the wrong one has the floor behind it.
        """
        if self.gold[n] is None or self.proposed.candidates[n].source.form != "phrase":
            return self.gold[n] is not None
        wanted, readings = self.wanted(n), self.readings[n].readings
        return wanted is None or any(
            r.speaker is None or same_speaker(self.row, wanted, r.speaker.to_dict())
            for r in readings
        )

    def right(self, n: int, antecedents: Sequence[Antecedent]) -> list[int]:
        """Return the indices of the antecedents that are the annotated speaker of a candidate."""
        at = self.gold[n]
        if at is None:
            return []
        wanted = self.row["quotes"][at]["speaker"]
        return [
            k
            for k, a in enumerate(antecedents)
            if (a.speaker is None if wanted is None else a.speaker is not None)
            and (wanted is None or same_speaker(self.row, wanted, a.speaker.to_dict()))
        ]


def read_cases(shared: Path, parts: Iterable[str]) -> list[Case]:
    """Read annotated documents with the default pipeline up to its quotes.

    Each row gets its "part". The people of a document are read by weights that were fitted without
    its outlet, where `python -m models.names.fit` has left them in this checkout: names that the
    bundled weights know by heart would make every speaker look sure.
    """
    nlp = humas_nlp.load()
    held_out = fold_weights()
    cases = []
    rows = [{**row, "part": part} for part in parts for row in documents(shared, [part])]
    for row in rows:
        doc = nlp.make_doc(row["text"])
        for name, pipe in nlp.pipeline:
            if name == "humas_quotes":
                break
            if name == "humas_people" and row["id"] in held_out:
                read_people(doc, held_out[row["id"]])
            doc = pipe(doc)
        people = people_of(doc)
        sentences = sentence_ranges(doc)
        cases.append(
            case_of(row, release_of(doc).paragraphs(), people, mentions_of(doc), sentences)
        )
    return cases


def case_of(
    row: Row,
    paragraphs: Sequence[tuple[int, int]],
    people: PeopleReading,
    mentions: Mentions | None = None,
    sentences: Sequence[tuple[int, int]] | None = None,
) -> Case:
    """Return a document as the quotes room sees it."""
    text = row["text"]
    proposed, speakers = proposals(text, paragraphs, people, mentions, sentences)
    spans = [_span(c) for c in proposed.candidates]
    pairs = {m.predicted: m.gold for m in match_quotes(text, row["quotes"], spans)}
    readings = tuple(read_phrase(speakers, c.source) for c in proposed.candidates)
    gold = tuple(pairs.get(n) for n in range(len(spans)))
    return Case(row, speakers, proposed, readings, gold)


def _span(candidate: QuoteCandidate) -> dict[str, int]:
    return {"start": candidate.start, "end": candidate.end}
