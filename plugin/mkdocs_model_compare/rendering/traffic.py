"""What the page's script needs to count a month at the reader's own traffic: every price of every route, and the words.

The script (assets/model-compare.js) chooses and multiplies; which price holds for which request the build has worked
out (comparison/stretches.py). All amounts go as decimal text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs_model_compare.catalog.model import Billing, Model, Route
from mkdocs_model_compare.catalog.settings import Settings, Workload
from mkdocs_model_compare.comparison import figures
from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.comparison.pricing import Offer
from mkdocs_model_compare.comparison.stretches import Stretch, stretches

from . import words
from .escaping import json_in_quotes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """One model's part, which is some kilobytes and the same on every page, its limits, and the currencies in it."""

    json: str
    limits: tuple[str, ...]
    currencies: frozenset[str]


def traffic_data(comparison: Comparison) -> str:
    """JSON with `workload`, `presets`, `models` (each with its `offers`), their `limits` and the signs of currencies.

    It can stand in an attribute between single quotes.
    """
    currency = comparison.settings.currency
    counted = [comparison.of_model(model, _model) for model in comparison.models]
    currencies = sorted({currency}.union(*(one.currencies for one in counted)))
    money = json_in_quotes({one: _affixes(one) for one in currencies})
    limits = ",".join(limit for one in counted for limit in one.limits)
    parts = {
        "currency": json_in_quotes(currency),
        "workload": json_in_quotes(_traffic(comparison.workload)),
        "presets": comparison.of_rules(_presets),
        "models": f"[{','.join(one.json for one in counted)}]",
        "limits": f"[{limits}]",
        "money": money,
    }
    return "{" + ",".join([f'"{key}":{json}' for key, json in parts.items()]) + "}"


def _presets(settings: Settings) -> str:
    presets = settings.workloads.values()
    return json_in_quotes([{"name": one.name or one.id, "traffic": _traffic(one)} for one in presets])


def _traffic(workload: Workload) -> Mapping[str, Any]:
    return {
        "requests": workload.requests,
        "input_tokens": workload.input_tokens,
        "output_tokens": workload.output_tokens,
        # As a percentage, which is how a reader gives it.
        "cached": figures.plain(workload.cached * 100),
        "batch": workload.batch,
    }


def _model(comparison: Comparison, model: Model) -> _Counted:
    found = [(number, stretch) for number, route in enumerate(model.routes) for stretch in stretches(route)]
    currencies = frozenset(stretch.offer.currency for _, stretch in found)
    # Of two that cost the same the first in this order counts, as in the build.
    found.sort(key=lambda one: (one[1].offer.route.provider.name.casefold(), one[1].offer.regions))
    ranks = {comparison.settings.currency: 0}
    ranks |= {code: place for place, code in enumerate(sorted(currencies - {*ranks}), 1)}
    return _Counted(
        json=json_in_quotes(
            {
                "id": model.id,
                "name": model.name,
                "lack": words.lacking(model),
                "routes": [_route(route) for route in model.routes],
                "offers": [_offer(number, stretch, ranks[stretch.offer.currency]) for number, stretch in found],
            }
        ),
        limits=tuple(json_in_quotes(limit) for limit in _limits(comparison, model)),
        currencies=currencies,
    )


def _limits(comparison: Comparison, model: Model) -> Iterator[tuple[int, int, str]]:
    """What a request must keep within: whether its input counts too, how many tokens, and what is told of more."""
    for key in ("context_window", "max_output"):
        limit = comparison.value(model, key)
        if limit.known:
            told = f"{model.name}: {words.outgrown(limit)}, {limit.raw:,} tokens."
            yield int(key == "context_window"), limit.raw, told


def _route(route: Route) -> Mapping[str, Any]:
    """`why` it is not counted: ever, or for requests that it has no price for."""
    name = ", ".join(part for part in (route.provider.name, route.label, route.region) if part)
    if route.priced:
        size = route.context_window
        why = f"takes at most {size:,} tokens a request" if size else "no price for such requests"
        return {"id": route.provider.id, "name": name, "label": route.label, "size": size, "why": why}
    return {"name": name, "why": _why(route)}


def _why(route: Route) -> str:
    if not route.active:
        return "retired"
    if route.billing is not Billing.TOKEN:
        return words.billed(route.billing)
    facts = ((key, route.price.fact(key) if route.price else None) for key in ("input", "output"))
    missing = [key for key, fact in facts if fact is None or not fact.known]
    return f"no {words.listed(missing, 'or')} price known"


def _offer(number: int, stretch: Stretch, other: int) -> Mapping[str, Any]:
    """`other` is left out of those in the catalog's currency, which count before all others."""
    offer = stretch.offer
    return {
        "route": number,
        "text": words.unit_prices(offer),
        "currency": offer.currency,
        **({"other": other} if other else {}),
        "prices": [_amount(offer, "input"), _amount(offer, "output"), _amount(offer, "cached_input")],
        "low": stretch.low,
        "high": stretch.high,
        "batch": stretch.batch,
    }


def _amount(offer: Offer, key: Any) -> str | None:
    amount = offer.amount(key)
    return None if amount is None else figures.plain(amount)


def _affixes(currency: str) -> tuple[str, str]:
    """What stands before and after the digits of an amount."""
    before, _, after = figures.nothing(currency).partition("0")
    return before, after
