# %% [markdown]
# # Themes of your own
#
# The bundled themes are those of government communication in general. An office has its own: water, roads, markets. This notebook trains a classifier from a table of labelled texts, measures it, loads it into the pipeline, and then starts a second one from keywords alone. It needs no network.
#
# *Tema buatan sendiri: dari tabel berlabel, atau dari kata kunci saja.*
#
# The same works on the command line: `humas themes train labels.csv -o air.skops`.

# %% [markdown]
# ## A table of labelled texts
#
# One row a text, the label in a field; several labels are parted by `;`. Here the texts are made from parts, so that the notebook stands alone. **Use real releases**: a few dozen a label, read and labelled by you.

# %%
import csv
from itertools import product
from pathlib import Path

bagian = {
    "air_bersih": (
        [
            "Perumda air minum memasang pipa",
            "PDAM memperbaiki sumur bor",
            "Warga mengeluh air keruh",
        ],
        ["agar sambungan air bersih tidak macet", "karena debit sumber air turun"],
    ),
    "jalan": (
        ["Dinas Pekerjaan Umum menambal jalan berlubang", "Petugas mengaspal ruas jalan desa"],
        ["supaya truk tidak merusak aspal", "sebelum arus mudik di jalan provinsi", "dan trotoar"],
    ),
    "pasar": (
        ["Pedagang pasar pindah ke kios baru", "Petugas memeriksa timbangan pedagang"],
        ["setelah los pasar selesai dibangun", "saat harga cabai naik", "dan retribusi kios turun"],
    ),
}
tempat = ["di Kecamatan Melati", "di Kelurahan Anggrek", "di Desa Suka Maju", "di Kota Tirta"]

with Path("label.csv").open("w", encoding="utf-8", newline="") as berkas:
    tulis = csv.writer(berkas)
    tulis.writerow(["naskah", "tema"])
    for kode, (awal, akhir) in bagian.items():
        for kata in product(awal, tempat, akhir):
            tulis.writerow([" ".join(kata) + ".", kode])
    for lokasi in tempat:
        tulis.writerow([f"Petugas mengaspal jalan menuju pasar {lokasi}.", "jalan; pasar"])

# %% [markdown]
# ## Train and measure
#
# Empty texts, repeated texts and texts with contradictory labels are left out, and each warning names its row. The figures come from five-fold cross-validation; here they are perfect because the texts are so alike.

# %%
from humas_nlp.themes import read_examples, train_own

contoh = read_examples(["label.csv"], text="naskah", label=["tema"])
hasil = train_own(contoh)
print(hasil.figures.summary())
print("documents and micro F1:", hasil.figures.curve)
for peringatan in hasil.warnings:
    print("!", peringatan)

# %%
import pandas as pd

pd.DataFrame(hasil.figures.to_dict()["labels"]).T

# %% [markdown]
# ## What the model looks at
#
# Always look: a place or a person's name among these words means that the examples are one-sided.

# %%
from humas_nlp.themes import telling_terms

for kode in hasil.model.classes_:
    print(f"{kode:12}", ", ".join(telling_terms(hasil.model, kode, most=6)))

# %% [markdown]
# ## Keep it and use it
#
# The model is a `.skops` file of plain arrays, with a manifest beside it: labels, figures, library versions, SHA-256. A file that does not fit its manifest, or that could run code, is refused.

# %%
import humas_nlp

hasil.save("air.skops")
nlp = humas_nlp.load("rules", themes="air.skops")

rilis = """PDAM Tirta Wening memperbaiki sambungan air bersih di Kelurahan Anggrek.

“Pipa di jalan itu sudah tua,” ujar Direktur PDAM Tirta Wening, Rina Wulandari."""
dokumen = humas_nlp.analyze(rilis, nlp=nlp)
print([(tema.code, tema.score, tema.reasons) for tema in dokumen.themes])
print([(kutipan.speaker.name, kutipan.themes) for kutipan in dokumen.quotes if kutipan.speaker])

# %% [markdown]
# Where the words of a theme stand in the text:

# %%
from humas_nlp.themes import explain

for bukti in explain(rilis, hasil.model, "air_bersih"):
    print(bukti.start, bukti.end, repr(bukti.text), bukti.weight)

# %% [markdown]
# ## From keywords alone
#
# Without a single label, `seeds.toml` starts a taxonomy: texts that hold enough of a theme's terms become its examples. The figures then say how well the keywords are learned, **not how right they are**; label a sample by hand before you trust them.

# %%
from humas_nlp.themes import read_seeds

Path("seeds.toml").write_text(
    """
[[theme]]
code = "air_bersih"
label = "Air bersih"
terms = ["air bersih", "pdam", "sumur bor", "pipa"]
unless = ["air mata"]

[[theme]]
code = "jalan"
label = "Jalan"
terms = ["aspal", "mengaspal", "jalan berlubang", "trotoar"]
""",
    encoding="utf-8",
)

tanpa_label = read_examples(["label.csv"], text="naskah", label=[])
dari_kata_kunci = train_own(tanpa_label, read_seeds("seeds.toml"), by_seeds=True)
print(len(dari_kata_kunci.examples.texts), "of", len(tanpa_label.texts), "texts were labelled")
print(dari_kata_kunci.figures.summary())

# %% [markdown]
# ## A new corpus
#
# A model grows stale without a word. Compare what it does now with what the manifest says of the texts it learned from, each judged while it was held out: how often it abstains, how sure it is, which words it does not know.

# %%
from humas_nlp.themes import corpus_report, read_manifest

naskah = [(isi, None) for isi in humas_nlp.samples().values()]
laporan = corpus_report(naskah, hasil.model)
dahulu = read_manifest("air.skops")["baseline"]
angka = ["abstained", "confidence", "sure", "unknown"]
pd.DataFrame({"here": laporan.baseline(), "learned from": dahulu}).loc[angka]

# %%
laporan.unknown_terms[:10]

# %% [markdown]
# Nine words in ten are unknown: eighty one-line texts are far too few to learn the language from, and these releases are about other things. Real examples, and more of them, are the remedy.
