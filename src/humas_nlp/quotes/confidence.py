"""How sure a quote is: one calibrated probability that span, speaker and name are all right.

It is a logistic regression over the log-odds of the three stages before it and over how the
speaker is named, fitted on predictions for outlets that the stages had not seen.
`models/quotes/fit.py` fits it and writes `quotes_confidence.json`.
"""

from functools import cache

from humas_nlp.document import Reason, Step
from humas_nlp.quotes.candidates.candidate import QuoteCandidate
from humas_nlp.quotes.speakers.ranking import Ranked
from humas_nlp.quotes.weights import Logistic, logit, read_weights

DIGITS = 3  # of what a step shows


@cache
def fitted() -> Logistic:
    """Return the fitted model."""
    return Logistic.of(read_weights("quotes_confidence"))


def features(
    candidate: QuoteCandidate, quote: float, best: Ranked, name: float
) -> dict[str, float]:
    """Return what the confidence goes by.

    Args:
        candidate: The quote.
        quote: Probability that it is one.
        best: Its speaker.
        name: Probability that the speaker's name is rightly cut; 1 where it is no person's.
    """
    speaker, how, form = best.antecedent.speaker, best.antecedent.how, candidate.source.form
    kind = speaker.type if speaker else "nobody"
    found = {
        "quote": logit(quote),
        "speaker": logit(best.probability),
        "name": logit(name) if kind == "person" else 0.0,
        f"form={form}": 1.0,
        f"type={kind}": 1.0,
        f"{form}.{how}": 1.0,
        f"{candidate.kind}:{kind}": 1.0,
    }
    if speaker and speaker.type == "person" and not speaker.role and " " not in speaker.name:
        found["bare_name"] = 1.0  # the full name may stand in the text unseen
    return found


def confidence_step(case: dict[str, float], sure: float, model: Logistic | None = None) -> Step:
    """Return the step that says how a confidence came about.

    Args:
        case: What `features` gives.
        sure: The confidence.
        model: The fitted one if None.
    """
    model = fitted() if model is None else model
    added = ((f, model.weights.get(f, 0.0) * amount) for f, amount in case.items())
    reasons = sorted(
        (Reason(f, round(value, DIGITS)) for f, value in added if round(value, DIGITS)),
        key=lambda r: (-abs(r.added), r.feature),
    )
    return Step(
        "confidence",
        __name__,
        "span, speaker and name are right",
        None,
        None,
        sure,
        tuple(reasons),
    )
