"""Errors that the library raises; each message says what, where and what to do."""

from collections.abc import Sequence

MANY_NAMES = 12


class HumasError(Exception):
    """Base of every error raised on purpose: wrong arguments, never odd text."""


class DataError(HumasError):
    """An input file or record cannot be read; the message names file and line."""


class ModelNotFoundError(HumasError):
    """A trained artefact is missing, damaged, or of an unknown name."""


class MissingExtraError(HumasError):
    """An optional dependency is not installed; the message names the extra."""

    def __init__(self, extra: str, purpose: str) -> None:
        """Name the extra and what needs it."""
        super().__init__(
            f"{purpose} needs the optional extra '{extra}'. "
            f"Install it with: pip install 'humas-nlp[{extra}]'"
        )


def name_list(names: Sequence[str]) -> str:
    """Join names for a message, the first dozen."""
    shown = ", ".join(repr(name) for name in names[:MANY_NAMES])
    more = f" and {len(names) - MANY_NAMES} more" if len(names) > MANY_NAMES else ""
    return (shown + more) or "none"
