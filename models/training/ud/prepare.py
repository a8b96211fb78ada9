"""Write the treebanks as spaCy documents, ready for training.

    python -m models.training.ud.prepare --shared ../shared

Writes `models/training/build/ud/`: `gsd.spacy` (converted), `csui.spacy`, `pud.spacy`,
`icon.spacy` (from constituents), `dev.spacy`, and for each fold N of the cross-validation
`train-N.spacy` and `test-N.conllu`.
"""

import argparse
import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from models.training.ud.constituents import Learned, UsualLabels, to_tree
from models.training.ud.features import FeatureLexicon, complete, keep
from models.training.ud.genre import label_by_genre
from models.training.ud.guidelines import FunctionWords, convert
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
    """Trees over our tokens: CSUI, PUD, converted GSD and ICON to train on, GSD dev."""

    csui: list[Tree]
    pud: list[Tree]
    gsd: list[Tree]
    icon: list[Tree]
    dev: list[Tree]


def load(data: Path) -> Treebanks:
    """Read and convert the treebanks in a data folder.

    Args:
        data: Folder with `ud/` and `icon/`.
    """
    folder = data / "ud"
    csui = _read(folder / "csui-train.conllu")
    pud = _read(folder / "pud.conllu")
    today = csui + pud
    known, lexicon = FunctionWords.learn(today), FeatureLexicon.learn(today)
    gsd = _read(folder / "gsd-train-old-guidelines.conllu")
    for tree in gsd:
        convert(tree, known)
        for word in tree.words:
            complete(word, lexicon)
    learned = Learned(known, lexicon, UsualLabels.learn(today))
    lines = (data / "icon" / "train.trees.txt").read_text("utf-8").splitlines()
    icon = [to_tree(line, learned) for line in lines if line.strip()]
    label_by_genre(icon, gsd, today)
    return Treebanks(csui, pud, _whole(gsd), _whole(icon), _read(folder / "gsd-dev.conllu"))


def _whole(trees: Iterable[Tree]) -> list[Tree]:
    return [tree for tree in trees if tree.is_tree()]


def _read(path: Path) -> list[Tree]:
    trees = (retokenize(tree) for tree in read_conllu(path))
    return _whole(tree for tree in trees if tree is not None)


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
    """Return one document with the words and sentences of `trees`."""
    words: list[str] = []
    spaces: list[bool] = []
    heads: list[int] = []
    for tree in trees:
        first = len(words)
        starts = [word.start for word in tree.words[1:]] + [len(tree.text) + 1]
        for at, (word, following) in enumerate(zip(tree.words, starts, strict=True)):
            words.append(word.form)
            spaces.append(following > word.end)
            heads.append(first + (at if word.head == ROOT else word.head))
    rows = [word for tree in trees for word in tree.words]
    return Doc(
        vocab,
        words=words,
        spaces=spaces,
        pos=[word.upos for word in rows],
        morphs=[_morph(word) for word in rows],
        heads=heads,
        deps=["ROOT" if word.label == "root" else word.label for word in rows],
    )


def _morph(word: Word) -> str:
    return "|".join(f"{key}={value}" for key, value in sorted(keep(word.feats).items()))


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
    banks = load(options.shared / "data")
    vocab = Vocab()
    for name in ("gsd", "csui", "pud", "icon", "dev"):
        trees = getattr(banks, name)
        write(to_docs(trees, vocab), options.out / f"{name}.spacy")
        print(f"{name}: {len(trees)} sentences, {sum(len(tree.words) for tree in trees)} tokens")
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
