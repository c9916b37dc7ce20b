"""A long table answers a key with its first screens; the others follow, and in the end it is as a short one."""

import json

import pytest

from tests.browser.picker.catalog import BESIDE, THEME
from tests.browser.picker.steps import head, search, shows, tick
from tests.browser.waiting import some_pictures_later
from tests.plugin.small_site import Site, forget_plugins

NAMES = [f"m{number:02}" for number in range(100)]


@pytest.fixture(scope="module")
def address(tmp_path_factory, serve):
    forget_plugins()
    made = Site(tmp_path_factory.mktemp("long"))
    for name, text in BESIDE.items():
        made.write(f"data/{name}", text)
    for number, name in enumerate(NAMES):
        known = f"context_window: {8000 + number}, capabilities: {{vision: {'no' if number % 2 else 'yes'}}}"
        made.model(name, f"{{name: {name.title()}, developer: Acme, {known}}}\n")
    made.page("index.md", "# Home\n\n<< picker() >>\n")
    made.configure(rest=THEME)
    made.build()
    return serve(made.root / "site")


@pytest.fixture
def page(address, open_page, findings):
    yield open_page(address)
    assert (findings.errors, findings.outside) == ([], [])


def test_keys_in_quick_succession_leave_it_whole_and_in_order(page):
    shows(page, NAMES)
    head(page, "Context window").click()
    head(page, "Context window").click()
    shows(page, NAMES[::-1])
    page.evaluate(
        """() => {
            const search = document.querySelector("[data-mc-table] input[type=search]");
            const window = document.querySelectorAll("thead button")[3];
            window.click();
            for (const words of ["m1", "m", "", "m0", ""]) {
                search.value = words;
                search.dispatchEvent(new Event("input", { bubbles: true }));
            }
            document.querySelector("[id$=vision]").click();
            window.click();
        }"""
    )
    shows(page, NAMES[98::-2])
    page.get_by_role("button", name="Reset").click()
    shows(page, NAMES)
    assert page.locator("tbody tr").count() == 100


# What was searched for, what is done at once, and how many rows are seen from picture to picture.
@pytest.mark.parametrize(
    ("words", "keys", "rows"),
    [
        ("", ["thead button"], [24, 48, 72, 96, 100]),
        ("zz", ["thead button", ".mc-asking .mc-reset"], [24, 48, 72, 96, 100]),
        ("zz", [".mc-asking .mc-reset"], [24, 48, 72, 96, 100]),
        ("", ["[id$=vision]"], [24, 48, 50]),
    ],
    ids=["order", "order and reset", "reset", "must-have"],
)
def test_no_picture_is_kept_waiting_by_more_rows_than_the_first(page, words, keys, rows):
    """So that the next key is answered at once, too, while rows are still on their way."""
    search(page).fill(words)
    shows(page, [] if words else NAMES)
    shown = page.evaluate(
        """async ([keys, last]) => {
            const counts = [];
            for (const key of keys) document.querySelector(key).click();
            while (counts.at(-1) !== last && counts.length < 1000) {
                counts.push(document.querySelectorAll("tbody tr:not([hidden])").length);
                await new Promise(requestAnimationFrame);
            }
            return counts;
        }""",
        [keys, rows[-1]],
    )
    assert list(dict.fromkeys(shown)) == rows


@pytest.mark.parametrize("width", [1440, 390])
def test_a_key_has_no_row_styled_anew_that_neither_comes_nor_goes(address, browser, open_page, width):
    """No style asks what the whole page holds, which Chromium would look through again at each new text."""
    page = open_page(address, viewport={"width": width, "height": 844})
    search(page).fill("m0")
    shows(page, NAMES[:10])
    # What the theme does to a page that is loaded is no answer to a key.
    some_pictures_later(page)
    browser.start_tracing(page=page, categories=["devtools.timeline"])
    search(page).press("1")
    shows(page, ["m01"])
    head(page, "Model").focus()
    page.keyboard.press("Enter")
    tick(page, "M01")
    trace = json.loads(browser.stop_tracing())["traceEvents"]
    styled = [event["args"].get("elementCount", 0) for event in trace if event["name"] == "UpdateLayoutTree"]
    assert len(styled) > 2
    assert max(styled) < 100, styled
