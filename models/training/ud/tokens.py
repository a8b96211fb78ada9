"""Trees over the library's own tokens.

The tokenizer and the treebanks agree on nearly all tokens. Where one of our tokens covers several
words ("buku-buku", three words in the old GSD) it takes the place of the word whose head lies
outside; where a word falls into several of our tokens, the first is the word and the others hang
on it. Sentences in which tokens and words cross are left out.
"""

from dataclasses import replace

from humas_nlp.language import tokenize
from models.training.ud.trees import ROOT, Tree, Word


def retokenize(tree: Tree) -> Tree | None:
    """Return the tree over our tokens, None where tokens and words cross."""
    ranges = tokenize(tree.text)
    owner = _owners(tree, ranges)
    if owner is None:
        return None
    first_token: dict[int, int] = {}
    for at, words in enumerate(owner):
        for one in words:
            first_token.setdefault(one, at)
    tokens = []
    for at, ((start, end), words) in enumerate(zip(ranges, owner, strict=True)):
        form = tree.text[start:end]
        if first_token[words[0]] != at:
            tokens.append(_piece(form, start, first_token[words[0]]))
            continue
        main = next((one for one in words if tree.words[one].head not in words), words[0])
        word = tree.words[main]
        head = ROOT if word.head == ROOT else first_token[word.head]
        tokens.append(replace(word, form=form, start=start, head=head))
    return Tree(tree.text, tokens)


def _owners(tree: Tree, ranges: list[tuple[int, int]]) -> list[list[int]] | None:
    """Return for each token the words that it overlaps; None if one has none or they cross."""
    found: list[list[int]] = []
    at = 0
    for start, end in ranges:
        while at < len(tree.words) and tree.words[at].end <= start:
            at += 1
        last = at
        while last < len(tree.words) and tree.words[last].start < end:
            last += 1
        words = list(range(at, last))
        if not words:
            return None
        crosses = tree.words[at].start < start or tree.words[last - 1].end > end
        if len(words) > 1 and crosses:
            return None
        found.append(words)
    return found


def _piece(form: str, start: int, head: int) -> Word:
    """Return a token that is a later part of a word."""
    if any(map(str.isalnum, form)):
        return Word(form, "NUM" if form.isdigit() else "X", {}, head, "flat", start)
    return Word(form, "PUNCT", {}, head, "punct", start)
