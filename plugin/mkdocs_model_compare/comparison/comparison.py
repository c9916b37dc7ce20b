"""Models side by side: one `Value` per model and key, the same object in every table, sentence and rule.

A key is a row key of the product contract (`context_window`, `input_price`, a capability's id …). Because all read
the same `Value`, a page cannot give two figures for one fact.
"""

from __future__ import annotations

from mkdocs_model_compare.catalog.model import Model, Settings, Workload

from . import figures, pricing
from .fact_values import FACT_VALUES, capability
from .money_values import MONEY_VALUES
from .standing import Standing
from .value import Value

_MAKERS = {**FACT_VALUES, **MONEY_VALUES}


def row_keys() -> tuple[str, ...]:
    """Every row key but the capabilities', which are the catalog's own."""
    return tuple(_MAKERS)


class Comparison:
    """Models side by side under one workload and one set of rules; gives each `Value` and keeps it."""

    def __init__(self, models: tuple[Model, ...], settings: Settings, workload: Workload) -> None:
        self.models = models
        self.settings = settings
        self.workload = workload
        self._values: dict[tuple[str, str], Value] = {}
        self._costs: dict[str, pricing.MonthlyCost | None] = {}
        # Two models' ids and a signal → how it stands: the verdict and every use case ask for the same ones.
        self.standings: dict[tuple[str, str, str], Standing | None] = {}
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
        return tuple(self.value(model, key) for model in self.models)

    def cost(self, model: Model) -> pricing.MonthlyCost | None:
        """The month on the model's cheapest route; None where no route is priced."""
        if model.id not in self._costs:
            self._costs[model.id] = pricing.cheapest(model, self.workload, self.settings.currency)
        return self._costs[model.id]

    def tokens(self, count: int) -> str:
        """The short form, or the whole number where two on this page would read alike."""
        return figures.exact(count) if count in self._in_full else figures.tokens(count)
