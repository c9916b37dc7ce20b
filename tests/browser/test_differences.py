"""The switches for what differs: by mouse, key and touch, for all tables of a page, and kept in the address."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.waiting import becomes, brought_into_view

ONLY = '.mc-scorecard input[name="only"]'
MARK = '.mc-scorecard input[name="mark"]'
SHOWN = ".mc-specs tr[data-mc-row]:visible"


@pytest.fixture
def site(every_kind):
    return every_kind()


def rows(page, selector):
    return page.locator(selector).evaluate_all("rows => rows.map((row) => row.dataset.mcRow)")


def shows(page, selector, expected):
    becomes(page, lambda: rows(page, selector), expected)


def test_only_differences_leaves_the_rows_whose_cells_differ_in_every_table(site, open_page, findings):
    page = open_page(f"{site}/priced/")
    before = rows(page, "tr[data-mc-row]:visible")
    page.check(ONLY)
    differing = page.locator("tr[data-mc-row]").evaluate_all(
        """rows => rows.filter((row) => {
            const text = (cell) => cell.querySelector(".mc-value").textContent;
            const seen = (cell) => [cell.dataset.mcState, cell.dataset.mcValue, text(cell)].join();
            return new Set([...row.querySelectorAll("[data-mc-state]")].map(seen)).size > 1;
        }).map((row) => row.dataset.mcRow)"""
    )
    shows(page, "tr[data-mc-row]:visible", differing)
    assert 0 < len(differing) < len(before)
    assert {"vision", "context_window"} & set(before)
    told = page.locator(".mc-specs .mc-switches span")
    expect(told).to_have_text(re.compile(r"^Rows not alike: \d+ of \d+; the others are hidden\.$"))
    page.uncheck(ONLY)
    shows(page, "tr[data-mc-row]:visible", before)
    assert (findings.errors, findings.outside) == ([], [])


def test_a_row_with_a_value_that_is_unknown_of_one_model_differs(site, open_page):
    page = open_page(f"{site}/pair/?mc-only=1")
    states = page.locator("tr[data-mc-row]:visible").evaluate_all(
        "rows => rows.map((row) => [...row.querySelectorAll('[data-mc-state]')].map((cell) => cell.dataset.mcState))"
    )
    assert ["known", "unknown"] in states


def test_highlighting_marks_the_same_rows_and_hides_none(site, open_page):
    page = open_page(f"{site}/priced/")
    before = rows(page, "tr[data-mc-row]:visible")
    differing = rows(page, "tr[data-mc-row]:not(.mc-same)")
    page.check(MARK)
    tinted = """rows => rows.filter((row) => getComputedStyle(row).backgroundColor !== "rgba(0, 0, 0, 0)")
        .map((row) => row.dataset.mcRow)"""
    becomes(page, lambda: page.locator("tr[data-mc-row]").evaluate_all(tinted), differing)
    assert rows(page, "tr[data-mc-row]:visible") == before
    assert 0 < len(differing) < len(before)


def test_every_switch_of_the_page_follows_and_a_reload_keeps_them(site, open_page):
    page = open_page(f"{site}/priced/")
    page.check('.mc-capabilities input[name="only"]')
    expect(page.locator(ONLY)).to_be_checked()
    expect(page).to_have_url(f"{site}/priced/?mc-only=1")
    shown = rows(page, SHOWN)
    page.reload()
    expect(page.locator(ONLY)).to_be_checked()
    shows(page, SHOWN, shown)
    page.uncheck(ONLY)
    expect(page).to_have_url(f"{site}/priced/")


def test_space_switches_and_the_result_is_said(site, open_page):
    page = open_page(f"{site}/priced/")
    page.focus(ONLY)
    page.keyboard.press("Space")
    expect(page.locator(ONLY)).to_be_checked()
    expect(page.locator(ONLY)).to_be_focused()
    expect(page.locator(".mc-live")).to_have_text(re.compile(r"hidden\.$"))


def test_a_tap_on_the_label_switches_on_a_phone(site, open_page):
    page = open_page(f"{site}/priced/", has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844})
    label = brought_into_view(page.locator(".mc-specs label:has-text('Only differences')"))
    top = "one => one.getBoundingClientRect().top"
    before = label.evaluate(top)
    label.tap()
    expect(page.locator(ONLY)).to_be_checked()
    assert abs(label.evaluate(top) - before) < 2, "the switch stays under the finger"


def test_what_the_cost_table_comes_to_at_other_traffic_is_compared_anew(site, open_page):
    page = open_page(f"{site}/priced/?mc-only=1")
    page.fill("input[name=input_tokens]", "0")
    page.fill("input[name=output_tokens]", "0")
    expect(page.locator('[data-mc-row="cost_delta"]')).to_be_hidden()


def test_comparisons_of_other_models_have_switches_of_their_own(site, open_page):
    page = open_page(f"{site}/two/")
    assert page.locator('.mc-scorecard input[name="only"]').count() == 2
    page.locator(ONLY).nth(1).check()
    expect(page.locator(ONLY).nth(0)).to_be_checked()


def test_without_the_script_there_are_no_switches(site, open_page):
    page = open_page(f"{site}/priced/?mc-only=1", java_script_enabled=False)
    assert page.locator(".mc-switches, .mc-same").count() == 0


def test_paper_shows_what_the_screen_shows_and_says_that_rows_are_hidden(site, open_page):
    page = open_page(f"{site}/priced/?mc-only=1")
    page.emulate_media(media="print")
    expect(page.locator(".mc-specs .mc-switches span")).to_be_visible()
    expect(page.locator(".mc-specs .mc-switches label").first).to_be_hidden()
