"""The spaCy component ``humas_entities``: a thin skin over `read_mentions`."""

from typing import cast

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from humas_nlp.document import Entity, EntityLabel
from humas_nlp.mentions.mention import Mentions
from humas_nlp.mentions.persons import persons_of
from humas_nlp.mentions.proposals import Evidence
from humas_nlp.mentions.reading import read_mentions
from humas_nlp.release.component import release_of
from humas_nlp.store import data_of, set_spans, text_of

SPANS_KEY = "humas_entities"


@Language.factory(
    "humas_entities", assigns=["doc.ents", "doc.spans"], default_config={"spans_key": SPANS_KEY}
)
def make_entities(nlp: Language, name: str, spans_key: str) -> "EntityComponent":
    """Make the component.

    Args:
        nlp: The pipeline.
        name: Name of the component in the pipeline.
        spans_key: Key of the span group that is written.
    """
    return EntityComponent(spans_key)


class EntityComponent:
    """Write entities to ``doc.ents``, ``doc.spans`` and, as plain data, to ``doc.user_data``.

    Names that a recogniser before it in the pipeline put into ``doc.ents`` are weighed against the
    finds of the rules and against the persons and offices of the people room.
    """

    def __init__(self, spans_key: str = SPANS_KEY) -> None:
        """Take the key of the span group."""
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Find the entities of a document."""
        entities = mentions_of(doc).entities(text_of(doc))
        data_of(doc)["entities"] = [entity.to_dict() for entity in entities]
        set_spans(doc, self.spans_key, ((e.start, e.end, e.label) for e in entities))
        doc.ents = filter_spans(doc.spans[self.spans_key])
        return doc


def mentions_of(doc: Doc) -> Mentions:
    """Return the mentions of a Doc, reading them now where no component has done so.

    They take in the persons that the people room has found by then; who needs both asks for the
    people first.
    """
    data = data_of(doc)
    if "mentions" not in data:
        mentions = read_mentions(evidence_of(doc))
        data["mentions"] = mentions.to_dict()
        return mentions
    return Mentions.from_dict(data["mentions"])


def evidence_of(doc: Doc) -> Evidence:
    """Return what the mentions of a Doc are read from."""
    data = data_of(doc)
    reading = data.get("reading", {"offices": ()})
    persons = persons_of(data.get("people", ()), reading["offices"])
    return Evidence(text_of(doc), release_of(doc), recognised(doc), persons)


def recognised(doc: Doc) -> list[Entity] | None:
    """Return what a recogniser put into ``doc.ents``; None where there was none."""
    if not doc.has_annotation("ENT_IOB"):
        return None
    return [Entity(e.start_char, e.end_char, e.text, cast(EntityLabel, e.label_)) for e in doc.ents]
