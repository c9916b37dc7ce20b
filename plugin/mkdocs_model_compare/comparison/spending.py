"""The month's cost per model, and where there is none, which fact is missing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mkdocs_model_compare.catalog.model import Billing, Model, Route

from .comparison import Comparison
from .money_values import ranked_cost
from .pricing import MonthlyCost
from .value import Value


class Lack(StrEnum):
    """Why a model has no monthly cost."""

    NO_ROUTE = "no-route"  # no route is recorded
    RETIRED = "retired"  # all routes are retired
    NOT_BY_TOKEN = "not-by-token"  # routes there are, none sold by the token
    NO_PRICE = "no-price"  # routes by the token, none with a price
    NO_INPUT = "no-input"  # an output price, and no input price
    NO_OUTPUT = "no-output"
    SPLIT = "split"  # an input price on one route and an output price on another
    NOT_SO = "not-so"  # a price, but none known for requests of this size or way


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """One model's month. `cost` None: unavailable for `lack`. `routes` are the ones it concerns, none retired.

    `full_price_cache`, `full_price_batch`: the workload asks for it and the route has no price of its own for it.
    `other_currency`: the only price is not in the catalog's currency, so it is not ranked.
    """

    model: Model
    value: Value
    cost: MonthlyCost | None
    lack: Lack | None
    routes: tuple[Route, ...]
    full_price_cache: bool
    full_price_batch: bool
    other_currency: bool


def spendings(comparison: Comparison) -> tuple[Spending, ...]:
    return tuple(spending(comparison, model) for model in comparison.models)


def spending(comparison: Comparison, model: Model) -> Spending:
    cost = comparison.cost(model)
    workload = comparison.workload
    return Spending(
        model=model,
        value=comparison.value(model, "monthly_cost"),
        cost=cost,
        lack=lack(model) if cost is None else None,
        routes=tuple(route for route in model.routes if route.active),
        full_price_cache=cost is not None and bool(workload.cached) and not cost.cached,
        full_price_batch=cost is not None and workload.batch and not cost.batch,
        other_currency=cost is not None and ranked_cost(comparison, model) is None,
    )


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
    if any(route.priced for route in sold):
        return Lack.NOT_SO
    has_input, has_output = (_some(sold, key) for key in ("input", "output"))
    if has_input == has_output:
        return Lack.SPLIT if has_input else Lack.NO_PRICE
    return Lack.NO_OUTPUT if has_input else Lack.NO_INPUT


def _some(routes: list[Route], key: str) -> bool:
    return any(
        name == key and fact.known for route in routes if route.price for name, fact in route.price.facts.items()
    )
