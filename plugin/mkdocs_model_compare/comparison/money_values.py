"""Prices and costs of a model → values, by the rules of `pricing.py`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from mkdocs_model_compare.catalog.model import Billing, Fact, Model, PriceKey, Route, State

from . import figures, pricing
from .value import Value, of_fact, unknown

if TYPE_CHECKING:
    from .comparison import Comparison


def of_price(model: Model, key: str, fact: Fact[Decimal], currency: str) -> Value:
    """The value of one price per 1M tokens."""
    if fact.value is None:
        return of_fact(model, key, fact, "")
    text = figures.price(fact.value, currency)
    return of_fact(model, key, fact, text, machine=figures.plain(fact.value), currency=currency)


def ranked_cost(comparison: Comparison, model: Model) -> pricing.MonthlyCost | None:
    """The model's monthly cost if it may be ranked: priced, in the catalog's currency."""
    cost = comparison.cost(model)
    return cost if cost is not None and cost.offer.currency == comparison.settings.currency else None


def lowest_output(comparison: Comparison, model: Model) -> tuple[Route, Fact[Decimal]] | None:
    """The route with the model's lowest output price, and that price."""
    return comparison.of_model(model, _lowest_output)


def _lowest_output(comparison: Comparison, model: Model) -> tuple[Route, Fact[Decimal]] | None:
    return pricing.cheapest_output(model, comparison.settings.currency)


def _cheapest_output(comparison: Comparison, model: Model, key: str) -> Value:
    found = lowest_output(comparison, model)
    if found is None:
        return _unpriced(model, key, "output")
    route, fact = found
    assert route.price is not None
    return of_price(model, key, fact, route.price.currency)


def _route_price(key: PriceKey) -> Callable[[Comparison, Model, str], Value]:
    """Of the cheapest route at the page's workload, without batch."""

    def make(comparison: Comparison, model: Model, row: str) -> Value:
        cost = comparison.cost(model)
        if cost is None:
            return _unpriced(model, row, key)
        return _offered(model, row, _at(comparison, cost, batch=False), key)

    return make


def _batch_price(key: PriceKey) -> Callable[[Comparison, Model, str], Value]:
    """Of the cheapest route at the page's workload, in batch; unknown where it prices no batch."""

    def make(comparison: Comparison, model: Model, row: str) -> Value:
        cost = comparison.cost(model)
        if cost is None or not any(variant.mode == "batch" for variant in cost.offer.route.variants):
            return unknown(model, row)
        offer = _at(comparison, cost, batch=True)
        return _offered(model, row, offer, key) if _in_batch(offer, key) else unknown(model, row)

    return make


def _in_batch(offer: pricing.Offer, key: PriceKey) -> bool:
    """A batch price that gives one of the two inherits the other; what a tier sets anew is no batch price."""
    if offer.in_batch(key):
        return True
    inherited = all(key not in variant.price.facts for variant in offer.conditions)
    return inherited and any(offer.in_batch(other) for other in ("input", "output"))


def _at(comparison: Comparison, cost: pricing.MonthlyCost, *, batch: bool) -> pricing.Offer:
    if batch == comparison.workload.batch:
        return cost.offer
    asked = replace(comparison.workload, batch=batch)
    found = pricing.offers(cost.offer.route, asked)
    return next((offer for offer in found if offer.regions == cost.offer.regions), cost.offer)


def _offered(model: Model, row: str, offer: pricing.Offer, key: PriceKey) -> Value:
    fact = offer.prices.get(key)
    if fact is None:
        return unknown(model, row)
    return of_price(model, row, fact, offer.currency)


def _unpriced(model: Model, row: str, key: PriceKey) -> Value:
    """Unknown for want of a route with both prices, or in the state that every route's price says it is."""
    sold = [route.price for route in model.routes if route.active and route.billing is Billing.TOKEN]
    found = [price.fact(key) if price else None for price in sold]
    states = {fact.state if fact else State.UNKNOWN for fact in found}
    facts = tuple(fact for fact in found if fact is not None)
    if len(states) != 1 or State.KNOWN in states:
        return unknown(model, row)
    return Value(model=model, key=row, state=states.pop(), facts=facts)


def _monthly_cost(comparison: Comparison, model: Model, key: str) -> Value:
    cost = comparison.cost(model)
    if cost is None:
        return unknown(model, key)
    free = all(cost.offer.amount(name) == 0 for name in ("input", "output"))
    currency = cost.offer.currency
    text = figures.cost(cost.amount, currency) if cost.amount or free else figures.nothing(currency)
    return Value(
        model=model,
        key=key,
        state=State.KNOWN,
        text=text,
        machine=figures.plain(cost.amount),
        raw=cost,
        facts=cost.facts,
        currency=currency,
    )


def _cheapest_route(comparison: Comparison, model: Model, key: str) -> Value:
    cost = comparison.cost(model)
    if cost is None:
        return unknown(model, key)
    provider = cost.offer.route.provider
    return Value(
        model=model,
        key=key,
        state=State.KNOWN,
        text=provider.name,
        machine=provider.id,
        raw=cost,
        facts=cost.facts,
    )


def _cost_delta(comparison: Comparison, model: Model, key: str) -> Value:
    """How much more than the lowest cost on the page; unknown until two are priced in the catalog's currency."""
    rankable = {other.id: cost for other in comparison.models if (cost := ranked_cost(comparison, other)) is not None}
    if model.id not in rankable or len(rankable) < 2:
        return unknown(model, key)
    lowest = min(cost.amount for cost in rankable.values())
    own = rankable[model.id]
    # Beside a free one even less than a cent is more.
    delta = figures.rounded(own.amount) - figures.rounded(lowest) if lowest else own.amount
    currency = own.offer.currency
    text = f"+{figures.cost(delta, currency)}" if delta else figures.nothing(currency)
    return Value(
        model=model,
        key=key,
        state=State.KNOWN,
        text=text,
        machine=figures.plain(own.amount - lowest),
        raw=delta,
        facts=own.facts,
        currency=currency,
    )


MONEY_VALUES: Mapping[str, Callable[[Comparison, Model, str], Value]] = {
    "cheapest_output": _cheapest_output,
    "input_price": _route_price("input"),
    "output_price": _route_price("output"),
    "cached_input_price": _route_price("cached_input"),
    "batch_input_price": _batch_price("input"),
    "batch_output_price": _batch_price("output"),
    "monthly_cost": _monthly_cost,
    "cheapest_route": _cheapest_route,
    "cost_delta": _cost_delta,
}
