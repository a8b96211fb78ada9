"""The pipeline: `load` builds it, `analyze` and `analyze_many` run it and give Documents."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import count, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from humas_nlp.document import Document
from humas_nlp.errors import HumasError, ModelNotFoundError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

T = TypeVar("T")

# No component parses or allocates by the square of the length, so that spaCy's guard of a million
# characters would only turn away long files.
MAX_LENGTH = 1_000_000_000
LONG = 1_000_000
RULES = "rules"
DEFAULT = "id_humas_news"
TRAINED = (DEFAULT, "id_humas_news_light")
QUOTES = "humas_quotes"
THEMES = "humas_themes"  # the component that takes a theme model
PIPES = (
    "humas_release",
    "humas_sentences",
    "humas_people",
    "humas_entities",
    QUOTES,  # its dates are those of the entities
    THEMES,
)


def load(
    name: str = DEFAULT, *, themes: str | Path | None = None, steps: bool = False
) -> "Language":
    """Return a spaCy pipeline that works offline.

    Args:
        name: One of

            - "id_humas_news": parts of speech, dependencies and named entities by trained
              components; people and quotes by rules; themes by the bundled classifier.
            - "id_humas_news_light": the same without parts of speech and dependencies and with a
              smaller recogniser.
            - "rules": no trained component but the themes; several times as fast.
        themes: Theme model of your own, as `humas themes train` writes it; the bundled one if
            None.
        steps: Whether each quote says how it came about (`Quote.steps`).

    Raises:
        ModelNotFoundError: There is no pipeline of that name, its files were changed, or the
            theme model is missing, was changed or holds other types than plain data.
    """
    if name not in available():
        raise ModelNotFoundError(
            f"No pipeline is called {name!r}. There is: {', '.join(available())}. "
            "Use one of these names, or spacy.load(path) for a pipeline of your own."
        )
    settings: dict[str, dict[str, Any]] = {
        THEMES: {"model": None if themes is None else str(themes)},
        QUOTES: {"steps": steps},
    }
    nlp = _rules(settings) if name == RULES else _trained(name, settings)
    nlp.max_length = MAX_LENGTH
    return nlp


def available() -> list[str]:
    """Return the names that `load` takes."""
    from humas_nlp.artefacts import is_bundled

    return sorted([RULES, *filter(is_bundled, TRAINED)])


def _rules(settings: dict[str, dict[str, Any]]) -> "Language":
    from humas_nlp.language.component import blank

    nlp = blank()
    for name in PIPES:
        nlp.add_pipe(name, config=settings.get(name, {}))
    return nlp


def _trained(name: str, settings: dict[str, dict[str, Any]]) -> "Language":
    """Load a bundled pipeline; the light one has no vectors of its own."""
    import spacy
    from spacy.util import get_lang_class
    from spacy.vocab import create_vocab

    import humas_nlp.language.component  # noqa: F401  the tokenizer, token._.humas
    from humas_nlp.artefacts import folder_of, verify

    folder, whole = folder_of(name), folder_of(DEFAULT)
    verify(folder)
    if folder == whole:
        return spacy.load(folder, config={"components": settings})
    verify(whole)
    vocab = create_vocab("id", get_lang_class("id").Defaults).from_disk(whole / "vocab")
    return spacy.load(folder, vocab=vocab, exclude=["vocab"], config={"components": settings})


@cache
def default(steps: bool = False) -> "Language":
    """Return the pipeline that `analyze` uses, built once in a process.

    Args:
        steps: Whether each quote says how it came about.
    """
    return load(steps=steps)


def analyze(
    text: str,
    *,
    id: str = "",
    title: str | None = None,
    nlp: "Language | None" = None,
    steps: bool = False,
) -> Document:
    """Analyse one text.

    Args:
        text: Any string. Odd text never raises; what was odd stands in `Document.warnings`.
        id: Id for the result.
        title: Headline that is kept apart from the text, if there is one.
        nlp: Pipeline to use; the default one if None.
        steps: Whether each quote says how it came about; a pipeline of your own decides for
            itself (``load(steps=True)``).

    Raises:
        HumasError: `text` is no string.

    Example:
        >>> document = analyze("“Siap,” ujar Bupati Kendal, Sri Hartati.")
        >>> document.quotes[0].speaker.name
        'Sri Hartati'
    """
    return next(iter(analyze_many([text], ids=[id], titles=[title], nlp=nlp, steps=steps)))


def analyze_many(
    texts: Iterable[str],
    *,
    ids: Iterable[str] | None = None,
    titles: Iterable[str | None] | None = None,
    nlp: "Language | None" = None,
    steps: bool = False,
) -> Iterator[Document]:
    """Analyse texts one after another, lazily and in order.

    Args:
        texts: Any strings.
        ids: One id a text; "1", "2", … if None.
        titles: One headline or None a text.
        nlp: Pipeline to use; the default one if None.
        steps: As for `analyze`.

    Yields:
        One Document a text.

    Raises:
        HumasError: A text is no string, or there are fewer ids or titles than texts.
    """
    nlp = nlp or (default(steps=True) if steps else default())
    names = iter(ids if ids is not None else map(str, count(1)))
    heads = iter(titles if titles is not None else repeat(None))
    for number, text in enumerate(texts, 1):
        name, title = _beside(names, "ids", number), _beside(heads, "titles", number)
        if not isinstance(text, str):
            raise HumasError(
                f"Document {name!r}: the text is {type(text).__name__}, not str. "
                "Pass one string a document; decode bytes first."
            )
        yield _document(nlp(_make(nlp, text, title)), name, title)


def _beside(values: Iterator[T], what: str, number: int) -> T:
    """Return the next id or title; a text without one is an error, not a lost document."""
    for value in values:
        return value
    raise HumasError(
        f"Text {number} has no entry in `{what}`: there are only {number - 1}. "
        f"Pass one a text, or leave `{what}` out."
    )


def _make(nlp: "Language", text: str, title: str | None) -> "Doc":
    from humas_nlp.store import data_of

    doc = nlp.make_doc(text)
    if title:
        data_of(doc)["title"] = title
    return doc


def _document(doc: "Doc", name: str, title: str | None) -> Document:
    from humas_nlp.store import HumasView, forget_text

    document = HumasView(doc).document(name)
    forget_text()
    meta = document.meta
    if title and not meta.title:
        meta = replace(meta, title=title)
    return replace(document, meta=meta, warnings=tuple(_warnings(document.text)))


def _warnings(text: str) -> list[str]:
    """Say what is odd about a text."""
    found = []
    if not text.strip():
        found.append("The text is empty.")
    if "\x00" in text:
        found.append(f"The text has a NUL character, first at offset {text.index(chr(0))}.")
    if "\ufffd" in text:
        found.append(
            f"The text has U+FFFD in place of unreadable characters, first at offset "
            f"{text.index(chr(0xFFFD))}."
        )
    if len(text) > LONG:
        found.append(f"The text is very long: {len(text)} characters in one document.")
    return found
