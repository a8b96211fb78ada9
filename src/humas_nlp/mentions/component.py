"""The spaCy component ``humas_entities``: a thin skin over `find_entities`."""

from collections.abc import Iterable
from typing import Any, cast

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from humas_nlp.document import Entity, EntityLabel
from humas_nlp.mentions.merge import find_entities
from humas_nlp.release.component import release_of
from humas_nlp.store import data_of, set_spans, text_of

SPANS_KEY = "humas_entities"
Range = tuple[int, int]


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

    Names that a recogniser before it in the pipeline put into ``doc.ents`` are joined with values
    and with the persons of the people room.
    """

    def __init__(self, spans_key: str = SPANS_KEY) -> None:
        """Take the key of the span group."""
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Find the entities of a document."""
        data = data_of(doc)
        release = release_of(doc)
        known, passing = _mentions(data.get("people", ()))
        names = recognised(doc)
        entities = find_entities(
            text_of(doc),
            # the rules would take headings and furniture for names, a recogniser reads them too
            release.paragraphs() if names is None else None,
            date=release.meta.date,
            people=known,
            passing=passing,
            names=names,
        )
        data["entities"] = [entity.to_dict() for entity in entities]
        set_spans(doc, self.spans_key, ((e.start, e.end, e.label) for e in entities))
        doc.ents = filter_spans(doc.spans[self.spans_key])
        return doc


def recognised(doc: Doc) -> list[Entity] | None:
    """Return what a recogniser put into ``doc.ents``; None where there was none."""
    if not doc.has_annotation("ENT_IOB"):
        return None
    return [Entity(e.start_char, e.end_char, e.text, cast(EntityLabel, e.label_)) for e in doc.ents]


def _mentions(people: Iterable[dict[str, Any]]) -> tuple[list[Range], list[Range]]:
    """Return the ranges of persons with an office or several mentions, and of the others."""
    known: list[Range] = []
    passing: list[Range] = []
    for person in people:
        is_known = person.get("role") or len(person["mentions"]) > 1
        ranges = [(mention["start"], mention["end"]) for mention in person["mentions"]]
        (known if is_known else passing).extend(ranges)
    return known, passing
