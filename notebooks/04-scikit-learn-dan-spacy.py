# %% [markdown]
# # Our pieces in scikit-learn and spaCy
#
# The tokenizer, the stemmer and the components work without the rest of the library. The sentences
# below were written for this notebook.
#
# *Potongan pustaka ini di dalam scikit-learn dan spaCy.*

# %% [markdown]
# ## scikit-learn: words by their roots
#
# `StemTokenizer` is a callable for any vectorizer: "pembangunan" and "membangun" are one feature.

# %%
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from humas_nlp import StemTokenizer

kalimat = [
    "Petani memanen padi di sawah yang diairi irigasi baru.",
    "Panen jagung naik setelah pupuk bersubsidi dibagikan kepada petani.",
    "Penanaman cabai dimulai; benihnya dibagikan kelompok tani.",
    "Puskesmas membuka layanan imunisasi bagi balita.",
    "Vaksinasi anak dilayani bidan di setiap puskesmas.",
    "Kader posyandu menimbang balita dan membagikan vitamin.",
]
tema = ["pangan"] * 3 + ["kesehatan"] * 3
vektor = TfidfVectorizer(tokenizer=StemTokenizer(), token_pattern=None, lowercase=False)
model = make_pipeline(vektor, LogisticRegression())
model.fit(kalimat, tema)
tebakan = model.predict(
    ["Bidan melayani imunisasi di posyandu.", "Sawah siap ditanami benih padi."]
)
assert list(tebakan) == ["kesehatan", "pangan"]
tebakan

# %%
sorted(vektor.vocabulary_)[:12]

# %% [markdown]
# ## spaCy: one component in a pipeline of your own
#
# Every component is registered by entry point, so spaCy finds it without importing the library.

# %%
import spacy

nlp = spacy.blank("id")
nlp.add_pipe("humas_sentences")
nlp.add_pipe("humas_stemmer")
doc = nlp("Pembangunan jembatan dimulai. Warga menyambutnya dengan gembira.")
assert len(list(doc.sents)) == 2
[(token.text, token._.humas.stem) for token in doc if token.is_alpha]

# %% [markdown]
# ## spaCy: the whole pipeline, saved and loaded
#
# What the components find stands in `doc._.humas` and survives `to_bytes` and `DocBin`.

# %%
from spacy.tokens import DocBin

import humas_nlp

nlp = humas_nlp.load()
doc = nlp("“Stok beras aman,” ujar Bupati Sukamaju Rina Wulandari.")
kembali = next(DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab))
assert kembali._.humas.quotes == doc._.humas.quotes
kembali._.humas.quotes[0].speaker

# %% [markdown]
# ## displaCy
#
# spaCy's own visualiser takes the quotes as ranges whose label is their speaker.

# %%
from IPython.display import HTML
from spacy import displacy

from humas_nlp.report import displacy_data

gambar = displacy_data(humas_nlp.analyze(doc.text))
HTML(
    displacy.render(
        gambar["data"], style="ent", manual=True, options=gambar["options"], jupyter=False
    )
)
