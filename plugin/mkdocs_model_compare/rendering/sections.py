"""Which statements each section's template is given, in the order of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

from mkdocs_model_compare.catalog.model import Catalog
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


def statements(
    catalog: Catalog, comparison: Comparison, today: date, stale_after: int
) -> Callable[[str], Mapping[str, Any]]:
    """A function from a section's name to what its template is given of the comparison, all made once.

    What `related` tells is not here: it is of the page that tells it.
    """
    models = comparison.models
    ids = tuple(model.id for model in models)
    remark = catalog.remark(ids)
    advice = cache(lambda: use_cases.advise(comparison))
    traded = cache(lambda: edges.tradeoffs(comparison))
    costs = cache(lambda: spending.spendings(comparison))

    def judged() -> Mapping[str, Any]:
        found = verdict.verdict(comparison)
        return {
            "verdict": found,
            "advice": advice(),
            "flip": flips.flip(comparison, found),
            "otherwise": use_cases.otherwise(comparison, advice(), found.choice),
            "successors": {one: catalog.models[one].name for model in found.cautions if (one := model.successor)},
            "note": remark.note if remark else None,
        }

    made: Mapping[str, Callable[[], Mapping[str, Any]]] = {
        "summary": lambda: {"summary": narrative.summary(comparison)},
        "verdict": judged,
        "scorecard": lambda: {"rows": tuple(rows.row(comparison, key) for key in _SCORECARD)},
        "tradeoffs": lambda: {"tradeoffs": traded()},
        "monthly_cost": lambda: {
            "rows": tuple(rows.row(comparison, key) for key in _COST),
            "spendings": costs(),
            "traffic_data": traffic_data(comparison),
        },
        "switch_friction": lambda: {"switches": friction.switches(comparison)},
        "specs": lambda: {"rows": tuple(rows.row(comparison, key) for key in rows.SPECS)},
        "pricing": lambda: {
            "rows": tuple(rows.row(comparison, key) for key in rows.PRICES),
            "spendings": costs(),
            "outputs": spending.cheapest_outputs(comparison),
            "listings": spending.listings(comparison),
        },
        "capabilities": lambda: {"rows": rows.capability_rows(comparison)},
        "benchmarks": lambda: {"chart": charts.chart(models), "alone": benchmarks.alone(models)},
        "deep_dive": lambda: {"dive": narrative.deep_dive(comparison, advice(), traded())},
        "faq": lambda: {
            "questions": questions.questions(comparison) + questions.own_questions(remark.faq if remark else ())
        },
        "reviewed": lambda: {"review": narrative.review(comparison, today, stale_after)},
    }
    return cache(lambda name: made[name]())
