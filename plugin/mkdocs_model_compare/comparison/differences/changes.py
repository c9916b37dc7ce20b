"""One fact that is not what it was, each side with its state, its printed form and its sources."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from decimal import Decimal

from mkdocs_model_compare.catalog.model import Model, Route, State, Variant
from mkdocs_model_compare.comparison.value import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """`path` is where the fact stands now, or stood: `routes.aws-bedrock.price.output`.

    `before` and `after` are unknown where nothing stands there. `route` and `variant` are those that a price is of.
    """

    path: str
    before: Value
    after: Value
    route: Route | None = None
    variant: Variant | None = None

    @property
    def differs(self) -> bool:
        """Another value, not only another source of the same."""
        return _shown(self.before) != _shown(self.after)

    @property
    def rise(self) -> Decimal | None:
        """By which share of itself a price or count rose, negative where it fell; None of what cannot be compared."""
        before, after = self.before.raw, self.after.raw
        amounts = all(isinstance(one, Decimal | int) and not isinstance(one, bool) for one in (before, after))
        if not amounts or not before or self.before.currency != self.after.currency:
            return None
        return Decimal(after) / Decimal(before) - 1

    @property
    def resourced(self) -> bool:
        """The same value with another source, note or date."""
        return not self.differs and _sourced(self.before) != _sourced(self.after)


def told(model: Model, path: str, text: str | None) -> Value:
    """What a file says in words that are no fact: unknown where it says nothing."""
    if text is None:
        return Value(model=model, key=path, state=State.UNKNOWN)
    return Value(model=model, key=path, state=State.KNOWN, text=text, machine=text, raw=text)


def _shown(value: Value) -> Hashable:
    return value.state, value.machine, value.text, value.exact, value.currency


def _sourced(value: Value) -> Hashable:
    return tuple((fact.source, fact.note, fact.retrieved) for fact in value.facts)
