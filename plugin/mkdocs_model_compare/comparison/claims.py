"""The curators' claims about a comparison (`expect:` in comparisons/*.yml), held against what the facts now say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from mkdocs_model_compare.catalog.model import Catalog, Model, Remark, Workload
from mkdocs_model_compare.errors import Place, Problem

from . import figures
from .comparison import Comparison
from .edges import edge
from .use_cases import advice
from .value import Value
from .verdict import verdict

_ROWS = {"cheapest": "monthly_cost", "larger_context": "context_window", "larger_output": "max_output"}


def check_claims(catalog: Catalog, workload: Workload) -> tuple[Problem, ...]:
    """Every claim that is not true at this workload, each saying what is true now."""
    return tuple(problem for remark in catalog.remarks for problem in _check(catalog, remark, workload))


def _check(catalog: Catalog, remark: Remark, workload: Workload) -> Iterator[Problem]:
    models = tuple(catalog.models[model] for model in remark.models)
    comparison = Comparison(models, catalog.settings, workload)
    for claim, expected in remark.expect.items():
        found = _false(catalog, comparison, claim, expected)
        for where, message in found:
            yield Problem(place=remark.places.get(where, Place(path=remark.place)), where=where, message=message)


def _false(catalog: Catalog, comparison: Comparison, claim: str, expected: object) -> Iterator[tuple[str, str]]:
    if isinstance(expected, Mapping):
        for name, capabilities in expected.items():
            yield from _lacking(catalog, comparison, str(name), capabilities)
        return
    wanted = catalog.find(str(expected))
    actual, told = _TOLD.get(claim, _use_case)(comparison, claim)
    if wanted is not actual:
        where = f"expect.{claim}"
        yield where, f"{expected} is claimed, but {told}; correct the claim, or the fact behind it"


def _lacking(catalog: Catalog, comparison: Comparison, name: str, capabilities: object) -> Iterator[tuple[str, str]]:
    model = catalog.find(name)
    for capability in [capabilities] if isinstance(capabilities, str) else list(capabilities or ()):  # type: ignore[call-overload]
        value = comparison.value(model, str(capability)) if model else None
        if model is not None and value is not None and not value.known:
            state = "does not have it" if value.settled else f"its file leaves it {value.state.value}"
            message = f"{capability} is claimed of {model.name}, but {state}; correct the claim, or the fact behind it"
            yield f"expect.has.{name}", message


def _leader(comparison: Comparison, claim: str) -> tuple[Model | None, str]:
    found = edge(comparison, _ROWS[claim])
    values = comparison.values(_ROWS[claim])
    held = ", ".join(f"{value.model.name} has {_text(value)}" for value in values)
    return (found.model, f"{found.model.id} leads: {held}") if found else (None, f"none leads: {held}")


def _overall(comparison: Comparison, _: str) -> tuple[Model | None, str]:
    found = verdict(comparison)
    if found.choice is not None:
        reasons = ", ".join(reason.signal for reason in found.won if found.choice in reason.leaders)
        return found.choice, f"the verdict is {found.choice.id}, for {reasons}"
    return None, f"the verdict is {'withheld' if found.outcome == 'withheld' else 'too close to call'}"


def _use_case(comparison: Comparison, claim: str) -> tuple[Model | None, str]:
    found = advice(comparison, comparison.settings.use_cases[claim])
    if found.choice is not None:
        deciding = f", for {found.deciding.signal}" if found.deciding else ""
        return found.choice, f"the rule chooses {found.choice.id} for {claim}{deciding}"
    return None, f"the rule chooses none for {claim} ({found.fitness})"


def _text(value: Value) -> str:
    if not value.known:
        return value.state.value
    return figures.exact(value.raw) if isinstance(value.raw, int) else value.text


_TOLD: Mapping[str, Callable[[Comparison, str], tuple[Model | None, str]]] = {
    **dict.fromkeys(_ROWS, _leader),
    "overall": _overall,
}
