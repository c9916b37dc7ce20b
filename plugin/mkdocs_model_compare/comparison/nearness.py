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

from collections.abc import Iterable, Iterator
from decimal import Decimal

from mkdocs_model_compare.catalog.model import Model, Status

from .pricing import cheapest_output

_SAME_CLASS, _NEAR_CLASS, _SAME_WINDOW = Decimal(2), Decimal(5), Decimal(2)
_FAR = Decimal("Infinity")


def nearest_pairs(models: Iterable[Model], each: int, currency: str) -> tuple[tuple[Model, Model], ...]:
    """Every pair in which one model is among the `each` nearest of the other; no pair twice, none retired."""
    current = tuple(model for model in models if model.status.value is not Status.RETIRED)
    by_id = {model.id: model for model in current}
    pairs = {
        (min(model.id, near.id), max(model.id, near.id))
        for model in current
        for near in _nearest(model, current, currency)[:each]
    }
    return tuple((by_id[first], by_id[second]) for first, second in sorted(pairs))


def _nearest(model: Model, others: Iterable[Model], currency: str) -> list[Model]:
    def order(other: Model) -> tuple[int, Decimal, str]:
        return -points(model, other, currency), _price_ratio(model, other, currency), other.id

    return sorted((other for other in others if other.id != model.id), key=order)


def points(one: Model, other: Model, currency: str) -> int:
    """How near two models are by the table above; the same in both directions."""
    return sum(_points(one, other, currency))


def _points(one: Model, other: Model, currency: str) -> Iterator[int]:
    if one.family is not None and one.family == other.family:
        yield 3
    elif one.developer == other.developer:
        yield 2
    prices = _price_ratio(one, other, currency)
    if prices <= _NEAR_CLASS:
        yield 2 if prices <= _SAME_CLASS else 1
    if _ratio(one.context_window.value, other.context_window.value) <= _SAME_WINDOW:
        yield 1
    if one.openness.known and one.openness.value == other.openness.value:
        yield 1


def _price_ratio(one: Model, other: Model, currency: str) -> Decimal:
    return _ratio(_price(one, currency), _price(other, currency))


def _price(model: Model, currency: str) -> Decimal | None:
    found = cheapest_output(model, currency)
    if found is None or found[0].price is None or found[0].price.currency != currency:
        return None
    return found[1].value


def _ratio(one: Decimal | int | None, other: Decimal | int | None) -> Decimal:
    """The larger by the smaller, at least 1; infinite where one is unknown or just one of the two is 0."""
    if one is None or other is None:
        return _FAR
    low, high = sorted((Decimal(one), Decimal(other)))
    if high == low:
        return Decimal(1)
    return high / low if low else _FAR
