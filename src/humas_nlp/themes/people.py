"""Who speaks about what: speakers by theme, over any number of documents."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import pandas as pd

from humas_nlp.document import Document

COLUMNS = ("theme", "speaker", "type", "role", "affiliation", "quotes", "documents")


@dataclass(slots=True)
class _Voice:
    """What one speaker says about one theme."""

    role: str | None = None
    affiliation: str | None = None
    quotes: int = 0
    documents: set[str] = field(default_factory=set)


def people_by_theme(documents: Iterable[Document], *, main_only: bool = False) -> pd.DataFrame:
    """Count the quotes of each speaker about each theme.

    A speaker is a name and a type; people of one name are one speaker, as nothing in the
    documents tells them apart. Role and affiliation are the first that are stated.

    Args:
        documents: Analysed documents; read once, so a generator will do.
        main_only: Count a quote for its main theme only.

    Returns:
        One row a theme and speaker, most quotes first, with the columns of `COLUMNS`. Quotes
        without a speaker are left out.
    """
    voices: dict[tuple[str, str, str], _Voice] = defaultdict(_Voice)
    for document in documents:
        for quote in document.quotes:
            speaker = quote.speaker
            if speaker is None:
                continue
            for code in quote.themes[:1] if main_only else quote.themes:
                voice = voices[(code, speaker.name, speaker.type)]
                voice.role = voice.role or speaker.role
                voice.affiliation = voice.affiliation or speaker.affiliation
                voice.quotes += 1
                voice.documents.add(document.id)
    rows = [
        (code, name, kind, v.role, v.affiliation, v.quotes, len(v.documents))
        for (code, name, kind), v in voices.items()
    ]
    rows.sort(key=lambda row: (-row[5], row[0], row[1], row[2]))
    return pd.DataFrame(rows, columns=list(COLUMNS))
