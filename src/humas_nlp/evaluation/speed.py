"""How fast a pipeline is, with its start and without."""

import gzip
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

# The steady rate is that of the texts between these shares: before, models are read and worker
# processes start; behind, the last worker works alone. At both ends the workers are as far ahead
# of what has been handed over, so that nothing is counted that was done outside.
FROM, TO = 0.1, 0.9


@dataclass(frozen=True, slots=True)
class Rate:
    """Texts and words a second.

    Attributes:
        texts: Texts a second.
        words: Words a second; a word is what stands between blanks.
    """

    texts: float
    words: float


def read_texts(path: Path, limit: int | None = None) -> list[str]:
    """Read the field "text" of the lines of a ``.jsonl`` or ``.jsonl.gz`` file.

    Args:
        path: The file.
        limit: Lines to read; all if None.
    """
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in islice(lines, limit)]


def arrivals(nlp: "Language", texts: Sequence[str], *, processes: int) -> list[float]:
    """Run a pipeline over all texts; return when each was done, in seconds from the start.

    Set OMP_NUM_THREADS=1 to give every process one thread.

    Args:
        nlp: Any spaCy pipeline; the size of its batches is its own.
        texts: The texts.
        processes: Worker processes; starting them counts.
    """
    start = time.perf_counter()
    return [time.perf_counter() - start for _ in nlp.pipe(texts, n_process=processes)]


def rates(times: Sequence[float], words: Sequence[int]) -> tuple[Rate, Rate]:
    """Return the rate of all texts, and the steady one.

    Args:
        times: What `arrivals` gives, of at least one text.
        words: Number of words of each text.

    Example:
        >>> times = [6.0, *range(7, 16)]  # ten texts: five seconds of start, one second each
        >>> [rate.texts for rate in rates(times, [200] * 10)]
        [0.6666666666666666, 1.0]
    """
    first, last = int(FROM * len(times)), max(int(TO * len(times)) - 1, 0)
    whole = Rate(len(times) / times[-1], sum(words) / times[-1])
    if last <= first or times[last] <= times[first]:  # too few to tell
        return whole, whole
    seconds = times[last] - times[first]
    between = words[first + 1 : last + 1]
    return whole, Rate(len(between) / seconds, sum(between) / seconds)


def measure(
    nlp: "Language", texts: Sequence[str], *, processes: int, repeat: int
) -> dict[str, Rate]:
    """Return the best rates of some runs: "with start" and "steady".

    Args:
        nlp: Any spaCy pipeline.
        texts: At least one text.
        processes: Worker processes.
        repeat: Number of runs.
    """
    words = [len(text.split()) for text in texts]
    runs = [rates(arrivals(nlp, texts, processes=processes), words) for _ in range(repeat)]
    best = [max(each, key=lambda rate: rate.words) for each in zip(*runs, strict=True)]
    return dict(zip(("with start", "steady"), best, strict=True))
