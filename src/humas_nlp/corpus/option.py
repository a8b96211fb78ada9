"""What the command line says of an option, beside the type of its field."""

from typing import NamedTuple


class Option(NamedTuple):
    """How an option stands on the command line.

    Attributes:
        metavar: What stands for its value in the help.
        short: A short name, "-w".
        unset: What holds where it is not given, in words.
    """

    metavar: str | None = None
    short: str | None = None
    unset: str | None = None
