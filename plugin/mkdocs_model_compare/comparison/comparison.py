"""Models side by side: one `Value` per model and key, the same object in every table, sentence and rule.

A key is a row key of the product contract (`context_window`, `input_price`, a capability's id …). Because all read
the same `Value`, a page cannot give two figures for one fact.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, wraps
from typing import Any, TypeVar

from mkdocs_model_compare.catalog.model import Model, Settings, Workload

from . import benchmarks, figures, pricing
from .fact_values import FACT_VALUES, capability
from .money_values import MONEY_VALUES
from .standing import Standing
from .value import Value

_MAKERS = {**FACT_VALUES, **MONEY_VALUES}
T = TypeVar("T")


def row_keys() -> tuple[str, ...]:
    """Every row key but the capabilities', which are the catalog's own."""
    return tuple(_MAKERS)


class Comparison:
    """Models side by side under one workload and one set of rules; gives each `Value` and keeps it."""

    def __init__(self, models: tuple[Model, ...], settings: Settings, workload: Workload) -> None:
        self.models = models
        self.settings = settings
        self.workload = workload
        self.kept: dict[tuple[Callable[..., Any], str], Any] = {}
        self._values: dict[tuple[str, str], Value] = {}
        self._rows: dict[str, tuple[Value, ...]] = {}
        self._costs: dict[str, pricing.MonthlyCost | None] = {}
        # Two models' ids and a key, or a signal → how the first stands to the second.
        self.standings: dict[tuple[str, str, str], Standing | None] = {}
        self.signals: dict[tuple[str, str, str], Standing | None] = {}
        windows = (fact.value for model in models for fact in (model.context_window, model.max_output))
        self._in_full = figures.colliding(count for count in windows if count is not None)

    def value(self, model: Model, key: str) -> Value:
        """The model's value under a row key or a capability's id."""
        found = self._values.get((model.id, key))
        if found is None:
            make = _MAKERS.get(key, capability)
            found = self._values[model.id, key] = make(self, model, key)
        return found

    def values(self, key: str) -> tuple[Value, ...]:
        found = self._rows.get(key)
        if found is None:
            found = self._rows[key] = tuple(self.value(model, key) for model in self.models)
        return found

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each model stands, by its id."""
        return {model.id: place for place, model in enumerate(self.models)}

    @cached_property
    def measured(self) -> frozenset[str]:
        """The ids of the benchmarks that any of the models has a score in, known or not."""
        return frozenset(score.benchmark.id for model in self.models for score in model.scores)

    @cached_property
    def matchups(self) -> tuple[benchmarks.Matchup, ...]:
        return benchmarks.matchups(self.models)

    def cost(self, model: Model) -> pricing.MonthlyCost | None:
        """The month on the model's cheapest route; None where no route is priced."""
        if model.id not in self._costs:
            self._costs[model.id] = pricing.cheapest(model, self.workload, self.settings.currency)
        return self._costs[model.id]

    def tokens(self, count: int) -> str:
        """The short form, or the whole number where two on this page would read alike."""
        return figures.exact(count) if count in self._in_full else figures.tokens(count)


def once(make: Callable[[Comparison, str], T]) -> Callable[[Comparison, str], T]:
    """Work out what stands under a key once per comparison: several sections tell of the same lead or reason."""

    @wraps(make)
    def kept(comparison: Comparison, key: str) -> T:
        asked = (make, key)
        if asked not in comparison.kept:
            comparison.kept[asked] = make(comparison, key)
        found: T = comparison.kept[asked]
        return found

    return kept
