"""Credits: writers, editors and sources named around an article.

Forms: "Penulis: Uly", "(Penulis: Uly/Editor: Denty A.)", "Pewarta: UlyEditor: Denty", "(gas/rds)",
"(Mc Diskominfo)", "(Danang - Dinas Kominfo)", "Laporan Wartawan Tribunnews.com, Uly Rahma".
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from humas_nlp.release.lexicon import alternation, words
from humas_nlp.release.outlets import house_beginnings, outlet_names

_DOMAIN = re.compile(r"(?:[\w-]{1,40}\.){1,4}(?:com|co|id|net|org|news|tv|info)$", re.IGNORECASE)
_DEGREE = re.compile(
    r"(?<![\s,])[\s,]+"
    r"(?:[SMD]\.? ?(?:Si|Sos|Kom|Pd|Hum|Ag|Sn|STP|IP|AP|Kes|Ked|Farm|Ak|Tr|Ikom|I\.Kom"
    r"|[HETMPK]{1,2})"
    r"|A\.?Md|Ph\.?D|MBA|MIS|Lc)\.?(?:[\s,.].{0,40})?$"
)


@dataclass(frozen=True, slots=True)
class Credits:
    """People and sources that credits name; None where they do not.

    Attributes:
        author: First credited writer.
        editor: Credited editor.
        source: Named source of a reprint.
    """

    author: str | None = None
    editor: str | None = None
    source: str | None = None

    def filled(self, other: "Credits") -> "Credits":
        """Return these credits with the gaps filled from others."""
        return replace(
            self,
            author=self.author or other.author,
            editor=self.editor or other.editor,
            source=self.source or other.source,
        )

    def __bool__(self) -> bool:
        """Tell whether anything is credited."""
        return bool(self.author or self.editor or self.source)


@cache
def _labels() -> re.Pattern[str]:
    named = "|".join(
        f"(?P<{role}>{alternation('credits', f'{role}_labels')})"
        for role in ("author", "editor", "other", "source")
    )
    return re.compile(rf"(?:{named})\.?[ \xa0\t]{{0,3}}[:®©]{{1,2}}[ \xa0\t]{{0,3}}", re.IGNORECASE)


_NEAR = re.compile(r"[A-Za-z][ \xa0\t]{0,3}[:®©]")
_INDENT = re.compile(r"[\s*•()\[\]–—_-]{0,6}")
_NAME = r"[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,4}"
_PLAIN = re.compile(
    rf"(?P<author>Penulis|Reporter|Pewarta|Kontributor)\s+(?P<name>{_NAME})"
    rf"(?:\s*[|/]\s*Editor\s+(?P<editor>{_NAME}))?$"
)
_HOUSE = re.compile(
    r"(?P<name>[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,4}) ?[-–|] ?(?P<house>[\w.]+(?: [A-Z]\w+)?)$"
)
_BYLINE = re.compile(
    r"(?:Laporan [Ww]artawan [\w.]{2,40}(?: [A-Z]\w+(?=,))?[,.]? |Oleh:? )"
    r"(?P<name>[A-Z][\w'’]*\.?(?: (?![A-Z]{3,}[.,])[A-Z][\w'’]*\.?){0,4}?)\.?"
    r"(?=\s+[A-Z]{3,}[.,-]|\s*$|\s*\n)"
)


def read_house(line: str) -> str | None:
    """Read a byline with the outlet behind it, "Rara Melati - detikNews": the name, or None."""
    match = _HOUSE.match(line) if len(line) < 80 else None
    if match is None:
        return None
    house = match["house"].casefold()
    known = house.startswith(house_beginnings()) or _DOMAIN.match(house) or house in outlet_names()
    return person(match["name"]) if known else None


def find_label(line: str) -> int | None:
    """Return where a credit with a label begins in a line, or None.

    The label opens the line, or stands (also glued) in a tail of the line that is short and
    holds no sentence.
    """
    if not _NEAR.search(line):
        return 0 if _PLAIN.match(line) else None
    indent = _INDENT.match(line)
    first = indent.end() if indent else 0
    if (match := _labels().match(line, first)) and len(line) - match.end() <= 160:
        return 0
    for match in _labels().finditer(line, max(first, len(line) - 260)):
        label, before = match[0], line[match.start() - 1]
        if not label[0].isupper() or len(line) - match.end() > 160:
            continue
        if before.isalpha() and not (label[0].isupper() and (before.islower() or before.isupper())):
            continue
        if before.isalpha() and match.lastgroup not in ("author", "editor"):
            continue
        ended = line[: match.start()].rstrip().endswith((".", "!", "?", "”", '"', ")"))
        if before in " \t\xa0" and match.lastgroup in ("other", "source") and not ended:
            continue  # "lihat Foto: ..." inside a sentence
        start = match.start() - (before in "([")
        return len(line[:start].rstrip())
    return None


def read_labels(line: str) -> Credits:
    """Read the names of a credit with labels.

    Example:
        >>> read_labels("(Penulis: Uly/Editor: Denty A.)")
        Credits(author='Uly', editor='Denty A.', source=None)
    """
    if plain := _PLAIN.match(line):
        return Credits(plain["name"], plain["editor"])
    found: dict[str, str | None] = {}
    matches = list(_labels().finditer(line))
    for index, match in enumerate(matches):
        end = matches[index + 1].start() if index + 1 < len(matches) else len(line)
        role, value = match.lastgroup or "other", line[match.end() : end]
        if role == "other":
            continue
        name = _source_name(value) if role == "source" else person(value)
        found[role] = found.get(role) or name
    return Credits(found.get("author"), found.get("editor"), found.get("source"))


def read_byline(line: str) -> tuple[int, str] | None:
    """Read "Laporan Wartawan OUTLET, NAME" at the beginning of a line: its end and the name."""
    match = _BYLINE.match(line)
    return (match.end(), match["name"]) if match else None


def _source_name(value: str) -> str | None:
    return value.strip(" \t\xa0*()[]|\\") or None


def _is_unit(name: str) -> bool:
    known = words("credits", "units")
    return any(word.strip(".,&()").casefold() in known for word in re.split(r"[\s_]+", name))


def person(value: str) -> str | None:
    """Cut a credit's value down to its first name, without degrees, office and unit.

    Example:
        >>> person(" Rara Melati, S.Kom., M.Si. (Pranata Humas)")
        'Rara Melati'
    """
    name = re.split(r"[|\t(\[;/]|\s[-–—]\s|\\\|", value, maxsplit=1)[0]
    name = _DEGREE.sub("", name.strip(" \xa0\\*"))
    name = name.split(",")[0]
    if not _is_unit(name):
        name = re.split(r"\s(?:dan|&)\s", name)[0]
    name = name.strip(" \xa0\\*)]-–—:_")
    if len(re.findall(r"\w+", name)) > 1 and re.search(r"\w{3}\.$", name):
        name = name[:-1]
    name = name if re.search(r"\b[A-Z]\.$", name) else name.rstrip(".")
    return " ".join(name.split()) if 1 < len(name) <= 80 and any(map(str.isalpha, name)) else None


_BRACKET = re.compile(r"[(\[]\s?([^()\[\]\n]{1,120}?)\s?(?:[)\]]|(?<=[a-z])\.?$)[.*\\\s]{0,4}$")
_INITIALS = re.compile(r"[A-Za-z]{1,4}\d?$")
_SMALL_WORD = re.compile(
    r"(?<!\S)(?!dan\b|dari\b|oleh\b|bin\b|binti\b|van\b|komunikasi\b)[a-z]{5,}(?![\w/])"
)
_CITIZEN = re.compile(r"jurnalisme warga\s*[:;–—-]+\s*", re.IGNORECASE)
_EDITOR = re.compile(r"\bed(?:itor)?\.?\s*+(?::\s*+)?(?=[A-Z])")
# Possessive: a row of stars could be cut into pieces in more ways than there is time to try.
_MARKS = re.compile(
    r"(?:\s{0,20}+(?:\[\s?\]|\(\s?[*#]{1,3}\s?\)|\*{2,20}+(?:\.\*{0,20}+)?+|\*\.\*|—{2,20}+)){1,20}+$"
)


def closing_marks(line: str) -> int | None:
    """Return where end marks such as "***", "(*)", "[ ]" begin at the end of a line, or None."""
    match = _MARKS.search(line[-20:])
    return max(0, len(line) - 20) + match.start() if match else None


def read_closing(line: str, outlets: frozenset[str] = frozenset()) -> tuple[int, Credits] | None:
    """Read the credit in brackets that ends a text.

    Args:
        line: The last line of the body.
        outlets: Names of the outlet or institution of the dateline, case folded; they credit
            nobody.

    Returns:
        Where the bracket begins, and whom it credits (perhaps nobody: "(*)", "(dok)"); None if
        the line does not end in such a credit.
    """
    base = max(0, len(line) - 130)
    match = _BRACKET.search(line, base)
    if match is None:
        return None
    before = line[: match.start()].rstrip()
    content = match[1].strip()
    after_sentence = not before or before[-1] in ".!?\"”’'»)]*…|"
    initials = re.fullmatch(r"[a-z]{2,4}\d?\s?/\s?[a-z]{2,4}\d?", content) is not None
    if not (after_sentence or initials or _labels().match(content)):
        return None
    if before and not match[0].rstrip(" .*\\").endswith((")", "]")) and "/" not in content:
        return None
    if content.casefold() in words("credits", "nobody") or not any(map(str.isalpha, content)):
        return match.start(), Credits()
    content = _CITIZEN.sub("", content)
    if (labelled := read_labels(content)) or _labels().match(content):
        return match.start(), labelled
    if len(_SMALL_WORD.findall(content)) > 1 or (before and len(content.split()) > 9):
        return None  # a remark of the author, not a credit
    if match[0].startswith("[") and _is_unit(content):
        return match.start(), Credits()  # a letterhead
    return match.start(), _names(content, outlets)


_INITIALS_THEN = re.compile(r"\([a-z]{2,4}\d?\s?/\s?[a-z]{2,5}\d?\)(?=\S)")


def promotion_after_initials(line: str) -> int | None:
    """Return where a page's words begin that are glued to closing initials, or None.

    "... katanya. (boy/pos)Yuk, Simak Video ini!": the article ends with the initials.
    """
    base = max(0, len(line) - 180)
    for match in _INITIALS_THEN.finditer(line, base):
        if not re.search(r"[.!?]\s|[”\"]", line[match.end() :]):
            return match.end()
    return None


def _names(content: str, outlets: frozenset[str]) -> Credits:
    """Tell author and editor in "gas/rds", "Humas/ Uly", "Uly - Dinas X", "AE/Foto.B"."""
    editor = None
    if cut := _EDITOR.search(content):
        editor = person(content[cut.end() :])
        content = content[: cut.start()]
    parts = [part.strip(" .") for part in re.split(r"[/|]", content)]
    parts = [
        p
        for p in parts
        if any(map(str.isalpha, p)) and not re.match(r"(?:foto|dok|video)\b", p, re.IGNORECASE)
    ]
    named = [
        p
        for p in parts
        if not _DOMAIN.match(p)
        and p.casefold() not in outlets | outlet_names()
        and not any(o.startswith(p.casefold() + ".") for o in outlets)
    ]
    people = [p for p in named if not _is_unit(p)]
    if named and _is_unit(parts[0]) and len(named) > 1:
        return Credits(person(named[-1]), editor)
    chosen = people or named
    if not chosen:
        return Credits(None, editor)
    if editor is None and len(people) > 1 and _INITIALS.match(people[-1]):
        editor = people[-1]
    return Credits(person(chosen[0]) or chosen[0], editor)


_TEAM = re.compile(r"(?:Tim|TIM|MC|Mc|Humas|Diskominfo) [\w.&/ -]{2,40}$")


def is_team_line(line: str) -> bool:
    """Tell whether a last line credits a team without brackets: "Tim Diskominfo"."""
    return (
        len(line) <= 48 and _TEAM.match(line) is not None and line.startswith(("Tim", "TIM", "M"))
    )
