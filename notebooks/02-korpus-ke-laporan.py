# %% [markdown]
# # A corpus to tables, charts and a report
#
# The releases that come with the package stand for your own corpus. They become five tables, a
# chart, and one page to send around. Nothing here needs a network.
#
# *Dari satu korpus ke tabel, diagram, dan laporan yang bisa dikirim.*

# %%
import humas_nlp

contoh = humas_nlp.samples()
dokumen = list(humas_nlp.analyze_many(contoh.values(), ids=contoh.keys()))
tabel = humas_nlp.to_frames(dokumen)
{nama: len(isi) for nama, isi in tabel.items()}

# %% [markdown]
# ## Who is heard most
#
# `quotes` has one row for each quote, with its speaker; the tables join on `doc_id`.

# %%
tabel["quotes"].groupby("speaker").size().sort_values(ascending=False).head(10)

# %% [markdown]
# ## About what
#
# `rank` 1 is the main theme of a document.

# %%
utama = tabel["themes"].query("rank == 1")
per_tema = utama.groupby("label", observed=True).size().sort_values(ascending=False)
per_tema.head(10)

# %%
import altair as alt

alt.Chart(per_tema.rename("naskah").reset_index()).mark_bar().encode(
    x="naskah:Q", y=alt.Y("label:N", sort="-x", title=None)
)

# %% [markdown]
# ## One page to send around
#
# The same as `humas report`: charts, a matrix that one can click, all quotes with search.

# %%
from pathlib import Path

from humas_nlp.report import Entry, report_html

halaman = Path("laporan.html")
entri = (Entry(satu) for satu in dokumen)
halaman.write_text(report_html(entri, "Contoh rilis"), encoding="utf-8")
print(f"{halaman}: {halaman.stat().st_size / 1e6:.1f} MB")
