"""The spaCy skin of roots and dictionary forms, and the view ``token._.humas``.

`humas_stemmer` keeps the roots as plain data with the Doc; `humas_lemmatizer` sets
``token.lemma_``. The view works without either: it asks the shared functions.
"""

from collections.abc import Callable, Iterable
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Token
from spacy.training import Example

from humas_nlp.language.analyzer import Morpheme, analyze_word
from humas_nlp.language.lemmatizer import lemma
from humas_nlp.language.stemmer import Stemmer, stem
from humas_nlp.store import EXTENSION, KEY, data_of

# Function words are looked up and counted as they are: "melalui" as a preposition is not "lalu".
# GSD keeps them whole, CSUI and PUD mostly have their roots.
_FUNCTION = frozenset({"ADP", "CCONJ", "SCONJ"})


def root_of(token: Token, find: Callable[[str], str] = stem) -> str:
    """Return the root of a token, by its part of speech where it has one.

    Args:
        token: The token; without a tag the word alone decides.
        find: From a word to its root.

    Returns:
        A proper noun as it is written, a preposition or conjunction in lower case, else the root.
    """
    if token.pos_ == "PROPN":
        return token.text
    return token.lower_ if token.pos_ in _FUNCTION else find(token.text)


class TokenView:
    """What the library knows of a token.

    Args:
        token: The token.
    """

    def __init__(self, token: Token) -> None:
        """Keep the token."""
        self._token = token

    @property
    def stem(self) -> str:
        """Root: what `humas_stemmer` found, else `root_of`."""
        stored = self._token.doc.user_data.get(KEY, {}).get("stems")
        return str(stored[self._token.i]) if stored else root_of(self._token)

    @property
    def lemma(self) -> str:
        """Dictionary form, with the part of speech of the token where it has one."""
        return lemma(self._token.text, self._token.pos_ or None)

    @property
    def morphemes(self) -> tuple[Morpheme, ...]:
        """Parts of the word; their places count from the start of the token."""
        return analyze_word(self._token.text).morphemes

    def __repr__(self) -> str:
        """Show the root and the dictionary form."""
        return f"TokenView(stem={self.stem!r}, lemma={self.lemma!r})"


class StemmerComponent:
    """Store the root of every token in the Doc's data.

    Args:
        name: Name in the pipeline.
        exceptions: Roots by word.
        compat: "sastrawi" for PySastrawi's output.
    """

    def __init__(self, name: str, exceptions: dict[str, str], compat: str | None) -> None:
        """Build the stemmer."""
        self.name = name
        self._stemmer = Stemmer(exceptions, compat=compat)  # type: ignore[arg-type]

    def __call__(self, doc: Doc) -> Doc:
        """Write ``doc.user_data["humas_nlp"]["stems"]``, one root for every token."""
        data_of(doc)["stems"] = [self._root(token) for token in doc]
        return doc

    def _root(self, token: Token) -> str:
        """Ask the exceptions, then the part of speech; "sastrawi" knows none."""
        stemmer = self._stemmer
        listed = not stemmer.exceptions.keys().isdisjoint((token.text, token.lower_))
        if listed or stemmer.compat:
            return stemmer(token.text)
        return root_of(token, stemmer)


class LemmatizerComponent:
    """Set ``token.lemma_``.

    Args:
        name: Name in the pipeline.
        mode: "dictionary" for dictionary forms, "root" for roots as in the UD treebanks.
        overwrite: Whether lemmas that are there are replaced.
    """

    def __init__(self, name: str, mode: str, overwrite: bool) -> None:
        """Keep the settings.

        Raises:
            ValueError: If `mode` is unknown; spaCy reports it with the config.
        """
        if mode not in ("dictionary", "root"):
            raise ValueError(f"humas_lemmatizer: mode {mode!r} is not 'dictionary' or 'root'.")
        self.name, self.mode, self.overwrite = name, mode, overwrite

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of a Doc."""
        for token in doc:
            if self.overwrite or not token.lemma:
                text = token.text
                is_root = self.mode == "root"
                token.lemma_ = root_of(token) if is_root else lemma(text, token.pos_ or None)
        return doc

    def score(self, examples: Iterable[Example], **_: object) -> dict[str, Any]:
        """Return the share of right lemmas, for `spacy evaluate` and training."""
        return Scorer.score_token_attr(examples, "lemma")


@Language.factory("humas_stemmer", default_config={"exceptions": {}, "compat": None})
def make_stemmer(
    nlp: Language, name: str, exceptions: dict[str, str], compat: str | None
) -> StemmerComponent:
    """Create the component; `exceptions` travel with the config."""
    return StemmerComponent(name, exceptions, compat)


@Language.factory(
    "humas_lemmatizer",
    assigns=["token.lemma"],
    default_config={"mode": "dictionary", "overwrite": False},
    default_score_weights={"lemma_acc": 1.0},
)
def make_lemmatizer(nlp: Language, name: str, mode: str, overwrite: bool) -> LemmatizerComponent:
    """Create the component."""
    return LemmatizerComponent(name, mode, overwrite)


def register() -> None:
    """Register ``token._.humas`` unless something has that name already."""
    if not Token.has_extension(EXTENSION):
        Token.set_extension(EXTENSION, getter=TokenView)


register()
