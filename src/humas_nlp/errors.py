"""Errors that the library raises; each message says what, where and what to do."""


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
