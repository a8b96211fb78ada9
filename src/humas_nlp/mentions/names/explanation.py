"""Why a stretch of text is taken for the name of a person, as a step that can be read."""

from collections.abc import Sequence

from humas_nlp.document import Alternative, Reason, Step
from humas_nlp.mentions.names.candidates import Candidate, candidates
from humas_nlp.mentions.names.document_evidence import document_evidence
from humas_nlp.mentions.names.features import run_features
from humas_nlp.mentions.names.finder import NameWeights, bundled_weights
from humas_nlp.mentions.names.judgement import Judgement, judge
from humas_nlp.mentions.names.mention import PersonMention
from humas_nlp.mentions.names.recognised import Recognised, recogniser_codes
from humas_nlp.mentions.names.tagger import BEGIN, INSIDE, OUTSIDE, NameTagger
from humas_nlp.mentions.tokens import Token

MOST_REASONS = 12
MOST_ALTERNATIVES = 4


def mention_step(
    text: str,
    rows: Sequence[Sequence[Token]],
    mention: PersonMention,
    recognised: Sequence[Recognised] | None = None,
    weights: NameWeights | None = None,
) -> Step:
    """Return why a stretch was taken for the name of a person.

    Args:
        text: The whole text.
        rows: Tokens of each paragraph.
        mention: What `find_person_mentions` found in them.
        recognised: What was given to it.
        weights: What was given to it.

    Returns:
        A step whose reasons add log-odds: first what the document says, then what the words of the
        name and their surroundings add for a name against none. Alternatives are other borders in
        the same run, and that there is no name.
    """
    fitted = weights or bundled_weights()
    codes = recogniser_codes(rows, recognised)
    found = candidates(text, rows, codes, fitted.tagger, fitted.least)
    judged = judge(rows, codes, found, fitted.judgement)
    own = next(j for j in judged if _is_of(j.candidate, mention))
    document = [Reason(f"document: {n}", a) for n, a in fitted.judgement.reasons(own.features)]
    words = _word_reasons(text, rows, codes, own.candidate, fitted.tagger)
    reasons = sorted([*document, *words], key=lambda r: -abs(r.added))[:MOST_REASONS]
    return Step(
        stage="mention",
        module=__name__.rpartition(".")[0] + ".judgement",
        choice=f"{' '.join(mention.parts)} is the name of a person",
        start=mention.start,
        end=mention.end,
        probability=own.probability,
        reasons=tuple(reasons),
        alternatives=_alternatives(judged, own),
    )


def _is_of(candidate: Candidate, mention: PersonMention) -> bool:
    return (candidate.row, candidate.first, candidate.last) == (
        mention.row,
        mention.first,
        mention.last,
    )


def _word_reasons(
    text: str,
    rows: Sequence[Sequence[Token]],
    codes: Sequence[Sequence[str]],
    candidate: Candidate,
    tagger: NameTagger,
) -> list[Reason]:
    """Return what each feature of each word adds for its label against "outside"."""
    evidence = document_evidence(text, rows, codes)
    tokens = rows[candidate.row]
    run = run_features(text, tokens, codes[candidate.row], candidate.run, evidence)
    found = []
    for i in range(candidate.first, candidate.last + 1):
        label = BEGIN if i == candidate.first else INSIDE
        for name in run[i - candidate.run[0]].names():
            scores = tagger.features.get(name)
            if scores is not None and scores[label] != scores[OUTSIDE]:
                added = scores[label] - scores[OUTSIDE]
                found.append(Reason(f"{tokens[i].text}: {name}", added))
    return found


def _alternatives(judged: Sequence[Judgement], own: Judgement) -> tuple[Alternative, ...]:
    mine = own.candidate
    others = [
        Alternative(" ".join(j.candidate.parts), j.probability)
        for j in judged
        if (j.candidate.row, j.candidate.run) == (mine.row, mine.run) and j is not own
    ]
    others.append(Alternative("no name", 1.0 - own.probability))
    return tuple(sorted(others, key=lambda a: -a.probability)[:MOST_ALTERNATIVES])
