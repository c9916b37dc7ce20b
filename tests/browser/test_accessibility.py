"""axe-core finds nothing on any kind of page: light and dark, on a phone, a tablet and a desk."""

import re

import pytest

from tests.browser.accessibility import violations
from tests.browser.every_kind import BUILT_IN, PAGES

# What is wrong in Material itself: its search has no name, and its footer too little contrast.
OF_MATERIAL = (".md-search", ".md-copyright")
OURS = ".mc, .mc-fact, .mc-cost, .mc-model"
WIDTHS = (320, 768, 1440)
SCHEMES = ("light", "dark")


@pytest.fixture
def site(every_kind):
    return every_kind()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wrong_on_a_page(site, open_page, name, scheme):
    page = open_page(f"{site}/{PAGES[name]}", color_scheme=scheme)
    page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        # But for its colours a page is the same in the dark.
        found[width] = violations(page, without=OF_MATERIAL, structure=scheme == "light")
    assert found == {width: [] for width in WIDTHS}


def test_a_single_value_that_is_too_pale_is_found(site, open_page):
    page = open_page(f"{site}/pair/")
    assert violations(page, within="article") == []
    page.locator(".mc-capabilities .mc-unknown").nth(1).evaluate("one => { one.style.color = '#d5d5d5' }")
    assert [each.split(": ")[0] for each in violations(page, within="article")] == ["color-contrast"]


@pytest.mark.parametrize("theme", BUILT_IN)
def test_nothing_is_wrong_with_our_parts_in_a_built_in_theme(every_kind, open_page, theme):
    base = every_kind(BUILT_IN[theme])
    found = {}
    for name in ("pair", "six", "inline"):
        for scheme in SCHEMES:
            page = open_page(f"{base}/{PAGES[name]}", color_scheme=scheme)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                wrong = violations(page, within=OURS, structure=scheme == "light")
                found[name, scheme, width] = [each for each in wrong if not is_link(each)]
    assert {key: each for key, each in found.items() if each} == {}


def is_link(violation):
    """The colour of links is the theme's own, and that of readthedocs is too faint."""
    target = violation.split(": ")[1].split(" > ")[-1]
    return violation.startswith("color-contrast: ") and re.match(r"a\b|\.mc-model\b", target) is not None
