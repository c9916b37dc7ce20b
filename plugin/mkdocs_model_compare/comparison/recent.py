"""What changed in a catalog lately, by the dates in it: prices, releases, last days and reviews.

Nothing is told without a date of its own, so what a file changed without saying when is not among it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Literal

from mkdocs_model_compare.catalog.dates import PartialDate
from mkdocs_model_compare.catalog.model import PRICE_KEYS, Model, Price, PriceKey, Route

from .comparison import Comparison
from .price_history import KEYS, Step, steps
from .spending import price_value
from .value import Value


class Kind(StrEnum):
    """In the order in which those of one day are told."""

    RELEASED = "released"
    RETIRES = "retires"
    PRICE = "price"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceChange:
    """One price of a route. `before` None: the first that is recorded."""

    key: PriceKey
    before: Value | None
    now: Value

    @property
    def direction(self) -> Literal["up", "down"] | None:
        """None where there is nothing to rank it against: no price before, or one in another currency."""
        if self.before is None or self.before.currency != self.now.currency:
            return None
        return "up" if self.now.raw > self.before.raw else "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What changed on one day. `models` are several only where they were reviewed on the same day.

    `after`: the day is the last one before the change, whose own day nobody recorded. `value` is the date as a fact.
    """

    kind: Kind
    when: PartialDate
    after: bool = False
    models: tuple[Model, ...]
    value: Value | None = None
    route: Route | None = None
    prices: tuple[PriceChange, ...] = ()


def changes(comparison: Comparison, models: Sequence[Model], today: date, days: int) -> tuple[Change, ...]:
    """The changes of these models in the last `days` days, the newest first, then by kind and by model's name."""
    limit = today - timedelta(days=days)
    found = [one for model in models for one in _of(comparison, model)] + list(_reviews(models))
    # A date that could be older, as "2026" in November, is not said to be of these days.
    recent = (one for one in found if limit <= one.when.first <= today)
    return tuple(sorted(recent, key=_newest_first))


def _newest_first(change: Change) -> tuple[int, int, str, str]:
    kind = list(Kind).index(change.kind)
    place = change.route.path if change.route else ""
    return -change.when.last.toordinal(), kind, change.models[0].name.casefold(), place


def _of(comparison: Comparison, model: Model) -> Iterator[Change]:
    for kind in (Kind.RELEASED, Kind.RETIRES):
        value = comparison.value(model, kind)
        if value.known:
            yield Change(kind=kind, when=value.raw, models=(model,), value=value)
    for route in model.routes:
        yield from _price_changes(model, route)


def _reviews(models: Iterable[Model]) -> Iterator[Change]:
    by_day: dict[date, list[Model]] = {}
    for model in models:
        if model.reviewed is not None:
            by_day.setdefault(model.reviewed, []).append(model)
    for day, reviewed in by_day.items():
        when = PartialDate(day.year, day.month, day.day)
        named = tuple(sorted(reviewed, key=lambda model: model.name.casefold()))
        yield Change(kind=Kind.REVIEWED, when=when, models=named)


def _price_changes(model: Model, route: Route) -> Iterator[Change]:
    """From each recorded price to the one after it; the first one where it is recorded when that began."""
    listed = steps(model, route)
    for now, before in pairwise(listed):
        told = tuple(_differing(model, route, now.price, before.price))
        when = now.since or before.until
        if told and when is not None:
            yield Change(kind=Kind.PRICE, when=when, after=now.since is None, models=(model,), route=route, prices=told)
    if len(listed) == 1 and (since := listed[0].since) is not None:
        told = tuple(PriceChange(key=key, before=None, now=value) for key, value in _known(listed[0]))
        if told:
            yield Change(kind=Kind.PRICE, when=since, models=(model,), route=route, prices=told)


def _known(step: Step) -> Iterator[tuple[PriceKey, Value]]:
    return ((key, cell.value) for key, cell in zip(KEYS, step.cells, strict=True) if cell.value.known)


def _differing(model: Model, route: Route, now: Price, before: Price) -> Iterator[PriceChange]:
    """The prices that are known of both times and are not the same."""
    for key in PRICE_KEYS:
        then, since = (price_value(model, route, price, key) for price in (before, now))
        if then.known and since.known and (then.raw, then.currency) != (since.raw, since.currency):
            yield PriceChange(key=key, before=then, now=since)
