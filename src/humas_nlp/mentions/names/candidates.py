"""Every stretch that the tagger holds for a possible name, before the document speaks."""

from collections.abc import Sequence
from dataclasses import dataclass

from humas_nlp.mentions.names.document_evidence import DocumentEvidence, document_evidence
from humas_nlp.mentions.names.features import run_features
from humas_nlp.mentions.names.runs import runs
from humas_nlp.mentions.names.tagger import NameTagger
from humas_nlp.mentions.tokens import Token


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of a run that may be a name.

    Attributes:
        row: Index of its paragraph.
        first: Index of its first token.
        last: Index of its last token.
        run: Index of the first and the last token of its run.
        parts: Its words, a hyphen between two of them left out.
        chance: Probability that the tagger gives exactly this stretch.
    """

    row: int
    first: int
    last: int
    run: tuple[int, int]
    parts: tuple[str, ...]
    chance: float


def candidates(
    text: str,
    rows: Sequence[Sequence[Token]],
    codes: Sequence[Sequence[str]],
    tagger: NameTagger,
    least: float,
) -> list[Candidate]:
    """Return the candidates of a document in reading order; they may overlap.

    Args:
        text: The whole text.
        rows: Tokens of each paragraph.
        codes: What the recogniser says of each token.
        tagger: Weights of the words of a run.
        least: Least probability of a candidate.
    """
    capitals = [runs(text, tokens) for tokens in rows]
    evidence = document_evidence(text, rows, codes, capitals)
    found = []
    for number, (tokens, labels) in enumerate(zip(rows, codes, strict=True)):
        for run in capitals[number]:
            found += _of_run(text, number, tokens, labels, run, evidence, tagger, least)
    return found


def _of_run(
    text: str,
    row: int,
    tokens: Sequence[Token],
    labels: Sequence[str],
    run: tuple[int, int],
    evidence: DocumentEvidence,
    tagger: NameTagger,
    least: float,
) -> list[Candidate]:
    emissions = tagger.emissions(run_features(text, tokens, labels, run, evidence))
    return [
        Candidate(row, run[0] + a, run[0] + b, run, _parts(tokens, run[0] + a, run[0] + b), chance)
        for a, b, chance in tagger.spans(emissions, least)
    ]


def _parts(tokens: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    return tuple(t.text for t in tokens[first : last + 1] if t.text != "-")
