"""A long table answers a key with its first screens; the others follow, and in the end it is as a short one."""

import pytest

from tests.browser.picker.catalog import BESIDE, THEME
from tests.browser.picker.steps import head, search, shows
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


@pytest.mark.parametrize("key", ["thead button", ".mc-asking .mc-reset"])
def test_no_picture_is_kept_waiting_by_more_rows_than_the_first(page, key):
    """So that the next key is answered at once, too, while rows are still on their way."""
    search(page).fill("zz")
    shows(page, [])
    shown = page.evaluate(
        """async key => {
            const counts = [];
            document.querySelector(key).click();
            document.querySelector(".mc-asking .mc-reset").click();
            while (counts.at(-1) !== 100 && counts.length < 1000) {
                counts.push(document.querySelectorAll("tbody tr:not([hidden])").length);
                await new Promise(requestAnimationFrame);
            }
            return counts;
        }""",
        key,
    )
    assert list(dict.fromkeys(shown)) == [40, 80, 100]
