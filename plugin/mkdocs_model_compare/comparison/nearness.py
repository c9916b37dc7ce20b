"""Which models are near each other: the rule by which `comparisons: {nearest: N}` picks the pairs worth a page.

A pair gathers points for what its two models have in common, as a reader who hesitates between them would count:
`RULE` lists them. More points are nearer; then the closer prices, then the id. What is unknown of one of the two gives
no points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from mkdocs_model_compare.catalog.model import Model, State

from .pricing import cheapest_output

# What two models can have in common → the points for it, and what that means.
RULE: Mapping[str, tuple[int, str]] = MappingProxyType(
    {
        "family": (3, "one family"),
        "developer": (2, "one developer, but not one family"),
        "price class": (2, "the cheapest output prices within a factor of 2"),
        "like price": (1, "the cheapest output prices within a factor of 5, but not of 2"),
        "context window": (1, "the context windows within a factor of 2"),
        "openness": (1, "one openness of the licences"),
        "capabilities": (1, "four of five capabilities known of both alike, of three or more"),
    }
)
_SAME_CLASS, _NEAR_CLASS, _SAME_WINDOW = 2, 5, 2
FEWEST_CAPABILITIES = 3
_ALIKE = 0.8
_FAR = float("inf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What of a model counts: its cheapest output price in the catalog's currency, its context window in tokens.

    `has` and `lacks` are the capabilities that it is known to have and not to have.
    """

    id: str
    family: str | None
    developer: str
    price: float | None
    window: float | None
    openness: str | None
    has: frozenset[str] = field(default=frozenset())
    lacks: frozenset[str] = field(default=frozenset())


def profile(model: Model, currency: str) -> Profile:
    window = model.context_window.value
    known = {name: fact.value for name, fact in model.capabilities.items() if fact.known or fact.state is State.NO}
    return Profile(
        id=model.id,
        family=model.family,
        developer=model.developer,
        price=_price(model, currency),
        window=None if window is None else float(window),
        openness=model.openness.value,
        has=frozenset(name for name, value in known.items() if value),
        lacks=frozenset(name for name, value in known.items() if not value),
    )


def points(one: Profile, other: Profile) -> int:
    """How near two models are by `RULE`; the same in both directions."""
    return sum(RULE[each][0] for each in in_common(one, other))


def in_common(one: Profile, other: Profile) -> Iterator[str]:
    """The keys of `RULE` that hold for the two."""
    if one.family is not None and one.family == other.family:
        yield "family"
    elif one.developer == other.developer:
        yield "developer"
    prices = price_class(ratio(one.price, other.price))
    if prices is not None:
        yield prices
    if ratio(one.window, other.window) <= _SAME_WINDOW:
        yield "context window"
    if one.openness is not None and one.openness == other.openness:
        yield "openness"
    alike = len(one.has & other.has) + len(one.lacks & other.lacks)
    known = alike + len(one.has & other.lacks) + len(one.lacks & other.has)
    if known >= FEWEST_CAPABILITIES and alike >= _ALIKE * known:
        yield "capabilities"


def price_class(apart: float) -> str | None:
    """The key of `RULE` that holds for two models whose prices are apart by that factor."""
    if apart > _NEAR_CLASS:
        return None
    return "price class" if apart <= _SAME_CLASS else "like price"


def ratio(one: float | None, other: float | None) -> float:
    """The larger by the smaller, 1 at the least; infinite where one is unknown or just one of the two is 0."""
    if one is None or other is None:
        return _FAR
    if one == other:
        return 1
    low, high = (one, other) if one < other else (other, one)
    return high / low if low else _FAR


def _price(model: Model, currency: str) -> float | None:
    found = cheapest_output(model, currency)
    if found is None or found[0].price is None or found[0].price.currency != currency:
        return None
    # Only how far prices are apart is asked here, so a float will do.
    return float(found[1].value) if isinstance(found[1].value, Decimal) else None
