"""Heads of columns sort: by mouse and key, up and down, told to those who do not see it."""

from playwright.sync_api import expect

from tests.browser.picker.catalog import MODELS
from tests.browser.picker.steps import focus_is_on, head, shows


def test_without_a_script_the_table_is_whole_and_nothing_is_offered_that_would_not_work(picker, findings):
    page = picker(java_script_enabled=False)
    assert page.locator("tbody tr").count() == len(MODELS)
    assert page.locator("[data-mc-section] :is(button, input), .mc-chosen").count() == 0
    assert (findings.errors, findings.outside) == ([], [])


def test_a_head_sorts_up_then_down_with_the_unknown_last_both_times(picker):
    page = picker()
    head(page, "Context window").click()
    shows(page, ["high", "bell", "ada", "free", "cafe", "dora", "gone"])
    head(page, "Context window").click()
    shows(page, ["cafe", "free", "ada", "bell", "high", "dora", "gone"])


def test_it_is_told_to_screen_readers_on_that_head_alone(picker):
    page = picker()
    head(page, "Developer").click()
    head(page, "Released").click()
    sorted_heads = page.locator("[aria-sort]")
    expect(sorted_heads).to_have_text(["Released"])
    expect(sorted_heads).to_have_attribute("aria-sort", "ascending")


def test_by_key_the_focus_stays_on_the_head(picker):
    page = picker()
    head(page, "Output price, per 1M tokens").focus()
    page.keyboard.press("Enter")
    shows(page, ["free", "bell", "ada", "high"], first=4)
    page.keyboard.press("Space")
    shows(page, ["high", "ada", "bell", "free"], first=4)
    focus_is_on(page, "Output price, per 1M tokens")
    expect(page.locator(":focus")).to_have_css("outline-style", "solid")


def test_a_table_that_the_author_sorted_says_so_and_can_be_turned_round(picker):
    page = picker(path="small/")
    shows(page, ["cafe", "ada", "high"])
    expect(page.locator("[aria-sort=descending]")).to_have_text("Context window")
    head(page, "Context window").click()
    shows(page, ["high", "ada", "cafe"])
