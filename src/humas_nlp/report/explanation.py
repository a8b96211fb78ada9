"""Why a quote or a person is as it is, in words: questions with their answers, without a terminal.

`humas explain` prints them, and the article view shows them under each quote. They are read from
`Quote.steps`; a result without steps is explained by what it says of itself (`described.py`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from humas_nlp.document import Alternative, Quote, Reason, Step
from humas_nlp.quotes.candidates.constructions import construction_of, constructions
from humas_nlp.report.described import CUE_FILE, described_steps, file_of, module_of
from humas_nlp.report.labels import Language, labels
from humas_nlp.report.markup import escape, isolated

SHOWN_DIGITS = 2  # of log-odds
NONE = {"nobody": "nobody", "no name": "no_name"}  # choice of a step: key of its words


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with its answer.

    Attributes:
        question: In two or three words: "Speaker".
        answer: What was decided.
        probability: Of the answer, in [0, 1], or None.
        notes: Sentences about it.
        reasons: What each reason added, in words, with its log-odds.
        reasons_title: What the reasons are.
        alternatives: What else there was, with probabilities.
        file: The file to open, from "humas_nlp/" on; "" if there is none.
    """

    question: str
    answer: str
    probability: float | None = None
    notes: tuple[str, ...] = ()
    reasons: tuple[tuple[str, float], ...] = ()
    reasons_title: str = ""
    alternatives: tuple[Alternative, ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything about one quote or person.

    Attributes:
        id: "Q3", "P1".
        title: What it is about, in one line.
        answers: In the order in which they were decided.
    """

    id: str
    title: str
    answers: tuple[Answer, ...]


def explain_quote(quote: Quote, language: Language = "id") -> Explanation:
    """Explain a quote: construction, cue, selection, speaker, confidence.

    Args:
        quote: The quote, with or without steps.
        language: "id" or "en".

    Raises:
        HumasError: The language is neither.
    """
    words = labels("explain", language)
    kind = labels("kind", language).get(quote.kind, quote.kind)
    answers: list[Answer] = []
    for step in quote.steps or described_steps(quote):
        answers.append(_answer(step, quote, language))
        if step.stage == "candidate":
            answers.append(_cue(quote, words))
    return Explanation(quote.id, f"{kind} · {quote.text}", tuple(answers))


def feature_words(feature: str, language: Language) -> str:
    """Say in words what a feature means; as it is where nobody has written it down.

    Example:
        >>> feature_words("cue=ujar", "en")
        'cue ujar'
        >>> feature_words("has_floor+subject", "en")
        'has the floor + subject of the sentence before'
    """
    known = labels("feature", language)
    chances = labels("chance", language)
    if feature in chances:
        return chances[feature]
    if feature in known and "{0}" not in known[feature]:
        return known[feature]
    if "+" in feature and all(part in known for part in feature.split("+")):
        return " + ".join(known[part] for part in feature.split("+"))
    for mark in "=:":
        name, found, value = feature.partition(mark)
        if found and "{0}" in known.get(name, ""):
            return known[name].format(feature_words(value, language))
        if found and name in known:
            return f"{known[name]}: {feature_words(value, language)}"
    return feature


def spoken_reasons(reasons: Iterable[Reason], language: Language) -> tuple[tuple[str, float], ...]:
    """Return reasons in words, without those that add nothing that can be seen."""
    seen = (r for r in reasons if round(r.added, ndigits=SHOWN_DIGITS))
    return tuple((feature_words(r.feature, language), r.added) for r in seen)


def answer_of(step: Step, language: Language) -> Answer:
    """Put one step into words."""
    words = labels("explain", language)
    return Answer(
        words.get(step.stage, step.stage),
        _in_words(step.choice, words),
        step.probability,
        (),
        spoken_reasons(step.reasons, language),
        words["added"],
        tuple(replace(a, choice=_in_words(a.choice, words)) for a in step.alternatives),
        file_of(step.module),
    )


def _answer(step: Step, quote: Quote, language: Language) -> Answer:
    """Put one step of a quote into words."""
    words = labels("explain", language)
    plain = answer_of(step, language)
    if step.stage == "candidate":
        construction = construction_of(quote.rule)
        file = file_of(module_of(construction))
        return replace(plain, answer=construction, notes=_construction(quote, words), file=file)
    if step.stage == "speaker":
        return _speaker(plain, quote, language)
    if step.stage == "confidence":
        return replace(plain, answer="", notes=(words["right_all"],))
    return plain


def _in_words(choice: str, words: dict[str, str]) -> str:
    """Return a choice as a reader sees it: "nobody" in the reader's language."""
    return words[NONE[choice]] if choice in NONE else choice


def _construction(quote: Quote, words: dict[str, str]) -> tuple[str, ...]:
    """Say what the construction of a quote reads, and how often it was right."""
    row = constructions().get(construction_of(quote.rule))
    if row is None:  # a result of another version
        return ()
    counted = [words["counted"].format(row.right, row.found)] if row.found else []
    return (words["reads"].format(row.reads), words["example"].format(row.example), *counted)


def _cue(quote: Quote, words: dict[str, str]) -> Answer:
    """Say which word reports, and where such words are listed."""
    where = (words["words_in"].format(CUE_FILE),)
    if quote.cue is None:
        return Answer(words["cue"], words["no_cue"], notes=where)
    stance = quote.cue.stance or "–"
    lemma = words["lemma"].format(quote.cue.lemma or "–", stance)
    return Answer(words["cue"], f"“{quote.cue.text}”", notes=(lemma, *where))


def _speaker(plain: Answer, quote: Quote, language: Language) -> Answer:
    """Say how the source is named and read, and why this one and not the next best."""
    words = labels("explain", language)
    form, _, how = quote.rule.partition(">")[2].partition(".")
    notes = []
    if quote.source is not None:
        notes.append(words["by_phrase"].format(quote.source.text))
    forms, ways = labels("form", language), labels("how", language)
    if form in forms and how in ways:
        notes.append(words["by_sign"].format(forms[form], ways[how]))
    if not plain.reasons:
        notes.append(words["untold"])
    title = plain.reasons_title
    if plain.alternatives:
        title = words["against"].format(plain.alternatives[0].choice)
    return replace(plain, notes=tuple(notes), reasons_title=title)


def explanation_html(explanation: Explanation, language: Language) -> str:
    """Write an explanation as a closed element that a click opens; no script."""
    words = labels("explain", language)
    body = "".join(_answer_html(answer, words) for answer in explanation.answers)
    return (
        f'<details class="humas-why"><summary>{escape(words["why"])}</summary>'
        f"<ul>{body}</ul></details>"
    )


def _answer_html(answer: Answer, words: dict[str, str]) -> str:
    sure = "" if answer.probability is None else f" ({answer.probability:.0%})"
    rows = [isolated(note) for note in answer.notes]
    if answer.reasons:
        added = ", ".join(f"{isolated(name)} {value:+.2f}" for name, value in answer.reasons)
        rows.append(f"{isolated(answer.reasons_title)}: {added}")
    if answer.alternatives:
        others = ", ".join(f"{isolated(a.choice)} {a.probability:.0%}" for a in answer.alternatives)
        rows.append(f"{escape(words['instead'])}: {others}")
    if answer.file:
        rows.append(escape(words["file"].format(answer.file)))
    notes = "".join(f'<br><span class="humas-note">{row}</span>' for row in rows)
    shown = f" {isolated(answer.answer)}" if answer.answer else ""
    return f"<li><strong>{escape(answer.question)}</strong>{shown}{sure}{notes}</li>"
