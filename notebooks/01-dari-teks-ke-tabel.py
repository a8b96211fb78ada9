# %% [markdown]
# # From a text to tables and a picture
#
# `humas_nlp` reads an Indonesian government release: who said what, in which office, for which institution, about which theme. This notebook takes one release, then all the releases that come with the package, and ends with a chart. It needs no network.
#
# *Dari naskah ke tabel dan gambar: satu rilis, lalu semua contoh yang ikut terpasang.*

# %%
import humas_nlp

teks = """Magelang, 3 Mei 2024 – Pemerintah Kota Magelang menambah layanan imunisasi balita.

“Kami membuka layanan setiap hari kerja,” ujar Kepala Dinas Kesehatan Kota Magelang Rina Wulandari.

Ia mengatakan bahwa vaksin tersedia di semua puskesmas.

Menurut Camat Magelang Selatan, Bagus Hartanto, warga dapat datang tanpa membuat janji.
"""

dokumen = humas_nlp.analyze(teks, id="magelang-01")
dokumen

# %% [markdown]
# ## The result is plain data
#
# Every quote knows its place in the text (`start`, `end` count Unicode code points), its cue, and its speaker.

# %%
for kutipan in dokumen.quotes:
    pembicara = kutipan.speaker.name if kutipan.speaker else "?"
    print(f"{kutipan.kind:9} {pembicara:16} {teks[kutipan.start : kutipan.end]}")

# %%
import json

print(json.dumps(dokumen.to_dict()["quotes"][:1], ensure_ascii=False, indent=1))

# %% [markdown]
# ## Many texts become tables
#
# `samples()` gives the releases that were written for the package (people and offices are invented). `analyze_many` yields one document after the other; `to_frames` makes pandas tables that join on the document's id.

# %%
contoh = humas_nlp.samples()
dokumen_dokumen = [humas_nlp.analyze(naskah, id=nama) for nama, naskah in contoh.items()]
tabel = humas_nlp.to_frames(dokumen_dokumen)
{nama: bingkai.shape for nama, bingkai in tabel.items()}

# %%
tabel["quotes"].head()

# %% [markdown]
# ## Who speaks most?

# %%
import matplotlib.pyplot as plt
import pandas as pd

pembicara = pd.Series(
    [
        kutipan.speaker.name
        for hasil in dokumen_dokumen
        for kutipan in hasil.quotes
        if kutipan.speaker
    ],
    name="quotes",
)
jumlah = pembicara.value_counts().head(12)

fig, sumbu = plt.subplots(figsize=(8, 4.5), layout="constrained")
sumbu.barh(jumlah.index[::-1], jumlah.to_numpy()[::-1], color="#3b6ea5")
sumbu.xaxis.get_major_locator().set_params(integer=True)
sumbu.set_xlabel("Jumlah kutipan")
sumbu.set_title("Narasumber dengan kutipan terbanyak")
plt.show()

# %% [markdown]
# Quotes and speakers are found by rules, and rules err. **Check every quote against its source before you publish it.**
