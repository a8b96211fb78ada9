"""Estimate, for each capitalised word, how likely it is part of a person's name.

    python models/names/build.py --shared ../shared

Reads corpora that may be used for statistics (`data/corpus/gov`, `data/corpus/news`) and label
sets whose licences allow training (`data/ner`, `gold/train.jsonl`); never dev or evaluation data.
Writes `src/humas_nlp/data/people_name_words.tsv`: word, log-odds in tenths.

A logistic regression over word types learns from the label sets (a word type weighs as often as
it occurs, inside a person's name or capitalised outside one). Its features are where the word
stands in the corpora - after a reporting root, after a form of address, before an age, as the
subject of a reporting verb, after a preposition of place, after the head of an institution,
written small - and the letters it begins and ends with. A second fit sees as well how likely the
words beside it in a run of capitals are (five-fold over types P 0.785 R 0.648, without 0.734 and
0.630), and scores every word seen often enough in the corpora. What the bundled recogniser says of
the word in the corpora
(`recognise.py`, run first) counts beside it, and the lists of given and family names of the
package Faker (MIT), for names of other languages that the corpora hold seldom.
"""

import argparse
import gzip
import importlib
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from humas_nlp.mentions.places.gazetteer import places

COUNTS = Path("models/names/counts.tsv")  # of `recognise.py`
SILVER, MOST = 0.5, 12.0
NO_NAMES = frozenset(
    "April May June August Sunday Chelsea Madrid Milan Roma Villa Santos Valencia Lyon Real".split()
)
COMMON = 0.2  # times a common word is written small for each time with a capital
GIVEN, FAMILY = 8.0, 3.0  # labelled examples that a name in a list of Faker counts for
LANGUAGES = (
    "cs_CZ da_DK de_DE en_GB en_IE en_IN en_NG en_NZ en_US es_AR es_ES es_MX fi_FI fr_FR hr_HR"
    " id_ID it_IT nl_NL no_NO pl_PL pt_BR pt_PT sv_SE tr_TR"
).split()
WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")
RUN = r"((?:[A-Z][\w'’`]*\.?)(?: [A-Z][\w'’`]*\.?)*)"
ROOTS = (
    "kata|ujar|ungkap|tutur|ucap|imbuh|sambung|jelas|tegas|papar|terang|tambah|lanjut|tandas|"
    "pungkas|beber|sebut|cetus|tukas|urai"
)
VERBS = (
    "mengatakan|menjelaskan|menegaskan|menyebut|menilai|menyampaikan|mengaku|meminta|berharap|"
    "menambahkan|menyatakan|menekankan|mengungkapkan|memastikan|mengingatkan|menuturkan|"
    "memaparkan|menerangkan|membeberkan|berpesan|mengajak|mengimbau|melanjutkan"
)
OFFICES = (
    "Presiden|Menteri|Gubernur|Bupati|Walikota|Kepala|Ketua|Direktur|Sekretaris|Rektor|Kapolres|"
    "Kapolda|Menko|Anggota|Deputi|Jenderal|Menkes|Mendagri|Menkeu|Sekda|Camat|Wakil"
)
PLACES = {
    "cue": re.compile(rf"[,\"”“'] ?(?:{ROOTS}) {RUN}"),
    "address": re.compile(rf"(?:Pak|Bu|Bapak|Ibu|Prof\.|Dr\.|Drs\.|Ir\.|Hj?\.|Ustaz|KH\.?) {RUN}"),
    "age": re.compile(rf"{RUN} \([1-9]\d\)"),
    "subject": re.compile(rf"{RUN},?(?: juga| pun| kemudian| lalu)? (?:{VERBS})\b"),
    "office": re.compile(rf"(?:{OFFICES}) {RUN}"),
    "comma": re.compile(rf", {RUN}, "),
    "place": re.compile(rf"\b(?:di|ke|dari|Di|Dari|se) {RUN}"),
    "region": re.compile(
        rf"(?:Kabupaten|Kota|Provinsi|Kecamatan|Desa|Kelurahan|Jalan|Pulau|Kab\.|Kec\.|Bandara|"
        rf"Pemkab|Pemkot|Pemprov|Polres|Polda) {RUN}"
    ),
    "institution": re.compile(
        rf"(?:Kementerian|Dinas|Badan|Universitas|Institut|Dewan|Komisi|Bank|PT|Partai|Lembaga|"
        rf"Direktorat|Bidang|Biro|Fakultas|Komite|Program|Hari|Rumah Sakit|Undang) {RUN}"
    ),
    "inside": re.compile(rf"(?<=[a-z,;)] ){RUN}"),
    "initial": re.compile(rf"(?<=[a-z,] )[A-Z]\. {RUN}"),
}


def label_counts(shared: Path) -> tuple[Counter[str], Counter[str]]:
    """Return counts of words inside names and of capitalised words outside them."""
    inside: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    for name in ("train.bio", "train_per_loc_only.bio"):
        for line in (shared / "data/ner" / name).read_text("utf-8").splitlines():
            token, _, label = line.partition("\t")
            if token[:1].isupper():
                (inside if label.endswith("PER") else outside)[token] += 1
    for row in map(json.loads, _lines(shared / "data/ner/releases_train.jsonl")):
        people = [(start, end) for start, end, label in row["entities"] if label == "PER"]
        _count(row["text"], people, inside, outside)
    for row in map(json.loads, _lines(shared / "gold/train.jsonl")):
        names = sorted({m for p in row["people"] for m in p["mentions"]}, key=len, reverse=True)
        found = re.compile("|".join(rf"\b{re.escape(n)}\b" for n in names) or r"(?!)")
        _count(row["text"], [m.span() for m in found.finditer(row["text"])], inside, outside)
    return inside, outside


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").split("\n")[:-1]  # U+2028 is no line end in JSONL


def _count(
    text: str, people: list[tuple[int, int]], inside: Counter[str], outside: Counter[str]
) -> None:
    covered: set[int] = set()
    for start, end in people:
        covered.update(range(start, end))
    for m in WORD.finditer(text):
        if m[0][0].isupper():
            (inside if m.start() in covered else outside)[m[0]] += 1


def corpus(shared: Path) -> Iterator[str]:
    """Yield the texts of the two corpora."""
    for name in ("gov", "news"):
        with gzip.open(shared / f"data/corpus/{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if not row.get("note"):
                    yield row["text"]


def corpus_counts(shared: Path) -> dict[str, Counter[str]]:
    """Return, for each kind of place and for lower case, how often each word stands there."""
    counts = {name: Counter() for name in (*PLACES, "first", "last", "lower")}
    for text in corpus(shared):
        for name, pattern in PLACES.items():
            for m in pattern.finditer(text):
                words = WORD.findall(m[1])
                counts[name].update(words)
                if name == "inside" and len(words) > 1:
                    counts["first"][words[0]] += 1
                    counts["last"][words[-1]] += 1
        counts["lower"].update(w for w in WORD.findall(text) if w.islower())
    counts["lower"] = Counter({w.capitalize(): n for w, n in counts["lower"].items()})
    return counts


def pair_counts(shared: Path) -> Counter[tuple[str, str]]:
    """Return how often two words stand side by side in a run of capitals inside a sentence."""
    found: Counter[tuple[str, str]] = Counter()
    for text in corpus(shared):
        for m in PLACES["inside"].finditer(text):
            found.update(pairwise(WORD.findall(m[1])))
    return found


def beside(
    words: list[str],
    counts: Mapping[str, Counter[str]],
    pairs: Mapping[tuple[str, str], int],
    chance: Mapping[str, float],
) -> csr_matrix:
    """Return one row a word: how likely the words right and left of it are names, and how many.

    Args:
        words: Words of the rows.
        counts: What `corpus_counts` gives.
        pairs: What `pair_counts` gives.
        chance: How likely each word is one of a name, as the first fit says.
    """
    right: dict[str, list[float]] = defaultdict(lambda: [0.3, 1.5])
    left: dict[str, list[float]] = defaultdict(lambda: [0.3, 1.5])
    for (a, b), n in pairs.items():
        for side, word, other in ((right, a, b), (left, b, a)):
            if other in chance:
                side[word][0] += n * chance[other]
                side[word][1] += n
    rows = []
    for word in words:
        total = counts["inside"][word] + 2.0
        (after, nr), (before, nl) = right[word], left[word]
        rows.append(
            [
                after / nr,
                before / nl,
                math.log(nr / total),
                math.log(nl / total),
                after / total,
                before / total,
            ]
        )
    return csr_matrix(np.array(rows))


def features(words: list[str], counts: dict[str, Counter[str]]) -> csr_matrix:
    """Return one row a word: smoothed shares of places, shape, beginning and ending letters."""
    rows = []
    for word in words:
        total = counts["inside"][word] + 2.0
        shares = [
            math.log((counts[name][word] + 0.2) / total) for name in counts if name != "inside"
        ]
        rows.append([*shares, math.log(total), float(word.isupper()), min(len(word), 12) / 4])
    letters = HashingVectorizer(
        analyzer=lambda w: (
            [f"^{w[:k].lower()}" for k in (2, 3)] + [f"{w[-k:].lower()}$" for k in (1, 2, 3, 4)]
        ),
        n_features=4096,
        norm=None,
        alternate_sign=False,
    )
    return hstack([csr_matrix(np.array(rows)), 0.5 * letters.transform(words)]).tocsr()


def silver(path: Path) -> dict[str, tuple[float, float]]:
    """Return, for each word that `recognise.py` counted, the weight and the share of its evidence.

    An occurrence weighs as half a labelled one, all of a word's as twelve at most: the recogniser
    is right on nine names of ten, but on all occurrences of a word alike.
    """
    found = {}
    for line in path.read_text("utf-8").splitlines() if path.exists() else ():
        word, inside, outside = line.split("\t")
        n = int(inside) + int(outside)
        found[word] = (min(SILVER * n, MOST), int(inside) / n)
    return found


def listed(counts: Mapping[str, Counter[str]]) -> Counter[str]:
    """Return, for each name of Faker's lists, how many labelled examples it counts for.

    Common words of Indonesian, places, months and clubs are left out ("May", "Chelsea").
    """
    found: Counter[str] = Counter()
    for language in LANGUAGES:
        provider = importlib.import_module(f"faker.providers.person.{language}").Provider
        for kind, worth in (("last_names", FAMILY), ("first_names", GIVEN)):
            for attribute in dir(provider):
                names = getattr(provider, attribute)
                if attribute.startswith(kind) and isinstance(names, (list, tuple, dict)):
                    for word in {w for n in names for w in WORD.findall(n) if len(w) > 2}:
                        found[word] = max(found[word], worth)
    return Counter(
        {
            w: n
            for w, n in found.items()
            if w.lower() not in places()
            and w not in NO_NAMES
            and counts["lower"][w] < COMMON * (counts["inside"][w] + 2)
        }
    )


def weights(shared: Path, minimum: int = 4) -> dict[str, int]:
    """Return the log-odds, in tenths, of every word seen often enough."""
    recognised = silver(COUNTS)
    inside, outside = label_counts(shared)
    counts = corpus_counts(shared)
    names = listed(counts)
    known = sorted(w for w in set(inside) | set(outside) if WORD.fullmatch(w) and len(w) > 1)
    n = np.array([c for w in known for c in (inside[w], outside[w])], dtype=float)
    words = {w for w in counts["inside"] if WORD.fullmatch(w) and len(w) > 1}
    seen = sorted(
        w
        for w in words | set(inside) | set(outside) | set(names)
        if w in words or (WORD.fullmatch(w) and len(w) > 1)
    )
    table, rows = features(known, counts), features(seen, counts)
    first = _fitted(table, n).decision_function(rows)
    chance = dict(zip(seen, 1 / (1 + np.exp(-first)), strict=True))
    pairs = pair_counts(shared)
    table = hstack([table, beside(known, counts, pairs, chance)]).tocsr()
    rows = hstack([rows, beside(seen, counts, pairs, chance)]).tocsr()
    scores = _fitted(table, n).decision_function(rows)
    found = {}
    for word, score in zip(seen, scores, strict=True):
        yes, no = inside[word] + names[word], outside[word]
        if counts["inside"][word] + yes + no < minimum:
            continue
        # labels of the word itself count as well, as six examples' worth of prior plus evidence
        prior = 1 / (1 + math.exp(-score))
        weight, share = recognised.get(word, (0.0, 0.0))
        p = (6 * prior + yes + weight * share) / (6 + yes + no + weight)
        found[word] = round(10 * math.log(p / (1 - p)))
    return found


def _fitted(table: csr_matrix, n: np.ndarray) -> LogisticRegression:
    """Fit a model to types: each gives one positive and one negative example, by its counts."""
    x = csr_matrix(np.repeat(table.toarray(), 2, axis=0))
    y = np.tile([1, 0], table.shape[0])
    kept = n > 0
    model = LogisticRegression(C=0.3, max_iter=3000)
    _report(model, x[kept], y[kept], n[kept])
    return model.fit(x[kept], y[kept], sample_weight=np.sqrt(n[kept]))


def _report(model: LogisticRegression, x: csr_matrix, y: np.ndarray, n: np.ndarray) -> None:
    p = cross_val_predict(model, x, y, cv=5, params={"sample_weight": np.sqrt(n)})
    tp, fp, fn = (n[(p == a) & (y == b)].sum() for a, b in ((1, 1), (1, 0), (0, 1)))
    print(f"word in a name, five-fold over types: P {tp / (tp + fp):.3f} R {tp / (tp + fn):.3f}")


HEADER = """# How likely a capitalised word belongs to a person's name: word, log-odds in tenths.
# Source: statistics of models/names/build.py over the corpora and label sets of NOTICE.md.
# Licence: Apache-2.0 (counts, no text). 2026-11.
"""


def main() -> None:
    """Write the lexicon."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument(
        "--out", type=Path, default=Path("src/humas_nlp/data/people_name_words.tsv")
    )
    args = parser.parse_args()
    found = weights(args.shared)
    print(len(found), "words")
    args.out.write_text(HEADER + "".join(f"{w}\t{found[w]}\n" for w in sorted(found)), "utf-8")


if __name__ == "__main__":
    main()
