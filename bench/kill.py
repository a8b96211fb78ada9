"""Kill runs at random moments, resume them, and compare the tables with an undisturbed run.

    python bench/kill.py ARTICLES.jsonl.gz [--documents 1000] [--kills 20] [--workers 2]

The whole command dies by SIGKILL after a random time, every second time together with its
workers: while the model loads, while the first shards are under way, or behind them. Exit code 1 if
a table differs, byte for byte after sorting by key.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SHARD = 50


def command(args: argparse.Namespace, output: Path) -> list[str]:
    """Return the command of a run."""
    return [
        *(sys.executable, "-m", "humas_nlp", "analyze", args.articles, "-o", str(output)),
        *("--limit", str(args.documents), "--workers", str(args.workers)),
        *("--shard-size", str(SHARD), "--resume", "--quiet"),
    ]


def sorted_tables(folder: Path) -> dict[str, bytes]:
    """Return every table of a run as CSV bytes, sorted by its key."""
    import humas_nlp
    from humas_nlp.corpus.tables import TABLES

    run = humas_nlp.read_run(folder)
    return {
        name: run.frame(name).sort_values(list(columns)[:2], kind="stable").to_csv().encode()
        for name, columns in TABLES.items()
    }


def kill_after(seconds: float, words: list[str], *, with_workers: bool) -> bool:
    """Start a run and kill it; return False if it ended before."""
    process = subprocess.Popen(words, start_new_session=True)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        if with_workers:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
        return True
    return False


def finished_shards(folder: Path) -> int:
    """Count the receipts of a run."""
    return sum(1 for _ in (folder / "_shards").glob("[0-9]*.json"))


def undisturbed(words: list[str], folder: Path) -> tuple[float, float]:
    """Do a whole run; return the seconds until its first shard, and those from there on."""
    started = time.perf_counter()
    process = subprocess.Popen(words)
    while not finished_shards(folder) and process.poll() is None:
        time.sleep(0.05)
    first = time.perf_counter() - started
    if process.wait():
        raise SystemExit(f"The undisturbed run failed: {' '.join(words)}")
    return first, time.perf_counter() - started - first


def main() -> int:
    """Kill, resume, compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles")
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    draw = random.Random(args.seed)

    with tempfile.TemporaryDirectory() as place:
        whole, killed = Path(place, "whole"), Path(place, "killed")
        first, rest = undisturbed(command(args, whole), whole)
        kills, finished = 0, []
        # A resumed run goes on: with longer waits it would end before the last kill.
        longest = first + 1.5 * rest / args.kills
        for number in range(args.kills):
            wait = draw.uniform(0, longest)
            kills += kill_after(wait, command(args, killed), with_workers=number % 2 == 0)
            finished.append(finished_shards(killed))
        subprocess.run(command(args, killed), check=True)
        before, after = sorted_tables(whole), sorted_tables(killed)
    differing = [name for name in before if before[name] != after[name]]
    print(
        f"{args.documents} documents, {args.workers} workers, {kills} of {args.kills} killed, "
        f"{', '.join(map(str, finished))} shards finished at the moments of the kills"
    )
    print(f"tables that differ: {', '.join(differing) or 'none'}")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
