"""What a trained recogniser says, as evidence for names and institutions."""

from humas_nlp.mentions.names.recognised import with_evidence
from humas_nlp.mentions.tokens import read_tokens
from humas_nlp.people.finder import find_people

TEXT = "Pelatih Rajawali Timur Hendro Wibowo hadir. Kata Mahan, laga itu berat."


def labelled(text, **labels):
    return sorted(
        (text.index(name.replace("_", " ")), text.index(name.replace("_", " ")) + len(name), label)
        for name, label in labels.items()
    )


def weights(text, **labels):
    tokens = read_tokens(text, 0, len(text))
    (found,) = with_evidence([tokens], labelled(text, **labels))
    return {t.text: round(n.weight - t.weight, 2) for t, n in zip(tokens, found, strict=True)}


def test_labels_move_the_weight_of_a_word():
    moved = weights(TEXT, Mahan="PER", Rajawali_Timur="ORG")
    assert moved["Mahan"] > 0 > moved["Rajawali"]
    assert moved["laga"] == 0  # small letters hold no name


def test_words_beside_a_person_are_not_weighed_down():
    moved = weights(TEXT, Wibowo="PER")
    assert moved["Hendro"] == 0
    assert moved["Pelatih"] < 0


def test_initials_without_stops_are_no_acronym():
    assert weights("Kata BW Purba, itu baik.", BW_Purba="PER")["BW"] > 1


def test_institution_cuts_the_office():
    names = labelled(TEXT, Rajawali_Timur="ORG", Hendro_Wibowo="PER")
    found = find_people(TEXT, [(0, len(TEXT))], names).people[0]
    assert (found.name, found.role, found.affiliation) == (
        "Hendro Wibowo",
        "Pelatih",
        "Rajawali Timur",
    )


def test_without_a_recogniser_nothing_changes():
    assert find_people(TEXT, [(0, len(TEXT))]) == find_people(TEXT, [(0, len(TEXT))], None)


def test_institution_gives_up_the_name_that_it_runs_into():
    text = "Kata Kepala Badan Pengatur Hery Zuna, itu baik."
    moved = weights(text, Badan_Pengatur_Hery_Zuna="ORG")
    assert moved["Pengatur"] == -1
    assert moved["Zuna"] > -1
