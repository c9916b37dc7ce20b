"""The month's cost per model with what is missing where there is none, and every route with its prices."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from mkdocs_model_compare.catalog.model import PRICE_KEYS, Billing, Model, Price, PriceKey, Route, State, Variant

from . import figures
from .comparison import Comparison
from .money_values import lowest_output, of_price, ranked_cost
from .pricing import MonthlyCost, listed_outputs
from .rows import Cell
from .statement import statement
from .value import Value


class Lack(StrEnum):
    """Why a model has no monthly cost."""

    NO_ROUTE = "no-route"  # no route is recorded
    RETIRED = "retired"  # all routes are retired
    NOT_BY_TOKEN = "not-by-token"  # routes there are, none sold by the token
    NO_PRICE = "no-price"  # routes by the token, none with a price
    UNDISCLOSED = "undisclosed"  # routes by the token, whose prices nobody will say
    NO_INPUT = "no-input"  # an output price, and no input price
    NO_OUTPUT = "no-output"
    SPLIT = "split"  # an input price on one route and an output price on another
    NOT_SO = "not-so"  # a price, but none known for requests of this size or way


@statement(frozen=True, slots=True, kw_only=True)
class Spending:
    """One model's month. `cost` None: unavailable for `lack`. `routes` are the ones it concerns, none retired.

    `full_price_cache`, `full_price_batch`: the workload asks for it and the route has no price of its own for it.
    `other_currency`: the only price is not in the catalog's currency, so it is not ranked.
    `cheaper`: another priced route costs more, as printed; `level`: how many other routes cost the same.
    `outgrown`: the model's own limits that a request of the workload does not keep within.
    """

    model: Model
    value: Value
    cost: MonthlyCost | None
    lack: Lack | None
    routes: tuple[Route, ...]
    full_price_cache: bool
    full_price_batch: bool
    other_currency: bool
    cheaper: bool
    level: int
    outgrown: tuple[Value, ...]

    @property
    def remarkable(self) -> bool:
        return self.full_price_cache or self.full_price_batch or self.other_currency or bool(self.outgrown)


@statement(frozen=True, slots=True, kw_only=True)
class Listing:
    """One route as the pricing section lists it. `cells`: its prices by PRICE_KEYS.

    `variants`: those that override some, each with its own cells; None there is the route's own price.
    """

    model: Model
    route: Route
    cells: tuple[Cell, ...]
    variants: tuple[tuple[Variant, tuple[Cell | None, ...]], ...]
    cheapest: bool

    @property
    def place(self) -> str:
        """What tells two routes of one provider apart."""
        return ", ".join(part for part in (self.route.label, self.route.region) if part)

    @property
    def by_token(self) -> bool:
        return self.route.billing is Billing.TOKEN


def spendings(comparison: Comparison) -> tuple[Spending, ...]:
    return tuple(spending(comparison, model) for model in comparison.models)


def spending(comparison: Comparison, model: Model) -> Spending:
    cost = comparison.cost(model)
    workload = comparison.workload
    level, dearer = comparison.of_model(model, _lowest)
    return Spending(
        model=model,
        value=comparison.value(model, "monthly_cost"),
        cost=cost,
        lack=lack(model) if cost is None else None,
        routes=tuple(route for route in model.routes if route.active),
        full_price_cache=cost is not None and bool(workload.cached) and cost.offer.amount("cached_input") is None,
        full_price_batch=cost is not None and workload.batch and not cost.offer.batch,
        other_currency=cost is not None and ranked_cost(comparison, model) is None,
        cheaper=dearer,
        level=max(len(level) - 1, 0),
        outgrown=() if cost is None else tuple(_outgrown(comparison, model)),
    )


def _outgrown(comparison: Comparison, model: Model) -> Iterator[Value]:
    workload = comparison.workload
    sizes = {"context_window": workload.input_tokens + workload.output_tokens, "max_output": workload.output_tokens}
    for key, size in sizes.items():
        value = comparison.value(model, key)
        if value.known and size > value.raw:
            yield value


def lack(model: Model) -> Lack:
    """Which fact a model without a priced route is missing."""
    active = [route for route in model.routes if route.active]
    sold = [route for route in active if route.billing is Billing.TOKEN]
    if not model.routes:
        return Lack.NO_ROUTE
    if not active:
        return Lack.RETIRED
    if not sold:
        return Lack.NOT_BY_TOKEN
    return Lack.NOT_SO if any(route.priced for route in sold) else _missing_price(sold)


def _missing_price(sold: list[Route]) -> Lack:
    has_input, has_output = _some(sold, "input"), _some(sold, "output")
    if has_input and has_output:
        return Lack.SPLIT
    if has_input or has_output:
        return Lack.NO_OUTPUT if has_input else Lack.NO_INPUT
    return Lack.UNDISCLOSED if all(map(_secret, sold)) else Lack.NO_PRICE


def cheapest_outputs(comparison: Comparison) -> tuple[tuple[Model, Route, Route], ...]:
    """The models whose cheapest route has not their lowest output price: the model, the route with it, the cheapest."""
    found = (comparison.of_model(model, _cheapest_output) for model in comparison.models)
    return tuple(one for one in found if one is not None)


def _cheapest_output(comparison: Comparison, model: Model) -> tuple[Model, Route, Route] | None:
    cost, output = comparison.cost(model), lowest_output(comparison, model)
    if cost is None or output is None or output[1].value in listed_outputs(cost.offer.route):
        return None
    return model, output[0], cost.offer.route


def listings(comparison: Comparison) -> tuple[tuple[Model, tuple[Listing, ...]], ...]:
    """Every route of each model by provider's name, retired ones last; models without a route are left out."""
    return tuple((model, comparison.of_model(model, _listings)) for model in comparison.models if model.routes)


def _listings(comparison: Comparison, model: Model) -> tuple[Listing, ...]:
    routes = sorted(model.routes, key=lambda one: (not one.active, one.provider.name.casefold()))
    return tuple(_listing(comparison, model, route) for route in routes)


def _lowest(comparison: Comparison, model: Model) -> tuple[tuple[Route, ...], bool]:
    """The routes whose cost prints as the lowest does, and whether that of another is more.

    Amounts of two other currencies are not ranked, so then neither is said of any but the one that is counted.
    """
    cheapest, costs = comparison.cost(model), comparison.costs(model)
    if cheapest is None:
        return (), False
    currency = cheapest.offer.currency
    if currency != comparison.settings.currency and any(cost.offer.currency != currency for cost in costs):
        return (cheapest.offer.route,), False
    least: dict[int, MonthlyCost] = {}
    for cost in costs:
        if cost.offer.currency == currency:
            least.setdefault(id(cost.offer.route), cost)
    printed = figures.cost(cheapest.amount)
    level = tuple(cost.offer.route for cost in least.values() if figures.cost(cost.amount) == printed)
    return level, len(level) < len(least)


def _listing(comparison: Comparison, model: Model, route: Route) -> Listing:
    level, dearer = comparison.of_model(model, _lowest)
    return Listing(
        model=model,
        route=route,
        cells=tuple(_price_cell(model, route, route.price, key) for key in PRICE_KEYS),
        variants=tuple((variant, _overriding(model, route, variant)) for variant in route.variants),
        cheapest=dearer and any(route is one for one in level),
    )


def _overriding(model: Model, route: Route, variant: Variant) -> tuple[Cell | None, ...]:
    given = variant.price.facts
    return tuple(_price_cell(model, route, variant.price, key) if key in given else None for key in PRICE_KEYS)


def _price_cell(model: Model, route: Route, price: Price | None, key: PriceKey) -> Cell:
    return Cell(value=price_value(model, route, price, key), lead=None)


def price_value(model: Model, route: Route, price: Price | None, key: PriceKey) -> Value:
    """One price of a route; not applicable where the route is not sold by the token and gives none."""
    path = f"{route.path}.price.{key}"
    fact = price.fact(key) if price else None
    if fact is None or price is None:
        by_token = route.billing is Billing.TOKEN
        return Value(model=model, key=path, state=State.UNKNOWN if by_token else State.NOT_APPLICABLE)
    return of_price(model, path, fact, price.currency)


def _secret(route: Route) -> bool:
    facts = [route.price.fact(key) for key in ("input", "output")] if route.price else [None]
    return all(fact is not None and fact.state is State.UNDISCLOSED for fact in facts)


def _some(routes: list[Route], key: PriceKey) -> bool:
    facts = (route.price.fact(key) for route in routes if route.price)
    return any(fact is not None and fact.known for fact in facts)
