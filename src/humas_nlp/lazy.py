"""Public names of a package that are imported when somebody first asks for them (PEP 562)."""

from collections.abc import Callable, Mapping, MutableMapping
from importlib import import_module
from typing import Any


def lazy_names(
    package: MutableMapping[str, Any], homes: Mapping[str, str]
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return the ``__getattr__`` and ``__dir__`` of a package.

    Args:
        package: The package's ``globals()``; a name that was imported stays there.
        homes: The module of every name that comes late.
    """

    def get(name: str) -> Any:  # noqa: ANN401
        if name not in homes:
            raise AttributeError(f"module {package['__name__']!r} has no attribute {name!r}")
        value = getattr(import_module(homes[name]), name)
        package[name] = value
        return value

    def names() -> list[str]:
        return sorted(package["__all__"])

    return get, names
