"""A reader's own traffic: controls below the cost table, by pointer, key and touch, kept in the address."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from mkdocs_model_compare.rendering import words
from tests.browser.traffic.sites import MODELS, site_of
from tests.browser.waiting import becomes
from tests.comparison.builders import workload

REQUESTS = "input[name=requests]"


@pytest.fixture(scope="module")
def site(tmp_path_factory, serve):
    return site_of(tmp_path_factory.mktemp("traffic"), serve, MODELS["plain"], MODELS["cached"])


@pytest.fixture
def kinds(every_kind):
    return every_kind()


def tells(page: Page, row: str, model: str) -> Locator:
    return page.locator(f'[data-mc-row="{row}"] [data-mc-model="{model}"]')


def costs(page: Page, a: str, b: str) -> None:
    """What a month costs with the two."""
    for model, cost in (("a", a), ("b", b)):
        expect(tells(page, "monthly_cost", model).locator(".mc-value")).to_have_text(cost)


def test_a_reader_counts_with_their_own_traffic_and_the_address_keeps_it(site, open_page, findings):
    page = open_page(f"{site}/#monthly-cost")
    costs(page, "$2,050", "$1,640")
    page.fill(REQUESTS, "2000000")
    page.fill("input[name=cached]", "50")
    costs(page, "$4,100", "$2,700")
    for row, value in (("monthly_cost", "4100"), ("cheapest_route", "acme"), ("cost_delta", "1400")):
        expect(tells(page, row, "a")).to_have_attribute("data-mc-state", "known")
        expect(tells(page, row, "a")).to_have_attribute("data-mc-value", value)
    told = "2,000,000 requests a month of 800 input and 250 output tokens each, 50%"
    expect(page.locator(".mc-traffic")).to_have_text(re.compile(f"^{told}"))
    expect(page).to_have_url(f"{site}/?mc-requests=2000000&mc-cached=50#monthly-cost")
    page.reload()
    costs(page, "$4,100", "$2,700")
    expect(page.locator(REQUESTS)).to_have_value("2000000")
    page.click("text=Reset")
    costs(page, "$2,050", "$1,640")
    expect(page).to_have_url(f"{site}/#monthly-cost")
    assert (findings.errors, findings.outside) == ([], [])


def test_the_traffic_is_worded_as_the_build_words_it(site, open_page):
    page = open_page(f"{site}/")
    told = {}
    for one in (workload(2, 0, 1), workload(1, 1, 2, cached="0.4"), workload(1_000_000, 1_000, 1_000, batch=True)):
        for key in ("requests", "input_tokens", "output_tokens"):
            page.fill(f"input[name={key}]", str(getattr(one, key)))
        page.fill("input[name=cached]", str(one.cached * 100))
        page.set_checked("input[name=batch]", one.batch)
        told[words.traffic(one)] = page.inner_text(".mc-traffic")
    assert list(told.values()) == list(told)


def test_each_table_of_a_page_keeps_its_own_traffic(tmp_path, serve, open_page):
    tables = '<< monthly_cost("a", "b") >>\n\n<< monthly_cost("b", "a", requests=10) >>'
    site = site_of(tmp_path, serve, MODELS["plain"], MODELS["cached"], tables)
    page = open_page(f"{site}/")
    page.locator(REQUESTS).nth(1).fill("3000000")
    expect(page).to_have_url(f"{site}/?mc2-requests=3000000")
    page.reload()
    expect(tells(page, "monthly_cost", "a").locator(".mc-value")).to_have_text(["$2,050", "$6,150"])


def test_wrong_input_is_explained_in_place_and_changes_nothing(site, open_page):
    page = open_page(f"{site}/")
    page.fill(REQUESTS, "0")
    expect(page.locator(".mc-problem")).to_have_text(re.compile("^Requests a month: "))
    expect(page.locator(REQUESTS)).to_have_attribute("aria-invalid", "true")
    costs(page, "$2,050", "$1,640")


def test_a_workload_of_the_catalog_is_one_click_away(site, open_page):
    page = open_page(f"{site}/")
    chat = page.locator("button:text-is('Chat')")
    chat.click()
    expect(chat).to_have_attribute("aria-pressed", "true")
    expect(page.locator("input[name=input_tokens]")).to_have_value("1200")


def test_of_workloads_with_the_same_numbers_the_chosen_one_alone_is_pressed(kinds, open_page):
    page = open_page(f"{kinds}/priced/")
    pressed = page.locator(".mc-presets [aria-pressed=true]")
    for name in ("Support chat", "Chat"):
        page.click(f".mc-presets button:text-is('{name}')")
        expect(pressed).to_have_text([name])
    page.reload()
    expect(pressed).to_have_text(["Chat"])
    page.fill(REQUESTS, "7")
    expect(pressed).to_have_count(0)


def test_an_address_that_cannot_be_read_leaves_the_pages_own_traffic(site, open_page, findings):
    page = open_page(f"{site}/?mc-requests=many&mc-cached=500&mc-output_tokens=-3")
    expect(page.locator(REQUESTS)).to_have_value("1000000")
    costs(page, "$2,050", "$1,640")
    assert findings.errors == []


def test_without_the_script_the_page_has_its_costs_and_no_dead_controls(site, open_page):
    page = open_page(f"{site}/", java_script_enabled=False)
    costs(page, "$2,050", "$1,640")
    assert page.query_selector("form.mc-form") is None


def test_the_result_is_said_once_the_keys_are_still(kinds, open_page):
    page = open_page("about:blank")
    # By a clock of the test's own, which no other work of the machine can drive on between two keys.
    page.clock.install(time=0)
    page.goto(f"{kinds}/priced/")
    page.clock.pause_at(3_600_000)
    page.evaluate(
        """() => {
            window.said = [];
            const live = document.querySelector(".mc-live");
            new MutationObserver(() => window.said.push(live.textContent)).observe(live, {childList: true});
        }"""
    )
    page.focus(REQUESTS)
    page.keyboard.press("Control+A")
    for key in "123456":
        page.clock.run_for(500)
        page.keyboard.press(key)
    expect(page).to_have_url(re.compile(r"\?mc-requests=123456$"))
    page.clock.run_for(500)
    assert page.evaluate("window.said") == []
    page.clock.run_for(500)
    page.clock.run_for(5000)
    becomes(page, lambda: page.evaluate("window.said"), [page.inner_text(".mc-sum")])
    expect(page.locator(".mc-live")).to_have_attribute("role", "status")


def test_by_key_and_by_touch_the_controls_do_the_same(kinds, open_page):
    page = open_page(f"{kinds}/priced/", has_touch=True, viewport={"width": 390, "height": 844})
    page.tap("button:text-is('RAG')")
    expect(page.locator("input[name=input_tokens]")).to_have_value("6000")
    page.focus("input[name=batch]")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("mc-batch=1$"))
    page.focus("text=Reset")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{kinds}/priced/")
    page.focus(".mc-form summary")
    routes = page.locator(".mc-form .mc-routes")
    before = routes.is_visible()
    page.keyboard.press("Enter")
    expect(routes).to_be_visible(visible=not before)


def test_a_reset_brings_the_remarks_of_the_build_back(tmp_path, serve, open_page):
    page = open_page(f"{site_of(tmp_path, serve, MODELS['plain'], MODELS['euro'])}/")
    remark = page.locator(".mc-monthly_cost .mc-remark")
    expect(remark).to_have_text("B: no full price in USD, so its cost in EUR is not ranked.")
    page.fill(REQUESTS, "5")
    expect(remark).to_be_hidden()
    page.click("text=Reset")
    expect(remark).to_be_visible()


def test_what_does_not_fit_a_model_is_told_at_the_readers_own_numbers(tmp_path, serve, open_page):
    small = f"context_window: 9000\nmax_output: 4000\n{MODELS['plain']}"
    page = open_page(f"{site_of(tmp_path, serve, small, MODELS['plain'])}/")
    told = page.locator(".mc-sum")
    expect(told).not_to_contain_text("larger than")
    window = "A: a request of this traffic is larger than its context window, 9,000 tokens."
    output = "A: an answer of this traffic is longer than its maximum output, 4,000 tokens."
    sizes = (("8700", "300", ""), ("8701", "300", f" {window}"), ("9", "8992", f" {window} {output}"))
    for read, written, limits in sizes:
        page.fill("input[name=input_tokens]", read)
        page.fill("input[name=output_tokens]", written)
        expect(told).to_have_text(re.compile(rf"a year\S*{re.escape(limits)}$"))
    page.click("text=Reset")
    expect(told).not_to_contain_text("larger than")
