"""The report in a browser: filter, matrix, quote, language, print, hostile markup.

Run by `.ci/run browser`, not by `make test`: it needs the package playwright and a Chromium of the
system (`apt-get install chromium`). Another place of the browser: CHROMIUM=/path/to/chromium.
"""

import os
import shutil

import pytest
from invented_corpus import HOSTILE, REPRINTED, corpus

from humas_nlp.report import page_html
from humas_nlp.report.corpus_page import report_html

pytestmark = pytest.mark.browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@pytest.fixture(scope="module")
def browser():
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium, or set CHROMIUM")
    api = pytest.importorskip("playwright.sync_api", reason="pip install playwright")
    with api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "laporan.html"
    path.write_text(report_html(corpus(), "Laporan uji", date_field="tanggal"), "utf-8")
    return path.as_uri()


@pytest.fixture
def opened(browser, address):
    """The report with its list and charts drawn; any request, error or broken rule fails."""
    page = browser.new_page(locale="id-ID")
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda m: trouble.append(m.text) if m.type == "error" else None)
    page.on("request", lambda r: trouble.append(r.url) if r.url != address else None)
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    page.wait_for_selector("[data-chart=network] svg")
    yield page
    assert trouble == []
    page.close()


def shown(page) -> list[str]:
    return page.locator("#list blockquote").all_inner_texts()


def count(page) -> str:
    return page.locator("#count").inner_text()


def test_all_quotes_are_listed_latest_first(opened):
    assert count(opened) == "8 kutipan"
    assert len(shown(opened)) == 8
    assert HOSTILE in shown(opened)[0]


def test_search_finds_words_of_quotes_names_and_titles(opened):
    search = opened.get_by_label("Cari")
    search.fill("imunisasi puskesmas")
    assert len(shown(opened)) == 2
    assert opened.locator("#list .hit").all_inner_texts() == ["imunisasi", "puskesmas"] * 2
    search.fill("bayu pratomo")
    assert shown(opened) == ["“jembatan itu kami periksa”"]
    search.fill("sidang")
    assert shown(opened) == ["“perkara naik”"]
    search.fill("tidak ada di mana pun")
    assert (count(opened), shown(opened)) == ("0 dari 8 kutipan", [])


@pytest.mark.parametrize(
    ("name", "choice", "quotes"),
    [
        ("person", "Rina Wulandari (3)", 3),
        ("institution", "Komisi Pemberantasan Korupsi (2)", 2),
        ("theme", "Infrastruktur dan transportasi", 3),
        ("kind", "tidak langsung", 2),
    ],
)
def test_filters(opened, name, choice, quotes):
    opened.select_option(f"[name={name}]", label=choice)
    assert count(opened) == f"{quotes} dari 8 kutipan"
    assert len(shown(opened)) == quotes
    opened.get_by_role("button", name="Hapus saringan").click()
    opened.wait_for_function("document.getElementById('count').textContent === '8 kutipan'")


def test_filter_by_date(opened):
    opened.get_by_label("Dari tanggal").fill("2024-05-04")
    opened.get_by_label("Sampai tanggal").fill("2024-06-01")
    assert count(opened) == "4 dari 8 kutipan"  # two of them dated by the kept field


def test_a_cell_of_the_matrix_shows_its_quotes(opened):
    cell = opened.locator(".matrix button[data-person][data-theme=kesehatan]").first
    cell.focus()
    opened.keyboard.press("Enter")
    assert count(opened) == f"{cell.inner_text()} dari 8 kutipan"
    assert opened.locator("[name=person] option:checked").inner_text() == "Rina Wulandari (3)"
    assert opened.evaluate("document.activeElement.id") == "count"


def test_a_bar_of_a_chart_shows_its_quotes(opened):
    opened.locator("[data-chart=institutions] path[aria-roledescription=bar]").first.click()
    assert count(opened) == "3 dari 8 kutipan"


def test_a_quote_opens_in_its_paragraph_and_in_its_document(opened):
    opened.get_by_label("Cari").fill("vaksin")
    opened.locator("#list summary").click()
    opened.wait_for_selector("#list .humas-text")
    assert opened.locator("#list .humas-text").inner_text().strip() == (
        "“vaksin cukup” kata Rina Wulandari."
    )
    assert opened.locator("#list .humas-found").inner_text() == "vaksin cukup"
    opened.get_by_role("button", name="Buka naskah").click()
    dialog = opened.get_by_role("dialog")
    dialog.wait_for()
    for words in (REPRINTED, "Kepala Dinas, Dinas Kesehatan Kota Melati", "Kesehatan (90%)"):
        assert words in dialog.inner_text()
    assert dialog.locator(".humas-quote").count() == 2
    opened.keyboard.press("Escape")
    assert not dialog.is_visible()


def test_language_is_switched_everywhere(opened):
    opened.get_by_role("button", name="English").click()
    assert count(opened) == "Quotes: 8"
    visible = opened.locator("body").inner_text()
    assert "Themes over time" in visible and "Tema dari waktu ke waktu" not in visible
    assert "Health" in opened.locator("[name=theme]").inner_text()
    opened.wait_for_selector("[data-chart=themes] svg text:has-text('Health')")
    opened.get_by_role("button", name="Indonesia").click()
    assert "Tema dari waktu ke waktu" in opened.locator("body").inner_text()


def test_every_control_has_a_name_and_charts_have_a_text(opened):
    for control in opened.locator("input, select").all():
        assert control.evaluate("(e) => e.labels.length") == 1
    drawn = opened.locator("[data-chart] svg").count()
    assert drawn == 5
    described = opened.locator("[data-chart] svg[aria-label], [data-chart][aria-label]").count()
    assert described >= drawn


def test_print_leaves_the_controls_out(opened):
    opened.emulate_media(media="print")
    assert not opened.locator(".filters").is_visible()
    assert not opened.locator(".language").is_visible()
    assert opened.locator(".matrix").first.is_visible()
    assert len(shown(opened)) == 8
    assert len(opened.pdf(format="A4")) > 10_000


def test_a_phone_needs_no_scrolling_to_the_side(browser, address):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    page.wait_for_selector("[data-chart=network] svg")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()


def test_hostile_markup_stays_text_in_every_part_of_the_report(opened):
    opened.get_by_label("Cari").fill("begitu")
    opened.locator("#list summary").click()
    opened.wait_for_selector("#list .humas-text")
    opened.get_by_role("button", name="Buka naskah").click()
    dialog = opened.get_by_role("dialog")
    dialog.wait_for()
    assert dialog.inner_text().count(HOSTILE) >= 4  # title, speaker, office, text
    opened.keyboard.press("Escape")
    opened.locator("[data-chart=people] path[aria-roledescription=bar]").first.hover()
    opened.get_by_role("button", name="English").click()
    assert opened.title() == "Laporan uji"
    assert opened.locator("img").count() == 0


def test_hostile_markup_stays_text_in_the_article_view(browser, tmp_path):
    path = tmp_path / "naskah.html"
    path.write_text(page_html([entry.document for entry in corpus()], "Naskah uji"), "utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.title() == "Naskah uji"
    assert page.locator("img, script").count() == 0
    assert HOSTILE in page.locator(".humas-text").last.inner_text()
    page.close()


def test_switches_of_the_article_view_need_no_script(browser, tmp_path, document):
    path = tmp_path / "naskah.html"
    path.write_text(page_html([document], "Naskah"), "utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    page.get_by_role("link", name="Q2").click()
    assert page.url.endswith("-Q2")
    box = page.get_by_label("kata penanda tema")
    assert box.is_checked()
    box.focus()
    page.keyboard.press("Space")
    assert not box.is_checked()
    context.close()
