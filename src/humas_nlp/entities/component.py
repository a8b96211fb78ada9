"""The spaCy component ``humas_entities``: a thin skin over `find_entities`."""

from spacy.language import Language
from spacy.tokens import Doc

from humas_nlp.entities.finder import find_entities
from humas_nlp.release.component import release_of
from humas_nlp.store import data_of, set_spans, text_of

SPANS_KEY = "humas_entities"


@Language.factory("humas_entities", assigns=["doc.spans"], default_config={"spans_key": SPANS_KEY})
def make_entities(nlp: Language, name: str, spans_key: str) -> "EntityComponent":
    """Make the component.

    Args:
        nlp: The pipeline.
        name: Name of the component in the pipeline.
        spans_key: Key of the span group that is written.
    """
    return EntityComponent(spans_key)


class EntityComponent:
    """Writes entities to ``doc.spans`` and, as plain data, to ``doc.user_data``."""

    def __init__(self, spans_key: str = SPANS_KEY) -> None:
        """Take the key of the span group."""
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Find the entities of a document."""
        data = data_of(doc)
        text = text_of(doc)
        release = release_of(doc)
        people = [(m["start"], m["end"]) for p in data.get("people", ()) for m in p["mentions"]]
        entities = find_entities(
            text, release.paragraphs(), date=release.meta.date, people=sorted(people)
        )
        data["entities"] = [entity.to_dict() for entity in entities]
        set_spans(doc, self.spans_key, ((e.start, e.end, e.label) for e in entities))
        return doc
