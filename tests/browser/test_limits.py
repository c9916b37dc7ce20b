"""What a comparison may cost its reader: bytes, requests, pages of paper, and nothing that moves or fails."""

import gzip
import re

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from tests.browser.every_kind import MATERIAL, PAGES
from tests.browser.test_script import AT_REST, NO_HURRY, SCRIPTED

KB = 1024
SCRIPTS = "**/model-compare*.js*"
# Every shift since then, those of Material's own parts left out.
SHIFTED = """
    (since) => new Promise(done => {
        let sum = 0;
        new PerformanceObserver(list => {
            for (const shift of list.getEntries().filter(one => one.startTime >= since))
                if (shift.sources.some(({node}) => (node?.closest ?? node?.parentElement?.closest)?.call(
                    node.closest ? node : node.parentElement, '.md-content, [role=main]'))) sum += shift.value;
        }).observe({type: 'layout-shift', buffered: true});
        requestAnimationFrame(() => setTimeout(() => done(sum), 500));
    })
"""


@pytest.fixture
def folder(folder_of_every_kind):
    return folder_of_every_kind(MATERIAL)


@pytest.fixture
def site(every_kind):
    return every_kind()


@pytest.mark.parametrize("name", ["model-compare.css", "model-compare.js"])
def test_styles_and_script_are_each_at_most_8_kb_packed(folder, name):
    assert len(gzip.compress((folder / "assets" / name).read_bytes())) <= 8 * KB


@pytest.mark.parametrize("name", ["pair", "priced", "made"])
def test_the_whole_page_of_two_models_is_at_most_25_kb_packed(folder, name):
    """With all that Material puts around the comparison."""
    assert len(gzip.compress((folder / PAGES[name] / "index.html").read_bytes())) <= 25 * KB


@pytest.mark.parametrize("name", ["pair", "priced", "withheld", "made"])
def test_a_comparison_of_two_models_prints_on_at_most_three_pages(site, open_page, name):
    page = open_page(f"{site}/{PAGES[name]}")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) <= 3


def test_paper_has_what_is_folded_away_on_the_screen(site, open_page):
    page = open_page(f"{site}/pair/")
    page.emulate_media(media="print")
    for part in (".mc-more p", ".mc-turn", ".mc-cases", ".mc-note", ".mc-reasons li:last-child"):
        expect(page.locator(part)).to_be_visible()
    expect(page.locator(".mc-form, .mc-links").first).to_be_hidden()


def test_on_paper_who_measured_stands_apart_from_the_score_and_a_name_with_what_is_told_of_it(site, open_page):
    page = open_page(f"{site}/pair/")
    page.emulate_media(media="print")
    measured = page.locator(".mc-benchmarks td small").first
    gap = "one => one.getBoundingClientRect().left - one.previousElementSibling.getBoundingClientRect().right"
    assert measured.evaluate(gap) >= 2
    assert page.locator(".mc-name").first.evaluate("one => getComputedStyle(one).breakAfter") == "avoid"


def test_the_index_asks_no_other_host_and_has_no_errors(site, open_page, findings):
    """As all other pages, which are asked where they are read with and without the script."""
    page = open_page(f"{site}/{PAGES['index']}")
    page.wait_for_load_state("networkidle")
    assert (findings.errors, findings.outside) == ([], [])


def without_plain_tables(route):
    """Material puts each of them into a box of its own once the page is there, which moves what is below."""
    answer = route.fetch()
    page = BeautifulSoup(answer.text(), "html.parser")
    for table in page.select("article table:not([class])"):
        table.decompose()
    route.fulfill(body=str(page), content_type="text/html; charset=utf-8")


# Those that are not tried at several places and widths already.
@pytest.mark.parametrize("name", [name for name in PAGES if name not in SCRIPTED])
def test_nothing_moves_after_a_page_is_loaded(site, open_page, name):
    page = open_page("about:blank")
    page.add_init_script(NO_HURRY)
    held = []
    page.route(f"{site}/{PAGES[name]}", without_plain_tables)
    page.route(SCRIPTS, lambda route: held.append(route))  # noqa: PLW0108 - Playwright takes no built-in
    page.goto(f"{site}/{PAGES[name]}", wait_until="commit")
    # Half a table moves when the other half comes in: the scripts begin when all is there and at rest.
    page.wait_for_function("document.readyState !== 'loading' && document.querySelector('footer')")
    page.evaluate(AT_REST)
    since = page.evaluate("performance.now()")
    page.unroute(SCRIPTS)
    for route in held:
        route.continue_()
    page.wait_for_load_state()
    assert page.evaluate(SHIFTED, since) == 0


def test_pages_without_a_comparison_load_nothing_of_ours(folder):
    assert "model-compare" not in (folder / "index.html").read_text("utf-8").replace("model-compare-index", "")
