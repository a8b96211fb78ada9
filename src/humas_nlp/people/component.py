"""The spaCy component `humas_people`: a thin skin over `find_people`."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from humas_nlp.document import Step
from humas_nlp.mentions.component import evidence_of, mentions_of
from humas_nlp.mentions.names.recognised import Recognised
from humas_nlp.mentions.persons import persons_of
from humas_nlp.mentions.proposals import Evidence
from humas_nlp.mentions.reading import read_mentions
from humas_nlp.people.affiliations import aligned
from humas_nlp.people.explanation import name_steps
from humas_nlp.people.finder import PeopleReading, PeopleWeights, find_people
from humas_nlp.release.component import release_of
from humas_nlp.store import data_of, set_spans, text_of


def people_of(doc: Doc) -> PeopleReading:
    """Return what the people room found in a Doc, reading it now where it has not been.

    The document's mentions are read with it, so that institutions and affiliations agree.
    """
    data = data_of(doc)
    if "people" not in data or "reading" not in data:
        return read_people(doc)
    return PeopleReading.from_dict(data["people"], data["reading"])


def read_people(doc: Doc, weights: PeopleWeights | None = None) -> PeopleReading:
    """Read the people of a Doc and keep them in it.

    Args:
        doc: The Doc.
        weights: What is fitted; the bundled weights if None.
    """
    text, data = text_of(doc), data_of(doc)
    reading = find_people(text, release_of(doc).paragraphs(), _recognised(doc), weights)
    known = "mentions" in data
    mentions = mentions_of(doc) if known else read_mentions(evidence_with(doc, reading))
    reading = aligned(text, reading, mentions)
    data["mentions"] = mentions.to_dict()
    data["people"] = [p.to_dict() for p in reading.people]
    data["reading"] = reading.to_dict()
    set_spans(doc, "humas_people", ((m.start, m.end, "PER") for m in reading.mentions))
    return reading


def evidence_with(doc: Doc, reading: PeopleReading) -> Evidence:
    """Return what the mentions of a Doc are read from, persons among it."""
    offices = reading.to_dict()["offices"]
    persons = persons_of((person.to_dict() for person in reading.people), offices)
    return replace(evidence_of(doc), persons=persons)


def name_steps_of(doc: Doc) -> tuple[Step, ...]:
    """Return why each name of a Doc is one; read anew, so only for who asks.

    Args:
        doc: A Doc as it comes to `humas_people`: with the entities of a recogniser or none.
    """
    return name_steps(text_of(doc), release_of(doc).paragraphs(), _recognised(doc))


def _recognised(doc: Doc) -> list[Recognised] | None:
    """Return the names that a recogniser before this component has set, if there is one."""
    if not doc.has_annotation("ENT_IOB"):
        return None
    return [(e.start_char, e.end_char, e.label_) for e in doc.ents]


class PeopleComponent:
    """Write ``doc.spans["humas_people"]`` and the people of ``doc._.humas``.

    Args:
        name: Name in the pipeline.
    """

    def __init__(self, name: str) -> None:
        """Keep the name."""
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Find the people of a Doc."""
        people_of(doc)
        return doc


@Language.factory("humas_people", assigns=["doc.spans"])
def make_people(nlp: Language, name: str) -> PeopleComponent:
    """Create the component."""
    return PeopleComponent(name)
