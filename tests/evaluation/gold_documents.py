"""A small annotated text, and strategies that distort its perfect analysis."""

import copy

TEXT = (
    "SUKAMAJU – “Air sudah surut,” ujar Bupati Sukamaju Tirta Wening. Ia mengatakan warga boleh "
    "pulang. Badan Siaga Air (BSA) menyebut dua tanggul jebol. Menurut seorang warga, bantuan "
    "lambat. “Kami tetap waspada,” kata Tirta."
)


def quote(content, kind, speaker, cue, source):
    start = TEXT.index(content)
    at = TEXT.index(cue, 0 if cue in ("ujar",) else max(0, start - 40))
    return {
        "start": start,
        "end": start + len(content),
        "text": content,
        "kind": kind,
        "speaker": speaker,
        "cue": {"start": at, "end": at + len(cue), "text": cue},
        "source": {"start": 0, "end": 1, "text": source} if source else None,
    }


GOLD = {
    "id": "g1",
    "text": TEXT,
    "meta": {"title": None, "date": "2026-11-24", "place": "SUKAMAJU", "organisation": None},
    "people": [
        {"id": "P1", "name": "Tirta Wening", "role": "Bupati Sukamaju", "affiliation": None},
        {"id": "P2", "name": "Sari Melati", "role": None, "affiliation": None},
    ],
    "quotes": [
        quote("Air sudah surut,", "direct", "P1", "ujar", "Tirta Wening"),
        quote("warga boleh pulang", "indirect", "P1", "mengatakan", "Ia"),
        quote("dua tanggul jebol", "indirect", "ORG:Badan Siaga Air (BSA)", "menyebut", "BSA"),
        quote("bantuan lambat", "indirect", "UNNAMED:seorang warga", "Menurut", "seorang warga"),
        quote("Kami tetap waspada,", "direct", None, "kata", None),
    ],
    "themes": ["bencana", "infrastruktur"],
}
SPEAKERS = {
    "P1": {"type": "person", "name": "Tirta Wening"},
    "ORG:Badan Siaga Air (BSA)": {"type": "organisation", "name": "BSA"},
    "UNNAMED:seorang warga": {"type": "unnamed", "name": "warga"},
}


def perfect(gold=GOLD):
    """Return the analysis that is right in everything."""
    data = copy.deepcopy(gold)
    for number, item in enumerate(data["quotes"], 1):
        item |= {"id": f"Q{number}", "speaker": SPEAKERS.get(item["speaker"])}
    data["themes"] = [{"code": code, "score": 0.9} for code in data["themes"]]
    return data
