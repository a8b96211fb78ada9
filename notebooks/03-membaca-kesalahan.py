# %% [markdown]
# # Reading the errors
#
# How good is the analysis on *your* texts? Annotate a few, compare, and read what is wrong. The two
# texts below were written for this notebook, and so were their annotations; a file of your own is
# compared in the same way with `humas evaluate GOLD.jsonl PREDICTED.jsonl`.
#
# *Seberapa baik analisisnya pada naskah Anda? Beri anotasi, bandingkan, lalu baca kesalahannya.*

# %%
import humas_nlp
from humas_nlp.evaluation import score


def anotasi(id, naskah, orang, kutipan):
    """Build a gold document; a quote is (content, kind, cue, source, speaker)."""

    def rentang(kata):
        mulai = naskah.index(kata)
        return {"start": mulai, "end": mulai + len(kata), "text": kata}

    return {
        "id": id,
        "text": naskah,
        "meta": {},
        "people": [
            {"id": f"P{n}", "name": nama, "role": jabatan, "affiliation": lembaga}
            for n, (nama, jabatan, lembaga) in enumerate(orang, 1)
        ],
        "quotes": [
            {
                **rentang(isi),
                "kind": jenis,
                "cue": rentang(kata),
                "source": rentang(sumber),
                "speaker": siapa,
            }
            for isi, jenis, kata, sumber, siapa in kutipan
        ],
        "themes": [],
    }


# %%
emas = [
    anotasi(
        "puskesmas",
        "“Layanan imunisasi dibuka setiap hari,” ujar Bupati Sukamaju Rina Wulandari. "
        "Menurut warga setempat, antrean masih panjang.",
        [("Rina Wulandari", "Bupati", "Sukamaju")],
        [
            ("Layanan imunisasi dibuka setiap hari", "direct", "ujar", "Rina Wulandari", "P1"),
            ("antrean masih panjang", "indirect", "Menurut", "warga", "UNNAMED:warga setempat"),
        ],
    ),
    anotasi(
        "jembatan",
        "Camat Melati Bagus Hartanto menegaskan jembatan gantung selesai sebelum musim hujan. "
        "“Anggarannya sudah ada,” katanya singkat. Tidak ada yang membantah.",
        [("Bagus Hartanto", "Camat", "Melati")],
        [
            (
                "jembatan gantung selesai sebelum musim hujan",
                "indirect",
                "menegaskan",
                "Bagus Hartanto",
                "P1",
            ),
            ("Anggarannya sudah ada", "direct", "katanya", "katanya", "P1"),
        ],
    ),
]

# %% [markdown]
# ## The figures
#
# `end_to_end_all`: a quote is right when it is found *and* its speaker is right.

# %%
naskah = [satu["text"] for satu in emas]
hasil = list(humas_nlp.analyze_many(naskah, ids=[satu["id"] for satu in emas]))
nilai = score(emas, [satu.to_dict() for satu in hasil])
{nama: nilai.measures[nama] for nama in ("span_relaxed_all", "end_to_end_all", "people")}

# %% [markdown]
# ## The mistakes, one by one
#
# Every wrong quote is named: missed, spurious, or with another speaker.

# %%
for kesalahan in nilai.mistakes:
    print(kesalahan.kind, kesalahan.document, repr(kesalahan.text), kesalahan.expected)
print(len(nilai.mistakes), "kesalahan")

# %% [markdown]
# ## See it in the text
#
# The number before a quote names its speaker; the pointer on a quote shows its confidence and the
# rules that found it.

# %%
hasil[1]
