"""What routes have charged over time: the prices that `since` and `history` record, and none in between.

A price whose beginning nobody recorded is open towards the past; no date is ever made up for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_model_compare.catalog.dates import PartialDate
from mkdocs_model_compare.catalog.model import Model, Price, PriceKey, Route, Status

from .comparison import Comparison
from .rows import Cell
from .spending import price_value

KEYS: tuple[PriceKey, ...] = ("input", "output")
_UNDATED = ".."


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A price while it held, both days inclusive. `since` None: not recorded; `until` None: it is the route's now.

    `cells` are its prices by `KEYS`.
    """

    since: PartialDate | None
    until: PartialDate | None
    price: Price
    cells: tuple[Cell, ...]

    @property
    def period(self) -> str:
        """As ISO 8601 has an interval, `..` where an end is not known: `2025-10-15/..`."""
        return f"{self.since or _UNDATED}/{self.until or _UNDATED}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """One model's prices on one route, newest first. `route` None: none is priced, or the provider asked for has none.

    `cheapest`: it is the model's cheapest route at the page's workload.
    """

    model: Model
    route: Route | None
    steps: tuple[Step, ...]
    cheapest: bool

    @property
    def dated(self) -> bool:
        """Some day is known from which, or up to which, a price held."""
        return any(step.since or step.until for step in self.steps)


def tracks(comparison: Comparison, provider: str | None = None) -> tuple[Track, ...]:
    """For each model its cheapest route at the page's workload, or its route at the provider with this id."""
    return tuple(_track(comparison, model, provider) for model in comparison.models)


def steps(model: Model, route: Route) -> tuple[Step, ...]:
    """Every price that is recorded of the route, newest first."""
    now = () if route.price is None else (_step(model, route, route.price, route.since, None),)
    return (*now, *(_step(model, route, past.price, None, past.until) for past in route.history))


def _track(comparison: Comparison, model: Model, provider: str | None) -> Track:
    cost = comparison.cost(model)
    cheapest = cost.offer.route if cost else None
    route = cheapest if provider is None else _offered_by(comparison, model, provider)
    return Track(
        model=model,
        route=route,
        steps=() if route is None else steps(model, route),
        cheapest=route is not None and route is cheapest,
    )


def _offered_by(comparison: Comparison, model: Model, provider: str) -> Route | None:
    """The provider's cheapest route at the workload, else the first that is not retired, else its first."""
    ours = comparison.settings.currency
    costs = sorted(comparison.costs(model), key=lambda cost: cost.offer.currency != ours)
    priced = (cost.offer.route for cost in costs)
    others = sorted(model.routes, key=lambda route: route.status is Status.RETIRED)
    return next((route for route in (*priced, *others) if route.provider.id == provider), None)


def _step(model: Model, route: Route, price: Price, since: PartialDate | None, until: PartialDate | None) -> Step:
    cells = tuple(Cell(value=price_value(model, route, price, key), lead=None) for key in KEYS)
    return Step(since=since, until=until, price=price, cells=cells)
