"""The spaCy component ``humas_names``: rules behind the trained recogniser, a thin skin."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from humas_nlp.mentions.recognised.corrections import Name, tidy
from humas_nlp.mentions.values.laws import find_laws
from humas_nlp.store import text_of


@Language.factory("humas_names", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def make_names(nlp: Language, name: str) -> "NameComponent":
    """Make the component; it stands behind ``ner`` and has no settings."""
    return NameComponent()


class NameComponent:
    """Corrects ``doc.ents``: edges and kinds of names by `tidy`, laws by `find_laws`."""

    def __call__(self, doc: Doc) -> Doc:
        """Correct the entities of a document."""
        laws = _laws(doc)
        taken = {i for start, end, _ in laws for i in range(start, end)}
        names = [
            (e.start, e.end, e.label_) for e in doc.ents if taken.isdisjoint(range(e.start, e.end))
        ]
        found = tidy([token.text for token in doc], sorted([*names, *laws]))
        doc.ents = [Span(doc, start, end, label=label) for start, end, label in found]
        return doc


def _laws(doc: Doc) -> list[Name]:
    """Return the acts that the patterns find, as token numbers."""
    found: list[Name] = []
    for act in find_laws(text_of(doc)):
        span = doc.char_span(act.start, act.end, label=act.label)
        if span is not None:
            found.append((span.start, span.end, act.label))
    return found
