"""Everything that is proposed in a document, and properties that hold for any text."""

import copy
import random
from dataclasses import FrozenInstanceError

import pytest

from case_files import rows
from humas_nlp.quotes.candidates.candidate import QuoteCandidate
from humas_nlp.quotes.candidates.constructions import constructions, shortened
from humas_nlp.quotes.candidates.proposals import outside_marked, propose_all, propose_in
from humas_nlp.quotes.sentences.cues import lexicon
from quote_views import view_of, views_of, words

NAMES = ("Bupati|Rini Asih", "Rini Asih", "Rini", "Presiden|Dewi Anjani")
SIGNS = '“ ” " ‘ ’ , . : ; – ( ) … ! ? || &quot; 1. (a) -'.split()
FILLERS = """
Rini Rini_Asih Bupati_Rini_Asih dia ia beliau warga stok beras cukup harus menjaga agar untuk bahwa
menurut menurutnya bagi baginya berdasarkan keterangan demikian dan yang tidak oleh nya kepada hal
itu saya Dinas_Sosial di depan para saat dalam sambil lanjut seperti
""".split()


ODD = [
    "", "\n\n", "\ufeff\u200b", "“", "””””", "…“…”…", ":", ": :\n:", "kata", "“” kata",
    "bahwa " * 300,
    "“a" * 200, "menurut", "menurut,", "dijelaskan bahwa", ") mengatakan", ", mengatakan stok ada",
    "Ŀİ menjelaskanİ ß “ﬁ” ujarnya", "1.\n(a)\n-", "mengatakan:\n\n1.",
    "\U0001f600 kata \U0001f600",
    "Rini" * 50, "Rini mengatakan " * 60, "dan " * 300 + "mengatakan bahwa", "'' '' `` ,, kata",
]  # fmt: skip


def random_text(seed):
    chooser = random.Random(seed)
    cues = lexicon()
    forms = [*sorted(cues.roots), *cues.verbs, *sorted(cues.passive), *sorted(cues.nouns)]
    forms += [f"{form}nya" for form in forms]
    pool = (FILLERS, SIGNS, forms, ["\n"])
    picks = (chooser.choices(pool, weights=(10, 5, 4, 1))[0] for _ in range(80))
    return " ".join(chooser.choice(group).replace("_", " ") for group in picks)


TEXTS = [random_text(seed) for seed in range(150)] + ODD + [case["text"] for case in rows("quotes")]


@pytest.mark.parametrize("number", range(0, len(TEXTS), 10))
def test_properties(number):
    for text in TEXTS[number : number + 10]:
        views = views_of(text, *NAMES, bodies=["Dinas Sosial"])
        before = copy.deepcopy(views)
        found = propose_all(views)
        assert propose_all(views) == found
        assert views == before
        assert found.candidates == tuple(sorted(found.candidates, key=lambda c: (c.start, c.end)))
        for c in found.candidates:
            (home,) = [v for v in views if v.start <= c.start < v.end]
            assert home.start <= c.start < c.end <= home.end
            assert c.construction in constructions()
            assert c.paragraph == home.number
            assert c.words == len(text[c.start : c.end].split()) > 0
            assert (c.cue is None) == (c.cue_position == "none")
            assert c.cue is None or text[slice(*c.cue)].strip()
            assert 0 <= c.source.start <= c.source.end <= len(text)
        for e in found.entrances:
            assert any(v.start <= e.position < v.end for v in views)


def test_the_random_texts_reach_most_constructions():
    reached = {
        c.construction for text in TEXTS for c in propose_all(views_of(text, *NAMES)).candidates
    }
    assert len(reached) > len(constructions()) / 2


def test_marks_and_clauses_in_one_paragraph():
    view = view_of("Rini mengatakan stok beras cukup. “Harga turun,” ujarnya.", "Rini")
    assert [c.construction for c in propose_in(view).candidates] == [
        "direct.cue_after.clitic",
        "indirect.say.bare",
    ]


def test_a_clause_ends_before_a_quote_in_marks():
    view = view_of("Rini mengatakan stok beras masih cukup “Harga turun,” kata Dewi", "Rini")
    (clause,) = propose_in(view).candidates[1:]
    assert words(view, (clause.start, clause.end)) == "stok beras masih cukup"
    assert clause.kind == "indirect"
    assert clause.words == 4
    assert outside_marked(view, (clause,), ()) == (clause,)


def test_the_items_of_a_list_stand_for_its_clause():
    view = view_of(
        "Bupati Rini Asih meminta: 1. stok beras dijaga; 2. harga pasar dipantau.", NAMES[0]
    )
    assert {c.construction for c in propose_in(view).candidates} == {"indirect.list"}


def test_a_list_over_paragraphs_ends_with_its_items():
    text = "Rini meminta:\n1. Stok beras dijaga.\nWarga pulang.\n2. Harga pasar dipantau."
    found = propose_all(views_of(text, "Rini")).candidates
    assert [text[c.start : c.end] for c in found] == ["Stok beras dijaga"]


@pytest.mark.parametrize(
    ("text", "entering", "introduced"),
    [
        ("Bupati Rini Asih membuka acara.", "Bupati Rini Asih", True),
        ("Acara dibuka oleh Bupati Rini Asih.", "Bupati Rini Asih", True),
        ("Bupati membuka acara.", "Bupati", True),
        ("Senada dengan Rini, warga lega.", "Rini", True),
        ("Kemudian Rini pulang.", "Rini", False),
    ],
)
def test_who_comes_into_view(text, entering, introduced):
    view = view_of(text, *NAMES)
    entrance = propose_in(view).entrances[0]
    assert words(view, entrance.source[1:]) == entering
    assert (entrance.introduced, entrance.strong) == (introduced, False)


@pytest.mark.parametrize(
    "text",
    ["Warga pulang.", "Sesuai arahan Rini pagi", "Kebijakan yang diambil Rini", "Petani panen."],
)
def test_nobody_comes_into_view(text):
    assert propose_in(view_of(text, "Rini")).entrances == ()


def test_fields_that_selection_goes_by():
    view = view_of("“Ya.” Rini Asih mengatakan bahwa stok beras masih cukup.", "Rini Asih")
    (candidate,) = propose_in(view).candidates
    features = candidate.features()
    assert features == features | {
        "construction": "indirect.say.bahwa",
        "kind": "indirect",
        "cue_class": "say",
        "cue_position": "before",
        "marker": "bahwa",
        "source_form": "phrase",
        "source_known": True,
        "coordinated": False,
        "has_clause": True,
        "closed": True,
        "words": 4,
        "sentence": 1,
    }
    assert {type(value) for value in features.values()} <= {str, bool, int}
    assert features.keys().isdisjoint({"start", "end", "source", "cue"})
    assert shortened(view, candidate, candidate.start + 4).words == 1
    assert candidate.words == 4


def test_a_candidate_cannot_be_changed():
    view = view_of("“Stok beras cukup,” kata Rini.", "Rini")
    (candidate,) = propose_in(view).candidates
    assert isinstance(candidate, QuoteCandidate)
    with pytest.raises(FrozenInstanceError):
        candidate.end = 3
    hash(candidate)
