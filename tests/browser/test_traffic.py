"""Cost at the reader's own traffic: controls that work by the build's rule, kept in the address."""

import json
import random
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.loading import load_catalog
from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.comparison import figures, pricing
from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.comparison.pricing import MonthlyCost
from mkdocs_model_compare.comparison.sheets import Sheets
from mkdocs_model_compare.rendering import words
from mkdocs_model_compare.rendering.traffic import traffic_data
from tests.plugin.small_site import Site, forget_plugins
from tests.rendering.golden import TODAY

WORKLOADS = 1200
MODELS = {
    "plain": "routes: [{provider: acme, price: {input: 1, output: 5}}]",
    "cached": "routes: [{provider: acme, price: {input: 0.8, output: 4, cached_input: 0.075}}]",
    "tiers": """
routes:
  - provider: acme
    region: eu
    price: {input: 1.25, output: 10}
    variants:
      - {when: {context_over: 200000}, price: {input: 2.5, output: 15}}
      - {when: {mode: batch}, price: {input: 0.625, output: 5}}
      - {when: {context_over: 500000, mode: batch}, price: {input: 2}}
      - {when: {region: [us, eu]}, price: {input: 1.1}}""",
    "several": """
routes:
  - {provider: zeta, price: {input: 3, output: 15, cached_input: 0.3}}
  - {provider: acme, price: {input: 3, output: 15}}
  - {provider: acme, billing: credits}
  - {provider: acme, price: {input: 1}}
  - {provider: acme, status: retired, price: {input: 0.1, output: 0.1}}
  - {provider: zeta, label: small, context_window: 8192, price: {input: 0.000125, output: 0.0005}}""",
    "free": "routes: [{provider: acme, price: {input: 0, output: 0}}]",
    "euro": "routes: [{provider: acme, price: {input: 1.5, output: 2, currency: EUR}}]",
    "kinds": """
routes:
  - {provider: acme, billing: credits}
  - {provider: acme, billing: subscription}
  - {provider: acme, billing: compute-hours}
  - {provider: acme, billing: download}
  - {provider: acme, region: us, price: {input: 2, output: 9, cached_input: undisclosed}}
  - provider: zeta
    price: {input: 1.9, output: 9.5, cached_input: 0.19}
    variants:
      - {when: {mode: batch, region: [eu]}, price: {input: 1, output: 4}}
      - {when: {region: [eu]}, price: {cached_input: n/a}}
      - {when: {context_over: 199999}, price: {cached_input: 0.5, output: 12}}""",
    "unpriced": "routes: [{provider: acme}]",
}


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    folder = tmp_path_factory.mktemp("catalog")
    (folder / "models").mkdir()
    (folder / "providers.yml").write_text(
        "acme: {name: Acme, kind: vendor}\nzeta: {name: Zeta, kind: cloud}\n", encoding="utf-8"
    )
    for name, routes in MODELS.items():
        text = f"name: {name.title()}\ndeveloper: Acme\n{routes}\n"
        (folder / "models" / f"{name}.yml").write_text(text, encoding="utf-8")
    return load_catalog(folder, TODAY)


def some_traffic(chance: random.Random, base: Workload) -> Workload:
    return replace(
        base,
        id=None,
        name=None,
        requests=chance.choice([1, chance.randint(1, 999), chance.randint(1, 10**9)]),
        input_tokens=chance.choice([0, 199_999, 200_000, 200_001, 500_001, chance.randint(0, 10**6)]),
        output_tokens=chance.choice([0, 250, chance.randint(0, 10**5)]),
        cached=Decimal(chance.randint(0, 10_000)) / 10_000,
        batch=chance.random() < 0.5,
    )


def traffic_of(comparison: Comparison) -> object:
    """The workload as the script is given it."""
    return json.loads(traffic_data(Comparison((), comparison.settings, comparison.workload)))["workload"]


def built(comparison: Comparison) -> list[object]:
    """What the build prints for each model: cost, route, how much above the lowest, marks, the year, and each route."""
    rows: list[object] = []
    for model in comparison.models:
        cost, route, delta = (comparison.value(model, key) for key in ("monthly_cost", "cheapest_route", "cost_delta"))
        rows.append(
            [
                cost.text if cost.known else "unavailable",
                words.unit_prices(route.raw.offer) if route.known else words.lacking(model),
                ("lowest" if not delta.raw else delta.text) if delta.known else "unavailable",
                [one.machine for one in (cost, route, delta)] if cost.known else [],
                printed(cost.raw, 12) if cost.known else None,
                [counted(comparison, one) for one in routes(comparison, model)],
            ]
        )
    return rows


def routes(comparison: Comparison, model: Model) -> list[MonthlyCost]:
    """Each priced route once, in its cheapest place: those in the catalog's currency first, the cheapest first."""
    found = pricing.costs(model, comparison.workload)
    first: dict[str, MonthlyCost] = {}
    for one in sorted(found, key=lambda one: one.offer.currency != comparison.settings.currency):
        first.setdefault(one.offer.route.path, one)
    return list(first.values())


def counted(comparison: Comparison, cost: MonthlyCost) -> list[object]:
    own = comparison.settings.currency
    every = [one for model in comparison.models for one in routes(comparison, model) if one.offer.currency == own]
    lowest, highest = (find(map(rank, every)) for find in (min, max))
    above = figures.rounded(cost.amount) - lowest[0]
    delta = "lowest" if rank(cost) == lowest else f"+{figures.cost(above or cost.amount)}"
    if cost.offer.currency != own:
        return [words.unit_prices(cost.offer), False, printed(cost), printed(cost, 12), "unavailable"]
    leads = rank(cost) == lowest != highest
    return [words.unit_prices(cost.offer), leads, printed(cost), printed(cost, 12), delta]


def rank(cost: MonthlyCost) -> tuple[Decimal, bool]:
    """What is free is less than what is under $0.01, though both round to 0."""
    return figures.rounded(cost.amount), bool(cost.amount)


def printed(cost: MonthlyCost, months: int = 1) -> str:
    free = all(cost.offer.amount(key) == 0 for key in ("input", "output"))
    currency = cost.offer.currency
    return figures.cost(cost.amount * months, currency) if cost.amount or free else figures.nothing(currency)


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """A page that has nothing but can import the script."""
    folder = tmp_path_factory.mktemp("script")
    made = Path(__file__).parents[2] / "plugin/mkdocs_model_compare/rendering/assets/model-compare.js"
    (folder / "model-compare.js").write_text(made.read_text("utf-8"), encoding="utf-8")
    (folder / "index.html").write_text("<!doctype html><title>Empty</title>", encoding="utf-8")
    return f"{serve(folder)}/index.html"


def test_the_scripts_results_are_the_builds_to_the_letter(
    catalog: Catalog, open_page: Callable[..., Page], script: str
) -> None:
    """1,200 random workloads over every kind of route, compared as printed: by model, by route, and for a year."""
    chance = random.Random(20261122)  # noqa: S311 - examples that can be repeated, no secret
    base = catalog.settings.workloads["default"]
    models, sheets = tuple(catalog.models.values()), Sheets()
    comparisons = [Comparison(models, catalog.settings, some_traffic(chance, base), sheets) for _ in range(WORKLOADS)]
    given = open_page(script).evaluate(
        """async ([data, workloads]) => {
            const { counted } = await import("./model-compare.js");
            const routes = (each) => each.routes.map(([text, label, ...told]) => [text, ...told]);
            const marks = (values) => values.map((one) => one ?? null);
            const told = (one) => [one.cost, one.route, one.delta, marks(one.values), one.year ?? null, routes(one)];
            return workloads.map((traffic) => counted(data, traffic).map(told));
        }""",
        [json.loads(traffic_data(comparisons[0])), [traffic_of(one) for one in comparisons]],
    )
    for comparison, shown in zip(comparisons, given, strict=True):
        assert shown == built(comparison), comparison.workload


FIELDS = {"requests": 10**12, "input_tokens": 10**6, "output_tokens": 10**5, "cached": 100}


def test_who_is_the_cheapest_along_a_field_is_what_the_build_says_at_every_turn_and_between(
    catalog: Catalog, open_page: Callable[..., Page], script: str
) -> None:
    chance = random.Random(20261122)  # noqa: S311 - examples that can be repeated, no secret
    base = catalog.settings.workloads["default"]
    models = [catalog.models[name] for name in ("cached", "tiers", "several", "plain", "euro")]
    sets = [tuple(chance.sample(models, chance.randint(2, 4))) for _ in range(40)]
    comparisons = [Comparison(one, catalog.settings, some_traffic(chance, base)) for one in sets]
    given = open_page(script).evaluate(
        """async (asked) => {
            const { turns } = await import("./model-compare.js");
            const sizes = [["input_tokens", 0, 1e6], ["output_tokens", 0, 1e5]];
            const fields = [["requests", 1, 1e12], ...sizes, ["cached", 0, 100]];
            const along = (data, [key, low, far]) => turns(data, data.workload, [key, "", low, 0, far]);
            return asked.map((data) => fields.map((field) => along(data, field)));
        }""",
        [json.loads(traffic_data(one)) for one in comparisons],
    )
    turned = 0
    for comparison, fields in zip(comparisons, given, strict=True):
        for (key, far), found in zip(FIELDS.items(), fields, strict=True):
            turned += len(found) > 1
            for (places, start), (_, end) in pairwise([*found, [None, far + 1]]):
                for value in {start, end - 1, chance.randint(start, end - 1)}:
                    assert places == cheapest_at(comparison, key, value), (comparison.workload, key, value)
    assert turned > 40


def cheapest_at(comparison: Comparison, key: str, value: int) -> list[int]:
    field: dict[str, Any] = {key: Decimal(value) / 100 if key == "cached" else value}
    changed = replace(comparison.workload, **field)
    own = comparison.settings.currency
    costs = [pricing.cheapest(model, changed, own) for model in comparison.models]
    amounts = [one.amount if one is not None and one.offer.currency == own else None for one in costs]
    known = [one for one in amounts if one is not None]
    return [place for place, one in enumerate(amounts) if one == min(known)] if len(known) > 1 else []


def site_of(folder: Path, serve: Callable[[Path], str], a: str, b: str) -> str:
    """A site with one cost table, of two models with these routes."""
    forget_plugins()
    made = Site(folder)
    made.catalog({name: f"name: {name.upper()}\ndeveloper: Acme\n{routes}\n" for name, routes in (("a", a), ("b", b))})
    made.write("data/providers.yml", "acme: {name: Acme, kind: vendor}\n")
    made.page("index.md", '# A and B\n\n<< monthly_cost("a", "b") >>\n')
    made.configure(rest="theme: {name: material, font: false}")
    made.build()
    return serve(folder / "site")


@pytest.fixture
def site(tmp_path: Path, serve: Callable[[Path], str]) -> str:
    return site_of(tmp_path, serve, MODELS["plain"], MODELS["cached"])


def address(page):
    """The address as the page itself has it; the browser's driver learns of a change a moment later."""
    return page.evaluate("location.href")


def cost(page: Page, model: str) -> str:
    return page.inner_text(f'[data-mc-row="monthly_cost"] [data-mc-model="{model}"] .mc-value')


def test_a_reader_counts_with_their_own_traffic_and_the_address_keeps_it(site, open_page, findings):
    page = open_page(f"{site}/#monthly-cost")
    assert (cost(page, "a"), cost(page, "b")) == ("$2,050", "$1,640")
    page.fill("input[name=requests]", "2000000")
    page.fill("input[name=cached]", "50")
    assert (cost(page, "a"), cost(page, "b")) == ("$4,100", "$2,700")
    marks = "e => [e.dataset.mcState, e.dataset.mcValue]"
    for row, value in (("monthly_cost", "4100"), ("cheapest_route", "acme"), ("cost_delta", "1400")):
        found = page.eval_on_selector(f'[data-mc-row="{row}"] [data-mc-model="a"]', marks)
        assert found == ["known", value]
    assert page.inner_text(".mc-traffic").startswith(
        "2,000,000 requests a month of 800 input and 250 output tokens each, 50%"
    )
    assert address(page).endswith("?mc-requests=2000000&mc-cached=50#monthly-cost")
    page.reload()
    assert (cost(page, "a"), page.input_value("input[name=requests]")) == ("$4,100", "2000000")
    page.click("text=Reset")
    assert (cost(page, "a"), cost(page, "b")) == ("$2,050", "$1,640")
    assert "?" not in address(page)
    assert (findings.errors, findings.outside) == ([], [])


def test_each_table_of_a_page_keeps_its_own_traffic(tmp_path, site, open_page):
    made = Site(tmp_path)
    made.page("index.md", '# Twice\n\n<< monthly_cost("a", "b") >>\n\n<< monthly_cost("b", "a", requests=10) >>\n')
    made.build()
    page = open_page(f"{site}/")
    page.locator("input[name=requests]").nth(1).fill("3000000")
    assert address(page).endswith("?mc2-requests=3000000")
    page.reload()
    costs = page.locator('[data-mc-row="monthly_cost"] [data-mc-model="a"] .mc-value').all_inner_texts()
    assert costs == ["$2,050", "$6,150"]


def test_wrong_input_is_explained_in_place_and_changes_nothing(site, open_page):
    page = open_page(f"{site}/")
    page.fill("input[name=requests]", "0")
    assert page.inner_text(".mc-problem").startswith("Requests a month: ")
    assert page.get_attribute("input[name=requests]", "aria-invalid") == "true"
    assert cost(page, "a") == "$2,050"


def test_a_workload_of_the_catalog_is_one_click_away(site, open_page):
    page = open_page(f"{site}/")
    page.click("button:text-is('Chat')")
    assert page.get_attribute("button:text-is('Chat')", "aria-pressed") == "true"
    assert page.input_value("input[name=input_tokens]") == "1200"


def test_an_address_that_cannot_be_read_leaves_the_pages_own_traffic(site, open_page, findings):
    page = open_page(f"{site}/?mc-requests=many&mc-cached=500&mc-output_tokens=-3")
    assert (cost(page, "a"), cost(page, "b")) == ("$2,050", "$1,640")
    assert findings.errors == []


def test_without_the_script_the_page_has_its_costs_and_no_dead_controls(site, open_page):
    page = open_page(f"{site}/", java_script_enabled=False)
    assert (cost(page, "a"), page.query_selector("form.mc-form")) == ("$2,050", None)


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
    aster = cells(page, ".mc-form tbody:first-of-type tr")
    assert aster == [
        ["Aster 2"],
        ["Acme $1 in and $5 out per 1M tokens", "$2,050", "$24,600", "+$1,780"],
        ["Cloud One (global) $1 in and $5 out per 1M tokens", "$2,050", "$24,600", "+$1,780"],
        ["The Gateway of Gateways $1.05 in and $5.25 out per 1M tokens", "$2,153", "$25,830", "+$1,883"],
        ["Cloud One (eu) $1.10 in and $5.50 out per 1M tokens", "$2,255", "$27,060", "+$1,985"],
        ["Cloud Two", "sold in credits"],
    ]
    leads = page.locator(".mc-form tbody tr:has(.mc-lead)")
    assert leads.count() == 2
    assert all("$270 ▲ cheapest" in text for text in leads.all_inner_texts())
    assert page.inner_text(".mc-sum") == (
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
    assert ["Acme, small", "takes at most 8,192 tokens a request"] in cells(page, ".mc-form tbody tr")


def test_the_result_is_said_once_the_keys_are_still(kinds, open_page):
    page = open_page(f"{kinds}/priced/")
    page.evaluate(
        """() => {
            window.said = [];
            const live = document.querySelector(".mc-live");
            new MutationObserver(() => window.said.push(live.textContent)).observe(live, {childList: true});
        }"""
    )
    page.focus("input[name=requests]")
    page.keyboard.press("Control+A")
    page.keyboard.type("123456", delay=30)
    page.wait_for_function("window.said.length > 0")
    page.evaluate("new Promise((done) => setTimeout(done, 800))")
    assert page.evaluate("window.said") == [page.inner_text(".mc-sum")]
    assert page.get_attribute(".mc-live", "role") == "status"


def test_the_chart_names_where_a_tier_turns_the_order_and_says_where_nothing_does(tmp_path, serve, open_page):
    tier = "variants: [{when: {context_over: 1000}, price: {input: 3}}]"
    dearer = f"routes: [{{provider: acme, price: {{input: 1, output: 5}}, {tier}}}]"
    page = open_page(f"{site_of(tmp_path, serve, dearer, 'routes: [{provider: acme, price: {input: 2, output: 5}}]')}/")
    turned = "A is cheaper from 1 up to 1,000; B is cheaper from 1,001 on"
    told = "Requests a month: A stays cheaper at every number."
    page.wait_for_function(f"document.querySelector('figcaption').innerText.startsWith('{told}')")
    assert page.inner_text("figcaption").splitlines() == [
        told,
        f"Input tokens each: A and B share the lowest cost at 0; {turned}.",
        "Output tokens each: A stays cheaper up to 100,000.",
        "Cached input, %: A stays cheaper at every number.",
    ]
    assert page.locator(".mc-plane i").count() == 0
    page.select_option("select[name=over]", "input_tokens")
    assert page.locator(".mc-plane i").all_inner_texts() == ["1", "1,001"]
    assert page.locator(".mc-plane path").count() == 2


def test_a_single_price_makes_no_chart(tmp_path, serve, open_page):
    page = open_page(f"{site_of(tmp_path, serve, MODELS['plain'], MODELS['unpriced'])}/")
    page.wait_for_function("document.querySelector('.mc-plot').hidden")
    assert page.is_hidden(".mc-plot")


def test_by_key_and_by_touch_the_controls_do_the_same(kinds, open_page):
    page = open_page(f"{kinds}/priced/", has_touch=True, viewport={"width": 390, "height": 844})
    page.tap("button:text-is('RAG')")
    assert page.input_value("input[name=input_tokens]") == "6000"
    page.focus("input[name=batch]")
    page.keyboard.press("Space")
    assert address(page).endswith("mc-batch=1")
    page.focus("text=Reset")
    page.keyboard.press("Enter")
    assert "?" not in address(page)
    page.focus(".mc-form summary")
    before = page.is_visible(".mc-form .mc-routes")
    page.keyboard.press("Enter")
    assert page.is_visible(".mc-form .mc-routes") != before


def test_a_reset_brings_the_remarks_of_the_build_back(kinds, open_page):
    page = open_page(f"{kinds}/priced/")
    remarks = page.locator(".mc-monthly_cost .mc-remark:visible").count()
    page.fill("input[name=requests]", "5")
    assert page.locator(".mc-monthly_cost .mc-remark:visible").count() == 0
    page.click("text=Reset")
    assert page.locator(".mc-monthly_cost .mc-remark:visible").count() == remarks
