"""The prices of one row of LiteLLM: US dollars per token, with conditions in the names of the keys."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Any, TypeAlias

from mkdocs_model_compare.catalog.model import PriceKey

from . import amounts
from .records import Condition

_PRICES: Mapping[str, PriceKey] = {
    "input_cost_per_token": "input",
    "output_cost_per_token": "output",
    "cache_read_input_token_cost": "cached_input",
    "cache_creation_input_token_cost": "cache_write",
}
_CONDITION = re.compile(r"(?:_above_(\d{1,4})k_tokens)?(_batches)?")
# Prices that our terms cannot hold: other service tiers, hours of the day, the length of a cache's life.
_UNHELD = {
    "priority": "prices of the priority tier",
    "flex": "prices of the flex tier",
    "balanced": "prices of the balanced tier",
    "ultrafast": "prices of the ultrafast tier",
    "off_peak_pricing": "prices by the hour of day",
    "above_1hr": "prices of longer cache writes",
}
_ONE = Decimal(1)

# Takes the name of a value and what reads it; None where it cannot be right.
Taken: TypeAlias = Callable[[str, Callable[[], Any]], Any]


def price(row: Mapping[str, Any], taken: Taken) -> dict[PriceKey, Decimal]:
    """What holds without a condition: of tiered prices the first tier's."""
    found = _amounts(row, "", taken)
    return found or next((one for over, one in _tiers(row, taken) if over is None), {})


def conditions(row: Mapping[str, Any], taken: Taken) -> Iterator[Condition]:
    for suffix in _suffixes(row):
        found = _CONDITION.fullmatch(suffix)
        assert found is not None
        over = int(found[1]) * 1000 if found[1] else None
        yield Condition(batch=bool(found[2]), context_over=over, price=_amounts(row, suffix, taken))
    for over, tier in _tiers(row, taken):
        if over is not None:
            yield Condition(context_over=over, price=tier)


def left_out(row: Mapping[str, Any]) -> list[str]:
    """The kinds of prices that are not taken, in words."""
    return [said for mark, said in _UNHELD.items() if any(mark in key and row[key] for key in row)]


def _suffixes(row: Mapping[str, Any]) -> list[str]:
    found: dict[str, None] = {}
    for key in row:
        for name in _PRICES:
            suffix = key.removeprefix(name)
            if key.startswith(name) and suffix and _CONDITION.fullmatch(suffix):
                found[suffix] = None
    return list(found)


def _amounts(row: Mapping[str, Any], suffix: str, taken: Taken) -> dict[PriceKey, Decimal]:
    found: dict[PriceKey, Decimal] = {}
    for theirs, ours in _PRICES.items():
        value = row.get(f"{theirs}{suffix}")
        if value is not None:
            amount = taken(f"{theirs}{suffix}", partial(amounts.price, value, per=_ONE))
            found |= {} if amount is None else {ours: amount}
    return found


def _tiers(row: Mapping[str, Any], taken: Taken) -> Iterator[tuple[int | None, dict[PriceKey, Decimal]]]:
    """Prices by ranges of input tokens: None for the first, else the number above which they hold."""
    listed = row.get("tiered_pricing")
    for tier in listed if isinstance(listed, list) else ():
        span = tier.get("range") if isinstance(tier, Mapping) else None
        if isinstance(span, list) and len(span) == 2:
            yield taken("tiered_pricing", partial(amounts.tokens, span[0])), _amounts(tier, "", taken)
