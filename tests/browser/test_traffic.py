"""Cost at the reader's own traffic: controls that work by the build's rule, kept in the address."""

import json
import random
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Page

from mkdocs_model_compare.catalog.loading import load_catalog
from mkdocs_model_compare.catalog.model import Catalog, Workload
from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.rendering import words
from mkdocs_model_compare.rendering.traffic import traffic_data
from tests.plugin.small_site import BESIDE, Site, forget_plugins
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


def built(comparison: Comparison) -> list[object]:
    """What the build prints for each model: the cost, its route, and how much above the lowest."""
    rows: list[object] = []
    for model in comparison.models:
        cost, route, delta = (comparison.value(model, key) for key in ("monthly_cost", "cheapest_route", "cost_delta"))
        rows.append(
            [
                cost.text if cost.known else "unavailable",
                words.unit_prices(route.raw) if route.known else words.lacking(model),
                ("lowest" if not delta.raw else delta.text) if delta.known else "unavailable",
                [one.machine for one in (cost, route, delta)] if cost.known else [None],
            ]
        )
    return rows


def test_the_scripts_results_are_the_builds_to_the_letter(
    catalog: Catalog, open_page: Callable[..., Page], serve: Callable[[Path], str], tmp_path: Path
) -> None:
    """1,200 random workloads over every kind of route, each compared as it is printed."""
    chance = random.Random(20261122)  # noqa: S311 - examples that can be repeated, no secret
    base = catalog.settings.workloads["default"]
    comparisons = [
        Comparison(tuple(catalog.models.values()), catalog.settings, some_traffic(chance, base))
        for _ in range(WORKLOADS)
    ]
    script = Path(__file__).parents[2] / "plugin/mkdocs_model_compare/rendering/assets/model-compare.js"
    (tmp_path / "model-compare.js").write_text(script.read_text("utf-8"), encoding="utf-8")
    (tmp_path / "index.html").write_text("<!doctype html><title>Empty</title>", encoding="utf-8")
    page = open_page(f"{serve(tmp_path)}/index.html")
    asked = [json.loads(traffic_data(one)) for one in comparisons]
    given = page.evaluate(
        """async (asked) => {
            const { counted } = await import("./model-compare.js");
            const marks = (values) => (values ?? [null]).map((one) => one ?? null);
            const told = ({ cost, route, delta, values }) => [cost, route, delta, marks(values)];
            return asked.map((data) => counted(data, data.workload).map(told));
        }""",
        asked,
    )
    for comparison, shown in zip(comparisons, given, strict=True):
        assert shown == built(comparison), comparison.workload


@pytest.fixture
def site(tmp_path: Path, serve: Callable[[Path], str]) -> str:
    forget_plugins()
    made = Site(tmp_path)
    for name, text in BESIDE.items():
        made.write(f"data/{name}", text)
    made.write("data/providers.yml", "acme: {name: Acme, kind: vendor}\n")
    made.write("data/models/a.yml", f"name: A\ndeveloper: Acme\n{MODELS['plain']}\n")
    made.write("data/models/b.yml", f"name: B\ndeveloper: Acme\n{MODELS['cached']}\n")
    made.page("index.md", '# A and B\n\n<< monthly_cost("a", "b") >>\n')
    made.configure(rest="theme: {name: material, font: false}")
    made.build()
    return serve(tmp_path / "site")


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
