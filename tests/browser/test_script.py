"""The page is whole without its script, which only adds to it and survives whatever page it meets."""

import re

import pytest
from playwright.sync_api import expect

from mkdocs_model_compare.rendering import document
from tests.browser.accessibility import violations
from tests.browser.every_kind import PAGES
from tests.browser.waiting import becomes, brought_into_view

TOOLS = ".mc-tool"
# A page of every kind on which the script has something to do.
SCRIPTED = ("pair", "priced", "six", "two", "model", "index")
# However long the script takes on a busy machine: from the page's first moment on, what waits for it waits long enough.
NO_HURRY = """
    const style = new CSSStyleSheet();
    style.replaceSync('* { animation-duration: 600s !important }');
    document.adoptedStyleSheets = [style];
"""
AT_REST = """async () => {
    for (let still = 0, before; still < 10; still += 1) {
        await new Promise(requestAnimationFrame);
        const now = [scrollX, scrollY, document.documentElement.scrollHeight].join();
        if (now !== before) [still, before] = [0, now];
    }
}"""
SHIFTED = """
    (since) => new Promise((done) => {
        let sum = 0;
        const counted = (one) => (sum += one.startTime < since ? 0 : one.value);
        new PerformanceObserver((list) => list.getEntries().forEach(counted))
            .observe({type: "layout-shift", buffered: true});
        requestAnimationFrame(() => setTimeout(() => done(sum), 300));
    })
"""
# How long what waits for the script does so at the most, in all.
WAITS = """() => [...new Set(
    [...document.querySelectorAll("*")].map((one) => getComputedStyle(one))
        .filter((style) => style.animationName === "mc-wait")
        .map((style) => `${style.animationDelay} ${style.animationDuration} ${style.animationIterationCount}`)
)]"""
# What only the script adds is no text of the page: controls, and what they report.
TEXT = """() => {
    const copy = document.querySelector("article").cloneNode(true);
    copy.querySelectorAll(".mc-form, .mc-tool, .mc-panel, script, style").forEach((one) => one.remove());
    return copy.textContent.replace(/\\s+/g, " ");
}"""
WITHOUT_TOOLS = f"""() => {{
    document.querySelectorAll("{TOOLS}:not(.mc-live)").forEach((tool) => tool.remove());
    return document.querySelector("article, [role=main]").innerText;
}}"""


@pytest.fixture
def site(every_kind):
    return every_kind()


# The index is a picker, which orders and shows the models in its own way.
@pytest.mark.parametrize("path", [path for name, path in PAGES.items() if name != "index"])
def test_but_for_its_controls_a_page_reads_the_same_with_and_without_the_script(site, open_page, findings, path):
    """All its text, and that which is in sight; and neither asks another host or has an error."""
    scripted = open_page(f"{site}/{path}")
    plain = open_page(f"{site}/{path}", java_script_enabled=False)
    becomes(scripted, lambda: scripted.evaluate(TEXT), plain.evaluate(TEXT))
    without = re.sub(r"\s+", " ", plain.locator("article").inner_text())
    becomes(scripted, lambda: re.sub(r"\s+", " ", scripted.evaluate(WITHOUT_TOOLS)), without)
    scripted.wait_for_load_state("networkidle")
    assert (findings.errors, findings.outside) == ([], [])


def test_a_script_that_is_loaded_twice_adds_everything_once(site, open_page, findings):
    page = open_page(f"{site}/priced/")
    before = page.locator(TOOLS).count()
    page.evaluate("address => import(address)", page.get_attribute("script[src*=model-compare]", "src") + "&again")
    assert page.locator(TOOLS).count() == before
    page.check('.mc-specs input[name="only"]')
    brought_into_view(page.locator(".mc-specs .mc-cite a >> visible=true").first).click()
    expect(page.locator(".mc-panel:popover-open")).to_be_visible()
    assert findings.errors == []


@pytest.mark.parametrize(
    "missing",
    [
        "[data-mc-traffic]",
        "tbody",
        "thead",
        ".mc-value",
        ".mc-traffic",
        "h1, h2",
        ".mc-sources",
        ".mc-cite",
        "[data-mc-row=monthly_cost]",
        ".mc-scorecard, .mc-specs",
        "caption",
        "th",
    ],
)
def test_an_element_that_a_template_leaves_out_breaks_nothing(site, open_page, findings, missing):
    page = open_page("about:blank")
    gone = f".mc :is({missing}), :is({missing}):is(h1, h2, .mc)"
    remove = f"document.querySelectorAll('{gone}').forEach((one) => one.remove())"
    page.add_init_script(f"document.addEventListener('readystatechange', () => {{ {remove} }})")
    page.goto(f"{site}/priced/")
    assert page.locator(gone).count() == page.locator(f":is({gone}):is(.mc-tool, .mc-tool *, .mc-value *)").count()
    if page.locator("input[name=requests]").count():
        page.fill("input[name=requests]", "7")
        page.wait_for_function("document.querySelector('.mc-plot').hidden || document.querySelector('.mc-plane')")
    if page.locator('input[name="only"]').count():
        page.locator('input[name="only"]').first.check()
    if page.locator(".mc-take").count():
        page.click("text=Copy as Markdown")
        # Where the clipboard is open to the page this is said, and else there is a field to copy from.
        page.wait_for_selector(".mc-copied, .mc-live:text-is('Copied')", state="attached")
        with page.expect_download():
            page.click("text=Download JSON")
    assert findings.errors == []


@pytest.mark.parametrize(
    "address",
    [
        "?mc-requests=many&mc-cached=500&mc-output_tokens=-3&mc-batch=perhaps&mc-only=yes&mc-mark=",
        "?mc-input_tokens=1e3&mc-requests=99999999999999999999",
        "?mc-requests=0x10&mc-input_tokens=12.5&mc9-requests=5&mc-over=nothing",
    ],
)
def test_an_old_or_broken_address_leaves_the_page_as_it_is(site, open_page, findings, address):
    page = open_page(f"{site}/priced/{address}")
    plain = open_page(f"{site}/priced/")
    costs = plain.locator("[data-mc-row=monthly_cost] td").all_inner_texts()
    for each in (page, plain):
        expect(each.locator(".mc-form")).to_be_visible()
        becomes(each, each.locator("[data-mc-row=monthly_cost] td").all_inner_texts, costs)
    assert page.locator(".mc-same:not(:visible)").count() == 0
    assert findings.errors == []


def test_each_comparison_of_a_page_has_its_own_controls(site, open_page, findings):
    page = open_page(f"{site}/two/")
    assert page.locator(".mc-form").count() == 2
    assert page.locator(".mc-take").count() == 2
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))
    assert findings.errors == []


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
@pytest.mark.parametrize("name", SCRIPTED)
def test_nothing_moves_anywhere_on_a_page_when_the_script_comes_late(site, open_page, name, width, height):
    page = open_page("about:blank", viewport={"width": width, "height": height})
    page.add_init_script(NO_HURRY)
    held = []
    page.route("**/model-compare*.js*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright takes no built-in
    for place in ("h1", ":is(.mc-monthly_cost, .mc-specs, .mc-models)", "footer"):
        page.goto(f"{site}/{PAGES[name]}", wait_until="commit")
        # What comes in piece by piece moves by itself: the script comes when all else is there and at rest.
        page.wait_for_function("document.readyState !== 'loading' && document.querySelector('footer')")
        page.eval_on_selector(place, "one => one.scrollIntoView({behavior: 'instant'})")
        page.evaluate(AT_REST)
        since = page.evaluate("performance.now()")
        while held:
            held.pop().continue_()
        page.wait_for_selector(".mc-form, .mc-take, .mc-models thead button", state="attached")
        assert page.evaluate(SHIFTED, since) == 0, place


@pytest.mark.parametrize("name", ["pair", "index"])
def test_what_waits_for_the_script_is_seen_without_it_soon(site, open_page, name):
    page = open_page("about:blank")
    page.route("**/model-compare*.js*", lambda route: route.abort())
    page.goto(f"{site}/{PAGES[name]}")
    expect(page.locator(".mc-table").last).to_be_visible()
    assert page.evaluate(WAITS) == ["0s 1s 1"]


def test_a_document_without_a_script_waits_for_none(tmp_path, serve, open_page):
    table = '<div class="mc"><table class="mc-table"><tr data-mc-row="a"><td>1</td></tr></table></div>'
    (tmp_path / "index.html").write_text(document.page("Two", f"{table}<p>After</p>"), "utf-8")
    page = open_page("about:blank")
    page.add_init_script(NO_HURRY)
    page.goto(serve(tmp_path))
    assert page.is_visible("text=After")


@pytest.mark.parametrize("width", [320, 390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_control_in_any_state_is_out_of_reach_of_a_screen_reader_or_too_pale(site, open_page, width, scheme):
    address = f"{site}/priced/?mc-only=1&mc-mark=1&mc-input_tokens=1600"
    page = open_page(address, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    page.wait_for_selector(".mc-plane")
    page.fill("input[name=requests]", "0")
    expect(page.locator(".mc-problem")).to_have_text(re.compile("^Requests a month: "))
    brought_into_view(page.locator(".mc-specs .mc-cite a >> visible=true").first).evaluate("(link) => link.click()")
    expect(page.locator(".mc-panel:popover-open")).to_be_visible()
    assert violations(page, within="article", structure=scheme == "light") == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
