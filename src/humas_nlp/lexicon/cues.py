"""Lexemes of reporting: the one loader of `data/lexicon/cues.tsv`, and the lists derived from it.

A lexeme has one row with all its forms: what follows a quotation ("kata"), what leads a clause
("mengatakan"), passives, nouns, and its stance. Every list of cues that a rule needs is a view of
these rows, so that no two lists can disagree.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, get_args

from humas_nlp.document import Stance

CueClass = Literal["say", "noun", "urge", "mind", "that"]
PassiveMark = Literal["agent", "judges"]
NounMark = Literal["opens", "inside", "back"]
Postposed = Literal["free", "commas", "known", "-"]
Closing = Literal["bare", "nya", "-"]

_COLUMNS = ("lexeme", "after", "closes", "stance", "active", "passive", "nouns")


@dataclass(frozen=True, slots=True)
class CueForm:
    """One form of a lexeme of reporting.

    Attributes:
        form: The word in lower case: "mengatakan".
        marks: What it does, names of the column's marks; none for a form that is no cue itself.
    """

    form: str
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class CueLexeme:
    """One lexeme of reporting with all its forms.

    Attributes:
        root: The root; "kata".
        spellings: The root as it is written, itself first: ("imbau", "himbau").
        postposed: Whether the bare root, or the root with -nya, follows a quotation: "free",
            "commas" (a common word too: only between commas or beside a mark), "known" (an everyday
            word: between commas only with a known person), or "-" for never.
        closes: Whether it opens no sentence behind a closing mark though its capital says so:
            "bare" (the root and the root with -nya), "nya" (only with -nya), or "-".
        stance: What it does with the words it reports.
        active: Verbs before a clause; the mark is their `CueClass`.
        passive: Passives; marks "agent" (needs its agent beside it) and "judges".
        nouns: Nouns; marks "opens" (before a clause), "inside" (inside a sentence too) and "back"
            (refers to what was said).
    """

    root: str
    spellings: tuple[str, ...]
    postposed: Postposed
    closes: Closing
    stance: Stance
    active: tuple[CueForm, ...]
    passive: tuple[CueForm, ...]
    nouns: tuple[CueForm, ...]

    def forms(self) -> Iterator[str]:
        """Yield what can be a cue: the root where it follows a quotation, then all other forms."""
        if self.postposed != "-":
            yield from self.spellings
        yield from (f.form for f in (*self.active, *self.passive, *self.nouns))


def parse_cues(text: str) -> tuple[CueLexeme, ...]:
    """Read the rows of a cue lexicon.

    Args:
        text: The file: comments begin with "# ", the first other line names the columns.

    Raises:
        ValueError: A row has a wrong number of columns or a value that its column does not know; a
            verb has two classes; a root or a form stands in two places.
    """
    lines = [
        (number, line.split("\t"))
        for number, line in enumerate(text.splitlines(), 1)
        if line and not line.startswith("#")
    ]
    if not lines or tuple(lines[0][1]) != _COLUMNS:
        raise ValueError(f"cues.tsv: the columns are not {', '.join(_COLUMNS)}.")
    found = tuple(_lexeme(number, row) for number, row in lines[1:])
    _check_once(found)
    return found


def _lexeme(number: int, row: list[str]) -> CueLexeme:
    if len(row) != len(_COLUMNS):
        raise ValueError(f"cues.tsv, line {number}: {len(row)} columns, not {len(_COLUMNS)}.")
    spellings, after, closes, stance, active, passive, nouns = row
    for value, kind in ((after, Postposed), (closes, Closing), (stance, Stance)):
        if value not in get_args(kind):
            raise ValueError(f"cues.tsv, line {number}: {value!r} is not in {get_args(kind)}.")
    if closes != "-" and after == "-":
        raise ValueError(f"cues.tsv, line {number}: what closes a quotation follows it too.")
    roots = tuple(spellings.split())
    return CueLexeme(
        root=roots[0],
        spellings=roots,
        postposed=after,  # type: ignore[arg-type]
        closes=closes,  # type: ignore[arg-type]
        stance=stance,  # type: ignore[arg-type]
        active=_forms(number, active, get_args(CueClass), 1),
        passive=_forms(number, passive, get_args(PassiveMark), 2),
        nouns=_forms(number, nouns, get_args(NounMark), 3),
    )


def _forms(number: int, cell: str, known: tuple[str, ...], most: int) -> tuple[CueForm, ...]:
    """Read "disebut:agent+judges disebutkan"; a form has at most `most` marks of the known ones."""
    forms = []
    for word in cell.split() if cell != "-" else ():
        form, colon, marks = word.partition(":")
        names = frozenset(marks.split("+")) if colon else frozenset[str]()
        if form != form.lower() or not names <= set(known) or len(names) > most:
            raise ValueError(
                f"cues.tsv, line {number}: {word!r}: small letters, at most {most} of {known}."
            )
        forms.append(CueForm(form, names))
    return tuple(forms)


def _check_once(lexemes: Iterable[CueLexeme]) -> None:
    """Raise where a word stands twice; a root may be a noun of its own lexeme too ("saran")."""
    words: list[str] = []
    for lexeme in lexemes:
        forms = [f.form for f in (*lexeme.active, *lexeme.passive, *lexeme.nouns)]
        words += [*forms, *(root for root in lexeme.spellings if root not in forms)]
    twice = sorted(word for word, times in Counter(words).items() if times > 1)
    if twice:
        raise ValueError(f"cues.tsv: twice, or in two classes: {', '.join(twice)}.")


@cache
def cue_lexemes() -> tuple[CueLexeme, ...]:
    """Return all lexemes of reporting in the order of the file.

    Raises:
        ValueError: See `parse_cues` (an error of the package, not of a text).

    Example:
        >>> next(lexeme.stance for lexeme in cue_lexemes() if lexeme.root == "tampik")
        'denial'
    """
    return parse_cues((files("humas_nlp.data") / "lexicon" / "cues.tsv").read_text("utf-8"))


@cache
def postposed_roots(*kinds: Postposed) -> frozenset[str]:
    """Return the roots that follow a quotation, in all spellings; all kinds where none is given."""
    chosen = kinds or ("free", "commas", "known")
    return frozenset(
        root for lexeme in cue_lexemes() if lexeme.postposed in chosen for root in lexeme.spellings
    )


@cache
def closing_forms() -> frozenset[str]:
    """Return the forms that open no sentence behind a closing mark: "ujar", "ujarnya"."""
    closing = [
        (root, lexeme)
        for lexeme in cue_lexemes()
        if lexeme.closes != "-"
        for root in lexeme.spellings
    ]
    return frozenset(f"{root}nya" for root, _ in closing) | {
        root for root, lexeme in closing if lexeme.closes == "bare"
    }


@cache
def lead_verbs() -> Mapping[str, CueClass]:
    """Return the verbs before a clause with their class; read-only."""
    verbs: dict[str, CueClass] = {
        form.form: mark  # type: ignore[misc]
        for lexeme in cue_lexemes()
        for form in lexeme.active
        for mark in form.marks
    }
    return MappingProxyType(verbs)


@cache
def passives(mark: PassiveMark | None = None) -> frozenset[str]:
    """Return the passives of reporting: all, or those with a mark."""
    return _marked((form for lexeme in cue_lexemes() for form in lexeme.passive), mark)


@cache
def reporting_nouns(mark: NounMark) -> frozenset[str]:
    """Return the nouns of reporting with a mark: "opens", "inside" or "back"."""
    return _marked((form for lexeme in cue_lexemes() for form in lexeme.nouns), mark)


def _marked(forms: Iterable[CueForm], mark: str | None) -> frozenset[str]:
    return frozenset(form.form for form in forms if mark is None or mark in form.marks)


@cache
def stance_by_form() -> Mapping[str, Stance]:
    """Return the stance of every form that is not neutral; read-only."""
    return MappingProxyType(
        {
            form: lexeme.stance
            for lexeme in cue_lexemes()
            if lexeme.stance != "neutral"
            for form in lexeme.forms()
        }
    )


@cache
def derived_classes() -> Mapping[str, frozenset[str]]:
    """Return the word classes whose members are views of this lexicon, for `word_class`."""
    return MappingProxyType(
        {
            "cue_root": postposed_roots("free", "known"),
            "cue_verb": frozenset(v for v, k in lead_verbs().items() if k != "that"),
            "instruction_noun": reporting_nouns("inside"),
            "judging_passive": passives("judges"),
            "report_noun": reporting_nouns("back"),
            "reporting_verb": frozenset(v for v, k in lead_verbs().items() if k != "that"),
        }
    )
