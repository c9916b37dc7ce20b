"""Pictures are drawn when the page is built, as long as their numbers, beside words that say the same."""

import re
from datetime import date
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup

from mkdocs_model_compare.catalog.loading import load_catalog
from mkdocs_model_compare.comparison.lengths import DRAWN
from tests.browser.every_kind import write_catalog
from tests.rendering.golden import page_of

SIX = '<< compare("aster-2", "birch-12b", "cedar-mini", "dogwood", "elm-extended-preview", "fir") >>'
TWO = '<< compare("aster-2", "cedar-mini") >>'


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    catalog = load_catalog(write_catalog(tmp_path_factory.mktemp("data")), date.today())  # noqa: DTZ011
    return lambda text: BeautifulSoup(page_of(text, catalog), "html.parser")


def share(amount, scale):
    return (amount / scale * 100).quantize(Decimal("0.1"))


def drawn(cell):
    found = cell.select_one(".mc-bar rect")
    return Decimal(found["width"]) if found else None


@pytest.mark.parametrize("text", [TWO, SIX])
def test_every_bar_of_a_context_window_or_price_is_as_long_as_its_number(page, text):
    rows = [row for row in page(text).select("tr[data-mc-row]") if row["data-mc-row"] in DRAWN]
    assert {row["data-mc-row"] for row in rows} == DRAWN
    for row in rows:
        cells = row.select("td")
        amounts = [Decimal(cell["data-mc-value"]) if cell["data-mc-state"] == "known" else None for cell in cells]
        scale = max(amount for amount in amounts if amount is not None)
        expected = [None if amount is None else share(amount, scale) for amount in amounts]
        assert [drawn(cell) for cell in cells] == expected, row["data-mc-row"]


def test_every_bar_of_a_score_and_its_interval_are_as_long_as_their_numbers(page):
    rows = page(SIX).select("[data-mc-section=benchmarks] tr[data-mc-row]")
    # The end of the longest interval is the end of the scale where it is not a percentage.
    scales = {"arena": Decimal(1395)}
    for row in rows:
        scale = scales.get(row["data-mc-row"], Decimal(100))
        for cell in row.select("td[data-mc-state=known]"):
            assert drawn(cell) == share(Decimal(cell["data-mc-value"]), scale)
            told = re.search(r"([\d.,]+)%? to ([\d.,]+)", cell.get_text())
            whisker = cell.select_one(".mc-bar path")
            assert (whisker is None) == (told is None)
            if whisker is not None and told is not None:
                low, high = (str(share(Decimal(end.replace(",", "")), scale)) for end in told.groups())
                assert whisker["d"] == f"M{low} 1V5M{low} 3H{high}M{high} 1V5"
        told = row.th.get_text()
        assert ("lower is better ←" if row["data-mc-row"] == "errors" else "higher is better →") in told
    assert len(rows) == 4


def test_capabilities_of_more_than_three_models_are_signs_that_say_their_words(page):
    cells = page(SIX).select("[data-mc-section=capabilities] td")
    assert {cell["data-mc-state"] for cell in cells} == {"known", "no", "unknown", "undisclosed"}
    words = {"known": "Yes", "no": "No", "unknown": "unknown", "undisclosed": "undisclosed"}
    for cell in cells:
        state = cell["data-mc-state"]
        assert bool(cell.select(".mc-sign")) == (state in {"known", "no"})
        assert cell.select_one(".mc-value").get_text() == words[state]


def test_pictures_say_nothing_to_a_reader_of_a_screen(page):
    pictures = page(SIX).select("svg")
    assert pictures
    assert all(one["aria-hidden"] == "true" and not one.get_text() for one in pictures)


def test_two_models_have_words_and_no_signs(page):
    assert not page(TWO).select(".mc-sign")
