"""The spaCy component `humas_quotes`: a thin skin over `find_quotes`."""

from spacy.language import Language
from spacy.tokens import Doc

from humas_nlp.document import Entity
from humas_nlp.language import sentences
from humas_nlp.mentions.component import mentions_of
from humas_nlp.people.component import people_of
from humas_nlp.quotes.circumstances.finder import with_circumstances
from humas_nlp.quotes.finder import find_quotes
from humas_nlp.release.component import release_of
from humas_nlp.store import data_of, sentence_ranges, set_spans, text_of

SITUATE = ("DATE", "LOC", "ORG")  # entities that tell when or where something is said


class QuoteComponent:
    """Write quotes and cues to ``doc.spans`` and the quotes of ``doc._.humas``.

    The component stands alone: people and the outer form of the text are read first where no
    component before it has done so. Quotes have dates only behind ``humas_entities``, which finds
    them.

    Args:
        name: Name in the pipeline.
        spans_key: Span group for the contents, labelled with their kind.
        min_confidence: Quotes under it are left out.
        min_quote_probability: Least probability that a stretch is a quote at all. Higher gives
            fewer quotes of which more are right, lower the other way; None for the fitted value,
            the best of both.
        steps: Whether each quote carries how it came about.
    """

    def __init__(
        self,
        name: str,
        *,
        spans_key: str,
        min_confidence: float,
        min_quote_probability: float | None,
        steps: bool,
    ) -> None:
        """Keep the settings."""
        self.name = name
        self.spans_key = spans_key
        self.min_confidence = min_confidence
        self.min_quote_probability = min_quote_probability
        self.steps = steps

    def __call__(self, doc: Doc) -> Doc:
        """Find the quotes of a Doc."""
        text, entities = text_of(doc), data_of(doc).get("entities", ())
        people = people_of(doc)  # first, as the mentions take them in
        split = sentence_ranges(doc) or sentences(text)
        quotes = with_circumstances(
            text,
            find_quotes(
                text,
                release_of(doc).paragraphs(),
                people,
                mentions_of(doc),
                sentences=split,
                steps=self.steps,
                min_quote_probability=self.min_quote_probability,
            ),
            split,
            [Entity.from_dict(e) for e in entities if e["label"] in SITUATE],
        )
        quotes = [q for q in quotes if q.confidence >= self.min_confidence]
        data_of(doc)["quotes"] = [q.to_dict() for q in quotes]
        set_spans(doc, self.spans_key, ((q.start, q.end, q.kind) for q in quotes))
        cues = (q.cue for q in quotes if q.cue)
        set_spans(doc, "humas_cues", ((c.start, c.end, c.lemma) for c in cues))
        return doc


@Language.factory(
    "humas_quotes",
    assigns=["doc.spans"],
    default_config={
        "spans_key": "humas_quotes",
        "min_confidence": 0.0,
        "min_quote_probability": None,
        "steps": False,
    },
)
def make_quotes(
    nlp: Language,
    name: str,
    spans_key: str,
    min_confidence: float,
    min_quote_probability: float | None,
    steps: bool,
) -> QuoteComponent:
    """Create the component.

    Args:
        nlp: The pipeline.
        name: Name in the pipeline.
        spans_key: Span group for the contents.
        min_confidence: Quotes under it are left out.
        min_quote_probability: Least probability that a stretch is a quote at all; None for the
            fitted one.
        steps: Whether each quote carries how it came about.
    """
    return QuoteComponent(
        name,
        spans_key=spans_key,
        min_confidence=min_confidence,
        min_quote_probability=min_quote_probability,
        steps=steps,
    )
