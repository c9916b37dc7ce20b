"""Whether a page about two or more models would say anything: the floor below which none is made.

What is counted are the rows of specifications, prices and capabilities: those known of every model, and among them
those in which the models differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from mkdocs_model_compare.catalog.model import Model

from .comparison import Comparison
from .rows import PRICES, SPECS

# The share of the rows that must be known of every model.
FLOOR = Decimal("0.15")


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """Of so many `rows`, how many are known of every model, and in how many of these they differ."""

    rows: int
    known: int
    differing: int

    def lack(self, floor: Decimal) -> str | None:
        """Why a page would say little, if it would. With a floor of 0 every page is worth making."""
        if not floor:
            return None
        if self.known < floor * self.rows:
            few = "none" if not self.known else f"only {self.known}"
            return f"it would say little: {few} of {self.rows} facts {_are(self.known)} known of every model"
        if not self.differing:
            return f"it would say little: all {self.known} facts known of every model are the same"
        return None


class Worths:
    """Counts the rows of one set of models after another; what is known of each is looked up once."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._keys = (*SPECS, *PRICES, *comparison.settings.capabilities)
        self._seen: dict[str, tuple[str | None, ...]] = {}

    def of(self, models: tuple[Model, ...]) -> Worth:
        rows = [set(values) for values in zip(*map(self._values, models), strict=True)]
        known = [row for row in rows if None not in row]
        return Worth(rows=len(rows), known=len(known), differing=sum(len(row) > 1 for row in known))

    def _values(self, model: Model) -> tuple[str | None, ...]:
        found = self._seen.get(model.id)
        if found is None:
            values = (self._comparison.value(model, key) for key in self._keys)
            found = tuple((value.machine or value.text or "no") if value.settled else None for value in values)
            self._seen[model.id] = found
        return found


def _are(count: int) -> str:
    return "is" if count <= 1 else "are"
