"""What must hold for any bytes: the checks that fuzzing and its kept findings share."""

import io
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import humas_nlp
from humas_nlp.corpus.blocks import analyze_blocks
from humas_nlp.corpus.decoding import decode
from humas_nlp.corpus.pages import page_problem
from humas_nlp.corpus.readers import read_records
from humas_nlp.corpus.records import Failure, Record
from humas_nlp.corpus.reprints import quote_reprints
from humas_nlp.report.article import document_html

SUFFIXES = ("txt", "html", "jsonl", "csv", "tsv", "parquet", "zip", "txt.gz", "jsonl.gz", "md")
# Words of the subject, so that mutation soon meets the rules.
PIECES = (
    "“", "”", '"', "'", ", ", ". ", "\n", "ujarnya ", "kata ", "mengatakan bahwa ", "menurut ",
    "Bupati Kendal Sri Hartati ", "ia ", "Dr. ", "S.H., M.Si.", "Senin (3/5/2024) ", "Rp5 juta ",
    "Pasal 5 ayat (2) ", "Undang-Undang Nomor 20 Tahun 2023 ", "JAKARTA – ", "(", ")", "Kepala ",
    "Dinas Kesehatan ", "pukul 08.00 WIB ", "persen ", "\u2028", "\x00", "🙂", "İ", "ﬁ", "\t",
)  # fmt: skip


@cache
def _pipeline() -> Any:  # noqa: ANN401 - a spaCy Language
    return humas_nlp.load("rules")


def check_readers(data: bytes) -> None:
    """Read the bytes as a file of every kind; nothing but records and failures may come."""
    if not data:
        return
    suffix, content = SUFFIXES[data[0] % len(SUFFIXES)], data[1:]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a.{suffix}")
        path.write_bytes(content)
        seen = set()
        for item in read_records([path], title="title", keep=["k"], raw_pages=True):
            assert isinstance(item, Record | Failure)
            if isinstance(item, Record):
                assert item.id not in seen
                seen.add(item.id)
                item.text.encode()  # no lone surrogates
                page_problem(item.text)
        assert [path.name for path in Path(folder).iterdir()] == [f"a.{suffix}"]
    list(read_records(["-"], stdin=io.BytesIO(content)))


def check_pipeline(data: bytes) -> None:
    """Analyse a text made of the bytes: offsets are right, forms round, blocks agree to end."""
    if len(data) > 4000:
        return
    if data[:1] == b"\x00":
        text = decode(data[1:])[0]
    else:
        text = "".join(PIECES[byte] if byte < len(PIECES) else chr(byte) for byte in data)
    document = humas_nlp.analyze(text, nlp=_pipeline())
    _check_offsets(document)
    assert document == humas_nlp.Document.from_dict(document.to_dict())
    assert "<script>alert" not in document_html(document)
    _check_offsets(analyze_blocks(text, lambda t: humas_nlp.analyze(t, nlp=_pipeline()), size=200))
    list(quote_reprints([document], [("x", text)]))


def _check_offsets(document: humas_nlp.Document) -> None:
    """Every span is a slice of the text."""
    spans = [
        *document.quotes,
        *document.entities,
        *(mention for person in document.people for mention in person.mentions),
        *(span for quote in document.quotes for span in (quote.cue, quote.source) if span),
    ]
    for span in spans:
        assert span.text == document.text[span.start : span.end] != "", span


CHECKS = {"readers": check_readers, "pipeline": check_pipeline}
