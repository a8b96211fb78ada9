"""The spaCy component that lets go of a Doc's working data once no component needs it."""

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

_EMPTY = np.zeros((0,), dtype=np.float32)  # what a new Doc has


class CleanerComponent:
    """Empty ``doc.tensor``, the encoder's rows.

    They are three quarters of a serialised Doc, and worker processes and `DocBin` would carry them
    along. spaCy's ``doc_cleaner`` would set None, and then ``Span.as_doc`` fails.

    Args:
        name: Name in the pipeline.
    """

    def __init__(self, name: str) -> None:
        """Keep the name."""
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Empty the tensor; vectors and likeness come from the vocabulary's vectors."""
        doc.tensor = _EMPTY.copy()  # type: ignore[assignment]  # spaCy's are float32 too
        return doc


@Language.factory("humas_cleaner")
def make_cleaner(nlp: Language, name: str) -> CleanerComponent:
    """Create the component; it stands behind everything that listens to an encoder."""
    return CleanerComponent(name)
