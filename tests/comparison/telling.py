"""All that a comparison states, in a form without order: what must be the same whatever the order of arguments."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from mkdocs_model_compare.catalog.model import Benchmark, Fact, Model, Provider, Route
from mkdocs_model_compare.catalog.settings import Capability, UseCase
from mkdocs_model_compare.comparison import charts, edges, flips, friction, narrative, questions, rows, spending
from mkdocs_model_compare.comparison.benchmarks import Matchup
from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.comparison.use_cases import advise
from mkdocs_model_compare.comparison.value import Value
from mkdocs_model_compare.comparison.verdict import Duel, verdict
from tests.comparison.builders import day

ROWS = (
    *("best_for", "decision_fit", "provider_routes", "shared_benchmarks"),
    *("monthly_cost", "cheapest_route", "cost_delta", "cheapest_output"),
    *rows.SPECS,
    *rows.PRICES,
)
TODAY = day("2026-11-22")


def statements(comparison: Comparison) -> dict[str, Any]:
    """The statements of every section, by section."""
    found = verdict(comparison)
    return {
        "verdict": found,
        "flip": flips.flip(comparison, found),
        "use cases": advise(comparison),
        "rows": tuple(rows.row(comparison, key) for key in ROWS),
        "capabilities": rows.capability_rows(comparison),
        "tradeoffs": edges.tradeoffs(comparison),
        "monthly_cost": spending.spendings(comparison),
        "outputs": spending.cheapest_outputs(comparison),
        "listings": spending.listings(comparison),
        "switch_friction": friction.switches(comparison),
        "benchmarks": charts.chart(comparison),
        "summary": narrative.summary(comparison),
        "deep_dive": narrative.deep_dive(comparison),
        "faq": questions.questions(comparison),
        "reviewed": narrative.review(comparison, TODAY, 180),
    }


def told(comparison: Comparison) -> dict[str, Any]:
    """The same without order, and with every model, value and route by its name: two of these can be compared."""
    return {section: _unordered(found) for section, found in statements(comparison).items()}


def _unordered(found: Any) -> Any:  # noqa: PLR0911 - one line for each kind
    if isinstance(found, (Model, Provider, Benchmark, Capability, UseCase)):
        return found.id
    if isinstance(found, Value):
        return (found.model.id, found.key, str(found.state), found.text, found.machine, found.currency)
    if isinstance(found, (Route, Fact)):
        return found.path
    if isinstance(found, Matchup):
        return (found.benchmark.id, found.variant, found.measured)
    if isinstance(found, Duel):
        pair = sorted((one.id, found.won(one)) for one in (found.ours, found.theirs))
        tally = found.tally
        return (pair, str(tally.outcome), tally.decided, tally.whole, found.choice and found.choice.id)
    if isinstance(found, tuple):
        return sorted((_unordered(one) for one in found), key=repr)
    if is_dataclass(found):
        return {field.name: _unordered(getattr(found, field.name)) for field in fields(found)}
    return found
