"""Models side by side: one `Value` per model and key, the same object in every table, sentence and rule.

A key is a row key of the product contract (`context_window`, `input_price`, a capability's id …). Because all read
the same `Value`, a page cannot give two figures for one fact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable
from functools import cached_property, wraps
from itertools import repeat
from typing import Any, TypeVar

from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.catalog.settings import Settings, Workload

from . import benchmarks, figures, pricing
from .fact_values import FACT_VALUES, capability
from .money_values import MONEY_VALUES
from .sheets import Sheet, Sheets
from .value import Value

_MAKERS = {**FACT_VALUES, **MONEY_VALUES}
# Counts of tokens, whose short forms are to differ where the counts do.
WINDOWS = ("context_window", "max_output")
# The values that are not the same beside other models, and where two counts of tokens would read alike those too.
_RELATIVE = frozenset({"shared_benchmarks", "cost_delta"})
T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


def row_keys() -> tuple[str, ...]:
    """Every row key but the capabilities', which are the catalog's own."""
    return tuple(_MAKERS)


class Comparison:
    """Models side by side under one workload and one set of rules; gives each `Value` and keeps it."""

    def __init__(
        self, models: tuple[Model, ...], settings: Settings, workload: Workload, sheets: Sheets | None = None
    ) -> None:
        """`sheets` has what other comparisons of the same catalog have found of single models and of its settings."""
        self.models = models
        self.settings = settings
        self.workload = workload
        self.kept: defaultdict[Callable[..., Any], dict[Hashable, Any]] = defaultdict(dict)
        held = sheets or Sheets()
        self._ruled = held.ruled
        self._own: dict[str, Sheet] = {model.id: held.sheet(model, workload) for model in models}
        self._found: dict[Callable[..., Any], Any] = {}
        self._rows: dict[str, tuple[Value, ...]] = {}
        windows = [getattr(model, key).value for model in models for key in WINDOWS]
        self._in_full = figures.colliding(count for count in windows if count is not None)
        self._relative = _RELATIVE.union(WINDOWS) if self._in_full else _RELATIVE
        self._beside: dict[tuple[str, str], Value] = {}

    def value(self, model: Model, key: str) -> Value:
        """The model's value under a row key or a capability's id."""
        if key in self._relative:
            found = self._beside.get((model.id, key))
            if found is None:
                found = self._beside[model.id, key] = _MAKERS[key](self, model, key)
            return found
        own = self._own[model.id].values
        found = own.get(key)
        if found is None:
            found = own[key] = _MAKERS.get(key, capability)(self, model, key)
        return found

    def values(self, key: str) -> tuple[Value, ...]:
        found = self._rows.get(key)
        if found is None:
            found = self._rows[key] = tuple(map(self.value, self.models, repeat(key)))
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
        return benchmarks.between([self.of_model(model, _scores) for model in self.models])

    def cost(self, model: Model) -> pricing.MonthlyCost | None:
        """The month on the model's cheapest route; None where no route is priced."""
        return self.of_model(model, _cheapest)

    def costs(self, model: Model) -> tuple[pricing.MonthlyCost, ...]:
        """The month on each of the model's priced routes, the cheapest first."""
        return self.of_model(model, _costs)

    def of_model(self, model: Model, make: Callable[[Comparison, Model], T]) -> T:
        """What `make` finds in one model, which must not depend on the others, worked out once per workload."""
        kept = self._own[model.id].kept
        if make not in kept:
            kept[make] = make(self, model)
        found: T = kept[make]
        return found

    def of_rules(self, make: Callable[[Settings], T]) -> T:
        """What `make` finds in the settings alone, worked out once per catalog."""
        if make not in self._ruled:
            self._ruled[make] = make(self.settings)
        found: T = self._ruled[make]
        return found

    def of_all(self, make: Callable[[Comparison], T]) -> T:
        """What `make` finds in the models together, worked out once: several sections tell of it."""
        if make not in self._found:
            self._found[make] = make(self)
        found: T = self._found[make]
        return found

    def tokens(self, count: int) -> str:
        """The short form, or the whole number where two on this page would read alike."""
        return figures.exact(count) if count in self._in_full else figures.tokens(count)


def _scores(_: Comparison, model: Model) -> benchmarks.Table:
    return benchmarks.latest(model)


def _cheapest(comparison: Comparison, model: Model) -> pricing.MonthlyCost | None:
    return pricing.first_in(comparison.costs(model), comparison.settings.currency)


def _costs(comparison: Comparison, model: Model) -> tuple[pricing.MonthlyCost, ...]:
    return pricing.costs(model, comparison.workload)


def once(make: Callable[[Comparison, K], T]) -> Callable[[Comparison, K], T]:
    """Work out what stands under a key once per comparison: several sections tell of the same lead or reason."""

    @wraps(make)
    def kept(comparison: Comparison, key: K) -> T:
        held: dict[Hashable, T] = comparison.kept[make]
        if key not in held:
            held[key] = make(comparison, key)
        return held[key]

    return kept
