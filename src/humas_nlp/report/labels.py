"""The words of the views in Indonesian and English."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Literal, get_args

from humas_nlp.document import Theme
from humas_nlp.errors import HumasError

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@cache
def all_labels() -> Mapping[str, Mapping[str, tuple[str, str]]]:
    """Return group -> key -> (Indonesian, English)."""
    source = resources.files("humas_nlp") / "data" / "report_labels.toml"
    groups = tomllib.loads(source.read_text(encoding="utf-8"))
    return {
        group: {key: (pair[0], pair[1]) for key, pair in entries.items()}
        for group, entries in groups.items()
    }


def labels(group: str, language: Language) -> dict[str, str]:
    """Return the words of a group in one language.

    Raises:
        HumasError: The language is neither "id" nor "en".

    Example:
        >>> labels("kind", "en")["direct"]
        'direct'
    """
    place = LANGUAGES.index(known_language(language))
    return {key: pair[place] for key, pair in all_labels()[group].items()}


def known_language(name: str) -> Language:
    """Return the language of this name.

    Raises:
        HumasError: The name is neither "id" nor "en".
    """
    for language in LANGUAGES:
        if name == language:
            return language
    raise HumasError(f"The views speak 'id' and 'en', not {name!r}. Name one of these.")


def both_labels(group: str) -> dict[str, str]:
    """Return the words of a group as HTML in both languages; the page shows one of them.

    Example:
        >>> both_labels("entity")["PER"].split("</span>")[0]
        '<span class="humas-id" lang="id">orang'
    """
    return {key: both(*pair) for key, pair in all_labels()[group].items()}


def both(indonesian: str, english: str) -> str:
    """Write a word in both languages; the words are HTML already."""
    if indonesian == english:
        return indonesian
    return (
        f'<span class="humas-id" lang="id">{indonesian}</span>'
        f'<span class="humas-en" lang="en">{english}</span>'
    )


def theme_label(theme: Theme, language: Language) -> str:
    """Return the name of a theme; in English where it is one of the packaged taxonomy.

    Example:
        >>> theme_label(Theme("pemilu", "Pemilu dan pilkada", 0.9), "en")
        'Elections'
    """
    from humas_nlp.themes.taxonomy import taxonomy

    known = taxonomy().get(theme.code)
    return known.label_en if language == "en" and known else theme.label
