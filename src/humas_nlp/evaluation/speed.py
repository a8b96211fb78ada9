"""How fast a pipeline is."""

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def read_texts(path: Path) -> list[str]:
    """Read the field "text" of every line of a ``.jsonl`` file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def best_seconds(nlp: "Language", texts: list[str], *, processes: int, repeat: int) -> float:
    """Time a pipeline over all texts; the best of the runs, in seconds.

    Set OMP_NUM_THREADS=1 to give every process one thread.

    Args:
        nlp: Any spaCy pipeline.
        texts: The texts.
        processes: Worker processes; starting them counts.
        repeat: Number of runs.
    """
    best = float("inf")
    for _ in range(repeat):
        start = time.perf_counter()
        for _ in nlp.pipe(texts, n_process=processes, batch_size=32):
            pass
        best = min(best, time.perf_counter() - start)
    return best
