"""Named-entity data made ready: reading, mending, fitting to tokens, changing, agreement."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from models.training.ner.agreement import agree, complete, keep
from models.training.ner.alignment import align, bilou, entities_of, rows_of
from models.training.ner.augmentation import augment, capitals, typeset, without_blanks
from models.training.ner.cross_validate import FOLDS, split
from models.training.ner.examples import Example, from_bio, read_examples, write_examples
from models.training.ner.features import features, rule_tags, shape
from models.training.ner.mending import (
    doubt_acts,
    doubt_attributes,
    join_regions,
    take_apart,
    trim_titles,
)
from models.training.ner.prepare import BUILD, known_people, outside_unknown
from models.training.ner.to_docs import rows, to_doc
from models.training.ner.train import overrides

from humas_nlp.evaluation.entities import read_tagged
from humas_nlp.language import tokenize
from humas_nlp.language.component import blank


def marked(text):
    """Read "kata [Ani|PER]" as an example; [..|?] is unknown."""
    plain, entities, unknown = "", [], []
    while "[" in text:
        before, _, rest = text.partition("[")
        inside, _, text = rest.partition("]")
        name, label = inside.rsplit("|", 1)
        start = len(plain) + len(before)
        plain += before + name
        if label == "?":
            unknown.append((start, len(plain)))
        else:
            entities.append((start, len(plain), label))
    return Example(plain + text, tuple(entities), tuple(unknown), "test")


def names(example):
    return [(example.text[a:b], label) for a, b, label in example.entities]


def doubts(example):
    return [example.text[a:b] for a, b in example.unknown]


def test_reading_and_writing_examples(tmp_path):
    bio = tmp_path / "a.bio"
    bio.write_text("Ani\tB-PER\nSari\tI-PER\ntiba\tO\n\nDinas\tI-ORG\nSosial\tI-ORG\n", "utf-8")
    found = [from_bio(sentence, "x") for sentence in read_tagged(bio)]
    assert [names(e) for e in found] == [[("Ani Sari", "PER")], [("Dinas Sosial", "ORG")]]
    found.append(marked("a\u2028b [Lena|PER] [di Bima|?]"))
    write_examples(tmp_path / "a.jsonl", found)
    assert read_examples(tmp_path / "a.jsonl") == found


@pytest.mark.parametrize(
    ("words", "want"),
    [
        (
            "Bank/B-ORG Tani/I-ORG (BT)/I-ORG untung/O",
            "Bank/B-ORG Tani/I-ORG (/O BT/B-ORG )/O untung/O",
        ),
        ("(BPH/B-ORG Air)/I-ORG", "(/O BPH/B-ORG Air/I-ORG )/O"),
        ("benar?/O (5/5),/O", "benar/O ?/O (/O 5/5/O )/O ,/O"),
        ("(/O Ani/B-PER )/O ?/O", "(/O Ani/B-PER )/O ?/O"),
    ],
)
def test_brackets_and_marks_come_apart(words, want):
    sentence = [tuple(word.rsplit("/", 1)) for word in words.split()]
    assert take_apart(sentence) == [tuple(word.rsplit("/", 1)) for word in want.split()]


def test_titles_leave_persons_and_kinds_join_places():
    example = marked("[Presiden Sukma|PER] dan [Gus Anwar|PER] di Kota [Bima|LOC], kota [Palu|LOC]")
    assert names(trim_titles(example))[:2] == [("Sukma", "PER"), ("Gus Anwar", "PER")]
    assert names(join_regions(example))[2:] == [("Kota Bima", "LOC"), ("Palu", "LOC")]


def test_places_as_attributes_and_unlabelled_acts_are_unknown():
    example = doubt_attributes(marked("Presiden [Prancis|LOC] tiba di [Bali|LOC] , [Denpasar|LOC]"))
    assert (names(example), doubts(example)) == (
        [("Bali", "LOC"), ("Denpasar", "LOC")],
        ["Prancis"],
    )
    example = doubt_acts(marked("Menurut UU Nomor 5 Tahun 2014 , HUT Kota Palu ramai"))
    assert doubts(example) == ["UU Nomor 5 Tahun 2014", "HUT Kota Palu"]


def test_alignment_takes_whole_tokens_and_doubts_glued_ones():
    example = marked("menambahkan[Kemenhub|ORG] lalu se-[Indonesia|LOC] dan [Ani|PER]'s")
    fitted = align(example, tokenize(example.text))
    assert names(fitted) == [("Ani's", "PER")]
    assert doubts(fitted) == ["menambahkanKemenhub", "se-Indonesia"]
    tokens = tokenize(fitted.text)
    assert bilou(fitted, tokens) == ["-", "O", "-", "O", "U-PER"]


def test_a_document_keeps_what_is_unknown():
    example = marked("kata [Ani Sari|PER] dari [Dinas|?] itu")
    doc = to_doc(blank(), example)
    assert [ent.text for ent in doc.ents] == ["Ani Sari"]
    assert [token.ent_iob for token in doc] == [2, 3, 1, 2, 0, 2]


def test_lines_of_a_text_carry_their_entities():
    example = marked("Judul\n[Ani|PER] tiba.\n\nDi [Bima|LOC] [hujan|?]")
    assert [(e.text, names(e), doubts(e)) for e in rows(example)] == [
        ("Judul", [], []),
        ("Ani tiba.", [("Ani", "PER")], []),
        ("Di Bima hujan", [("Bima", "LOC")], ["hujan"]),
    ]


def test_capitals_and_lost_blanks():
    example = marked("kata [Ani Sari|PER] , di [Bima|LOC] . Lalu")
    assert names(capitals(example)) == [("ANI SARI", "PER"), ("BIMA", "LOC")]
    assert typeset(example).text == "kata Ani Sari, di Bima. Lalu"
    assert without_blanks(typeset(example)).text == "kata Ani Sari, di Bima.Lalu"


PIECES = st.sampled_from(
    ["[Ani Sari|PER]", "(", "di", "[Bima|LOC]", ",", ".", "“ya”", "[Tani|?]", "ß"]
)


@given(st.lists(PIECES, max_size=12), st.integers(0, 99))
def test_changed_texts_keep_their_names(pieces, seed):
    example = marked(" ".join(pieces))
    changed = augment(example, random.Random(seed))
    folded = [(name.lower(), label) for name, label in names(changed)]
    assert folded == [(name.lower(), label) for name, label in names(example)]
    assert [d.lower() for d in doubts(changed)] == [d.lower() for d in doubts(example)]


def test_known_people_leave_the_rest_unknown(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(
        '{"id": "a", "genre": "news", "text": "Kata Ani Sari, Ani di Bima.", '
        '"people": [{"mentions": ["Ani", "Ani Sari"]}]}\n'
        '{"id": "b", "genre": "gov", "text": "x", "people": [{"mentions": ["x"]}]}\n',
        "utf-8",
    )
    (example,) = known_people(path, frozenset({"b"}))
    assert names(example) == [("Ani Sari", "PER"), ("Ani", "PER")]
    assert doubts(example) == ["Kata ", ", ", " di Bima."]
    assert outside_unknown(Example("ab", ())).unknown == ((0, 2),)


def test_sure_and_agreed_guesses_are_kept():
    text = "Ani bertemu Ani dan Budi"
    guesses = [(0, 3, "PER", 0.95), (12, 15, "PER", 0.6), (20, 24, "PER", 0.6)]
    assert keep(guesses, text, frozenset()) == [(0, 3, "PER"), (12, 15, "PER")]
    assert (20, 24, "PER") in keep(guesses, text, frozenset({(20, 24, "PER")}))
    assert keep([(0, 3, "O", 0.99)], text, frozenset()) == []


def test_doubtful_guesses_become_unknown_and_laws_come_from_the_rules():
    text = "Sesuai UU Nomor 5 Tahun 2014 warga Zeta setuju"
    found = agree(text, [(7, 17, "ORG", 0.99), (35, 39, "LOC", 0.4)], "silver")
    assert names(found) == [("UU Nomor 5 Tahun 2014", "LAW")]
    assert "Zeta" in doubts(found)


def test_a_partial_source_is_completed_but_its_persons_stand():
    example = outside_unknown(marked("kata [Ani|PER] dari Dewi Tani dan Lena"))
    guesses = [(14, 23, "ORG", 0.99), (28, 32, "PER", 0.99)]
    found = complete(example, guesses)
    assert names(found) == [("Ani", "PER"), ("Dewi Tani", "ORG")]
    assert doubts(found) == ["Lena"]


def test_tags_become_ranges_again():
    example = marked("kata [Ani Sari|PER] dari [Dinas Sosial Bima|ORG] di [Bima|LOC]")
    tokens = tokenize(example.text)
    assert entities_of(tokens, bilou(example, tokens)) == list(example.entities)
    assert entities_of(tokens[:3], ["O", "B-PER", "I-PER"]) == [(5, 13, "PER")]
    assert entities_of(tokens[:2], ["L-PER", "L-ORG"]) == [(0, 4, "PER"), (5, 8, "ORG")]


def test_lines_of_tokens():
    text = "Judul\n\nAni tiba. Hujan"
    assert [(row.start, row.stop) for row in rows_of(text, tokenize(text))] == [(0, 1), (1, 5)]
    assert list(rows_of("", [])) == []


def test_features_know_shapes_rules_and_neighbours():
    assert [shape(word) for word in ("Kemendag", "KPU", "2023", "ke-7")] == [
        "Xxx",
        "XX",
        "dd",
        "xx-d",
    ]
    text = "kata Bupati Wonosobo Ratna Sulastri di Dinas Sosial"
    tokens = tokenize(text)
    assert rule_tags(text, tokens)[-2:] == ["BORG", "IORG"]
    table = features(text, tokens, {"kata": ("3", "14", "0")})
    assert "c=3" in table[0]
    assert "office" in table[1]
    assert {"-1w=bupati", "-2w=kata", "1w=ratna"} <= set(table[2])


def test_folds_share_nothing_and_miss_nothing():
    examples = [Example(str(i), ()) for i in range(12)]
    seen = []
    for fold in range(FOLDS):
        rest, held = split(examples, fold)
        assert len(rest) + len(held) == 12
        assert not set(rest) & set(held)
        seen += held
    assert sorted(seen, key=lambda e: int(e.text)) == examples


def test_settings_of_a_variant():
    variant = {"mixture": "full", "width": 64, "pieces": 2, "rate": 0.1}
    found = overrides(variant, BUILD, BUILD / "vectors")
    assert found["components.tok2vec.model.encode.width"] == 64
    assert found["training.optimizer.learn_rate"] == 0.1
    assert found["paths.train"].endswith("full.spacy")
    assert "training.max_epochs" not in found
