"""The answer comes first: title, verdict and scorecard are seen without scrolling, and the rest is one step away."""

import pytest
from playwright.sync_api import expect

from tests.browser.every_kind import BUILT_IN, PAGES
from tests.browser.waiting import becomes

DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
SIZES = "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
UNSEEN = """all => all.filter(one => {
    const box = one.getBoundingClientRect();
    return box.bottom > innerHeight || box.top < 0;
}).map(one => one.outerHTML.slice(0, 80))"""

WHOLE = """one => {
    const box = one.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
}"""


@pytest.fixture
def site(every_kind):
    return every_kind()


def are_seen(page, parts):
    """All of them at once, without scrolling, and there are some."""
    assert page.locator(parts).count()
    becomes(page, lambda: page.eval_on_selector_all(parts, UNSEEN), [])


@pytest.mark.parametrize("name", ["pair", "priced", "made", "withheld", "three"])
def test_a_desk_shows_title_verdict_and_the_whole_scorecard_at_once(site, open_page, name):
    page = open_page(f"{site}/{PAGES[name]}", viewport=DESK)
    for part in ("h1", ".mc-headline", ".mc-reasons", ".mc-links", ".mc-scorecard .mc-table"):
        are_seen(page, part)


@pytest.mark.parametrize("name", ["pair", "priced", "made", "withheld"])
def test_a_phone_shows_title_verdict_and_the_whole_scorecard_at_once(site, open_page, name):
    page = open_page(f"{site}/{PAGES[name]}", viewport=PHONE)
    for part in ("h1", ".mc-headline", ".mc-links", ".mc-scorecard .mc-table"):
        are_seen(page, part)


@pytest.mark.parametrize(("window", "name"), [(PHONE, "three"), (PHONE, "six"), (DESK, "six")])
def test_the_scorecard_of_more_models_begins_on_the_first_screen(site, open_page, window, name):
    page = open_page(f"{site}/{PAGES[name]}", viewport=window)
    for part in ("h1", ".mc-headline", ".mc-links", ".mc-scorecard thead"):
        are_seen(page, part)


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_of_six_models_the_first_screen_has_a_better_cell_of_the_scorecard(site, open_page, window):
    """Who made them is then one click away, as is all else that can be said first."""
    page = open_page(f"{site}/{PAGES['six']}", viewport=window)
    better = page.locator(".mc-scorecard .mc-better > .mc-value")
    becomes(page, lambda: better.evaluate_all(f"all => all.filter({WHOLE}).length > 0"), expected=True)
    made = page.locator(".mc-summary p >> text=came from Acme")
    expect(made).to_be_hidden()
    page.click(".mc-summary summary")
    expect(made).to_be_visible()


@pytest.mark.parametrize("theme", BUILT_IN)
def test_a_built_in_theme_shows_better_cells_of_the_scorecard_on_the_first_screen(every_kind, open_page, theme):
    base = every_kind(BUILT_IN[theme])
    for window in (DESK, PHONE):
        page = open_page(f"{base}/{PAGES['pair']}", viewport=window)
        for part in ("h1", ".mc-headline", ".mc-links"):
            are_seen(page, part)
        are_seen(page, ".mc-scorecard .mc-lead")


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_only_the_title_is_larger_than_the_verdict(site, open_page, window):
    page = open_page(f"{site}/pair/", viewport=window)
    (verdict,) = page.eval_on_selector_all(".mc-headline", SIZES)
    assert max(page.eval_on_selector_all("article :is(h2, h3, p, td, th, li, dt)", SIZES)) <= verdict
    assert page.eval_on_selector_all("h1", SIZES) > [verdict]


def test_what_is_folded_opens_by_key_and_without_a_script(site, open_page):
    page = open_page(f"{site}/pair/", viewport=PHONE, java_script_enabled=False)
    assert not page.is_visible(".mc-turn")
    assert not page.is_visible(".mc-cases")
    page.focus(".mc-why summary")
    page.keyboard.press("Enter")
    for part in (".mc-turn", ".mc-cases", ".mc-note"):
        expect(page.locator(part).first).to_be_visible()


def test_a_row_of_links_leads_to_the_sections_of_its_own_comparison(site, open_page):
    page = open_page(f"{site}/two/", viewport=DESK)
    rows = page.locator("nav.mc-links")
    assert rows.count() == 2
    for number, models in enumerate(("aster-2 elm-extended-preview", "birch-12b fir")):
        rows.nth(number).locator("text=Specs").click()
        found = page.locator(":target + .mc")
        expect(found).to_have_attribute("data-mc-models", models)
        expect(found).to_have_attribute("data-mc-section", "specs")
    labels = rows.evaluate_all("all => all.map(one => one.ariaLabel)")
    assert labels == [
        "Sections on Aster 2 and Elm 405B Instruct Extended Context Preview",
        "Sections on Birch 12B IT and Fir",
    ]


def test_a_page_of_a_few_sections_has_no_row_of_links(site, open_page):
    page = open_page(f"{site}/inline/")
    assert page.locator(".mc-links").count() == 0
