"""The bodies of a corpus with their dates, for figures of a model."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from humas_nlp.corpus.readers import read_records
from humas_nlp.corpus.records import Failure
from humas_nlp.release import read_release
from humas_nlp.themes.errors import ThemeDataError
from humas_nlp.themes.tagger import body_text


@dataclass(slots=True)
class Bodies:
    """Headline and body of every readable record, read once and lazily.

    Attributes:
        paths: Files or folders.
        text: Field of the text.
        title: Field of the headline, or None.
        date: Field of an ISO date; the date that the text states, if None.
        failures: What could not be read so far.
    """

    paths: list[str | Path]
    text: str = "text"
    title: str | None = None
    date: str | None = None
    failures: list[str] = field(default_factory=list)

    def __iter__(self) -> Iterator[tuple[str, str | None]]:
        """Yield text and ISO date, or None for the date.

        Raises:
            DataError: A path is not there.
            ThemeDataError: A field that was named is not there.
        """
        keep = [self.date] if self.date else []
        for item in read_records(self.paths, text=self.text, title=self.title, keep=keep):
            if isinstance(item, Failure):
                if item.usage:
                    raise ThemeDataError(str(item).replace("--id, --title or --keep", "--title"))
                self.failures.append(str(item))
                continue
            release = read_release(item.text)
            body = body_text(item.text, release)
            stated: Any = item.keep.get(self.date) if self.date else release.meta.date
            yield (
                f"{item.title}\n{body}" if item.title else body,
                str(stated) if stated else None,
            )
