"""Which statements each section's template is given, in the order of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.comparison import (
    benchmarks,
    charts,
    edges,
    flips,
    friction,
    narrative,
    questions,
    rows,
    spending,
    use_cases,
    verdict,
)
from mkdocs_model_compare.comparison.comparison import Comparison

from .traffic import traffic_data

SECTIONS = (
    "summary",
    "verdict",
    "scorecard",
    "tradeoffs",
    "monthly_cost",
    "switch_friction",
    "specs",
    "pricing",
    "capabilities",
    "benchmarks",
    "deep_dive",
    "faq",
    "related",
    "reviewed",
)
_SCORECARD = (
    "best_for",
    "decision_fit",
    "context_window",
    "cheapest_output",
    "provider_routes",
    "shared_benchmarks",
)
_COST = ("monthly_cost", "cheapest_route", "cost_delta")


Given = Mapping[str, Any]
# What follows from the comparison alone; the rest shares what several sections tell (see `statements`).
_ALONE: Mapping[str, Callable[[Comparison], Given]] = MappingProxyType(
    {
        "summary": lambda comparison: {"summary": narrative.summary(comparison)},
        "scorecard": lambda comparison: {"rows": _rows(comparison, _SCORECARD)},
        "switch_friction": lambda comparison: {"switches": friction.switches(comparison)},
        "specs": lambda comparison: {"rows": _rows(comparison, rows.SPECS)},
        "capabilities": lambda comparison: {"rows": rows.capability_rows(comparison)},
        "benchmarks": lambda comparison: {
            "chart": charts.chart(comparison),
            "alone": benchmarks.alone(comparison.models, comparison.matchups),
            "unscored": benchmarks.unscored(comparison.models, comparison.matchups),
        },
    }
)


def statements(catalog: Catalog, comparison: Comparison, today: date, stale_after: int) -> Callable[[str], Given]:
    """A function from a section's name to what its template is given of the comparison, all made once.

    What `related` tells is not here: it is of the page that tells it.
    """
    remark = catalog.remark(tuple(model.id for model in comparison.models))
    shared: Mapping[str, Callable[[], Given]] = {
        "verdict": lambda: {**_judged(catalog, comparison, today), "note": remark.note if remark else None},
        "tradeoffs": lambda: {"tradeoffs": comparison.of_all(edges.tradeoffs)},
        "monthly_cost": lambda: {
            "rows": _rows(comparison, _COST),
            "spendings": comparison.of_all(spending.spendings),
            "traffic_data": traffic_data(comparison),
        },
        "pricing": lambda: {
            "rows": _rows(comparison, rows.PRICES),
            "spendings": comparison.of_all(spending.spendings),
            "outputs": spending.cheapest_outputs(comparison),
            "listings": spending.listings(comparison),
        },
        "deep_dive": lambda: {"dive": narrative.deep_dive(comparison)},
        "faq": lambda: {
            "questions": questions.questions(comparison) + questions.own_questions(remark.faq if remark else ())
        },
        "reviewed": lambda: {"review": narrative.review(comparison, today, stale_after)},
    }
    made: dict[str, Given] = {}

    def told(name: str) -> Given:
        if name not in made:
            made[name] = shared[name]() if name in shared else _ALONE[name](comparison)
        return made[name]

    return told


def _rows(comparison: Comparison, keys: Iterable[str]) -> tuple[rows.Row, ...]:
    return tuple(rows.row(comparison, key) for key in keys)


def _judged(catalog: Catalog, comparison: Comparison, today: date) -> Given:
    found, advice = verdict.verdict(comparison), comparison.of_all(use_cases.advise)
    return {
        "verdict": found,
        "advice": advice,
        "flip": flips.flip(comparison, found),
        "otherwise": use_cases.otherwise(comparison, advice, found.choice),
        "ended": frozenset(model.id for model in found.cautions if verdict.ended(model, today)),
        "successors": {one: catalog.models[one].name for model in found.cautions if (one := model.successor)},
    }
