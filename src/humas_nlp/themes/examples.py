"""Labelled texts, and what is wrong with them, said with the row.

`humas_nlp.corpus.labelled` reads them from files.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from humas_nlp.errors import name_list
from humas_nlp.themes.errors import ThemeDataError

FEWEST = 10  # below this many documents nothing can be held out to measure
FEWEST_OF_A_LABEL = 5
_NAMED = 5  # rows that a warning names; the rest are counted


@dataclass(slots=True)
class Examples:
    """Texts with the codes of their themes.

    Attributes:
        texts: Headline, if there is one, and text.
        labels: Codes of each text, the main one first; empty where it is unlabelled.
        rows: Where each text came from, for messages: "labels.csv, line 3".
        warnings: What was left out or is doubtful, each with its rows.
    """

    texts: list[str] = field(default_factory=list)
    labels: list[list[str]] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def pick(self, places: Iterable[int]) -> "Examples":
        """Return the examples at these places, with the same warnings."""
        chosen = list(places)
        return Examples(
            [self.texts[i] for i in chosen],
            [self.labels[i] for i in chosen],
            [self.rows[i] for i in chosen],
            list(self.warnings),
        )

    def warn(self, what: str, places: Sequence[int]) -> None:
        """Add a warning that names the rows at these places."""
        self.warnings.append(f"{what}: {_named([self.rows[i] for i in places])}.")


def check_examples(examples: Examples, *, labelled: bool = True) -> Examples:
    """Leave out what teaches nothing, and warn of what is doubtful.

    Left out are empty texts, texts without a label (with `labelled`), repeated texts but for the
    first, and texts that stand there twice with different labels.

    Args:
        examples: What `read_examples` gives.
        labelled: Whether every text needs a label.

    Raises:
        ThemeDataError: Fewer than `FEWEST` documents or two labels are left.
    """
    examples = _drop_empty(examples, labelled)
    examples = _drop_repeated(examples)
    if len(examples.texts) < FEWEST:
        raise ThemeDataError(
            f"There are {len(examples.texts)} usable documents; training needs at least {FEWEST}"
            f"{_because(examples.warnings)}"
        )
    if labelled:
        _check_labels(examples)
    return examples


def check_measured(examples: Examples, known: Sequence[str]) -> Examples:
    """Leave out what cannot be measured, and warn of labels that a model does not know.

    Args:
        examples: What `read_examples` gives.
        known: Codes of the model.

    Raises:
        ThemeDataError: No labelled text is left, or none of the labels is the model's.
    """
    usable = _drop_repeated(_drop_empty(examples, True))
    codes = {code for row in usable.labels for code in row}
    if not codes & set(known):
        raise ThemeDataError(
            f"None of the labels is known to the model{_because(usable.warnings)}\n"
            f"  Its labels: {name_list(list(known))}."
        )
    strange = sorted(codes - set(known))
    if strange:
        usable.warnings.append(
            f"The model does not know the labels {name_list(strange)}; it never finds them."
        )
    return usable


def _drop_empty(examples: Examples, labelled: bool) -> Examples:
    empty = [i for i, text in enumerate(examples.texts) if not text.strip()]
    if empty:
        examples.warn(f"{len(empty)} empty texts are left out", empty)
    bare = [i for i, codes in enumerate(examples.labels) if labelled and not codes]
    if bare:
        examples.warn(f"{len(bare)} texts without a label are left out", bare)
    gone = {*empty, *bare}
    return examples.pick(i for i in range(len(examples.texts)) if i not in gone)


def _drop_repeated(examples: Examples) -> Examples:
    places: dict[str, list[int]] = defaultdict(list)
    for i, text in enumerate(examples.texts):
        places[" ".join(text.lower().split())].append(i)
    gone: set[int] = set()
    repeated: list[int] = []
    for same in places.values():
        if len({frozenset(examples.labels[i]) for i in same}) > 1:
            examples.warn(
                "The same text has different labels and is left out; keep the right row", same
            )
            gone.update(same)
        else:
            repeated += same[1:]
    if repeated:
        examples.warn(f"{len(repeated)} repeated texts are left out", repeated)
    gone.update(repeated)
    return examples.pick(i for i in range(len(examples.texts)) if i not in gone)


def _check_labels(examples: Examples) -> None:
    counts = Counter(code for codes in examples.labels for code in codes)
    if len(counts) < 2:
        raise ThemeDataError(
            f"There is one label only, {next(iter(counts))!r}. A classifier tells labels apart: "
            f"give texts of a second one, or label the rest 'lainnya' (none of the themes)"
            f"{_because(examples.warnings)}"
        )
    rare = {code: n for code, n in sorted(counts.items()) if n < FEWEST_OF_A_LABEL}
    if rare:
        named = ", ".join(f"{code!r} ({n})" for code, n in list(rare.items())[:12])
        examples.warnings.append(
            f"{len(rare)} of {len(counts)} labels have fewer than {FEWEST_OF_A_LABEL} documents; "
            f"they are learned badly and their figures say little: {named}."
        )


def _because(warnings: Sequence[str]) -> str:
    return "." + "".join(f"\n  {warning}" for warning in warnings[:_NAMED])


def _named(rows: Sequence[str]) -> str:
    more = f" and {len(rows) - _NAMED} more" if len(rows) > _NAMED else ""
    return "; ".join(rows[:_NAMED]) + more
