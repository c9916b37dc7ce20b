"""Every route at a reader's traffic, and the chart of who is the cheapest along a field."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.traffic.sites import MODELS, site_of
from tests.browser.waiting import becomes


@pytest.fixture
def kinds(every_kind):
    return every_kind()


def cells(page: Page, selector: str) -> list[list[str]]:
    return page.locator(selector).evaluate_all(
        "rows => rows.map((row) => [...row.cells].map((cell) => cell.innerText.replace(/\\s+/g, ' ').trim()))"
    )


def test_every_route_is_counted_at_once_and_those_that_are_not_say_why(kinds, open_page, findings):
    page = open_page(f"{kinds}/priced/")
    page.fill("input[name=requests]", "1000000")
    page.fill("input[name=input_tokens]", "800")
    page.fill("input[name=output_tokens]", "250")
    page.fill("input[name=cached]", "0")
    aster = [
        ["Aster 2"],
        ["Acme $1 in and $5 out per 1M tokens", "$2,050", "$24,600", "+$1,780"],
        ["Cloud One (global) $1 in and $5 out per 1M tokens", "$2,050", "$24,600", "+$1,780"],
        ["The Gateway of Gateways $1.05 in and $5.25 out per 1M tokens", "$2,153", "$25,830", "+$1,883"],
        ["Cloud One (eu) $1.10 in and $5.50 out per 1M tokens", "$2,255", "$27,060", "+$1,985"],
        ["Cloud Two", "sold in credits"],
    ]
    becomes(page, lambda: cells(page, ".mc-form tbody:first-of-type tr"), aster)
    leads = page.locator(".mc-form tbody tr:has(.mc-lead)")
    expect(leads).to_contain_text(["$270 ▲ cheapest", "$270 ▲ cheapest"])
    expect(page.locator(".mc-sum")).to_have_text(
        "Cedar mini is cheaper. Aster 2: $2,050 a month, $24,600 a year (+$1,780 a month); "
        "Cedar mini: $270 a month, $3,240 a year."
    )
    assert findings.errors == []


def test_every_route_that_is_not_counted_says_why(tmp_path, serve, open_page):
    kinds, several = (MODELS[name].replace("zeta", "acme") for name in ("kinds", "several"))
    page = open_page(f"{site_of(tmp_path, serve, kinds, several)}/")
    assert {row[1] for row in cells(page, ".mc-form tbody tr") if len(row) == 2} == {
        "sold in credits",
        "sold by subscription",
        "sold by the hour of compute",
        "offered as a download",
        "no output price known",
        "retired",
    }
    page.fill("input[name=input_tokens]", "8000")
    small = page.locator(".mc-form tbody tr:has(th:text-is('Acme, small'))")
    expect(small.locator("td")).to_have_text("takes at most 8,192 tokens a request")


def test_the_chart_names_where_a_tier_turns_the_order_and_says_where_nothing_does(tmp_path, serve, open_page):
    tier = "variants: [{when: {context_over: 1000}, price: {input: 3}}]"
    dearer = f"routes: [{{provider: acme, price: {{input: 1, output: 5}}, {tier}}}]"
    page = open_page(f"{site_of(tmp_path, serve, dearer, 'routes: [{provider: acme, price: {input: 2, output: 5}}]')}/")
    turned = "A is cheaper from 1 up to 1,000; B is cheaper from 1,001 on"
    told = "Requests a month: A stays cheaper at every number."
    lines = [
        told,
        f"Input tokens each: A and B share the lowest cost at 0; {turned}.",
        "Output tokens each: A stays cheaper up to 100,000.",
        "Cached input, %: A stays cheaper at every number.",
    ]
    becomes(page, lambda: page.inner_text("figcaption").splitlines(), lines)
    expect(page.locator(".mc-plane i")).to_have_count(0)
    page.select_option("select[name=over]", "input_tokens")
    expect(page.locator(".mc-plane i")).to_have_text(["1", "1,001"])
    expect(page.locator(".mc-plane path")).to_have_count(2)


def test_a_single_price_makes_no_chart(tmp_path, serve, open_page):
    page = open_page(f"{site_of(tmp_path, serve, MODELS['plain'], MODELS['unpriced'])}/")
    expect(page.locator(".mc-plot")).to_be_hidden()
