"""Routes and a workload → what one request and one month cost, by the rules of the catalog contract ("Prices").

A cost is always that of one route: no price is ever put together from two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from mkdocs_model_compare.catalog.model import Fact, Model, PriceKey, Route, State, Variant
from mkdocs_model_compare.catalog.settings import Workload

from .statement import statement

_PER = Decimal(1_000_000)
# Too small for any tier, so what a route lists comes out.
_ANY_REQUEST = Workload(id=None, name=None, requests=0, input_tokens=0, output_tokens=0, cached=Decimal(0), batch=False)


@statement(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a route charges at a workload: the prices in force per 1M tokens, and where they hold.

    `regions` is empty for the route's own region. `conditions` are the variants that apply.
    """

    route: Route
    regions: tuple[str, ...]
    currency: str
    prices: Mapping[PriceKey, Fact[Decimal]]
    conditions: tuple[Variant, ...]

    def amount(self, key: PriceKey) -> Decimal | None:
        fact = self.prices.get(key)
        return fact.value if fact is not None and fact.known else None

    @property
    def facts(self) -> tuple[Fact[Any], ...]:
        return tuple(self.prices[key] for key in ("input", "output"))

    @property
    def batch(self) -> bool:
        """Whether any of what is paid for is at a price for batch."""
        return bool(self.conditions) and (self.in_batch("input") or self.in_batch("output"))

    def in_batch(self, key: PriceKey) -> bool:
        """Whether the price in force is one for batch, and no other condition has set it anew."""
        return any(
            variant.mode == "batch" and variant.price.facts.get(key) is self.prices.get(key)
            for variant in self.conditions
            if key in variant.price.facts
        )


@statement(frozen=True, slots=True, kw_only=True)
class MonthlyCost:
    """`amount` in `offer.currency` a month, exact, and the facts it rests on."""

    offer: Offer
    amount: Decimal
    facts: tuple[Fact[Any], ...]


def offers(route: Route, workload: Workload) -> Iterator[Offer]:
    """The route's price at this workload, and that of each region it prices apart.

    None where it is not priced, or does not take requests of this size.
    """
    size = workload.input_tokens + workload.output_tokens
    if not route.priced or (route.context_window is not None and size > route.context_window):
        return
    places = dict.fromkeys(((), *(variant.regions for variant in route.variants))) if route.variants else ((),)
    for regions in places:
        if (offer := _offer(route, regions, workload)) is not None:
            yield offer


def monthly_cost(offer: Offer, workload: Workload) -> MonthlyCost:
    """Requests × (fresh input + cached input + output). Cached input costs full price where the route has no other."""
    fresh, out, cached = offer.amount("input"), offer.amount("output"), offer.amount("cached_input")
    assert fresh is not None
    assert out is not None
    blended = fresh if cached is None else fresh * (1 - workload.cached) + cached * workload.cached
    request = blended * workload.input_tokens + out * workload.output_tokens
    from_cache = (offer.prices["cached_input"],) if cached is not None and workload.cached else ()
    return MonthlyCost(offer=offer, amount=request * workload.requests / _PER, facts=(*offer.facts, *from_cache))


def costs(model: Model, workload: Workload) -> tuple[MonthlyCost, ...]:
    """What each priced route of the model costs, of each currency the cheapest first, then by provider's name."""
    found = (monthly_cost(offer, workload) for route in model.routes for offer in offers(route, workload))
    return tuple(sorted(found, key=_cheapest_first))


def cheapest(model: Model, workload: Workload, currency: str) -> MonthlyCost | None:
    """The cheapest single route in the currency, else in the first other by its code; None where none is priced."""
    return first_in(costs(model, workload), currency)


def first_in(found: Sequence[MonthlyCost], currency: str) -> MonthlyCost | None:
    """Of costs in their order, the one to count."""
    return next((cost for cost in found if cost.offer.currency == currency), next(iter(found), None))


def cheapest_output(model: Model, currency: str) -> tuple[Route, Fact[Decimal]] | None:
    """The lowest output price of any priced route in any of its regions, without batch and tiers.

    Of the currency where there is one, else of the first other by its code. A region that is priced in another
    currency than its route is left out.
    """
    listed = [
        (route, offer.prices["output"])
        for route in model.routes
        for offer in offers(route, _ANY_REQUEST)
        if route.price is not None and offer.currency == route.price.currency
    ]
    return min(listed, key=lambda found: _output_order(found, currency), default=None)


def listed_outputs(route: Route) -> tuple[Decimal | None, ...]:
    """The output prices of the route in its own currency, one per region, without batch and tiers."""
    own = route.price.currency if route.price else None
    return tuple(offer.amount("output") for offer in offers(route, _ANY_REQUEST) if offer.currency == own)


def in_order(variants: Iterable[Variant]) -> tuple[Variant, ...]:
    """Variants in the order in which they override each other, the last word last."""
    return tuple(sorted(variants, key=_specific_last))


def _offer(route: Route, regions: tuple[str, ...], workload: Workload) -> Offer | None:
    assert route.price is not None
    applying = tuple([variant for variant in route.variants if _applies(variant, route, regions, workload)])
    if len(applying) > 1:
        applying = in_order(applying)
    prices = dict(route.price.facts)
    currency = route.price.currency
    for variant in applying:
        if variant.price.currency != currency:
            # Amounts of two currencies make no price: such a variant inherits nothing.
            prices, currency = {}, variant.price.currency
        prices.update({key: fact for key, fact in variant.price.facts.items() if fact.state is not State.UNKNOWN})
    offer = Offer(route=route, regions=regions, currency=currency, prices=prices, conditions=applying)
    return offer if offer.amount("input") is not None and offer.amount("output") is not None else None


def _applies(variant: Variant, route: Route, regions: tuple[str, ...], workload: Workload) -> bool:
    if variant.mode == "batch" and not workload.batch:
        return False
    if variant.context_over is not None and workload.input_tokens <= variant.context_over:
        return False
    if not variant.regions or (not regions and route.region in variant.regions):
        return True
    return bool(regions) and set(regions) <= set(variant.regions)


def _specific_last(variant: Variant) -> tuple[int, int]:
    # A variant with more conditions overrides one with fewer; of two tiers the higher one reached overrides the
    # lower, and a tier overrides plain batch: where a list gives no price for both at once, the dearer is assumed.
    conditions = (variant.mode is not None) + (variant.context_over is not None) + bool(variant.regions)
    return conditions, variant.context_over or 0


def _cheapest_first(cost: MonthlyCost) -> tuple[str, Decimal, str, tuple[str, ...]]:
    # Not by amounts of two currencies: which one counts is settled by their codes, as nothing else settles it.
    return cost.offer.currency, cost.amount, cost.offer.route.provider.name.casefold(), cost.offer.regions


def _output_order(found: tuple[Route, Fact[Decimal]], currency: str) -> tuple[bool, str, Decimal, str]:
    route, fact = found
    assert route.price is not None
    assert fact.value is not None
    own = route.price.currency
    return own != currency, own, fact.value, route.provider.name.casefold()
