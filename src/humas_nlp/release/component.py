"""The spaCy component: a thin skin over `read_release`."""

from spacy.language import Language
from spacy.tokens import Doc

from humas_nlp.document import Release
from humas_nlp.release.reader import read_release
from humas_nlp.store import data_of, text_of


def release_of(doc: Doc) -> Release:
    """Return the outer form of a Doc, reading it now where no component has done so."""
    data = data_of(doc)
    if "release" not in data:
        release = read_release(text_of(doc))
        data["release"] = release.to_dict()
        return release
    return Release.from_dict(data["release"])


class ReleaseComponent:
    """Store the outer form of a text under ``doc.user_data["humas_nlp"]["release"]``.

    Attributes:
        name: Name in the pipeline.
    """

    def __init__(self, name: str) -> None:
        """Keep the name; there is no other state."""
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Read ``doc.text`` and store plain data, so that the Doc can be serialised."""
        release_of(doc)
        return doc


@Language.factory("humas_release")
def make_release(nlp: Language, name: str) -> ReleaseComponent:
    """Create the component.

    Args:
        nlp: The pipeline (unused: the reader works on the plain text).
        name: Name in the pipeline.
    """
    return ReleaseComponent(name)
