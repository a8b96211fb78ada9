"""Files with flipped bytes, the same for one seed, among good ones.

`write_folder` lays them out: good documents, and of each form as many damaged files as wanted.
"""

import gzip
import io
import random
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq

TEXT = "Bupati Kendal Sri Hartati membuka pasar. “Silakan datang,” ujarnya."
PAGE = "<html><body><h1>Pasar dibuka</h1>" + f"<p>{TEXT}</p>" * 6 + "</body></html>"
METHODS = {
    "deflated": zipfile.ZIP_DEFLATED,
    "bzip2": zipfile.ZIP_BZIP2,
    "lzma": zipfile.ZIP_LZMA,
}
FORMS = ("parquet", *METHODS, "txt.gz", "jsonl.gz", "jsonl", "csv", "html")
# Type and repetition of the column "text" in the footer, by Thrift's compact protocol. There are
# the repetitions 0 to 2; at another one Arrow calls terminate, up to version 26 at least.
OPTIONAL, NEVER = b"\x25\x02\x18\x04text", b"\x25\x06\x18\x04text"


def table(rows=20, prefix="p"):
    """Return a Parquet file."""
    buffer = io.BytesIO()
    texts = [f"{TEXT} {n}" for n in range(rows)]
    ids = [f"{prefix}{n}" for n in range(rows)]
    pq.write_table(pa.table({"id": ids, "text": texts}), buffer)
    return buffer.getvalue()


def deadly():
    """Return a Parquet file at which Arrow ends its process."""
    good = table()
    assert good.count(OPTIONAL) == 1
    return good.replace(OPTIONAL, NEVER)


def archive(method, names=("a.txt", "b.txt", "c.txt")):
    """Return a ZIP archive of three texts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as file:
        for name in names:
            file.writestr(name, f"{TEXT} {name} " * 20)
    return buffer.getvalue()


def damaged_member(method):
    """Return an archive whose second member is damaged within; the first and third are whole."""
    data = bytearray(archive(method))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        member = file.infolist()[1]
    start = member.header_offset + 30 + len(member.filename)
    for place in range(start + 9, start + member.compress_size):
        data[place] ^= 0xA5
    return bytes(data)


def _good(form, prefix):
    rows = "".join(f'{{"id": "{prefix}{n}", "text": "{TEXT}"}}\n' for n in range(20)).encode()
    if form == "parquet":
        return table(prefix=prefix)
    if form in METHODS:
        return archive(METHODS[form])
    return {
        "txt.gz": gzip.compress(TEXT.encode() * 20, mtime=0),
        "jsonl.gz": gzip.compress(rows, mtime=0),
        "jsonl": rows,
        "csv": b"id,text\n" + "".join(f'{prefix}{n},"{TEXT}"\n' for n in range(20)).encode(),
        "html": PAGE.encode(),
    }[form]


def damaged(form, seed):
    """Return a file of a form with up to twelve bytes changed, in Parquet those of the footer.

    In every eighth Parquet file it is the byte that Arrow does not survive.
    """
    draw = random.Random(f"{form} {seed}")
    data = bytearray(_good(form, f"{form}-{seed}-"))
    if form == "parquet" and not seed % 8:
        data[data.index(OPTIONAL) + 1] = draw.randrange(6, 128, 2)
        return bytes(data)
    footer = len(data) - 8 - int.from_bytes(data[-8:-4], "little")
    first = footer if form == "parquet" and draw.random() < 0.8 else 0
    for _ in range(draw.randint(1, 12)):
        place = draw.randrange(first, len(data))
        data[place] = draw.choice([draw.randrange(256), data[place] ^ (1 << draw.randrange(8))])
    return bytes(data)


def write_folder(folder, *, good, each):
    """Write good documents and damaged files, in the order of their names mixed.

    Returns:
        The ids of the good documents, and the paths of the damaged files.
    """
    folder.mkdir()
    for number in range(good):
        (folder / f"{number % 97:02}-baik-{number}.txt").write_text(f"{TEXT} {number}", "utf-8")
    paths = []
    for form in FORMS:
        suffix = "zip" if form in METHODS else form
        for seed in range(each):
            path = folder / f"{seed % 97:02}-rusak-{seed}-{form.replace('.', '-')}.{suffix}"
            path.write_bytes(damaged(form, seed))
            paths.append(path)
        # Each once so that none of it can be read.
        path = folder / f"50-mati-{form.replace('.', '-')}.{suffix}"
        path.write_bytes(_ruined(form))
        paths.append(path)
    return {path.name for path in folder.glob("*-baik-*")}, paths


def _ruined(form):
    if form == "parquet":
        return deadly()
    if form in METHODS:
        return damaged_member(METHODS[form])
    packed = gzip.compress(b"\x00\x01\xff" * 50, mtime=0)
    rest = {"txt.gz": packed[:-12], "jsonl.gz": packed, "jsonl": b"{\n", "csv": b"id,isi\na,b\n"}
    return rest.get(form, b"<html></html>")
