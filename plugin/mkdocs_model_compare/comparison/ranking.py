"""Which of two values is the better one, per key: the one place where "larger", "cheaper" and "newer" are decided.

An order maps a value to something that compares, more being better, or to None where the value cannot be ranked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from mkdocs_model_compare.catalog.model import Model, Status

from . import figures
from .comparison import Comparison
from .standing import Contest, Standing, contest, contest_of_two, of_sign
from .value import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """`better` and `best` are the words for the better of two and the best of more."""

    rank: Callable[[Comparison, Value], Any]
    better: str
    best: str


_PAIR = 2
_OPENNESS = {"open-source": 2, "open-weights": 1, "proprietary": 0}
_COMMERCIAL_USE = {"permitted": 2, "conditional": 1, "prohibited": 0}
_STATUS = {Status.ACTIVE: 3, Status.PREVIEW: 2, Status.LEGACY: 2, Status.DEPRECATED: 1, Status.RETIRED: 0}


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day that a date can mean. It is more than another if all its days are later.

    "2025" ties with "2025-10": both are known, so it is not open, and a later date could otherwise cost its model.
    """

    first: date
    last: date

    def __lt__(self, other: Days) -> bool:
        return self.last < other.first

    def __gt__(self, other: Days) -> bool:
        return self.first > other.last


def contested(comparison: Comparison, key: str) -> Contest:
    """How the models' values under a key stand to each other."""
    return comparison.of_all(contests).get(key) or _contest([None] * len(comparison.models))


def ranked(comparison: Comparison, key: str) -> tuple[Any, ...]:
    """What each model's value under a key is compared by, more being better; None where it cannot be ranked."""
    return tuple([comparison.of_model(model, _ranks).get(key) for model in comparison.models])


def contests(comparison: Comparison) -> Mapping[str, Contest]:
    """By key, of all that have an order: a page asks for nearly all of them."""
    ranks = [comparison.of_model(model, _ranks) for model in comparison.models]
    if len(ranks) == _PAIR:
        ours, theirs = ranks
        return {key: contest_of_two(_standing(rank, theirs[key])) for key, rank in ours.items()}
    return {key: _contest([own[key] for own in ranks]) for key in ranks[0]}


def _contest(ranks: Sequence[Any]) -> Contest:
    return contest(
        tuple(
            tuple(None if place == other else _standing(first, second) for other, second in enumerate(ranks))
            for place, first in enumerate(ranks)
        )
    )


def _ranks(comparison: Comparison, model: Model) -> Mapping[str, Any]:
    """Those of one model by key, the same beside any others."""
    keys = (*ORDERS, *comparison.settings.capabilities)
    return {key: order_of(key).rank(comparison, comparison.value(model, key)) for key in keys}


def standing(comparison: Comparison, ours: Value, theirs: Value) -> Standing | None:
    """How `ours` stands to `theirs`, both of one key; None where that cannot be said."""
    places = comparison.places
    return contested(comparison, ours.key).standings[places[ours.model.id]][places[theirs.model.id]]


def _standing(first: Any, second: Any) -> Standing | None:
    if first is None or second is None:
        return None
    return of_sign((first > second) - (first < second))


def order_of(key: str) -> Order:
    """The order of a key; a key with none of its own is a capability's, where having it is better."""
    return ORDERS.get(key, _CAPABILITY)


def _number(_: Comparison, value: Value) -> Any:
    return value.raw if value.known else None


def _days(_: Comparison, value: Value) -> Days | None:
    return Days(value.raw.first, value.raw.last) if value.known else None


def _providers(_: Comparison, value: Value) -> int | None:
    return len(value.raw.providers) if value.known else None


def _money(comparison: Comparison, value: Value) -> Decimal | None:
    return -value.raw if value.known and value.currency == comparison.settings.currency else None


def _cost(comparison: Comparison, value: Value) -> tuple[Decimal, bool] | None:
    if not value.known or value.currency != comparison.settings.currency:
        return None
    # "free" is less than "under $0.01", though both round to 0.
    return -figures.rounded(value.raw.amount), not value.raw.amount


def _in(places: Mapping[Any, int]) -> Callable[[Comparison, Value], int | None]:
    return lambda _, value: places[value.raw] if value.known else None


def _has(_: Comparison, value: Value) -> bool | None:
    return bool(value.raw) if value.settled else None


_CHEAPER = Order(rank=_money, better="cheaper", best="cheapest")
_LARGER = Order(rank=_number, better="larger", best="largest")
_CAPABILITY = Order(rank=_has, better="has it", best="has it")
ORDERS: Mapping[str, Order] = {
    "context_window": _LARGER,
    "max_output": _LARGER,
    "cheapest_output": _CHEAPER,
    "input_price": _CHEAPER,
    "output_price": _CHEAPER,
    "cached_input_price": _CHEAPER,
    "batch_input_price": _CHEAPER,
    "batch_output_price": _CHEAPER,
    "monthly_cost": Order(rank=_cost, better="cheaper", best="cheapest"),
    "provider_routes": Order(rank=_providers, better="more", best="most"),
    "providers": Order(rank=_providers, better="more", best="most"),
    "released": Order(rank=_days, better="newer", best="newest"),
    "knowledge_cutoff": Order(rank=_days, better="later", best="latest"),
    "openness": Order(rank=_in(_OPENNESS), better="more open", best="most open"),
    "commercial_use": Order(rank=_in(_COMMERCIAL_USE), better="freer", best="freest"),
    "status": Order(rank=_in(_STATUS), better="better standing", best="best standing"),
}
