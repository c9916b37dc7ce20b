"""The source of a value beside its numeral: by pointer, touch and key, never cut off, and listed without a script."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.waiting import brought_into_view
from tests.plugin.small_site import Site, forget_plugins

MODEL = """
name: {name}
developer: Acme
context_window: {{value: 200000, source: card, note: {note}}}
max_output: {{value: 8000, source: card}}
sources: {{card: {{url: 'https://example.org/{name}', title: Card of {name}, retrieved: 2026-06-01}}}}
"""
NUMERAL = '[data-mc-row="context_window"] [data-mc-model="b"] .mc-cite a'
LABEL = '[data-mc-row="context_window"] th'
PANEL = ".mc-panel:popover-open"
# Where the panel of a numeral is shown, and whether its text fits it.
OPENED = """async (link, selector) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    link.scrollIntoView({block: 'center', inline: 'end', behavior: 'instant'});
    for (const _ of [1, 2, 3, 4]) await frame();
    link.click();
    await frame();
    const panel = document.querySelector(selector), box = panel.getBoundingClientRect();
    return [box.left, box.top, box.right, box.bottom, panel.scrollWidth <= panel.offsetWidth];
}"""


def built(folder, rest):
    forget_plugins()
    made = Site(folder)
    made.catalog({name: MODEL.format(name=name, note="as announced") for name in ("a", "b")})
    made.page("index.md", '# A and B\n\n<< compare("a", "b", sections=["specs", "reviewed"]) >>\n')
    made.configure(rest=rest)
    made.build()
    return folder / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory, serve):
    return f"{serve(built(tmp_path_factory.mktemp('sources'), 'theme: {name: material, font: false}'))}/"


def numeral(page):
    return brought_into_view(page.locator(NUMERAL))


def enter(page):
    """Opens the panel by key."""
    numeral(page).focus()
    page.keyboard.press("Enter")


def test_pointing_at_a_numeral_shows_its_source_and_leaving_hides_it(site, open_page, findings):
    page = open_page(site)
    panel = page.locator(PANEL)
    numeral(page).hover()
    expect(panel).to_contain_text("Card of b, retrieved 2026-06-01")
    expect(panel).to_contain_text("b, context window: as announced")
    page.hover(LABEL)
    expect(panel).to_be_hidden()
    assert (findings.errors, findings.outside) == ([], [])


def test_the_pointer_can_go_into_the_panel(site, open_page):
    page = open_page("about:blank")
    page.clock.install(time=0)
    page.goto(site)
    one = numeral(page)
    page.clock.pause_at(3_600_000)
    one.hover()
    page.hover(LABEL)
    page.clock.run_for(200)
    page.hover(f"{PANEL} >> text=All sources")
    page.clock.run_for(5000)
    page.click(f"{PANEL} >> text=All sources")
    expect(page).to_have_url(f"{site}#mc-source-2")


def test_enter_opens_it_and_escape_goes_back_to_the_numeral(site, open_page):
    page = open_page(site)
    panel = page.locator(PANEL)
    enter(page)
    expect(panel).to_be_visible()
    page.keyboard.press("Tab")
    expect(panel.locator(":focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(page.locator(NUMERAL)).to_be_focused()


@pytest.mark.parametrize("model", ["a", "b"])
def test_a_tap_opens_it_within_the_screen_of_a_phone(site, open_page, model):
    page = open_page(site, has_touch=True, viewport={"width": 320, "height": 640})
    panel = page.locator(PANEL)
    brought_into_view(page.locator(NUMERAL.replace('"b"', f'"{model}"'))).tap()
    box = panel.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 640
    page.tap(LABEL)
    expect(panel).to_be_hidden()


def test_without_a_script_a_numeral_leads_to_the_list(site, open_page):
    page = open_page(site, java_script_enabled=False)
    page.click(NUMERAL)
    expect(page).to_have_url(f"{site}#mc-source-2")
    assert "Card of b, retrieved 2026-06-01" in page.inner_text("#mc-source-2")


@pytest.fixture
def reporting(tmp_path, serve):
    """Where such a site is that has this repository."""
    rest = "theme: {name: mkdocs, highlightjs: false}\nrepo_url: "
    return lambda repository: f"{serve(built(tmp_path, rest + repository))}/"


REPORT = f"{PANEL} >> text=Report a mistake"


@pytest.mark.parametrize(
    ("host", "path", "title", "body"),
    [
        ("https://github.com", "/acme/site/issues/new", "title", "body"),
        ("https://gitlab.com", "/acme/site/-/issues/new", "issue[title]", "issue[description]"),
    ],
)
def test_a_mistake_is_reported_with_model_fact_page_value_and_source(reporting, open_page, host, path, title, body):
    address = reporting(f"{host}/acme/site")
    page = open_page(address)
    enter(page)
    link = urlsplit(page.get_attribute(REPORT, "href"))
    told = parse_qs(link.query)
    assert (f"{link.scheme}://{link.netloc}", link.path) == (host, path)
    assert told[title] == ["b: Context window"]
    assert told[body][0].splitlines() == [
        f"Page: {address}#specifications",
        "Shown: 200k",
        "Source: Card of b, retrieved 2026-06-01 b, context window: as announced",
        "https://example.org/b",
        "",
        "What is wrong, and where it can be checked:",
        "",
    ]


def test_a_site_without_a_repository_offers_no_report(site, open_page):
    page = open_page(site)
    numeral(page).hover()
    expect(page.locator(PANEL)).to_be_visible()
    assert page.locator(REPORT).count() == 0


@pytest.fixture
def kinds(every_kind):
    return every_kind()


@pytest.mark.parametrize("width", [320, 390, 1440])
@pytest.mark.parametrize("name", ["priced", "six", "inline"])
def test_no_panel_is_cut_off_wherever_its_numeral_stands(kinds, open_page, findings, width, name):
    """In prose, in tables that scroll in themselves, in content tabs, at every edge of the screen."""
    height = 700
    page = open_page(f"{kinds}/{name}/", viewport={"width": width, "height": height})
    numerals = page.locator(".mc-cite a:visible").element_handles()
    assert len(numerals) > 10
    for numeral in numerals[:: max(1, len(numerals) // 25)]:
        left, top, right, bottom, fits = numeral.evaluate(OPENED, PANEL)
        assert left >= 0
        assert right <= width
        assert top >= 0
        assert bottom <= height
        assert fits
    assert findings.errors == []


def test_a_table_that_is_scrolled_in_itself_closes_the_panel(kinds, open_page):
    page = open_page(f"{kinds}/six/", viewport={"width": 390, "height": 844})
    one = brought_into_view(page.locator('.mc-specs [data-mc-row="released"] .mc-cite a').first)
    one.evaluate("(link) => link.click()")
    expect(page.locator(PANEL)).to_be_visible()
    page.locator(".mc-specs .mc-scroll").evaluate("(area) => area.scrollBy(50, 0)")
    expect(page.locator(PANEL)).to_be_hidden()


def test_the_focus_that_goes_on_closes_the_panel(site, open_page):
    page = open_page(site)
    enter(page)
    expect(page.locator(PANEL)).to_be_visible()
    page.locator(".mc-take button").first.evaluate("one => one.focus({preventScroll: true})")
    expect(page.locator(PANEL)).to_be_hidden()
