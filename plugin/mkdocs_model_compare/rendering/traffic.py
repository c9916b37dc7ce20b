"""What the page's script needs to count a month at the reader's own traffic: every priced route, and the words.

The script (assets/model-compare.js) works by the rule of `comparison/pricing.py`; all amounts go as decimal text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs_model_compare.catalog.model import PRICE_KEYS, Model, Price, Route, State, Variant, Workload
from mkdocs_model_compare.comparison import figures
from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.comparison.pricing import in_order

from . import words
from .escaping import json_in_quotes


def traffic_data(comparison: Comparison) -> str:
    """JSON with `workload`, `presets`, `models` (each with its `routes`) and the words for what they name.

    It can stand in an attribute between single quotes.
    """
    routes = [route for model in comparison.models for route in model.routes if route.priced]
    variants = [variant for route in routes for variant in route.variants]
    currencies = {comparison.settings.currency, *(price.currency for price in _prices(routes, variants))}
    presets = comparison.settings.workloads.values()
    return json_in_quotes(
        {
            "currency": comparison.settings.currency,
            "workload": _traffic(comparison.workload),
            "presets": [{"name": one.name or one.id, "traffic": _traffic(one)} for one in presets],
            "models": [comparison.of_model(model, _model) for model in comparison.models],
            "money": {currency: _affixes(currency) for currency in sorted(currencies)},
            "places": {",".join(one.regions): words.listed(one.regions) for one in variants if one.regions},
            "tiers": {str(one.context_over): figures.tokens(one.context_over) for one in variants if one.context_over},
        }
    )


def _prices(routes: list[Route], variants: list[Variant]) -> list[Price]:
    return [route.price for route in routes if route.price] + [variant.price for variant in variants]


def _traffic(workload: Workload) -> Mapping[str, Any]:
    return {
        "requests": workload.requests,
        "input_tokens": workload.input_tokens,
        "output_tokens": workload.output_tokens,
        "cached": figures.plain(workload.cached),
        "batch": workload.batch,
    }


def _model(_: Comparison, model: Model) -> Mapping[str, Any]:
    return {
        "id": model.id,
        "lack": words.lacking(model),
        "routes": [_route(route, route.price) for route in model.routes if route.priced and route.price],
    }


def _route(route: Route, price: Price) -> Mapping[str, Any]:
    return {
        "provider": route.provider.id,
        "name": route.provider.name,
        "order": route.provider.name.casefold(),
        "region": route.region,
        "size": route.context_window,
        "currency": price.currency,
        "price": _amounts(price),
        "variants": [_variant(variant) for variant in in_order(route.variants)],
    }


def _variant(variant: Variant) -> Mapping[str, Any]:
    return {
        "batch": variant.mode == "batch",
        "over": variant.context_over,
        "regions": variant.regions,
        "currency": variant.price.currency,
        "price": _amounts(variant.price),
    }


def _amounts(price: Price) -> Mapping[str, str | None]:
    """The amounts that a cost rests on. What is unknown is left out and so inherited; null is known not to be said."""
    return {
        key: None if fact.value is None else figures.plain(fact.value)
        for key in PRICE_KEYS
        if key != "cache_write" and (fact := price.fact(key)) is not None and fact.state is not State.UNKNOWN
    }


def _affixes(currency: str) -> tuple[str, str]:
    """What stands before and after the digits of an amount."""
    before, _, after = figures.nothing(currency).partition("0")
    return before, after
