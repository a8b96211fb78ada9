"""Our figures equal those of the published scorer, where it is at hand."""

import importlib.util
import json
import random
from pathlib import Path

import pytest

from humas_nlp.evaluation import score

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not GOLD.is_dir(), reason="../shared/gold is not there"),
]


@pytest.fixture(scope="module")
def published():
    spec = importlib.util.spec_from_file_location("published_score", GOLD / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.score


@pytest.fixture(scope="module")
def gold():
    lines = (GOLD / "train.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


class Distortion:
    """Turns gold into an analysis that is wrong in every way, each at a given rate."""

    def __init__(self, seed, rate):
        self.random = random.Random(seed)
        self.rate = rate

    def now(self):
        return self.random.random() < self.rate

    def pick(self, *options):
        return self.random.choice(options)

    def document(self, gold):
        themes = [{"code": code} for code in gold["themes"] if not self.now()]
        return {
            "id": gold["id"],
            "meta": {name: "lain" if self.now() else value for name, value in gold["meta"].items()},
            "people": [self.person(person) for person in gold["people"] if not self.now()],
            "quotes": [found for quote in gold["quotes"] for found in self.quotes(gold, quote)],
            "themes": themes + [{"code": "lainnya"}] * self.now(),
        }

    def person(self, person):
        office = f"{person['role'] or ''} {person['affiliation'] or ''}".strip()
        named = person | {"name": self.pick("Ir. ", "") + person["name"]}
        return named | self.pick({}, {"role": office, "affiliation": None}, {"role": None})

    def quotes(self, gold, quote):
        if self.now():
            return []
        size = len(gold["text"])
        found = {
            "start": max(0, quote["start"] + self.pick(0, 0, 0, -5, 9)),
            "end": min(size, quote["end"] + self.pick(0, 0, 1, 40, 200)),
            "kind": self.pick("direct", "indirect", "mixed") if self.now() else quote["kind"],
            "cue": None if self.now() else quote["cue"],
            "speaker": self.speaker(gold, quote["speaker"]),
        }
        at = self.random.randrange(size)
        stray = {"start": at, "end": min(size, at + 60), "kind": "direct"}
        return [found] + [found] * self.now() + [stray] * self.now()

    def speaker(self, gold, speaker):
        if speaker is None or self.now():
            return self.pick(None, {"type": "person", "name": "Tirta Wening"})
        kind, _, name = speaker.partition(":")
        if kind == "ORG":
            return {"type": "organisation", "name": self.pick(name, name.split("(")[0])}
        if kind == "UNNAMED":
            return {"type": "unnamed", "name": self.pick(name, name.split()[0])}
        person = next(p["name"] for p in gold["people"] if p["id"] == speaker)
        before, after = self.pick("Dr. H. ", "", "Pak "), self.pick("", ", M.Si.", " S.H.")
        return {"type": "person", "name": before + person + after}


@pytest.mark.parametrize(("seed", "rate"), [(1, 0.0), (2, 0.15), (3, 0.5)])
def test_figures_are_equal(published, gold, seed, rate):
    distortion = Distortion(seed, rate)
    predicted = [distortion.document(document) for document in gold if not distortion.now()]
    theirs, _ = published(gold, predicted)
    ours = score(gold, predicted).measures
    assert list(ours) == list(theirs)
    for name, value in theirs.items():
        assert ours[name] == pytest.approx(value), name
    if rate:
        assert 0 < ours["end_to_end_all"]["f1"] < 1
