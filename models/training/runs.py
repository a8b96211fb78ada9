"""Which training runs came to their end.

spaCy writes `model-last` at every evaluation, so that a run that was cut off has one as well. A
run that ended leaves an empty file beside its models; a run that has none is done again.
"""

from pathlib import Path

MARK = "trained"


def has_ended(out: Path) -> bool:
    """Say whether the run that writes its models into `out` came to its end."""
    return (out / MARK).exists()


def mark_ended(out: Path) -> None:
    """Say that the run in `out` came to its end."""
    (out / MARK).touch()
