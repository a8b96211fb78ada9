"""The options of a run, declared once.

`humas_nlp.corpus.run` takes them by name, ``humas analyze`` as options of the command line, the
engines as one value. An option's help is its line under "Attributes"; `Option` beside its type says
how the command line writes it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Any, Self

from humas_nlp.corpus.option import Option
from humas_nlp.corpus.records import Fields
from humas_nlp.corpus.shards import DOCUMENTS
from humas_nlp.errors import DataError
from humas_nlp.pipeline import DEFAULT as DEFAULT_MODEL

ENGINES = ("local", "ray")


@dataclass(frozen=True, slots=True)
class AnalysisOptions(Fields):
    """Which fields of a record are read, and what analyses them.

    Attributes:
        model: Pipeline: id_humas_news, id_humas_news_light, rules, or a path.
        themes: Your own theme model, as `humas themes train` writes it, with its .json beside it.
        steps: Tell of each quote how it came about: construction, speaker, who else, and why.
    """

    model: str = DEFAULT_MODEL
    themes: Annotated[str | None, Option("MODEL.skops", unset="the pipeline's")] = None
    steps: bool = False

    @classmethod
    def of(cls, **given: Any) -> Self:  # noqa: ANN401 - as many types as there are options
        """Return options as callers give them: fields in any iterable, a path of any kind."""
        keep: Iterable[str] = given.get("keep") or ()
        themes: str | Path | None = given.get("themes")
        # Absolute, so that it is found wherever a worker is started.
        path = None if themes is None else str(Path(themes).resolve())
        return cls(**given | {"keep": tuple(keep), "themes": path})


@dataclass(frozen=True, slots=True)
class RunOptions(AnalysisOptions):
    """Which documents are analysed, with what, by whom.

    Attributes:
        limit: Analyse the first N documents.
        sample: Analyse a random part: 500 documents, or a share such as 0.05.
        seed: Another seed draws another sample.
        workers: Worker processes, some 500 MB each; 1 works in this process.
        engine: This machine, or a Ray cluster.
        shard_size: Documents in a shard of the Parquet tables.
        resume: Go on where an earlier run into this folder stopped.
        overwrite: Replace an output that is not empty.
    """

    limit: Annotated[int | None, Option("N", unset="all")] = None
    sample: Annotated[float | None, Option("N|SHARE", unset="all")] = None
    seed: int = 0
    workers: Annotated[int, Option("N", short="-w")] = 1
    engine: Annotated[str, Option("|".join(ENGINES))] = ENGINES[0]
    shard_size: Annotated[int, Option("N")] = DOCUMENTS
    resume: bool = False
    overwrite: bool = False

    def check(self) -> None:
        """See that the options make sense together.

        Raises:
            DataError: They do not.
        """
        if self.resume and self.overwrite:
            raise DataError("--resume keeps an earlier run and --overwrite drops it: give one.")
        if self.workers < 1:
            raise DataError(f"{self.workers} workers cannot work. Give a number from 1.")
        if self.engine not in ENGINES:
            raise DataError(f"There is no engine {self.engine!r}. Engines: {', '.join(ENGINES)}.")

    def reading(self) -> dict[str, Any]:
        """Return what decides which documents are read, for the manifest."""
        names = (*(field.name for field in fields(Fields)), "limit", "sample", "seed")
        return {name: getattr(self, name) for name in names}
