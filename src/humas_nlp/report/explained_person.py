"""Why a person is one, which mentions were joined, and which office: read from the text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from humas_nlp.document import Document, Person, Step
from humas_nlp.lexicon import lexemes
from humas_nlp.people.explanation import name_steps
from humas_nlp.people.same_person import same_person
from humas_nlp.release import read_release
from humas_nlp.report.described import file_of
from humas_nlp.report.explanation import Answer, Explanation, answer_of
from humas_nlp.report.labels import Language, labels

LEXICON = "humas_nlp/data/lexicon/words.tsv"
WEIGHTS = "humas_nlp/data/people_name_words.tsv"
RECOGNISED = "humas_nlp.mentions.names.recognised"
MERGE = "humas_nlp.people.same_person"
ALIASES = "humas_nlp.people.aliases"
OFFICES = "humas_nlp.mentions.offices"
NAME_STAGES = ("mention", "person")

# Marks before a word are read once: a match cannot begin between two of them.
_WORD = re.compile(r"(?<!['’.-])['’.-]*+\w+(?:['’.-]++\w+)*+")
# How far around a name its office and the word before it are looked for, in code points.
AROUND = 160


def explain_person(
    document: Document, person: Person, language: Language = "id", steps: Sequence[Step] = ()
) -> Explanation:
    """Explain a person: why this is a name, what was joined, which office, which quotes.

    Args:
        document: The analysis with its text.
        person: One of its people.
        language: "id" or "en".
        steps: Steps about the names of the document, as `humas_nlp.people.component.name_steps_of`
            gives them. Without them the names are read anew, by the rules without a recogniser.

    Raises:
        HumasError: The language is neither.
    """
    words = labels("explain", language)
    quotes = [q for q in document.quotes if q.speaker and q.speaker.person == person.id]
    given = [*steps, *(step for quote in quotes for step in quote.steps)]
    text = document.text
    own = _own(given, person) or _own(name_steps(text, read_release(text).paragraphs()), person)
    spoken = ", ".join(quote.id for quote in quotes) or words["no_quotes"]
    answers = (
        _name(text, person, own, language),
        _joined(person, words),
        _office(text, person, words),
        Answer(words["spoken"], spoken),
    )
    return Explanation(person.id, person.name, answers)


def _own(steps: Sequence[Step], person: Person) -> Step | None:
    """Return the surest step about a name of a person."""
    own = [
        step
        for step in steps
        if step.stage in NAME_STAGES
        and any(step.start == m.start and step.end == m.end for m in person.mentions)
    ]
    return max(own, key=lambda step: step.probability or 0.0, default=None)


def _name(text: str, person: Person, step: Step | None, language: Language) -> Answer:
    """Say what speaks for a name, and where to change what is wrong."""
    words = labels("explain", language)
    notes = (
        *_before(text, person, words),
        words["weights_in"].format(WEIGHTS),
        words["if_wrong"].format(LEXICON),
    )
    if step is None:
        own = words["by_recogniser"]
        return Answer(words["person"], person.name, notes=(own, *notes), file=file_of(RECOGNISED))
    told = answer_of(step, language)
    return replace(told, question=words["person"], answer=person.name, notes=notes)


def _before(text: str, person: Person, words: dict[str, str]) -> Iterator[str]:
    """Yield the word before the first mention with its classes: a unit's head shows here."""
    for mention in person.mentions[:1]:
        found = _WORD.findall(text[max(0, mention.start - AROUND) : mention.start])
        if found:
            classes = ", ".join(sorted(_classes().get(found[-1], ()))) or words["no_class"]
            yield words["beside"].format(found[-1], classes)


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {lexeme.form: lexeme.classes for lexeme in lexemes()}


def _joined(person: Person, words: dict[str, str]) -> Answer:
    """Say which forms of the name were taken for one person, and why each."""
    forms = Counter(" ".join(mention.text.split()) for mention in person.mentions)
    ways = {form: _way(person.name, form) for form in forms}
    notes = tuple(
        f"{form} {words['times'].format(count)}: {words[ways[form]]}"
        for form, count in forms.items()
    )
    file = file_of(ALIASES if "alias" in ways.values() else MERGE)
    return Answer(words["joined"], str(len(person.mentions)), notes=notes, file=file)


def _way(name: str, form: str) -> str:
    """Return how a form belongs to a name."""
    if form.casefold() == name.casefold():
        return "full_name"
    if set(form.casefold().split()) <= set(name.casefold().split()):
        return "same_words"
    same = same_person(tuple(name.split()), tuple(form.split()))
    return "spelling" if same else "alias"


def _office(text: str, person: Person, words: dict[str, str]) -> Answer:
    """Say which office a person has and where it stands."""
    office = [part for part in (person.role, person.affiliation) if part]
    if not office:
        return Answer(words["office"], words["no_office"], file=f"{OFFICES.replace('.', '/')}/")
    notes = [words["institution"].format(person.affiliation)] if person.affiliation else []
    where, phrase = _place(text, person, office[0])
    notes.append(words[where].format(phrase))
    module = {"in_front": "before", "behind": "after"}.get(where)
    file = file_of(f"{OFFICES}.{module}" if module else OFFICES)
    return Answer(words["office"], person.role or words["no_office"], notes=tuple(notes), file=file)


def _place(text: str, person: Person, office: str) -> tuple[str, str]:
    """Return where the words of an office stand beside the name: label, words of the text."""
    for mention in person.mentions:
        front = text[max(0, mention.start - AROUND) : mention.start]
        at = front.rfind(office)
        if at >= 0:
            return "in_front", " ".join(f"{front[at:]}{mention.text}".split())
        behind = text[mention.end : mention.end + AROUND]
        at = behind.find(office)
        if at >= 0:
            return "behind", " ".join(f"{mention.text}{behind[: at + len(office)]}".split())
    return "elsewhere", ""
