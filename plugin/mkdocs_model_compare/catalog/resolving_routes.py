"""The routes of a model's file → `Route` values whose every price is a fact with its own provenance."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from .model import PRICE_KEYS, Fact, PastPrice, Price, PriceKey, Provider, Route, Status, Variant
from .schema_model import PriceEntry, RouteEntry, VariantEntry
from .stating import Around, Statements, entry_paths

CURRENCY = "USD"  # where a price names none, as the contract of the catalog has it


def resolve_routes(
    entries: Sequence[RouteEntry], facts: Statements, providers: Mapping[str, Provider]
) -> tuple[Route, ...]:
    paths = entry_paths("routes", (entry.provider for entry in entries))
    return tuple(_route(entry, path, facts, providers) for entry, path in zip(entries, paths, strict=True))


def _route(entry: RouteEntry, path: tuple[str, ...], facts: Statements, providers: Mapping[str, Provider]) -> Route:
    around = facts.around(path, entry.source, None, entry.retrieved)
    pricing = _Pricing(entry, facts, around)
    stated = entry.price if isinstance(entry.price, PriceEntry) else None
    return Route(
        path=".".join(path),
        provider=providers[entry.provider],
        region=entry.region,
        context_window=entry.context_window,
        model=entry.model,
        label=entry.label,
        status=entry.status or Status.ACTIVE,
        billing=entry.billing,
        price=None if stated is None else pricing.price(stated, (*path, "price")),
        variants=tuple(
            _variant(variant, pricing.price(variant.price, (*path, "variants", str(index), "price")))
            for index, variant in enumerate(entry.variants or ())
        ),
        since=entry.since,
        history=tuple(
            PastPrice(until=past.until, price=pricing.price(past.price, (*path, "history", str(index), "price")))
            for index, past in enumerate(entry.history or ())
        ),
        source=around.source,
        note=entry.note,
        retrieved=around.retrieved,
    )


def _variant(entry: VariantEntry, price: Price) -> Variant:
    regions = entry.when.region or ()
    return Variant(
        mode="batch" if entry.when.mode == "batch" else None,
        context_over=entry.when.context_over,
        regions=(regions,) if isinstance(regions, str) else tuple(regions),
        price=price,
    )


class _Pricing:
    """Makes the prices of one route; `around` is what the route says of their provenance."""

    def __init__(self, route: RouteEntry, facts: Statements, around: Around) -> None:
        self._route = route
        self._facts = facts
        self._around = around
        base = route.price.currency if isinstance(route.price, PriceEntry) else None
        self._currency = base or CURRENCY

    def price(self, entry: PriceEntry, path: tuple[str, ...]) -> Price:
        stated: dict[PriceKey, Fact[Decimal]] = {}
        start = ".".join(path)
        for key in PRICE_KEYS:
            value = getattr(entry, key)
            if value is not None:
                around = self._around_price((*path, key)) if self._facts.detailed else self._around
                stated[key] = self._facts.given(f"{start}.{key}", value, around)
        return Price(currency=entry.currency or self._currency, facts=MappingProxyType(stated))

    def _around_price(self, path: tuple[str, ...]) -> Around:
        return self._facts.around(path, self._route.source, None, self._route.retrieved)
