"""The facts behind a statement in one line, for a curator who looks for them: values with the paths they stand at.

`acme: 200,000 (context_window), globex: unknown (context_window)`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from mkdocs_model_compare.catalog.model import Fact, Model, State

from . import figures
from .reasons import Evidence, Reason
from .value import Value

_WORDS = {State.NO: "no", State.NOT_APPLICABLE: "n/a"}


def told(values: Iterable[Value]) -> str:
    return ", ".join(f"{value.model.id}: {told_value(value)}" for value in values)


def told_value(value: Value) -> str:
    """`$6 (routes.acme.price.input 1.00, routes.acme.price.output 5.00)`; with one fact, its path alone."""
    said = _said(value)
    if len(value.facts) == 1:
        return f"{said} ({value.facts[0].path})"
    if value.facts:
        return f"{said} ({', '.join(_with_amount(fact) for fact in value.facts)})"
    return f"{said} ({_SOUGHT.get(value.key, value.key)})"


def told_reason(reason: Reason) -> str:
    """One signal: who leads in it or lacks its fact, with what each model brings."""
    return f"{reason.signal}: {', '.join(_brought(one, reason.signal) for one in reason.evidence)}"


# Where the facts would stand that a value without any rests on.
_SOUGHT = {"monthly_cost": "routes", "provider_routes": "routes"}


def _said(value: Value) -> str:
    if not value.known:
        return _WORDS.get(value.state, value.state.value)
    if value.raw is True:
        return "yes"
    return figures.exact(value.raw) if isinstance(value.raw, int) else value.text


def _with_amount(fact: Fact[Any]) -> str:
    return f"{fact.path} {fact.value:f}" if isinstance(fact.value, Decimal) else fact.path


def _brought(evidence: Evidence, signal: str) -> str:
    if evidence.value is not None:
        return f"{evidence.model.id}: {told_value(evidence.value)}"
    scores = ", ".join(_scores(evidence.model, signal)) or "benchmarks"
    return f"{evidence.model.id}: ahead in {evidence.ahead} of {evidence.shared} shared ({scores})"


def _scores(model: Model, benchmark: str) -> Iterator[str]:
    """The scores of the one benchmark that a signal can be about; of all together there are too many to list."""
    wanted = (score.fact for score in model.scores if score.benchmark.id == benchmark)
    yield from (_with_amount(fact) for fact in wanted if fact.known)
