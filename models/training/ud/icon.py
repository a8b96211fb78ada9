"""Words and tags of the ICON treebank as those of the library and of Universal Dependencies.

ICON (9,000 constituency trees of news) splits the clitics "nya", "ku" and "mu" off and takes
reduplications apart; here they are one word again. Function words take the tag that
CSUI and PUD give them, for the classes of the two schemes are cut differently (TAME holds
auxiliaries and adverbs, KUA determiners and numbers).
"""

from models.training.ud.features import FeatureLexicon, complete
from models.training.ud.guidelines import FunctionWords
from models.training.ud.trees import Word

Tagged = list[tuple[str, str]]

_UPOS = {
    "NNO": "NOUN",
    "NNP": "PROPN",
    "PUN": "PUNCT",
    "PPO": "ADP",
    "VBI": "VERB",
    "VBT": "VERB",
    "VBP": "VERB",
    "VBL": "VERB",
    "ADV": "ADV",
    "ADJ": "ADJ",
    "NUM": "NUM",
    "CCN": "CCONJ",
    "CSN": "SCONJ",
    "ART": "DET",
    "PRR": "PRON",
    "TAME": "AUX",
    "PRN": "PRON",
    "PRK": "PRON",
    "KUA": "DET",
    "NEG": "PART",
    "PAR": "PART",
    "SYM": "SYM",
    "PRI": "PRON",
    "INT": "INTJ",
}
# The same in both schemes: the tag of the tree is taken as it is.
_OPEN = frozenset({"NNO", "NNP", "VBI", "VBT", "VBP", "ADJ", "NUM"})
CLITICS = frozenset({"nya", "ku", "mu"})
_BRACKETS = {"-LRB-": "(", "-RRB-": ")"}
_ONE_OF = {"salah": "ADJ", "satu": "NUM"}


def word_numbers(sentence: Tagged) -> list[int]:
    """Return for each token of ICON the number of the word that it belongs to.

    Clitics belong to the word before them, the halves of a reduplication ("desa - desa") with
    their hyphen to one word, as in the library's own tokens.
    """
    forms = [form for form, _ in sentence]
    numbers: list[int] = []
    left = 0
    for at, (form, tag) in enumerate(sentence):
        clitic = form in CLITICS and tag in {"PRK", "ART"} and at > 0 and forms[at - 1].isalpha()
        doubles = form == "-" and 0 < at < len(forms) - 1 and _alike(forms[at - 1], forms[at + 1])
        if doubles:
            left = 2
        if clitic or left:
            numbers.append(numbers[-1])
            left = max(left - 1, 0)
        else:
            numbers.append(numbers[-1] + 1 if numbers else 0)
    return numbers


def _alike(first: str, second: str) -> bool:
    """Tell halves of a reduplication: "desa - desa", "berkali - kali", "kura - kuranya"."""
    if not (first.isalpha() and second.isalpha()) or min(len(first), len(second)) < 3:
        return False
    return second.lower().startswith(first.lower()) or first.lower().endswith(second.lower())


def join(sentence: Tagged) -> Tagged:
    """Return the words of a sentence, each with the tag of its first token.

    Example:
        >>> join([("rumah", "NNO"), ("nya", "PRK"), ("desa", "NNO"), ("-", "PUN"), ("desa", "NNO")])
        [('rumahnya', 'NNO'), ('desa-desa', 'NNO')]
    """
    joined: Tagged = []
    for (form, tag), number in zip(sentence, word_numbers(sentence), strict=True):
        form = _BRACKETS.get(form, form)
        if number < len(joined):
            joined[number] = (joined[number][0] + form, joined[number][1])
        else:
            joined.append((form, tag))
    return joined


def to_words(sentence: Tagged, known: FunctionWords, lexicon: FeatureLexicon) -> list[Word]:
    """Return the words of a sentence with universal tags and features, without heads."""
    joined = join(sentence)
    words = []
    for at, (form, tag) in enumerate(joined):
        following = joined[at + 1][1] if at + 1 < len(joined) else ""
        word = Word(form, _tag(form.lower(), tag, following, known), {}, 0, "")
        complete(word, lexicon)
        words.append(word)
    return words


def _tag(form: str, tag: str, following: str, known: FunctionWords) -> str:
    if tag == "KUA" and form in _ONE_OF:
        return _ONE_OF[form]
    if tag in _OPEN:
        return _UPOS[tag]
    if tag == "PPO" and form in known.both:
        return "SCONJ" if following.startswith("VB") else "ADP"
    return known.tags.get(form, _UPOS[tag])
