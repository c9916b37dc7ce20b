"""What of a catalog is known: the state of every fact of every model, and which missing ones weigh the most.

What the developer will not say, and what does not apply, is answered; missing is only what nobody looked up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.model import Model, State, Status
from mkdocs_model_compare.catalog.settings import Workload

from .comparison import Comparison
from .rows import SPECS
from .rule import BENCHMARKS, ROW_OF_SIGNAL

# A model whose file says nothing of its status is active, so that is never missing.
_FACTS = tuple(key for key in SPECS if key != "status")
# Row → where in a model's file a person writes what it is made of.
_STANDS_AT = {
    "monthly_cost": "routes[].price",
    "provider_routes": "routes",
    "openness": "license",
    "commercial_use": "license",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCoverage:
    """Key → state, in the order of the table. A model's scores are one key, known where there is one."""

    model: Model
    states: Mapping[str, State]

    def count(self, state: State) -> int:
        return sum(one is state for one in self.states.values())

    @property
    def answered(self) -> int:
        return len(self.states) - self.count(State.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCoverage:
    """One key over all models. `weight` is what it weighs in the overall verdict, 0 where it is no signal."""

    key: str
    weight: Decimal
    counts: Mapping[State, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What to look up: one fact, and the models that lack it. `path` is where it is written in their files.

    `keys` are what follows from it, as openness does from the licence; `weight` is that of all of them.
    """

    keys: tuple[str, ...]
    path: str
    weight: Decimal
    models: tuple[Model, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """`missing` has the heaviest facts first, and of equal ones those that most models lack."""

    models: tuple[ModelCoverage, ...]
    facts: tuple[FactCoverage, ...]
    missing: tuple[Missing, ...]


def coverage(catalog: Catalog, workload: Workload) -> Coverage:
    weights = dict(_weights(catalog))
    keys = (*_FACTS, *catalog.settings.capabilities, "monthly_cost", "provider_routes", BENCHMARKS)
    models = tuple(_model(catalog, model, workload, keys) for model in catalog.models.values())
    facts = tuple(
        FactCoverage(key=key, weight=weights.get(key, Decimal(0)), counts=Counter(one.states[key] for one in models))
        for key in keys
    )
    return Coverage(models=models, facts=facts, missing=tuple(_missing(facts, models)))


def _model(catalog: Catalog, model: Model, workload: Workload, keys: tuple[str, ...]) -> ModelCoverage:
    comparison = Comparison((model,), catalog.settings, workload)
    scored = any(score.fact.known for score in model.scores)
    states = {key: comparison.value(model, key).state for key in keys if key != BENCHMARKS}
    return ModelCoverage(model=model, states={**states, BENCHMARKS: State.KNOWN if scored else State.UNKNOWN})


def _weights(catalog: Catalog) -> Iterator[tuple[str, Decimal]]:
    """By key. Signals of single benchmarks are told with all of them."""
    for name, weight in catalog.settings.weights.items():
        yield BENCHMARKS if name in catalog.benchmarks else ROW_OF_SIGNAL.get(name, name), weight


def _missing(facts: tuple[FactCoverage, ...], models: tuple[ModelCoverage, ...]) -> list[Missing]:
    found: dict[tuple[str, tuple[str, ...]], list[FactCoverage]] = {}
    for fact in facts:
        lacking = tuple(one.model.id for one in models if _lacks(one, fact.key))
        if lacking:
            found.setdefault((_path(fact.key), lacking), []).append(fact)
    by_id = {one.model.id: one.model for one in models}
    missing = [
        Missing(
            keys=tuple(one.key for one in alike),
            path=path,
            weight=sum((one.weight for one in alike), Decimal(0)),
            models=tuple(by_id[name] for name in lacking),
        )
        for (path, lacking), alike in found.items()
    ]
    return sorted(missing, key=lambda one: (-one.weight, -len(one.models)))


def _lacks(one: ModelCoverage, key: str) -> bool:
    # Nobody chooses a retired model, so what is missing of it can wait for ever.
    return one.states[key] is State.UNKNOWN and one.model.status.value is not Status.RETIRED


def _path(key: str) -> str:
    return _STANDS_AT.get(key) or (key if key in (*_FACTS, BENCHMARKS) else f"capabilities.{key}")
