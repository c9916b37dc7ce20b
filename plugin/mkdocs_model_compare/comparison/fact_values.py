"""Facts about a model itself → values: specs, capabilities, fit and coverage, each in its printed form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from mkdocs_model_compare.catalog.dates import PartialDate
from mkdocs_model_compare.catalog.model import (
    Fact,
    License,
    Modalities,
    Model,
    Parameters,
    Provider,
    Route,
    State,
    Status,
)
from mkdocs_model_compare.catalog.settings import Settings, UseCase

from . import figures
from .value import Value, of_fact, unknown

if TYPE_CHECKING:
    from .comparison import Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Where a model can be run: routes that are not retired, and the distinct providers behind them, by name."""

    routes: tuple[Route, ...]
    providers: tuple[Provider, ...]


def coverage(model: Model) -> Coverage:
    routes = tuple(route for route in model.routes if route.active)
    providers = {route.provider.id: route.provider for route in routes}
    return Coverage(routes=routes, providers=tuple(sorted(providers.values(), key=lambda one: one.name.casefold())))


def origin(route: Route) -> Fact[Any]:
    """Where it is from that there is such a route, and what it is like."""
    return Fact(path=route.path, state=State.KNOWN, source=route.source, note=route.note, retrieved=route.retrieved)


def fit(model: Model, settings: Settings) -> tuple[UseCase, ...]:
    """The use cases the curators vouch for."""
    return tuple(settings.use_cases[case] for case in model.fit or () if case in settings.use_cases)


def best_for(model: Model, settings: Settings) -> tuple[str, ...]:
    """The curators' phrases, else those of the capabilities the model is known to have."""
    if model.best_for is not None:
        return model.best_for
    phrases = (settings.capabilities[key].best_for for key, fact in model.capabilities.items() if fact.known)
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))


def by_licence(openness: Iterable[Value]) -> tuple[tuple[Value, ...], ...]:
    """The openness of models, what reads alike together: all that is proprietary, else what is under one licence."""
    groups: dict[object, list[Value]] = {}
    for value in openness:
        held = value.model.license.value
        alike = value.raw if value.raw == "proprietary" or held is None else held.id
        groups.setdefault((value.state, alike), []).append(value)
    return tuple(map(tuple, groups.values()))


def capability_fact(model: Model, key: str) -> Fact[bool]:
    return model.capabilities.get(key) or Fact(path=f"capabilities.{key}", state=State.UNKNOWN)


def capability(_: Comparison, model: Model, key: str) -> Value:
    fact = capability_fact(model, key)
    if fact.state is State.NO:
        return Value(model=model, key=key, state=State.NO, text="No", machine="no", raw=False, facts=(fact,))
    return of_fact(model, key, fact, "Yes", machine="yes")


def _tokens(comparison: Comparison, model: Model, key: str) -> Value:
    fact: Fact[int] = getattr(model, key)
    if fact.value is None:
        return of_fact(model, key, fact, "")
    shown = comparison.tokens(fact.value)
    return of_fact(model, key, fact, shown, machine=str(fact.value), exact=figures.counted(fact.value, "token"))


def _date(_: Comparison, model: Model, key: str) -> Value:
    fact: Fact[PartialDate] = getattr(model, key)
    return of_fact(model, key, fact, str(fact.value))


def _word(_: Comparison, model: Model, key: str) -> Value:
    fact: Fact[str] = getattr(model, key)
    return of_fact(model, key, fact, str(fact.value or "").replace("-", " ").capitalize(), machine=fact.value)


def _architecture(_: Comparison, model: Model, key: str) -> Value:
    text = model.architecture.value or ""
    return of_fact(model, key, model.architecture, text[:1].upper() + text[1:], machine=text)


def _openness(_: Comparison, model: Model, key: str) -> Value:
    text = {"open-source": "Open source", "open-weights": "Open weights"}.get(model.openness.value or "", "Proprietary")
    return of_fact(model, key, model.openness, text, machine=model.openness.value)


def _license(_: Comparison, model: Model, key: str) -> Value:
    held: License | None = model.license.value
    return of_fact(model, key, model.license, held.name if held else "", machine=held.id if held else None)


def _parameters(_: Comparison, model: Model, key: str) -> Value:
    counts: Parameters | None = model.parameters.value
    if counts is None:
        return of_fact(model, key, model.parameters, "")
    text = f"{counts.text}, {counts.active_text} active" if counts.active_text else counts.text
    exact = figures.counted(counts.total, "parameter")
    return of_fact(model, key, model.parameters, text, machine=str(counts.total), exact=exact)


def _modalities(_: Comparison, model: Model, key: str) -> Value:
    held: Modalities | None = model.modalities.value
    if held is None:
        return of_fact(model, key, model.modalities, "")
    text = f"{', '.join(held.input)} in; {', '.join(held.output)} out"
    return of_fact(model, key, model.modalities, text, machine=f"{' '.join(held.input)} > {' '.join(held.output)}")


def _status(_: Comparison, model: Model, key: str) -> Value:
    status: Status | None = model.status.value
    return of_fact(model, key, model.status, status.capitalize() if status else "", machine=status)


def _best_for(comparison: Comparison, model: Model, key: str) -> Value:
    phrases = best_for(model, comparison.settings)
    if not phrases:
        return unknown(model, key)
    facts: tuple[Fact[Any], ...] = ()
    if model.best_for is None:
        known = ((name, fact) for name, fact in model.capabilities.items() if fact.known)
        facts = tuple(fact for name, fact in known if comparison.settings.capabilities[name].best_for)
    return Value(model=model, key=key, state=State.KNOWN, text=", ".join(phrases), raw=phrases, facts=facts)


def _decision_fit(comparison: Comparison, model: Model, key: str) -> Value:
    cases = fit(model, comparison.settings)
    if not cases:
        return unknown(model, key)
    names, ids = ", ".join(case.name for case in cases), " ".join(case.id for case in cases)
    return Value(model=model, key=key, state=State.KNOWN, text=names, machine=ids, raw=cases)


def _provider_routes(_: Comparison, model: Model, key: str) -> Value:
    if not model.routes:
        return unknown(model, key)
    found = coverage(model)
    facts: tuple[Fact[Any], ...] = tuple(map(origin, found.routes))
    count = str(len(found.providers))
    return Value(model=model, key=key, state=State.KNOWN, text=count, machine=count, raw=found, facts=facts)


def _providers(comparison: Comparison, model: Model, key: str) -> Value:
    counted = comparison.value(model, "provider_routes")
    if not counted.known:
        return unknown(model, key)
    held = counted.raw.providers
    text, machine = ", ".join(one.name for one in held) or "None", " ".join(one.id for one in held)
    return replace(counted, key=key, text=text, machine=machine)


def _shared_benchmarks(comparison: Comparison, model: Model, key: str) -> Value:
    """Those comparable over all the models of the page; `raw` is that count and how many the model has itself."""
    place = comparison.models.index(model)
    found = comparison.matchups
    shared = sum(matchup.complete for matchup in found)
    own = sum(matchup.scores[place] is not None for matchup in found)
    return Value(model=model, key=key, state=State.KNOWN, text=str(shared), machine=str(shared), raw=(shared, own))


FACT_VALUES: Mapping[str, Callable[[Comparison, Model, str], Value]] = {
    "best_for": _best_for,
    "decision_fit": _decision_fit,
    "context_window": _tokens,
    "max_output": _tokens,
    "provider_routes": _provider_routes,
    "shared_benchmarks": _shared_benchmarks,
    "providers": _providers,
    "released": _date,
    "knowledge_cutoff": _date,
    "retires": _date,
    "parameters": _parameters,
    "architecture": _architecture,
    "license": _license,
    "openness": _openness,
    "commercial_use": _word,
    "modalities": _modalities,
    "status": _status,
}
