"""Measure speed, start-up and memory of the bundled pipelines on one core.

    python bench/run.py [--documents 400] [--repeat 2]

Prints a table. Starts are by the clock, analyses by the processor's time, so that other programs
disturb less; the best of the repeats. Words are counted by white space.
Where ../shared/bench is there, its 200 articles are measured as well.
"""

import argparse
import itertools
import json
import os
import platform
import resource
import subprocess
import sys
import time
from pathlib import Path

# Set before numpy is first imported (inside the functions below): afterwards it is ignored.
os.environ.update(
    dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
)

ARTICLES = Path(__file__).parents[2] / "shared" / "bench" / "gold" / "speed200.jsonl"
IMPORT = "import humas_nlp"
LOAD = "import humas_nlp; humas_nlp.load({!r})"
PIPELINES = ("rules", "id_humas_news_light", "id_humas_news")  # the largest last, for the peak


def fresh_seconds(code: str, repeat: int) -> float:
    """Time `code` in fresh interpreters, without the interpreter's own start; best of `repeat`."""
    timed = f"import time; t = time.perf_counter(); exec({code!r}); print(time.perf_counter() - t)"
    runs = [
        subprocess.run([sys.executable, "-c", timed], capture_output=True, text=True, check=True)
        for _ in range(repeat)
    ]
    return min(float(run.stdout.split()[-1]) for run in runs)


def pipeline_seconds(texts: list[str], name: str, repeat: int) -> float:
    """Time the analysis of all texts by a pipeline; best of `repeat`."""
    import humas_nlp

    nlp = humas_nlp.load(name)
    humas_nlp.analyze("Pemanasan sebelum pengukuran.", id="warm-up", nlp=nlp)
    best = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        count = sum(1 for _ in humas_nlp.analyze_many(texts, nlp=nlp))
        best = min(best, time.process_time() - start)
        if count != len(texts):
            raise SystemExit(f"{len(texts)} texts gave {count} documents")
    return best


def peak_mib() -> float:
    """Return the largest resident size of this process so far, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 if sys.platform != "darwin" else 1024**2)


def corpora(documents: int) -> dict[str, list[str]]:
    """Return the texts to measure, by name."""
    import humas_nlp

    samples = list(humas_nlp.samples().values())
    repeated = list(itertools.islice(itertools.cycle(samples), documents))
    found = {f"{len(samples)} bundled releases, repeated to {documents}": repeated}
    if ARTICLES.exists():
        with ARTICLES.open(encoding="utf-8") as lines:  # not splitlines(): texts hold U+2028
            articles = [json.loads(line)["text"] for line in lines]
        found[f"{len(articles)} news articles"] = articles
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=400, help="texts made of the samples")
    parser.add_argument("--repeat", type=int, default=2, help="runs of which the best counts")
    args = parser.parse_args()

    print(f"Python {platform.python_version()}, {platform.machine()}, one thread")
    seconds = fresh_seconds(IMPORT, args.repeat)
    print(f"{'import humas_nlp,':37} fresh process {seconds:8.2f} s")
    for name in PIPELINES:
        seconds = fresh_seconds(LOAD.format(name), args.repeat)
        print(f"import and load, {name + ',':20} fresh process {seconds:8.2f} s")

    for corpus, texts in corpora(args.documents).items():
        words = sum(len(text.split()) for text in texts)
        print(f"\n{corpus}: {words:,} words")
        for name in PIPELINES:
            seconds = pipeline_seconds(texts, name, args.repeat)
            print(
                f"  {name:20} {len(texts) / seconds:6.1f} documents/s, "
                f"{words / seconds:7,.0f} words/s ({seconds:.1f} s)"
            )
    print(f"\npeak resident memory              {peak_mib():8.0f} MiB")


if __name__ == "__main__":
    main()
