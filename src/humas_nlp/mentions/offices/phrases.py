"""An office phrase cut into offices, and each into office and institution."""

from humas_nlp.lexicon import word_class
from humas_nlp.lexicon.name_words import PORTMANTEAU, is_acronym
from humas_nlp.mentions.offices.institution_border import body_at, body_end, clean, named
from humas_nlp.mentions.offices.office import Office, abbreviates
from humas_nlp.mentions.tokens import Token

REACH = 40  # tokens that an office may be long
CHAIN = 6  # tokens of an occupation in small letters: "pakar hukum tata negara"
JOINTS = word_class("office_joint")
# Forms of address between an office and a name: "Kepala Daops X Bapak, Y".
ADDRESS = word_class("address")
# Words in small letters that end an occupation: it is a noun phrase without a clause.
NOT_IN_CHAIN = word_class("ends_occupation")
_VERBAL = tuple(sorted(word_class("verb_prefix")))
_NOT_VERBAL = word_class("no_verb")
Offices = tuple[Office, ...]


def split_offices(text: str, tokens: list[Token], first: int, last: int) -> Offices:
    """Cut joined offices apart: "Ketua Tim X yang juga Wakil Ketua Komisi Y"."""
    found = []
    begin = k = first
    while k <= last:
        joint = k
        while joint <= last and tokens[joint].text in JOINTS:
            joint += 1
        if joint > k and joint <= last and k > begin:
            found.append(_office(text, tokens[begin:k]))
            begin = joint
        k = max(joint, k + 1)
    found.append(_office(text, tokens[begin : last + 1]))
    return tuple(found)


def _office(text: str, phrase: list[Token]) -> Office:
    """Cut a phrase into office and institution."""
    while len(phrase) > 1 and (phrase[-1].text == "," or phrase[-1].text in ADDRESS):
        phrase = phrase[:-1]
    if len(phrase) > 3 and phrase[-2].text == "Komisaris" and phrase[-1].text == "Besar":
        phrase = phrase[:-2]  # the rank in full: "Kapolres Bekasi Komisaris Besar X"
    cut = body_at(text, phrase)
    shorts = [
        i
        for i in range(1, len(phrase) - 1)
        if phrase[i - 1].text == "(" and phrase[i + 1].text == ")"
    ]
    words = [t.text.lower() for t in phrase]
    short = tuple(
        phrase[i].text
        for i in shorts
        if abbreviates(words[i], words[: i - 1])
        or words[i].capitalize() in word_class("office_head")
    )
    role = text[phrase[0].start : phrase[cut - 1].end]
    stretch = None
    if cut < len(phrase):
        stretch = (phrase[cut].start, phrase[body_end(phrase, cut) - 1].end)
    elif shorts and PORTMANTEAU.match(phrase[shorts[-1]].text):
        stretch = (phrase[shorts[-1]].start, phrase[shorts[-1]].end)
    affiliation, institution = named(text, stretch)
    return Office(phrase[0].start, phrase[-1].end, clean(role), affiliation, short, institution)


def is_verbal(word: str) -> bool:
    """Say whether a word in small letters looks like a verb."""
    return len(word) > 5 and word.islower() and word.startswith(_VERBAL) and word not in _NOT_VERBAL


def is_body(token: Token) -> bool:
    """Say whether a word begins the name of an institution: "Dinas", "Pemkab", "KPU"."""
    known = token.text in word_class("institution_head") or PORTMANTEAU.match(token.text)
    return bool(known) or (is_acronym(token.text) and not token.degree)
