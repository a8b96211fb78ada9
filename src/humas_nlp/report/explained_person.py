"""Why a person is one, which mentions were joined, and which office: read from the text.

Persons carry no steps of their own. Where a quote of theirs has steps about the name, these are
told; else what stands in and around the name, as the rules and the lexicons see it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from humas_nlp.document import Document, Person, Reason, Span, Step
from humas_nlp.lexicon import lexemes
from humas_nlp.lexicon.name_words import name_weight
from humas_nlp.people.aliases import same_person
from humas_nlp.people.finder import find_people
from humas_nlp.quotes.sentences.cues import lead_cue, post_cue
from humas_nlp.release import read_release
from humas_nlp.report.described import file_of
from humas_nlp.report.explanation import Answer, Explanation, spoken_reasons
from humas_nlp.report.labels import Language, labels

WEIGHTS = "humas_nlp/data/people_name_words.tsv"
LEXICON = "humas_nlp/data/lexicon/words.tsv"
INSTITUTIONS = "humas_nlp/data/entities_institutions.toml"
FINDER = "humas_nlp.mentions.names.finder"
RECOGNISED = "humas_nlp.mentions.names.recognised"
MERGE = "humas_nlp.people.finder"
ALIASES = "humas_nlp.people.aliases"
OFFICES = "humas_nlp.mentions.offices"
NAME_STAGES = ("mention", "person")

_WORD = re.compile(r"[\w'’.-]*\w")
_AGE = re.compile(r"\s*\(\d\d(?: tahun)?\)")
# How far around a name its office, a cue and its neighbours are looked for, in code points.
AROUND = 160


def explain_person(document: Document, person: Person, language: Language = "id") -> Explanation:
    """Explain a person: why this is a name, what was joined, which office, which quotes.

    Args:
        document: The analysis with its text.
        person: One of its people.
        language: "id" or "en".

    Raises:
        HumasError: The language is neither.
    """
    words = labels("explain", language)
    quotes = [q for q in document.quotes if q.speaker and q.speaker.person == person.id]
    steps = next((n for q in quotes if (n := _name_steps(q.steps))), ())
    name = (
        tuple(_told(step, language) for step in steps)
        if steps
        else (_name(document, person, language),)
    )
    spoken = ", ".join(quote.id for quote in quotes) or words["no_quotes"]
    answers = (
        *name,
        _joined(person, words),
        _office(document.text, person, words),
        Answer(words["spoken"], spoken),
    )
    return Explanation(person.id, person.name, answers)


def _name_steps(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return tuple(step for step in steps if step.stage in NAME_STAGES)


def _told(step: Step, language: Language) -> Answer:
    words = labels("explain", language)
    return Answer(
        words[step.stage],
        step.choice,
        step.probability,
        (),
        spoken_reasons(step.reasons, language),
        words["added"],
        step.alternatives,
        file_of(step.module),
    )


def _name(document: Document, person: Person, language: Language) -> Answer:
    """Say what speaks for a name: the weight of its words, and what stands around it."""
    words = labels("explain", language)
    text = document.text
    weights = (Reason(f"word={word}", name_weight(word)) for word in person.name.split())
    signs = list(dict.fromkeys(_signs(text, person, words)))
    rules = _by_rules(text, person)
    notes = (
        *_neighbours(text, person, words),
        words["by_rules" if rules else "by_recogniser"],
        words["weights_in"].format(WEIGHTS, LEXICON),
        words["if_wrong"].format(INSTITUTIONS),
    )
    return Answer(
        words["person"],
        " · ".join(signs) or words["no_signs"],
        None,
        notes,
        spoken_reasons(weights, language),
        words["word_weights"],
        (),
        file_of(FINDER if rules else RECOGNISED),
    )


def _by_rules(text: str, person: Person) -> bool:
    """Say whether the rules find a mention of a person without a recogniser."""
    found = find_people(text, read_release(text).paragraphs()).mentions
    return any(m.start < own.end and own.start < m.end for m in found for own in person.mentions)


def _signs(text: str, person: Person, words: dict[str, str]) -> Iterator[str]:
    """Yield what stands around the name and speaks for a person."""
    if person.role:
        yield words["office_beside"].format(person.role)
    if person.honorifics:
        yield words["honorifics"].format(", ".join(person.honorifics))
    if person.degrees:
        yield words["degrees"].format(", ".join(person.degrees))
    for mention in person.mentions:
        if _AGE.match(text, mention.end):
            yield words["age"]
        before, after = _beside(text, mention)
        if before and post_cue(before.lower()):
            yield words["cue_before"].format(before)
        if after and lead_cue(after.lower()):
            yield words["cue_behind"].format(after)


def _beside(text: str, mention: Span) -> tuple[str, str]:
    """Return the words right before and behind a mention; "" where none stands there."""
    before = _WORD.findall(text[max(0, mention.start - AROUND) : mention.start])
    after = _WORD.match(text[mention.end : mention.end + AROUND].lstrip())
    return before[-1] if before else "", after[0] if after else ""


def _neighbours(text: str, person: Person, words: dict[str, str]) -> Iterator[str]:
    """Yield the word before the first mention with its classes: a unit's head shows here."""
    for mention in person.mentions[:1]:
        word, _ = _beside(text, mention)
        if word:
            classes = ", ".join(sorted(_classes().get(word, ()))) or words["no_class"]
            yield words["beside"].format(word, classes)


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
    other = {"spelling", "alias"} & set(ways.values())
    file = file_of(ALIASES if other else MERGE)
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
