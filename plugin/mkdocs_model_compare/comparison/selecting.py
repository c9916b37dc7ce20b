"""Which models a table over the catalog holds, and in which order: those that meet what was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from operator import ge, gt, le, lt
from typing import Any

from mkdocs_model_compare.catalog.dates import PartialDate
from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.errors import nearest

from .comparison import Comparison
from .fact_values import Coverage
from .query import TEXTS, Condition, Query

_ORDERING: Mapping[str, Callable[[Any, Any], bool]] = {">=": ge, "<=": le, ">": gt, "<": lt}


def select(comparison: Comparison, query: Query) -> tuple[Model, ...]:
    """The models that meet every condition. An unknown value meets none, and sorts last either way."""
    chosen = [model for model in comparison.models if all(_meets(comparison, model, one) for one in query.conditions)]
    for key, descending in reversed(query.sort):
        ranked = [(_sortable(comparison, model, key), model) for model in chosen]
        known = sorted((one for one in ranked if one[0] is not None), key=lambda one: one[0], reverse=descending)
        chosen = [model for _, model in known] + [model for rank, model in ranked if rank is None]
    return tuple(chosen)


def meant(comparison: Comparison, query: Query) -> str | None:
    """The condition that was probably meant by one for a text that no model has."""
    for one in query.conditions:
        if one.operator == "=" and one.key in TEXTS:
            held = sorted({getattr(model, one.key) or "" for model in comparison.models})
            wanted = one.wanted[0].casefold()
            close = next((text for text in held if wanted in text.casefold()), None) or nearest(wanted, held)
            if close and close.casefold() != wanted:
                return f"{one.key} = {close}"
    return None


def ranks(comparison: Comparison, models: Iterable[Model], key: str) -> tuple[int | None, ...]:
    """The rank of each model when they are sorted by the key, from 0; equal ones share it, unknown ones have none."""
    held = [_sortable(comparison, model, key) for model in models]
    places = {value: rank for rank, value in enumerate(sorted({value for value in held if value is not None}))}
    return tuple(places.get(value) for value in held)


def _meets(comparison: Comparison, model: Model, condition: Condition) -> bool:
    if condition.ordering:
        rank, bound = _sortable(comparison, model, condition.key), condition.bound
        if rank is None:
            return False
        if isinstance(bound, PartialDate):
            return _lies(rank, condition.operator, bound)
        return _ORDERING[condition.operator](rank, bound)
    held = _held(comparison, model, condition.key)
    if held is None:
        return False
    return bool(held & {one.casefold() for one in condition.wanted}) == (condition.operator == "=")


def _held(comparison: Comparison, model: Model, key: str) -> set[str] | None:
    """The texts by which a value can be named; None where it is not known."""
    if key in TEXTS:
        text = getattr(model, key)
        return {text.casefold()} if text else None
    value = comparison.value(model, key)
    if not value.settled:
        return None
    return {value.text.casefold(), (value.machine or "").casefold(), *(value.machine or "").casefold().split()}


def _sortable(comparison: Comparison, model: Model, key: str) -> Any:
    """What the value sorts by; None where it is not known, or is money in another currency than the catalog's."""
    if key in TEXTS:
        text = getattr(model, key)
        return text.casefold() if text else None
    value = comparison.value(model, key)
    if not value.settled or value.currency not in {None, comparison.settings.currency}:
        return None
    if key == "monthly_cost":
        return value.raw.amount
    if key == "parameters":
        return value.raw.total
    raw = len(value.raw.providers) if isinstance(value.raw, Coverage) else value.raw
    return raw if isinstance(raw, (int, Decimal, PartialDate)) else value.text.casefold()


def _lies(day: PartialDate, operator: str, bound: PartialDate) -> bool:
    """Whether all days that the date can mean do."""
    if operator == ">=":
        return day.first >= bound.first
    if operator == "<=":
        return day.last <= bound.last
    return day.first > bound.last if operator == ">" else day.last < bound.first
