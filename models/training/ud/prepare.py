"""Write the treebanks as spaCy documents, ready for training.

    python -m models.training.ud.prepare --shared ../shared

Writes `models/training/build/ud/`: `gsd.spacy` (converted), `csui.spacy`, `pud.spacy`,
`icon.spacy` (tags alone), `dev.spacy`, and for each fold N of the cross-validation
`train-N.spacy` and `test-N.conllu`.
"""

import argparse
import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from humas_nlp.language.component import words_and_spaces
from models.training.ud.features import FeatureLexicon, complete, keep
from models.training.ud.guidelines import FunctionWords, convert
from models.training.ud.icon import read_tagged, to_words
from models.training.ud.tokens import retokenize
from models.training.ud.trees import ROOT, Tree, Word, read_conllu

SEED = 20
FOLDS = 5
# Neighbouring sentences are of one text: they go into one fold together.
BLOCK = 10
# Documents of 2 to 6 sentences, for the encoder looks at the whole document.
FEWEST, MOST = 2, 6


@dataclass(frozen=True, slots=True)
class Treebanks:
    """Trees over our tokens: converted GSD, CSUI and PUD to train on, GSD dev."""

    gsd: list[Tree]
    csui: list[Tree]
    pud: list[Tree]
    dev: list[Tree]
    known: FunctionWords
    lexicon: FeatureLexicon


def load(folder: Path) -> Treebanks:
    """Read and convert the treebanks of `folder`."""
    csui = _read(folder / "csui-train.conllu")
    pud = _read(folder / "pud.conllu")
    known, lexicon = FunctionWords.learn(csui + pud), FeatureLexicon.learn(csui + pud)
    gsd = []
    for tree in _read(folder / "gsd-train-old-guidelines.conllu"):
        convert(tree, known)
        if not tree.is_tree():
            continue
        for word in tree.words:
            complete(word, lexicon)
        gsd.append(tree)
    return Treebanks(gsd, csui, pud, _read(folder / "gsd-dev.conllu"), known, lexicon)


def _read(path: Path) -> list[Tree]:
    trees = (retokenize(tree) for tree in read_conllu(path))
    return [tree for tree in trees if tree is not None and tree.is_tree()]


def fold_of(number: int) -> int:
    """Return the fold of the sentence with this number in its file."""
    return number // BLOCK % FOLDS


def to_docs(trees: Iterable[Tree], vocab: Vocab) -> Iterable[Doc]:
    """Yield documents of a few sentences each."""
    left = list(trees)
    draw = random.Random(SEED)
    while left:
        size = draw.randint(FEWEST, MOST)
        yield to_doc(left[:size], vocab)
        left = left[size:]


def to_doc(trees: list[Tree], vocab: Vocab) -> Doc:
    """Return one document with the sentences of `trees`."""
    text = " ".join(tree.text for tree in trees)
    words, spaces = words_and_spaces(text)
    rows: list[tuple[int, Word]] = []
    for tree in trees:
        first = len(rows)
        for word in tree.words:
            head = len(rows) if word.head == ROOT else first + word.head
            rows.append((head, word))
    # A token of white space hangs on the word before it, as in spaCy.
    place: list[int] = [at for at, word in enumerate(words) if not word.isspace()]
    assert len(place) == len(rows), text
    heads, labels, tags = list(range(len(words))), ["dep"] * len(words), [""] * len(words)
    morphs, poses = [""] * len(words), ["SPACE"] * len(words)
    for at, (head, word) in zip(place, rows, strict=True):
        heads[at] = place[head]
        labels[at] = "ROOT" if word.label == "root" else word.label
        poses[at] = tags[at] = word.upos
        morphs[at] = "|".join(f"{key}={value}" for key, value in sorted(keep(word.feats).items()))
    for at in range(1, len(words)):
        if words[at].isspace():
            heads[at] = at - 1
    return Doc(
        vocab, words=words, spaces=spaces, pos=poses, morphs=morphs, heads=heads, deps=labels
    )


def tagged_doc(words: list[Word], vocab: Vocab) -> Doc:
    """Return a document with tags and features, whose heads and labels are unknown."""
    morphs = [
        "|".join(f"{key}={value}" for key, value in sorted(one.feats.items())) for one in words
    ]
    return Doc(
        vocab,
        words=[word.form for word in words],
        pos=[word.upos for word in words],
        morphs=morphs,
        sent_starts=[at == 0 for at in range(len(words))],
    )


def write(docs: Iterable[Doc], path: Path) -> None:
    """Write documents into one file."""
    DocBin(docs=docs, store_user_data=False).to_disk(path)


def write_conllu(trees: Iterable[Tree], path: Path) -> None:
    """Write surface trees for `bench_ud.py`."""
    with path.open("w", encoding="utf-8") as file:
        for tree in trees:
            file.write(f"# text = {tree.text}\n")
            for at, word in enumerate(tree.words, 1):
                row = (at, word.form, word.lower, word.upos, "_", "_", word.head + 1, word.label)
                file.write("\t".join(map(str, row)) + "\t_\t_\n")
            file.write("\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=Path("models/training/build/ud"))
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    folder = options.shared / "data" / "ud"
    banks = load(folder)
    vocab = Vocab()
    for name in ("gsd", "csui", "pud", "dev"):
        trees = getattr(banks, name)
        write(to_docs(trees, vocab), options.out / f"{name}.spacy")
        print(f"{name}: {len(trees)} sentences, {sum(len(tree.words) for tree in trees)} tokens")
    tagged = read_tagged(options.shared / "data" / "icon" / "train.pos.tsv")
    words = [to_words(sentence, banks.known, banks.lexicon) for sentence in tagged]
    write((tagged_doc(sentence, vocab) for sentence in words), options.out / "icon.spacy")
    print(f"icon: {len(words)} sentences, {sum(map(len, words))} tokens")
    raw = [list(read_conllu(folder / name)) for name in ("csui-train.conllu", "pud.conllu")]
    for fold in range(FOLDS):
        kept = [
            tree
            for bank in (banks.csui, banks.pud)
            for at, tree in enumerate(bank)
            if fold_of(at) != fold
        ]
        tested = [tree for bank in raw for at, tree in enumerate(bank) if fold_of(at) == fold]
        texts = {tree.text for tree in tested}
        kept = [tree for tree in kept if tree.text not in texts]
        write(to_docs(kept, vocab), options.out / f"train-{fold}.spacy")
        write_conllu(tested, options.out / f"test-{fold}.conllu")


if __name__ == "__main__":
    main()
