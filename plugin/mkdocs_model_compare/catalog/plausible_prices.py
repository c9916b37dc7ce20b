"""Which prices of a model are hardly possible beside its other prices, and beside those of its family.

Prices are compared as the files state them: by the token, in one currency, without a condition, and never those that
are free, which a file says on purpose.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median_low

from .dates import PartialDate
from .doubting import CACHED_PRICE, ROUTE_PRICES, SIBLING_PRICE, Doubt
from .model import Billing, Fact, Model, Price, PriceKey, Route
from .wording import plain_decimal

_FOLD = 3
_KEYS: tuple[PriceKey, PriceKey] = ("input", "output")

# Currency, input and output.
_Pair = tuple[str, Decimal, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sibling:
    """`pairs`: what its routes ask, both prices together, each with the fact of the first that asks it."""

    model: Model
    released: PartialDate
    pairs: Mapping[_Pair, Fact[Decimal]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """One price of a route, above 0."""

    route: Route
    fact: Fact[Decimal]
    amount: Decimal
    currency: str

    def times(self, other: "_Listed") -> Decimal:
        """How many times the larger of two prices is the smaller."""
        low, high = sorted((self.amount, other.amount))
        return high / low


def price_doubts(model: Model) -> Iterator[Doubt]:
    """The doubts about a model's prices beside each other."""
    for route in model.routes:
        yield from _cached(model, route)
    yield from _apart(model)


def family_doubts(family: Sequence[Model]) -> Iterator[Doubt]:
    """The doubts about the prices of a whole family beside each other."""
    dated = [
        _Sibling(model=model, released=model.released.value, pairs=pairs)
        for model in family
        if model.released.value is not None and (pairs := _pairs(model))
    ]
    for sibling in dated:
        yield from _inherited(sibling, dated)


def _cached(model: Model, route: Route) -> Iterator[Doubt]:
    base = route.price
    if route.price is not None:
        yield from _cached_in(model, route.price, None)
    for variant in route.variants:
        same = base is not None and base.currency == variant.price.currency
        yield from _cached_in(model, variant.price, base if same else None)


def _cached_in(model: Model, price: Price, inherited: Price | None) -> Iterator[Doubt]:
    cached, fresh = price.fact("cached_input"), price.fact("input")
    if fresh is None and inherited is not None:
        fresh = inherited.fact("input")
    if cached is None or fresh is None or cached.value is None or fresh.value is None or cached.value <= fresh.value:
        return
    more, less = _amount(cached.value, price.currency), _amount(fresh.value, price.currency)
    yield Doubt(
        model=model,
        check=CACHED_PRICE,
        path=cached.path,
        message=f"{more} is more than uncached input costs, {less}; expected at most that",
        remedy="correct one of the two",
    )


def _apart(model: Model) -> Iterator[Doubt]:
    """One doubt about the routes whose prices lie furthest apart, and one about each route that is explained by path.

    Routes that are explained are left out of the first, so that it sees what is new beside them.
    """
    explained = tuple(path for path in model.acknowledged.get(ROUTE_PRICES, ()) if path)
    widest: list[tuple[_Listed, _Listed]] = []
    said: set[str] = set()
    for listed in _price_lists(model):
        apart = [one for one in listed if _below(one.fact.path, explained)]
        for one in (one for one in apart if one.route.path not in said):
            other = max(listed, key=one.times)
            if one.times(other) > _FOLD:
                said.add(one.route.path)
                yield _far(model, one, other)
        rest = [one for one in listed if one not in apart]
        if rest and rest[0].times(rest[-1]) > _FOLD:
            widest.append(_outlier_first(rest))
    if widest:
        yield _far(model, *max(widest, key=lambda pair: pair[0].times(pair[1])))


def _below(path: str, paths: Sequence[str]) -> bool:
    return any(f"{path}.".startswith(f"{one}.") for one in paths)


def _price_lists(model: Model) -> Iterator[list[_Listed]]:
    """The prices of the routes by the token under each key in each currency, the lowest first."""
    sold = [route for route in model.routes if route.active and route.billing is Billing.TOKEN]
    for currency in dict.fromkeys(route.price.currency for route in sold if route.price is not None):
        for key in _KEYS:
            found = [
                _Listed(route=route, fact=fact, amount=fact.value, currency=currency)
                for route in sold
                if route.price is not None and route.price.currency == currency
                if (fact := route.price.fact(key)) is not None and fact.value
            ]
            yield sorted(found, key=lambda one: one.amount)


def _outlier_first(listed: list[_Listed]) -> tuple[_Listed, _Listed]:
    """The lowest and the highest price, the one further from the middle first."""
    low, high = listed[0], listed[-1]
    # The lower middle of an even number: of just two routes the dearer is named.
    middle = median_low(one.amount for one in listed)
    return (high, low) if high.amount * low.amount >= middle * middle else (low, high)


def _far(model: Model, one: _Listed, other: _Listed) -> Doubt:
    return Doubt(
        model=model,
        check=ROUTE_PRICES,
        path=one.fact.path,
        message=(
            f"{_amount(one.amount, one.currency)} and the {_amount(other.amount, other.currency)} of "
            f"{other.route.path} differ {one.times(other):.2f}-fold; expected the routes of one model within threefold"
        ),
        remedy="correct the wrong one",
    )


def _inherited(own: _Sibling, family: Sequence[_Sibling]) -> Iterator[Doubt]:
    newer = _next(own, family)
    held = {pair for one in newer for pair in one.pairs}
    older = [one for one in family if one.released.last < own.released.first]
    for pair, fact in own.pairs.items():
        sibling = next((one for one in older if pair in one.pairs), None)
        if sibling is not None and held and pair not in held:
            costs = _both(next(iter(newer[0].pairs)))
            yield Doubt(
                model=own.model,
                check=SIBLING_PRICE,
                path=fact.path,
                message=(
                    f"{_both(pair)} is also the price of the older {sibling.model.id}, and the newer "
                    f"{newer[0].model.id} costs {costs}; expected a price of its own"
                ),
                remedy="look it up, and correct it if it is the older model's",
            )


def _next(own: _Sibling, family: Sequence[_Sibling]) -> list[_Sibling]:
    """The sibling that came out next, or several where their dates do not tell which did."""
    later = [one for one in family if own.released.last < one.released.first]
    return [one for one in later if not any(other.released.last < one.released.first for other in later)]


def _pairs(model: Model) -> dict[_Pair, Fact[Decimal]]:
    found: dict[_Pair, Fact[Decimal]] = {}
    for route in model.routes:
        if not route.priced or route.price is None:
            continue
        fresh, out = route.price.facts["input"], route.price.facts["output"]
        if fresh.value and out.value:
            found.setdefault((route.price.currency, fresh.value, out.value), fresh)
    return found


def _amount(amount: Decimal, currency: str) -> str:
    return f"{currency} {plain_decimal(amount)}"


def _both(pair: _Pair) -> str:
    currency, fresh, out = pair
    return f"{currency} {plain_decimal(fresh)} in and {plain_decimal(out)} out"
