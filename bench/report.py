"""How long a report takes to open in headless Chromium, and to answer a search.

report.py REPORT.html

Needs the extra "browser" and a Chromium of the system (another one: CHROMIUM=/path/to/chromium).
"""

import json
import os
import shutil
import statistics
import sys
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

WORDS = ("p", "a", "presiden", "harga naik", "ekonomi nasional", "zzz")
ROUNDS = 5
SEARCH = """word => {
  const input = document.querySelector('[name=words]');
  const start = performance.now();
  input.value = word;
  input.dispatchEvent(new Event('input', {bubbles: true}));
  document.getElementById('list').getBoundingClientRect();  // until it is laid out
  return performance.now() - start;
}"""


def opening(page: Page, address: str) -> dict[str, float]:
    """Open the page; return seconds until it is loaded, listed and drawn."""
    started = time.perf_counter()
    page.goto(address)
    loaded = time.perf_counter()
    page.wait_for_selector("html[data-ready]")
    listed = time.perf_counter()
    page.wait_for_selector("[data-chart=network] svg")
    drawn = time.perf_counter()
    return {
        "load_s": loaded - started,
        "list_s": listed - started,
        "charts_s": drawn - started,
    }


def main() -> None:
    """Measure and print JSON."""
    path = Path(sys.argv[1]).resolve()
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        rounds, page = [], None
        for _ in range(ROUNDS):
            page = browser.new_page()
            rounds.append(opening(page, path.as_uri()))
        assert page is not None
        searches = [page.evaluate(SEARCH, word) for word in WORDS for _ in range(ROUNDS)]
        browser.close()
    figures = {
        "bytes": path.stat().st_size,
        **{name: round(statistics.median(each[name] for each in rounds), 2) for name in rounds[0]},
        "search_median_ms": round(statistics.median(searches), 1),
        "search_slowest_ms": round(max(searches), 1),
    }
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
