"""Use the pipeline that `spacy package` has packed (run with ``python -I`` in an empty folder).

package_check.py ENVIRONMENT
"""

import socket
import sys
from importlib import metadata
from pathlib import Path
from typing import NoReturn

import spacy

TEXT = (
    "Magelang, 3 Mei 2024 – Pemerintah Kota Magelang menambah layanan imunisasi balita.\n\n"
    "“Kami membuka layanan setiap hari kerja,” ujar Rina Wulandari, Jumat (3/5/2024).\n"
)


def shut(*_: object, **__: object) -> NoReturn:
    """Stand in for every way out."""
    raise AssertionError("the package reached for the network")


socket.socket.connect = shut
socket.create_connection = shut
socket.getaddrinfo = shut


def main() -> None:
    """Load the package by its name and read a text."""
    nlp = spacy.load("id_humas_news")
    assert nlp.path.resolve().is_relative_to(Path(sys.argv[1]).resolve()), nlp.path
    requires = metadata.requires("id_humas_news") or []
    assert any(each.startswith("humas-nlp") for each in requires), requires
    doc = nlp(TEXT)
    assert ("Rina Wulandari", "PER") in {(ent.text, ent.label_) for ent in doc.ents}, doc.ents
    (quote,) = doc._.humas.quotes
    assert quote.speaker.name == "Rina Wulandari", quote
    assert doc._.humas.themes and doc.has_annotation("DEP")
    print(f"package {nlp.meta['name']} {nlp.meta['version']}: loads by its name and reads a text")


if __name__ == "__main__":
    main()
