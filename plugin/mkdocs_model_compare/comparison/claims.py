"""The curators' claims about a comparison (`expect:` in comparisons/*.yml), held against what the facts now say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_model_compare.catalog.catalog import Catalog, Remark
from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.errors import Place, Problem

from .comparison import Comparison
from .edges import edge
from .evidence import told, told_reason, told_value
from .reasons import Reason
from .rule import Outcome
from .use_cases import Advice, Fitness, Gate, advice
from .verdict import Verdict, verdict

_MOST_REASONS = 3
_ROWS = {"cheapest": "monthly_cost", "larger_context": "context_window", "larger_output": "max_output"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Truth:
    """What holds in place of a claim: the model it is true of, if there is one, and the facts that decide.

    `open`: for want of a fact nobody can say which model it is true of.
    """

    model: Model | None
    because: str
    open: bool = False


def check_claims(catalog: Catalog, workload: Workload) -> tuple[Problem, ...]:
    """Every claim that is not true at this workload, each with what is true now and the facts that decided it."""
    return tuple(problem for remark in catalog.remarks for problem in _false_claims(catalog, remark, workload))


def _false_claims(catalog: Catalog, remark: Remark, workload: Workload) -> Iterator[Problem]:
    models = tuple(catalog.models[model] for model in remark.models)
    comparison = Comparison(models, catalog.settings, workload)
    for claim, claimed in remark.expect.items():
        where = f"expect.{claim}"
        found = _lacking if isinstance(claimed, Mapping) else _not_so
        for below, message in found(catalog, comparison, claim, claimed):
            path = f"{where}.{below}" if below else where
            place = remark.places.get(path) or remark.places.get(where) or Place(path=remark.place)
            remedy = "correct the claim, and what is written here of it, or the facts"
            yield Problem(place=place, where=path, message=f"{message}; {remedy}")


def _not_so(catalog: Catalog, comparison: Comparison, claim: str, claimed: object) -> Iterator[tuple[str, str]]:
    truth = _TRUTHS.get(claim, _use_case)(comparison, claim)
    if truth.model is None or truth.model is not catalog.find(str(claimed)):
        said = f"that it is {claimed} cannot be said" if truth.open else f"it is not {claimed}"
        yield "", f"{said}: {truth.because}"


def _lacking(catalog: Catalog, comparison: Comparison, _: str, claimed: object) -> Iterator[tuple[str, str]]:
    assert isinstance(claimed, Mapping)
    for name, capabilities in claimed.items():
        model = catalog.models[catalog.ids[name]]
        for capability in [capabilities] if isinstance(capabilities, str) else capabilities:
            value = comparison.value(model, capability)
            if not value.known:
                what = "does not have" if value.settled else "is not known to have"
                yield name, f"{name} {what} {capability}: {told_value(value)}"


def _leader(comparison: Comparison, claim: str) -> _Truth:
    """Of a table's row; a tie, and a best that cannot be told, have no leader."""
    key = _ROWS[claim]
    found, values = edge(comparison, key), comparison.values(key)
    if found is not None and found.complete:
        return _Truth(model=found.model, because=f"it is {found.model.id}; {told(values)}")
    if any(not value.known or _foreign(comparison, value.currency) for value in values):
        return _Truth(model=None, because=told(values), open=True)
    return _Truth(model=None, because=f"it is none of them; {told(values)}")


def _foreign(comparison: Comparison, currency: str | None) -> bool:
    return currency is not None and currency != comparison.settings.currency


def _overall(comparison: Comparison, _: str) -> _Truth:
    found = verdict(comparison)
    if found.choice is not None:
        ahead = tuple(reason for reason in found.won if found.choice in reason.leaders)
        return _Truth(model=found.choice, because=f"the choice is {found.choice.id}; {_reasons(ahead)}")
    if found.outcome is Outcome.WITHHELD:
        return _Truth(model=None, because=f"the verdict is withheld; {_reasons(found.open)}")
    return _Truth(model=None, because=f"it is too close to call{_weights(found)}; {_reasons(found.won)}")


def _weights(found: Verdict) -> str:
    sums = (
        f"{duel.tally.first} for {duel.ours.id} and {duel.tally.second} for {duel.theirs.id}" for duel in found.duels
    )
    return f", by weight {', '.join(sums)}"


def _use_case(comparison: Comparison, claim: str) -> _Truth:
    found = advice(comparison, comparison.settings.use_cases[claim])
    if found.fitness is Fitness.OPEN:
        return _Truth(model=None, because="; ".join(_why(found)), open=True)
    chosen = _OUTCOMES[found.fitness] if found.choice is None else f"the choice is {found.choice.id}"
    return _Truth(model=found.choice, because="; ".join((chosen, *_why(found))))


def _why(found: Advice) -> Iterator[str]:
    yield from (f"{gate.model.id} lacks {_must_have(gate)}" for gate in found.removed)
    if found.choice is None:
        yield from (f"whether {gate.model.id} has {_must_have(gate)}" for gate in found.doubtful)
    if found.deciding is not None:
        yield told_reason(found.deciding)
    elif found.fitness is Fitness.OPEN and found.open:
        yield _reasons(found.open)


def _must_have(gate: Gate) -> str:
    return f"{gate.requirement}: {told_value(gate.value)}"


def _reasons(reasons: tuple[Reason, ...]) -> str:
    """The heaviest of them with their facts, and how many more there are."""
    named = "; ".join(told_reason(reason) for reason in reasons[:_MOST_REASONS])
    rest = len(reasons) - _MOST_REASONS
    return f"{named}; and {rest} more" if rest > 0 else named or "no signal is decided"


_OUTCOMES: Mapping[Fitness, str] = {
    Fitness.CLOSE: "there is no difference",
    Fitness.NONE: "none of them has what it takes",
}
_TRUTHS: Mapping[str, Callable[[Comparison, str], _Truth]] = {
    **dict.fromkeys(_ROWS, _leader),
    "overall": _overall,
}
