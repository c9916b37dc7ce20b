"""Which models a table over the catalog holds, in which order and with which columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import ge, gt, le, lt
from typing import Any, get_args

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.dates import PartialDate
from mkdocs_model_compare.catalog.model import CommercialUse, Model, Openness, Status
from mkdocs_model_compare.errors import nearest, suggestion

from .comparison import Comparison, row_keys
from .fact_values import Coverage

DEFAULT_COLUMNS = ("developer", "released", "context_window", "openness", "input_price", "output_price")
_TEXTS = ("name", "developer", "family")
_ORDERING: Mapping[str, Callable[[Any, Any], bool]] = {">=": ge, "<=": le, ">": gt, "<": lt}
_CLAUSE = re.compile(r"(?P<key>[\w.-]+)\s*(?P<operator>>=|<=|!=|==|=|>|<|in(?=[\s\[]))\s*(?P<value>.+)")
_BARE = re.compile(r"(?P<no>not\s+)?(?P<key>[\w.-]+)")
_LEADING_OPERATOR = re.compile(r"(>=|<=|!=|>|<)\s*(.+)")
_NUMBER = re.compile(r"\$?([\d_,]*\.?\d+)\s*([kKmM]?)")
_SCALES = {"": 1, "k": 1_000, "m": 1_000_000}


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """`wanted`: for `=` and `!=` the texts one of which the value has, for an ordering the one bound."""

    key: str
    operator: str
    wanted: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """`sort` is the key and whether it goes down."""

    conditions: tuple[Condition, ...]
    columns: tuple[str, ...]
    sort: tuple[tuple[str, bool], ...]


def parse_query(
    catalog: Catalog,
    where: str | Mapping[str, Any] | None = None,
    columns: Sequence[str] | None = None,
    sort: str | Sequence[str] | None = None,
) -> Query:
    """Check the arguments of `models(…)`.

    `where` is text, its clauses joined by `and` (`openness = open-weights and context_window >= 200k and vision`),
    or a mapping of key to a value, a list of values, or text that opens with an operator. `sort` is a key or several,
    with `-` before one that goes down.

    Raises:
        ValueError: a key that does not exist, a value that it never has, or a clause that cannot be read.
    """
    conditions = _clauses(where) if isinstance(where, str) else _pairs(where or {})
    keys = [sort] if isinstance(sort, str) else list(sort or ())
    query = Query(
        conditions=conditions,
        columns=tuple(_column(column) for column in columns or DEFAULT_COLUMNS),
        sort=tuple((_column(key.removeprefix("-")), key.startswith("-")) for key in keys),
    )
    _check(catalog, query)
    return query


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
        if one.operator == "=" and one.key in _TEXTS:
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


def _check(catalog: Catalog, query: Query) -> None:
    keys = (*_TEXTS, *row_keys(), *catalog.settings.capabilities)
    for key in (*(one.key for one in query.conditions), *query.columns, *(key for key, _ in query.sort)):
        if key not in keys:
            hint = suggestion(key, keys) or "write a row of a comparison, such as released, or a capability's id"
            raise ValueError(f'there is no column "{key}"; {hint}')
    for condition in query.conditions:
        if condition.operator in _ORDERING:
            _bound(condition.wanted[0])
        else:
            _check_choice(condition, _choices(catalog, condition.key))


def _check_choice(condition: Condition, choices: Collection[str]) -> None:
    known = {choice.casefold() for choice in choices}
    for wanted in condition.wanted:
        if known and wanted.casefold() not in known:
            hint = suggestion(wanted, choices) or f"write one of {', '.join(choices)}"
            msg = f'{condition.key} is never "{wanted}"; {hint}'
            raise ValueError(msg)


def _choices(catalog: Catalog, key: str) -> Collection[str]:
    """All that a value under the key can be named by; empty where that is anything."""
    if key in catalog.settings.capabilities:
        return ("yes", "no")
    if key == "openness":
        return (*get_args(Openness), "open source", "open weights")
    if key == "license":
        return (*catalog.licenses, *(held.name for held in catalog.licenses.values()))
    return {"status": tuple(Status), "commercial_use": get_args(CommercialUse), "providers": catalog.providers}.get(
        key, ()
    )


def _clauses(where: str) -> tuple[Condition, ...]:
    return tuple(_clause(clause.strip()) for clause in re.split(r"\s+and\s+", where.strip()))


def _clause(clause: str) -> Condition:
    if bare := _BARE.fullmatch(clause):
        return Condition(key=_column(bare["key"]), operator="=", wanted=("no" if bare["no"] else "yes",))
    match = _CLAUSE.fullmatch(clause)
    if match is None:
        msg = f'cannot read "{clause}": write a key alone, or a key, one of = != < <= > >= in, and a value'
        raise ValueError(msg)
    parts = match["value"].strip("[]()").split(",") if match["operator"] == "in" else [match["value"]]
    operator = {"==": "=", "in": "="}.get(match["operator"], match["operator"])
    return Condition(key=_column(match["key"]), operator=operator, wanted=tuple(part.strip(" '\"") for part in parts))


def _pairs(where: Mapping[str, Any]) -> tuple[Condition, ...]:
    found = []
    for key, value in where.items():
        if hasattr(value, "items"):
            msg = f'the operator is part of the text, as in {{"{key}": ">=200k"}}'
            raise ValueError(msg)
        wanted = tuple(_text(one) for one in (value if isinstance(value, (list, tuple)) else (value,)))
        leading = _LEADING_OPERATOR.fullmatch(wanted[0]) if len(wanted) == 1 else None
        operator, wanted = (leading[1], (leading[2],)) if leading else ("=", wanted)
        found.append(Condition(key=_column(key), operator=operator, wanted=wanted))
    return tuple(found)


def _column(key: str) -> str:
    return key.removeprefix("capabilities.")


def _text(value: object) -> str:
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def _meets(comparison: Comparison, model: Model, condition: Condition) -> bool:
    if condition.operator in _ORDERING:
        rank = _sortable(comparison, model, condition.key)
        if rank is None:
            return False
        bound = _bound(condition.wanted[0])
        if isinstance(rank, PartialDate) or isinstance(bound, PartialDate):
            return _dates(rank, condition.operator, bound)
        return not isinstance(rank, str) and _ORDERING[condition.operator](rank, bound)
    held = _held(comparison, model, condition.key)
    if held is None:
        return False
    return bool(held & {one.casefold() for one in condition.wanted}) == (condition.operator == "=")


def _held(comparison: Comparison, model: Model, key: str) -> set[str] | None:
    """The texts by which a value can be named; None where it is not known."""
    if key in _TEXTS:
        text = getattr(model, key)
        return {text.casefold()} if text else None
    value = comparison.value(model, key)
    if not value.settled:
        return None
    return {value.text.casefold(), (value.machine or "").casefold(), *(value.machine or "").casefold().split()}


def _sortable(comparison: Comparison, model: Model, key: str) -> Any:
    """What the value sorts by; None where it is not known, or is money in another currency than the catalog's."""
    if key in _TEXTS:
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


def _bound(text: str) -> Decimal | PartialDate:
    if match := _NUMBER.fullmatch(text.strip()):
        # A bare year is a date beside dates and a number beside numbers; `_dates` tells which.
        return Decimal(match[1].replace(",", "").replace("_", "")) * _SCALES[match[2].lower()]
    try:
        return PartialDate.parse(text.strip())
    except ValueError:
        msg = f'cannot read "{text}" as a number or a date: write 200000, 200k, 1.50 or 2025-10'
        raise ValueError(msg) from None


def _dates(rank: Any, operator: str, bound: Decimal | PartialDate) -> bool:
    if isinstance(bound, Decimal) and bound == int(bound):
        bound = PartialDate(int(bound))
    if not isinstance(rank, PartialDate) or not isinstance(bound, PartialDate):
        return False
    if operator == ">=":
        return rank.first >= bound.first
    if operator == "<=":
        return rank.last <= bound.last
    return rank.first > bound.last if operator == ">" else rank.last < bound.first
