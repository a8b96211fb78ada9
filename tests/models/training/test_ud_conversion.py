"""The conversion of the treebanks: rules as cases, and what holds for every tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from models.training.ud.constituents import Learned, UsualLabels, read_tree, to_tree
from models.training.ud.features import FeatureLexicon, complete, shown
from models.training.ud.genre import WINDOW, label_by_genre, label_compounds
from models.training.ud.guidelines import FunctionWords, convert
from models.training.ud.icon import join, to_words
from models.training.ud.punctuation import attach_punctuation
from models.training.ud.tokens import retokenize
from models.training.ud.trees import ROOT, Tree, Word, clitic_features, place, read_conllu
from trees_in_text import text_of, tree_of

import case_files

KNOWN = FunctionWords({"akan": "AUX", "untuk": "SCONJ"} | {"/": "PUNCT"}, frozenset({"karena"}))
CONLLU = """\
# text = Warga menyetujuinya, kata Camat.
1\tWarga\twarga\tNOUN\t_\tNumber=Sing\t2\tnsubj\t_\t_
2-3\tmenyetujuinya\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tmenyetujui\tsetuju\tVERB\t_\tVoice=Act\t0\troot\t_\t_
3\tnya\tnya\tPRON\t_\tPerson=3\t2\tobj\t_\t_
4\t,\t,\tPUNCT\t_\t_\t2\tpunct\t_\t_
5\tkata\tkata\tVERB\t_\t_\t2\tparataxis:x\t_\t_
6\tCamat\tcamat\tNOUN\t_\t_\t5\tnsubj\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

"""


@pytest.mark.parametrize("case", case_files.load("training_guidelines"))
def test_old_guidelines_become_todays(case):
    tree = tree_of(case["before"])
    convert(tree, KNOWN)
    assert text_of(tree) == case["after"]


@pytest.mark.parametrize("case", case_files.load("training_punctuation"))
def test_punctuation_hangs_on_its_unit(case):
    tree = tree_of(case["tree"])
    attach_punctuation(tree)
    assert {at: tree.words[int(at)].head for at in case["heads"]} == case["heads"]


@st.composite
def trees(draw):
    """Draw a tree: every word hangs on an earlier one, then the order is shuffled."""
    count = draw(st.integers(1, 9))
    order = draw(st.permutations(range(count)))
    words = [None] * count
    for rank, at in enumerate(order):
        head = order[draw(st.integers(0, rank - 1))] if rank else ROOT
        mark = rank > 0 and draw(st.booleans())
        label = "root" if not rank else draw(st.sampled_from(["punct"] if mark else ["obj", "cc"]))
        form = draw(st.sampled_from([",", "(", ")", '"', "."])) if mark else f"kata{at}"
        words[at] = Word(form, "PUNCT" if mark else "NOUN", {}, head, label)
    return place(Tree(" ".join(word.form for word in words), words))


@given(trees())
def test_punctuation_never_bears_and_the_tree_stays_one(tree):
    others = [word.head for word in tree.words if word.label != "punct"]
    attach_punctuation(tree)
    marks = {at for at, word in enumerate(tree.words) if word.label == "punct"}
    assert tree.is_tree()
    assert not marks & {word.head for word in tree.words}
    after = [word.head for word in tree.words if word.label != "punct"]
    assert all(old == new for old, new in zip(others, after, strict=True) if old not in marks)


def test_multi_word_tokens_become_one_word_with_a_feature(write):
    (tree,) = read_conllu(write("a.conllu", CONLLU))
    assert text_of(tree) == (
        "Warga/NOUN/1/nsubj menyetujuinya/VERB/-1/root ,/PUNCT/1/punct kata/VERB/1/parataxis "
        "Camat/NOUN/3/nsubj ./PUNCT/1/punct"
    )
    assert tree.words[1].feats == {"Voice": "Act", "Clitic": "Nya"}
    assert [tree.text[word.start : word.end] for word in tree.words] == [
        word.form for word in tree.words
    ]


def test_a_word_outside_its_text_is_refused(write):
    path = write("a.conllu", CONLLU.replace("# text = Warga", "# text = Wagra"))
    with pytest.raises(ValueError, match="Warga"):
        list(read_conllu(path))


def test_a_loop_is_no_tree():
    assert not tree_of("a/X/1/dep b/X/0/dep c/X/-1/root").is_tree()
    assert not tree_of("a/X/-1/root b/X/-1/root").is_tree()


def test_function_words_are_learned_from_their_tags():
    text = "telah/AUX/1/aux hadir/VERB/-1/root"
    mixed = "karena/ADP/1/case hujan/NOUN/-1/root"
    other = "karena/SCONJ/1/mark hujan/VERB/-1/root"
    known = FunctionWords.learn([tree_of(one) for one in [text] * 4 + [mixed, other] * 2])
    assert known.tags == {"telah": "AUX"}
    assert known.both == {"karena"}


def test_words_that_our_tokens_join_are_one():
    tree = tree_of("anak/NOUN/-1/root -/PUNCT/0/punct anak/NOUN/0/compound itu/DET/0/det")
    tree.text = "anak-anak itu"
    joined = retokenize(place(tree))
    assert text_of(joined) == "anak-anak/NOUN/-1/root itu/DET/0/det"


def test_pieces_of_a_word_hang_on_its_first():
    tree = tree_of("APBD-nya/NOUN/1/nsubj naik/VERB/-1/root")
    assert text_of(retokenize(tree)) == (
        "APBD/NOUN/3/nsubj -/PUNCT/0/punct nya/X/0/flat naik/VERB/-1/root"
    )


def test_crossing_words_are_left_out():
    tree = Tree("3%anak", [Word("3", "NUM", {}, 1, "x"), Word("%anak", "NOUN", {}, ROOT, "root")])
    assert retokenize(place(tree)) is not None
    tree = Tree(
        "anak-anak", [Word("an", "X", {}, 1, "x"), Word("ak-anak", "NOUN", {}, ROOT, "root")]
    )
    assert retokenize(place(tree)) is not None
    tree = Tree("Rp5", [Word("R", "X", {}, 1, "x"), Word("p5", "NUM", {}, ROOT, "root")])
    assert retokenize(place(tree)) is None


@pytest.mark.parametrize(
    ("parts", "want"),
    [
        (["rumah", "nya"], {"Clitic": "Nya"}),
        (["tidak", "lah"], {"Clitic": "Lah"}),
        (["rumah", "ku", "lah"], {"Clitic": "Ku,Lah"}),
        (["nya", "nya"], {"Clitic": "Nya"}),
        (["ke", "luar"], {}),
    ],
)
def test_clitics_leave_features(parts, want):
    assert clitic_features(parts) == want


@pytest.mark.parametrize(
    ("form", "upos", "want"),
    [
        ("dibangun", "VERB", {"Voice": "Pass"}),
        ("terjebak", "VERB", {"Voice": "Pass"}),
        ("membangunnya", "VERB", {"Voice": "Act", "Clitic": "Nya"}),
        ("datanglah", "VERB", {"Voice": "Act", "Clitic": "Lah"}),
        ("buku-buku", "NOUN", {"Number": "Plur"}),
        ("sekolah", "NOUN", {"Number": "Sing"}),
        ("tujuh", "NUM", {"NumType": "Card"}),
        ("di", "ADP", {}),
    ],
)
def test_open_classes_show_their_features(form, upos, want):
    assert shown(form, upos) == want


def test_seen_forms_have_the_features_they_were_seen_with():
    tree = tree_of("biasanya/ADV/1/advmod ramai/ADJ/-1/root hadirinnya/NOUN/1/nsubj")
    tree.words[0].feats = {"Typo": "Yes"}
    tree.words[2].feats = {"Number": "Plur"}
    lexicon = FeatureLexicon.learn([tree])
    word = Word("Hadirinnya", "NOUN", {}, ROOT, "root")
    complete(word, lexicon)
    assert word.feats == {"Number": "Plur"}
    assert lexicon.of["biasanya", "ADV"] == {}


def test_icon_tags_become_universal():
    first = [("Rumah", "NNO"), ("nya", "PRK"), ("akan", "TAME"), ("dijual", "VBP")]
    second = [("Salah", "KUA"), ("satu", "KUA")]
    lexicon = FeatureLexicon({})
    tags = [(one.form, one.upos) for one in to_words(first, KNOWN, lexicon)]
    assert tags == [("Rumahnya", "NOUN"), ("akan", "AUX"), ("dijual", "VERB")]
    assert [one.upos for one in to_words(second, KNOWN, lexicon)] == ["ADJ", "NUM"]


def test_a_preposition_before_a_verb_is_a_conjunction():
    before_verb = [("karena", "PPO"), ("hujan", "VBI")]
    before_noun = [("karena", "PPO"), ("hujan", "NNO")]
    lexicon = FeatureLexicon({})
    assert to_words(before_verb, KNOWN, lexicon)[0].upos == "SCONJ"
    assert to_words(before_noun, KNOWN, lexicon)[0].upos == "ADP"


def test_a_clitic_without_a_word_stays():
    sentence = [("nya", "PRK"), (",", "PUN"), ("ku", "PRK")]
    assert join(sentence) == sentence


def test_halves_of_a_reduplication_are_one_word():
    sentence = [("berkali", "ADV"), ("-", "PUN"), ("kali", "ADV"), ("1", "NUM"), ("-", "PUN")]
    assert join(sentence)[0] == ("berkali-kali", "ADV")
    assert len(join(sentence)) == 3
    assert join([("-LRB-", "PUN"), ("Ia", "PRN")]) == [("(", "PUN"), ("Ia", "PRN")]


@pytest.mark.parametrize("case", case_files.load("training_constituents"))
def test_constituents_become_dependencies(case):
    tree = to_tree(case["tree"], Learned(KNOWN, FeatureLexicon({}), UsualLabels({})))
    assert text_of(tree) == case["want"]
    assert tree.is_tree()


@pytest.mark.parametrize("line", ["(S (NNO a)", "(S (NNO a)))", "(S (NNO a)) (S (NNO b))"])
def test_brackets_that_do_not_match_are_refused(line):
    with pytest.raises(ValueError, match="tree"):
        read_tree(line)


def test_labels_left_open_are_the_usual_ones():
    labels = UsualLabels.learn([tree_of("ingin/VERB/-1/root pergi/VERB/0/xcomp")])
    learned = Learned(KNOWN, FeatureLexicon({}), labels)
    assert text_of(to_tree("(VP (VBI coba) (VP (VBI datang)))", learned)) == (
        "coba/VERB/-1/root datang/VERB/0/xcomp"
    )


def test_texts_like_gsd_get_its_label_for_nouns():
    wiki = tree_of("desa/NOUN/-1/root nelayan/NOUN/0/nmod pesisir/NOUN/1/nmod")
    news = tree_of("saham/NOUN/-1/root bank/NOUN/0/nmod daerah/NOUN/1/nmod")
    mixed = [tree_of(text_of(one)) for one in [wiki] * WINDOW + [news] * WINDOW]
    assert label_by_genre(mixed, [wiki] * 3 * WINDOW, [news] * 3 * WINDOW) == WINDOW
    assert {word.label for word in mixed[0].words[1:]} == {"compound"}
    assert {word.label for word in mixed[-1].words[1:]} == {"nmod"}


def test_a_noun_with_a_preposition_is_no_compound():
    tree = tree_of("jalan/NOUN/-1/root ke/ADP/2/case desa/NOUN/0/nmod kita/PRON/2/nmod")
    before = text_of(tree)
    label_compounds(tree)
    assert text_of(tree) == before
