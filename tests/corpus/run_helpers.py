"""A stand-in analysis for runs, importable by worker processes, and inputs to run it on."""

import json
import os
import signal
from pathlib import Path

from sample_documents import document

from humas_nlp.corpus.engine import Engine
from humas_nlp.document import Document


def fake_analyze_many(texts, *, ids=None, titles=None, nlp=None):
    """Give a full document for every text; do what a text with a capital word asks for."""
    for text, id, title in zip(texts, ids, titles, strict=True):
        if "GAGAL" in text:
            raise ValueError("sengaja")
        if "MATI" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "HENTI" in text:
            raise KeyboardInterrupt
        yield document(id) if "penuh" in text else Document(id, text, warnings=(f"{title}",))


def load_fake(model, themes=None):
    """Stand in for `load_engine`."""
    return Engine(fake_analyze_many)


def load_never(model, themes=None):
    """Fail where nothing may be loaded."""
    raise AssertionError("the pipeline was loaded")


def write_rows(path, count, special=None):
    """Write records "d0", "d1", … as JSON Lines; `special` maps numbers to texts."""
    texts = special or {}
    path.write_text(
        "".join(
            json.dumps({"id": f"d{n}", "text": texts.get(n, f"naskah penuh {n}")}) + "\n"
            for n in range(count)
        ),
        "utf-8",
    )
    return path


def shard_bytes(folder):
    """Return the content of every table file of a run by its name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(Path(folder).glob("*.parquet/*"))
    }
