"""Other stemmers, tokenizers and sentence splitters, as one call each for the scripts of ../shared.

    pip install nlp-id simplemma PySastrawi pysbd        # in an environment of its own
    PYTHONPATH=bench python ../shared/bench/bench_stem.py "peers:nlp_id_stem()"
    PYTHONPATH=bench python ../shared/bench/bench_tok.py --tok "peers:spacy_tokens()"

Every function imports its package, sets it up as its documentation says, and returns the call.
nlp-id pins versions of numpy and scikit-learn that this library does not use.
"""

from collections.abc import Callable


def pysastrawi_stem() -> Callable[[str], str]:
    """Return PySastrawi's stemmer, with its cache."""
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    return StemmerFactory().create_stemmer().stem


def nlp_id_stem() -> Callable[[str], str]:
    """Return the lemmatizer of nlp-id."""
    from nlp_id.lemmatizer import Lemmatizer

    return Lemmatizer().lemmatize


def simplemma_stem() -> Callable[[str], str]:
    """Return simplemma's lookup."""
    import simplemma

    return lambda word: simplemma.lemmatize(word, lang="id")


def nlp_id_tokens() -> Callable[[str], list[str]]:
    """Return the tokenizer of nlp-id."""
    from nlp_id.tokenizer import Tokenizer

    return Tokenizer().tokenize


def simplemma_tokens() -> Callable[[str], list[str]]:
    """Return simplemma's tokenizer."""
    import simplemma

    return simplemma.simple_tokenizer


def spacy_tokens() -> Callable[[str], list[str]]:
    """Return spaCy's own Indonesian tokenizer."""
    import spacy

    tokenizer = spacy.blank("id").tokenizer
    return lambda text: [token.text for token in tokenizer(text) if not token.is_space]


def pysbd_sentences() -> Callable[[str], list[str]]:
    """Return pysbd with its English rules; it has none for Indonesian."""
    import pysbd

    return pysbd.Segmenter(language="en", clean=False).segment
