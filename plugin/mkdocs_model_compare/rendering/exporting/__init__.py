"""A comparison for other programs: every statement of its sections with facts and sources, in one versioned format.

`shapes.py` is what the format is declared in, the other modules declare it; docs/json.md describes it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.rendering.citations import Citations
from mkdocs_model_compare.rendering.sections import statements

from .costs import MONTHLY_COST, PRICING
from .scores import BENCHMARKS
from .sections import DEEP_DIVE, FAQ, REVIEWED, SUMMARY, TRADEOFFS, table
from .shapes import DATE, TEXT, Field, Many, Plain, Shape, published
from .switches import SWITCH_FRICTION
from .values import MODEL, SOURCE, WORKLOAD
from .verdicts import VERDICT

VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Export:
    comparison: Comparison
    today: date
    sections: Mapping[str, Any]
    sources: Citations


_SHAPES: tuple[Shape[Any], ...] = (
    SUMMARY,
    VERDICT,
    table("scorecard", "The six rows that decide most choices."),
    TRADEOFFS,
    MONTHLY_COST,
    SWITCH_FRICTION,
    table("specs", "Dates, sizes, licence and status."),
    PRICING,
    table("capabilities", "What each model can do."),
    BENCHMARKS,
    DEEP_DIVE,
    FAQ,
    REVIEWED,
)


def _section(name: str) -> Callable[[Mapping[str, Any]], Any]:
    return lambda held: held.get(name)


_SECTIONS = Shape[Mapping[str, Any]](
    "sections",
    "The sections asked for, those alone.",
    *(Field(one.name, one, one.doc, _section(one.name)) for one in _SHAPES),
    optional=True,
)
COMPARISON = Shape[_Export](
    "comparison",
    "A comparison of AI models, every statement of it with its facts and sources.",
    Field("version", Plain("`1`", {"const": VERSION}, int), "Of this format.", lambda _: VERSION),
    Field("date", DATE, "The day on which it was made.", lambda one: one.today),
    Field(
        "currency", TEXT, "The one that costs are compared in, ISO 4217.", lambda one: one.comparison.settings.currency
    ),
    Field("workload", WORKLOAD, WORKLOAD.doc, lambda one: one.comparison.workload),
    Field("models", Many(MODEL), "In the order asked for.", lambda one: one.comparison.models),
    Field("sections", _SECTIONS, _SECTIONS.doc, lambda one: one.sections),
    # Last, for it is told from what the others have cited by then.
    Field("sources", Many(SOURCE), "In the order in which facts name them.", lambda one: one.sources),
)


def exported(
    catalog: Catalog, comparison: Comparison, names: tuple[str, ...], today: date, stale_after: int
) -> dict[str, Any]:
    """The named sections of the comparison, as JSON has it: text, whole numbers, truth, null, lists and mappings."""
    given = statements(catalog, comparison, today, stale_after)
    sources = Citations()
    sections = {name: given(name) for name in names}
    return COMPARISON.write(_Export(comparison=comparison, today=today, sections=sections, sources=sources), sources)


def export_schema() -> dict[str, Any]:
    """The JSON Schema of the format."""
    return published(COMPARISON, "show", "A comparison (model-compare show --format json)")
