"""The pipeline: `load` builds it, `analyze` and `analyze_many` run it and give Documents."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from inspect import signature
from itertools import count, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from humas_nlp.document import Document
from humas_nlp.errors import DataError, HumasError, ModelNotFoundError

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
THEMES = "humas_themes"  # the component that takes a theme model
QUOTES = "humas_quotes"
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
        steps: Whether quotes tell how they came about (`Quote.steps`); it takes more time.

    Raises:
        ModelNotFoundError: There is no pipeline of that name, its files were changed, or the
            theme model is missing, was changed or holds other types than plain data.
    """
    if name not in available():
        raise ModelNotFoundError(
            f"No pipeline is called {name!r}. There is: {', '.join(available())}. "
            "Use one of these names, or spacy.load(path) for a pipeline of your own."
        )
    settings = {THEMES: {"model": None if themes is None else str(themes)}, **_stepping(steps)}
    nlp = _rules(settings) if name == RULES else _trained(name, settings)
    nlp.max_length = MAX_LENGTH
    return nlp


def _stepping(steps: bool) -> dict[str, dict[str, Any]]:
    """Return the setting by which quotes tell how they came about, where one is wanted."""
    if not steps:
        return {}
    from humas_nlp.quotes.component import make_quotes

    return {QUOTES: {"steps": True}} if "steps" in signature(make_quotes).parameters else {}


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


def load_saved(
    folder: Path, *, themes: str | Path | None = None, steps: bool = False
) -> "Language":
    """Return a pipeline that was saved with ``nlp.to_disk``.

    Args:
        folder: Where it lies.
        themes: Theme model of your own; the pipeline's if None.
        steps: Whether quotes tell how they came about.

    Raises:
        ModelNotFoundError: The folder holds no pipeline, or a damaged one.
        DataError: A theme model is given to a pipeline that finds no themes.
    """
    import spacy

    try:
        parts = spacy.util.load_config(folder / "config.cfg").get("components", {})
        if themes is None or THEMES in parts:
            settings = {} if themes is None else {THEMES: {"model": str(themes)}}
            settings |= _stepping(steps and QUOTES in parts)
            nlp = spacy.load(folder, config={"components": settings})
            nlp.max_length = MAX_LENGTH
            return nlp
    except HumasError:  # of one of our components: it says what to do
        raise
    except Exception as error:  # spaCy raises many types on a damaged folder
        raise ModelNotFoundError(
            f"{folder} cannot be loaded as a spaCy pipeline ({type(error).__name__}: {error}). "
            "Save it again with nlp.to_disk."
        ) from error
    raise DataError(
        f"{folder} has no component {THEMES}, so that your theme model cannot be put there. "
        "Use a pipeline that has one."
    )


@cache
def default(steps: bool = False) -> "Language":
    """Return the pipeline that `analyze` uses, built once in a process.

    Args:
        steps: Whether its quotes tell how they came about.
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
        steps: Tell of each quote how it came about (`Quote.steps`). For a pipeline of your own
            say it to `load`.

    Raises:
        HumasError: `text` is no string, or `steps` is asked of a pipeline that is loaded already.

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
        HumasError: A text is no string, there are fewer ids or titles than texts, or `steps` is
            asked of a pipeline that is loaded already.
    """
    if steps and nlp is not None:
        raise HumasError(
            "steps=True is a setting of the pipeline: load it with humas_nlp.load(…, steps=True), "
            "or leave `nlp` out."
        )
    nlp = nlp or default(steps)
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
