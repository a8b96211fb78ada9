"""The classes of cues, and the lists behind them."""

import pytest

from humas_nlp.quotes.circumstances.stance import stance_of
from humas_nlp.quotes.sentences.cues import lexicon

# Verbs that take a person and yet demand nothing: offers, leave and assurance.
OFFERS = {
    "menawarkan",
    "mempersilakan",
    "mempersilahkan",
    "menyilakan",
    "menargetkannya",
    "meyakinkan",
}


@pytest.mark.parametrize(
    ("cue", "content", "stance"),
    [
        ("ujarnya", "Kami siap", "neutral"),
        ("Menurut", "jalan itu rusak", "neutral"),
        ("Mengimbau", "agar hadir", "demand"),
        ("pintanya", "Segera perbaiki", "demand"),
        ("Harapannya", "jalan diperbaiki", "hope"),
        ("mewanti-wanti", "agar waspada", "warning"),
        ("bantah", "Itu bohong", "denial"),
        ("mengapresiasi", "kerja petugas", "praise"),
        ("menyampaikan", "supaya warga hadir", "demand"),
        ("menyampaikan", "agaknya warga hadir", "neutral"),
        ("memberi peringatan", "bahwa air naik", "warning"),
        ("", "", "neutral"),
    ],
)
def test_class(cue, content, stance):
    assert stance_of(cue, content) == stance


def test_verbs_that_urge_are_not_neutral():
    urging = {verb for verb, kind in lexicon().verbs.items() if kind == "urge"}
    assert {verb for verb in urging if stance_of(verb) == "neutral"} == OFFERS & urging
