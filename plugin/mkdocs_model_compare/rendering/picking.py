"""What the script of a table over the catalog sorts and filters by: orders and must-haves, all worked out here.

The script (assets/model-compare-picker.js) reads it as JSON and compares small whole numbers, nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.catalog.settings import Settings
from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.comparison.requirements import Kind, Option, Requirement, can_require, requirements
from mkdocs_model_compare.comparison.selecting import ranks

from .escaping import json_in_quotes
from .labels import Words
from .words import listed

_ASKED: Mapping[Kind, str] = {Kind.HAS: "{}", Kind.IS: "{}", Kind.LEAST: "{} or more", Kind.MOST: "up to {}"}
_FIRST = ("openness", "license", "context_window", "input_price", "output_price", "status")


def must_haves(settings: Settings) -> tuple[str, ...]:
    """The keys that a picker offers must-haves under, whatever its columns are."""
    return (*_FIRST, *settings.capabilities)


def table_data(
    comparison: Comparison, models: Sequence[Model], columns: Iterable[str], keys: Iterable[str], words: Words
) -> str:
    """JSON that can stand between single quotes: `orders`, a column each, and `filters`, a row's place in each."""
    orders = ((key, ranks(comparison, models, key)) for key in ("name", *(key for key in columns if key != "name")))
    asked = requirements(comparison, models, (key for key in keys if can_require(comparison, key)))
    return json_in_quotes({"orders": tuple(orders), "filters": tuple(_filter(one, words) for one in asked)})


def _filter(required: Requirement, words: Words) -> Mapping[str, Any]:
    return {
        "key": required.key,
        "label": words.label(required.key),
        "has": required.kind is Kind.HAS,
        "options": tuple((one.key, _text(required, one), one.low, one.high) for one in required.options),
        "places": required.places,
    }


def _text(required: Requirement, option: Option) -> str:
    first, *others = option.texts
    told = listed((first, *(text[:1].lower() + text[1:] for text in others)), "or")
    return _ASKED[required.kind].format(told)
