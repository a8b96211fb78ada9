"""Measure whole runs: documents/s with one worker and two, and the memory of each worker.

    python bench/corpus.py [ARTICLES.jsonl.gz] [--documents 20000] [--workers 1 2]

Prints, for each run, documents/s with start-up and after it, the processor time a document, and a
table of the resident memory of its processes by the number of finished documents, read four times
a second. The processor time tells whether the clock was disturbed by other programs. Without a
file the articles of ../shared are taken; where they are absent, nothing is measured.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

ARTICLES = Path(__file__).parents[2] / "shared" / "data" / "corpus" / "news.jsonl.gz"
SHARD = 500
EVERY = 2_000  # documents between two lines of the memory table
PERIOD = 0.25


@dataclass
class Watch:
    """What is seen of a run while it goes on.

    Attributes:
        peaks: MiB by finished documents and process.
        shards: When each shard was seen finished, in seconds.
    """

    peaks: dict[int, dict[int, float]] = field(default_factory=dict)
    shards: list[float] = field(default_factory=list)

    def look(self, pid: int, folder: Path, stop: threading.Event) -> None:
        """Note memory and finished shards until told to stop."""
        while not stop.wait(PERIOD):
            done = sum(1 for _ in (folder / "_shards").glob("[0-9]*.json"))
            self.shards += [time.perf_counter()] * (done - len(self.shards))
            part = self.peaks.setdefault(done * SHARD // EVERY * EVERY, {})
            for place, process in enumerate(processes(pid)):
                part[place] = max(part.get(place, 0.0), memory_mib(process))

    def steady(self, workers: int) -> float:
        """Return documents/s from the first shard of every worker on; 0 for too short a run."""
        after = self.shards[workers - 1 :]
        if len(after) < 3:
            return 0.0
        return (len(after) - 1) * SHARD / (after[-1] - after[0])


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


def processor_seconds() -> float:
    """Return the processor time of all child processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(articles: str, documents: int, workers: int, folder: Path) -> float:
    """Run once, print rates and memory, return documents a second."""
    command = [
        *(sys.executable, "-m", "humas_nlp", "analyze", articles, "-o", str(folder), "--quiet"),
        *("--limit", str(documents), "--workers", str(workers), "--shard-size", str(SHARD)),
    ]
    watch, stop = Watch(), threading.Event()
    before, started = processor_seconds(), time.perf_counter()
    process = subprocess.Popen(command)
    watcher = threading.Thread(target=watch.look, args=(process.pid, folder, stop))
    watcher.start()
    code = process.wait()
    seconds = time.perf_counter() - started
    used = processor_seconds() - before
    stop.set()
    watcher.join()
    if code not in (0, 1):
        raise SystemExit(f"the run ended with exit code {code}")

    import humas_nlp

    count = len(humas_nlp.read_run(folder).documents)
    print(
        f"\n{workers} worker(s): {count / seconds:.1f} documents/s ({count:,} in {seconds:.0f} s), "
        f"after start-up {watch.steady(workers):.1f}; processor {1000 * used / count:.1f} ms a "
        f"document, {used / seconds:.2f} cores"
    )
    names = ["reader", *(f"worker {n}" for n in range(1, workers + 1))] if workers > 1 else ["all"]
    print("  documents   " + "  ".join(f"{name:>10}" for name in names) + "   (peak MiB)")
    for done, memory in sorted(watch.peaks.items()):
        row = "  ".join(f"{memory.get(place, 0):10.0f}" for place in range(len(names)))
        print(f"  {done:>9,}   {row}", flush=True)
    return count / seconds


def main() -> int:
    """Measure with each number of workers."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", nargs="?", default=str(ARTICLES))
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    args = parser.parse_args()
    if not Path(args.articles).exists():
        print(f"skipped: there is no {args.articles}")
        return 0
    rates = {}
    with tempfile.TemporaryDirectory() as place:
        for workers in args.workers:
            folder = Path(place, str(workers))
            rates[workers] = measure(args.articles, args.documents, workers, folder)
    first = args.workers[0]
    for workers in args.workers[1:]:
        print(f"\n{workers} workers against {first}: {rates[workers] / rates[first]:.2f} ×")
    return 0


if __name__ == "__main__":
    sys.exit(main())
