"""What an author asks of a table over the catalog: which models, in which order and with which columns."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR
from decimal import Decimal
from typing import Any, get_args

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.dates import PartialDate
from mkdocs_model_compare.catalog.model import CommercialUse, Openness, Status
from mkdocs_model_compare.errors import suggestion

from .comparison import row_keys
from .money_values import MONEY_VALUES

DEFAULT_COLUMNS = ("developer", "released", "context_window", "openness", "input_price", "output_price")
# What every model has beside the rows of a comparison.
TEXTS = ("name", "developer", "family")
_ORDERING = (">=", "<=", ">", "<")
_DATES = ("released", "knowledge_cutoff", "retires")
_SIZES = ("context_window", "max_output", "parameters", "provider_routes", "providers", "shared_benchmarks")
_NUMBERS = (*_SIZES, *(key for key in MONEY_VALUES if key != "cheapest_route"))
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

    @property
    def ordering(self) -> bool:
        return self.operator in _ORDERING

    @property
    def bound(self) -> Decimal | PartialDate:
        """Of an ordering."""
        return _bound(self.wanted[0], dated=self.key in _DATES)


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


def _check(catalog: Catalog, query: Query) -> None:
    keys = (*TEXTS, *row_keys(), *catalog.settings.capabilities)
    for key in (*(one.key for one in query.conditions), *query.columns, *(key for key, _ in query.sort)):
        if key not in keys:
            hint = suggestion(key, keys) or "write a row of a comparison, such as released, or a capability's id"
            raise ValueError(f'there is no column "{key}"; {hint}')
    for condition in query.conditions:
        if condition.ordering:
            _check_bound(condition)
        else:
            _check_choice(condition, _choices(catalog, condition.key))


def _check_bound(condition: Condition) -> None:
    key, text, bound = condition.key, condition.wanted[0], condition.bound
    if key not in (*_DATES, *_NUMBERS):
        msg = f"no value of {key} is more than another; write = or !="
    elif key in _DATES and not isinstance(bound, PartialDate):
        msg = f'{key} is a date, and "{text}" is a number; write 2025, 2025-10 or 2025-10-15'
    elif key in _NUMBERS and isinstance(bound, PartialDate):
        msg = f'{key} is a number, and "{text}" is a date; write 200000, 200k or 1.50'
    else:
        return
    raise ValueError(msg)


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


def _bound(text: str, *, dated: bool) -> Decimal | PartialDate:
    """A bare year is a date beside dates and a number beside numbers."""
    if match := _NUMBER.fullmatch(text.strip()):
        number = Decimal(match[1].replace(",", "").replace("_", "")) * _SCALES[match[2].lower()]
        is_year = dated and number == int(number) and MINYEAR <= number <= MAXYEAR
        return PartialDate(int(number)) if is_year else number
    try:
        return PartialDate.parse(text.strip())
    except ValueError:
        msg = f'cannot read "{text}" as a number or a date: write 200000, 200k, 1.50 or 2025-10'
        raise ValueError(msg) from None
