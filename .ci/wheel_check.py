"""Use the installed package with the network shut (run with ``python -I`` in an empty folder).

wheel_check.py ENVIRONMENT
"""

import socket
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

TEXT = (
    "Magelang, 3 Mei 2024 – Pemerintah Kota Magelang menambah layanan imunisasi balita.\n\n"
    "“Kami membuka layanan setiap hari kerja,” ujar Kepala Dinas Kesehatan Kota Magelang Rina "
    "Wulandari, Jumat (3/5/2024).\n"
)


def shut(*_: object, **__: object) -> NoReturn:
    """Stand in for every way out."""
    raise AssertionError("the package reached for the network")


socket.socket.connect = shut
socket.create_connection = shut
socket.getaddrinfo = shut


def check_place(environment: Path) -> None:
    """The package comes from the environment, not from a source tree."""
    import humas_nlp

    found = Path(humas_nlp.__file__).resolve()
    assert found.is_relative_to(environment.resolve()), found
    assert "spacy" not in sys.modules, "import humas_nlp imports spaCy"


def check_components() -> None:
    """Components and saved pipelines load by entry point, without importing the package first."""
    import spacy

    import humas_nlp

    assert "humas_quotes" in spacy.blank("id").factory_names
    with tempfile.TemporaryDirectory() as folder:
        humas_nlp.load("rules").to_disk(folder)
        assert spacy.load(folder)(TEXT)._.humas.quotes


def check_analysis() -> None:
    """A text gives a person, a quote with its speaker, and a theme."""
    import humas_nlp

    document = humas_nlp.analyze(TEXT, id="magelang")
    (quote,) = document.quotes
    assert TEXT[quote.start : quote.end] == quote.text
    assert quote.speaker is not None and quote.speaker.name == "Rina Wulandari", quote
    assert document.meta.date == "2024-05-03" and document.themes, document
    samples = humas_nlp.samples()
    assert samples
    analysed = list(humas_nlp.analyze_many(samples.values()))
    assert len(analysed) == len(samples) and any(each.quotes for each in analysed)
    assert humas_nlp.to_frames(analysed)


def main() -> None:
    """Run the checks."""
    check_place(Path(sys.argv[1]))
    check_components()
    check_analysis()
    print("installed package: place, components and analysis are right")


if __name__ == "__main__":
    main()
