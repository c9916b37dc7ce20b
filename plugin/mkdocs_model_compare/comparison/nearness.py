"""Which models are near each other: the rule by which `comparisons: {nearest: N}` picks the pairs worth a page.

A pair gathers points for what its two models have in common, as a reader who hesitates between them would count:

| in common | points |
| --- | --- |
| the family | 3 |
| the developer, not the family | 2 |
| the price class: the cheapest output prices within a factor of 2 | 2 |
| near it: within a factor of 5 | 1 |
| the context window, within a factor of 2 | 1 |
| openness of the licence | 1 |

More points are nearer; then the closer prices, then the id. What is unknown of one of the two gives no points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from mkdocs_model_compare.catalog.model import Model, Status

from .pricing import cheapest_output

_SAME_CLASS, _NEAR_CLASS, _SAME_WINDOW = 2, 5, 2
_FAR = float("inf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What of a model counts: its cheapest output price in the catalog's currency, its context window in tokens."""

    id: str
    family: str | None
    developer: str
    price: float | None
    window: float | None
    openness: str | None


def nearest_pairs(models: Iterable[Model], each: int, currency: str) -> tuple[tuple[Model, Model], ...]:
    """Every pair in which one model is among the `each` nearest of the other; no pair twice, none retired."""
    by_id = {model.id: model for model in models if model.status.value is not Status.RETIRED}
    profiles = [profile(model, currency) for model in by_id.values()]
    pairs = {(min(one.id, near.id), max(one.id, near.id)) for one in profiles for near in nearest(one, profiles, each)}
    return tuple((by_id[first], by_id[second]) for first, second in sorted(pairs))


def profile(model: Model, currency: str) -> Profile:
    window = model.context_window.value
    return Profile(
        id=model.id,
        family=model.family,
        developer=model.developer,
        price=_price(model, currency),
        window=None if window is None else float(window),
        openness=model.openness.value,
    )


def points(one: Profile, other: Profile) -> int:
    """How near two models are by the table above; the same in both directions."""
    return sum(_points(one, other))


def nearest(one: Profile, profiles: Iterable[Profile], count: int) -> list[Profile]:
    """The nearest of the others, the nearest first."""

    def order(other: Profile) -> tuple[int, float, str]:
        return -points(one, other), _ratio(one.price, other.price), other.id

    return sorted((other for other in profiles if other is not one), key=order)[:count]


def _points(one: Profile, other: Profile) -> Iterator[int]:
    if one.family is not None and one.family == other.family:
        yield 3
    elif one.developer == other.developer:
        yield 2
    prices = _ratio(one.price, other.price)
    if prices <= _NEAR_CLASS:
        yield 2 if prices <= _SAME_CLASS else 1
    if _ratio(one.window, other.window) <= _SAME_WINDOW:
        yield 1
    if one.openness is not None and one.openness == other.openness:
        yield 1


def _price(model: Model, currency: str) -> float | None:
    found = cheapest_output(model, currency)
    if found is None or found[0].price is None or found[0].price.currency != currency:
        return None
    # Only how far prices are apart is asked here, so a float will do.
    return float(found[1].value) if isinstance(found[1].value, Decimal) else None


def _ratio(one: float | None, other: float | None) -> float:
    """The larger by the smaller, 1 at the least; infinite where one is unknown or just one of the two is 0."""
    if one is None or other is None:
        return _FAR
    if one == other:
        return 1
    low, high = (one, other) if one < other else (other, one)
    return high / low if low else _FAR
