"""Measure whole runs: documents/s with one worker and two, and the memory of each worker.

    python bench/corpus.py [ARTICLES.jsonl.gz] [--documents 20000]

Prints documents/s and the gain, and for each run the resident memory of its processes by the number
of finished documents, read four times a second. Without a file the 27,647 articles of ../shared are
taken; where they are absent, nothing is measured.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ARTICLES = Path(__file__).parents[2] / "shared" / "data" / "corpus" / "news.jsonl.gz"
SHARD = 500
EVERY = 2_000  # documents between two lines of the memory table
PERIOD = 0.25
Peaks = dict[int, dict[int, float]]  # MiB by finished documents and process


def memory_mib(pid: int) -> float:
    """Return the resident memory of a process; 0 where it is gone."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGESIZE") / 1024**2


def processes(pid: int) -> list[int]:
    """Return a process and its children, the tracker of shared memory left out."""
    found = [pid]
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return found
    for child in map(int, children):
        try:
            words = Path(f"/proc/{child}/cmdline").read_bytes()
        except OSError:
            continue
        if b"resource_tracker" not in words:
            found.append(child)
    return found


def watch(
    pid: int, folder: Path, peaks: dict[int, dict[int, float]], stop: threading.Event
) -> None:
    """Note the largest memory of each process by the number of finished documents."""
    while not stop.wait(PERIOD):
        done = sum(1 for _ in (folder / "_shards").glob("[0-9]*.json")) * SHARD
        part = peaks.setdefault(done // EVERY * EVERY, {})
        for place, process in enumerate(processes(pid)):
            part[place] = max(part.get(place, 0.0), memory_mib(process))


def measure(articles: str, documents: int, workers: int, folder: Path) -> float:
    """Run once, print the memory table, return documents a second."""
    command = [
        *(sys.executable, "-m", "humas_nlp", "analyze", articles, "-o", str(folder), "--quiet"),
        *("--limit", str(documents), "--workers", str(workers), "--shard-size", str(SHARD)),
    ]
    peaks: Peaks = {}
    stop = threading.Event()
    started = time.perf_counter()
    process = subprocess.Popen(command)
    watcher = threading.Thread(target=watch, args=(process.pid, folder, peaks, stop))
    watcher.start()
    code = process.wait()
    seconds = time.perf_counter() - started
    stop.set()
    watcher.join()
    if code not in (0, 1):
        raise SystemExit(f"the run ended with exit code {code}")

    import humas_nlp

    run = humas_nlp.read_run(folder)
    count = len(run.documents)
    names = ["reader", *(f"worker {n}" for n in range(1, workers + 1))] if workers > 1 else ["all"]
    print(f"\n{workers} worker(s): {count / seconds:.1f} documents/s ({count} in {seconds:.0f} s)")
    print("  documents   " + "  ".join(f"{name:>10}" for name in names) + "   (peak MiB)")
    for done, memory in sorted(peaks.items()):
        row = "  ".join(f"{memory.get(place, 0):10.0f}" for place in range(len(names)))
        print(f"  {done:>9,}   {row}")
    return count / seconds


def main() -> int:
    """Measure with one worker and with two."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", nargs="?", default=str(ARTICLES))
    parser.add_argument("--documents", type=int, default=20_000)
    args = parser.parse_args()
    if not Path(args.articles).exists():
        print(f"skipped: there is no {args.articles}")
        return 0
    with tempfile.TemporaryDirectory() as place:
        one = measure(args.articles, args.documents, 1, Path(place, "one"))
        two = measure(args.articles, args.documents, 2, Path(place, "two"))
    print(f"\ntwo workers against one: {two / one:.2f} ×")
    return 0


if __name__ == "__main__":
    sys.exit(main())
