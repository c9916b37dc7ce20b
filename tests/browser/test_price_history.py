"""Prices over time in a real browser: a picture that everybody can read, at every width and in both schemes."""

import re

import pytest

from tests.browser.accessibility import violations
from tests.browser.every_kind import PAGES

WIDTHS = (320, 390, 1440)
LINES = ".mc-figures g path:not([stroke-dasharray='']):not(.mc-marker)"
COLOURS = "all => all.map(one => getComputedStyle(one).stroke)"
BACKGROUND = "getComputedStyle(document.body).backgroundColor"
# How much larger or smaller than in its own units the picture is, and with it its letters of 11 units.
SCALES = "all => all.map(one => one.getBoundingClientRect().width / one.viewBox.baseVal.width)"
DASHES = "all => all.map(one => getComputedStyle(one).strokeDasharray)"


@pytest.fixture
def site(every_kind):
    return every_kind()


@pytest.fixture
def shown(site, open_page):
    return lambda width=1440, **options: open_page(
        f"{site}/{PAGES['history']}", viewport={"width": width, "height": 900}, **options
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong(shown, findings, scheme):
    page, found = shown(color_scheme=scheme), {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found[width] = violations(page, within="article", structure=scheme == "light")
    assert found == {width: [] for width in WIDTHS}
    assert (findings.errors, findings.outside) == ([], [])


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_scrolls_sideways_and_the_letters_stay_legible(shown, width):
    page = shown(width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert min(page.eval_on_selector_all(".mc-figures svg", SCALES)) * 11 >= 8


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_line_stands_out_from_the_background(shown, scheme):
    """3 to 1, as WCAG asks of graphics."""
    page = shown(color_scheme=scheme)
    background = luminance(page.evaluate(BACKGROUND))
    for colour in page.eval_on_selector_all(LINES, COLOURS):
        low, high = sorted((luminance(colour), background))
        assert (high + 0.05) / (low + 0.05) >= 3, colour


def test_on_paper_the_lines_differ_without_their_colour(shown):
    page = shown()
    page.emulate_media(media="print")
    page.add_style_tag(content=".mc-figures path { color: black !important; }")
    dashes = page.eval_on_selector_all(".mc-legend path[stroke-dasharray]", DASHES)
    first = dashes[: page.locator(".mc-legend").first.locator("span").count()]
    assert len(set(first)) == len(first) > 2


def luminance(colour: str) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (float(part) / 255 for part in re.findall(r"[\d.]+", colour)[:3])
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
