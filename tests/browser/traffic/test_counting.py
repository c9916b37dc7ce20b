"""What the script counts at a reader's traffic is what the build would print, to the letter."""

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
from tests.browser.traffic.sites import MODELS
from tests.rendering.golden import TODAY

WORKLOADS = 1200


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
    made = Path(__file__).parents[3] / "plugin/mkdocs_model_compare/rendering/assets/model-compare.js"
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
