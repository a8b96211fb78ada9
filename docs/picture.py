"""Take the pictures of the article view that the READMEs and the site show.

    python docs/picture.py

A bundled release is analysed and photographed in headless Chromium. Needs the extra "browser" and
a Chromium of the system (another one: CHROMIUM=/path/to/chromium). Fonts and Chromium differ from
machine to machine, so the pictures are kept in the repository and taken anew by hand.
"""

import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import humas_nlp
from humas_nlp.report import document_html

FOLDER = Path(__file__).parent / "pictures"
SAMPLE = "09-kemenag-sambas-penyuluh"
LIMIT = 300_000  # bytes of a picture: a README has to open quickly
WIDTH = 860
SHARPNESS = 1.25  # device pixels a pixel: readable on fine screens
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main() -> None:
    """Write one picture a language."""
    document = humas_nlp.analyze(humas_nlp.samples()[SAMPLE], id=SAMPLE)
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        for language in ("en", "id"):
            page_file = Path(folder, f"{language}.html")
            body = document_html(document, language)
            page_file.write_text(
                f"<!doctype html><meta charset=utf-8><body style='margin:16px'>{body}", "utf-8"
            )
            page = browser.new_page(
                viewport={"width": WIDTH, "height": 600},
                device_scale_factor=SHARPNESS,
                color_scheme="light",
            )
            page.goto(page_file.as_uri())
            target = FOLDER / f"article-{language}.png"
            page.screenshot(path=target, full_page=True)
            size = target.stat().st_size
            if size > LIMIT:
                raise SystemExit(f"{target}: {size:,} bytes, more than {LIMIT:,}")
            print(f"{target.relative_to(FOLDER.parents[1])}: {size:,} bytes")
        browser.close()


if __name__ == "__main__":
    main()
