"""What a model's routes cost, worked out anew from the YAML by the contract's words ("Prices")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tests.rendering.tracing.plain_catalog import UNKNOWN, Held, PlainCatalog, stated

_KEYS = ("input", "output", "cached_input", "cache_write")


@dataclass(frozen=True, slots=True, kw_only=True)
class Traffic:
    requests: int
    input_tokens: int
    output_tokens: int
    cached: Decimal
    batch: bool


_SMALL = Traffic(requests=0, input_tokens=0, output_tokens=0, cached=Decimal(0), batch=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """One route's prices in force, in one of its regions.

    `batched`: the keys that a batch price has set; `kept`: those that no condition has.
    """

    route: Any
    regions: tuple[str, ...]
    currency: str
    prices: dict[str, Held]
    batched: frozenset[str]
    kept: frozenset[str]
    tiers: tuple[int, ...]

    def amount(self, key: str) -> Decimal:
        return Decimal(str(self.prices[key].value))

    def month(self, traffic: Traffic) -> Decimal:
        fresh, out = self.amount("input"), self.amount("output")
        cached = self.amount("cached_input") if self.has("cached_input") else fresh
        share = traffic.cached
        request = (fresh * (1 - share) + cached * share) * traffic.input_tokens + out * traffic.output_tokens
        return request * traffic.requests / 1_000_000

    def has(self, key: str) -> bool:
        return self.prices.get(key, UNKNOWN).known


class Routes:
    """One model's routes at one traffic."""

    def __init__(self, catalog: PlainCatalog, model: str, traffic: Traffic) -> None:
        self.catalog = catalog
        self.traffic = traffic
        self.all = list(catalog.models[model].get("routes") or ())
        self.active = [one for one in self.all if one.get("status") != "retired"]
        self.sold = [one for one in self.active if one.get("billing", "token") == "token"]
        self.cheapest = self._cheapest()

    @property
    def provider_ids(self) -> list[str]:
        """The distinct providers, by name."""
        return sorted({one["provider"] for one in self.active}, key=lambda key: self.provider(key).casefold())

    @property
    def providers(self) -> list[str]:
        return [self.provider(key) for key in self.provider_ids]

    def provider(self, key: str) -> str:
        return str(self.catalog.providers[key]["name"])

    def row(self, key: str) -> Held:
        """What a row of prices and costs must say."""
        if key == "cheapest_output":
            found = self.lowest_output()
            return found.prices["output"] if found else self._unpriced("output")
        if self.cheapest is None:
            key_of = {"input_price": "input", "output_price": "output", "cached_input_price": "cached_input"}.get(key)
            return self._unpriced(key_of) if key_of else UNKNOWN
        if key == "monthly_cost":
            return Held(state="known", value=f"{self.cheapest.month(self.traffic):f}")
        if key == "cheapest_route":
            return Held(state="known", value=self.cheapest.route["provider"])
        if key.startswith("batch_"):
            name = key.removeprefix("batch_").removesuffix("_price")
            batch = self._same(self.cheapest, batch=True)
            told = batch.batched | (batch.kept if batch.batched & {"input", "output"} else set()) if batch else ()
            return batch.prices[name] if batch and name in told else UNKNOWN
        standard = self._same(self.cheapest, batch=False) or self.cheapest
        return standard.prices.get(key.removesuffix("_price"), UNKNOWN)

    def lowest_output(self) -> Paid | None:
        found = [one for route in self.sold for one in _paid(route, _SMALL) if one.currency == _currency(route)]
        return min(found, key=lambda one: (*self._foreign(one), one.amount("output"), self._named(one)), default=None)

    def listed_outputs(self, route: Any) -> list[Decimal]:
        """What the route asks for output, region by region, without batch and tiers."""
        return [one.amount("output") for one in _paid(route, _SMALL) if one.currency == _currency(route)]

    def _cheapest(self) -> Paid | None:
        found = [one for route in self.sold for one in _paid(route, self.traffic)]
        return min(
            found,
            key=lambda one: (*self._foreign(one), one.month(self.traffic), self._named(one), one.regions),
            default=None,
        )

    def lowest(self) -> tuple[list[str], bool]:
        """The providers of the routes whose cost prints as the lowest does, and whether that of another is more."""
        found = [(at, one) for at, route in enumerate(self.sold) for one in _paid(route, self.traffic)]
        if self.cheapest is None:
            return [], False
        currency = self.cheapest.currency
        if currency != self.catalog.currency and any(one.currency != currency for _, one in found):
            return [self.cheapest.route["provider"]], False
        least: dict[int, Decimal] = {}
        for at, one in found:
            if one.currency == currency:
                least[at] = min(one.month(self.traffic), least.get(at, one.month(self.traffic)))
        printed = _printed(min(least.values()))
        level = [str(self.sold[at]["provider"]) for at, amount in least.items() if _printed(amount) == printed]
        return level, len(level) < len(least)

    def _foreign(self, one: Paid) -> tuple[bool, str]:
        return one.currency != self.catalog.currency, one.currency

    def _named(self, one: Paid) -> str:
        return self.provider(one.route["provider"]).casefold()

    def _same(self, paid: Paid, *, batch: bool) -> Paid | None:
        traffic = Traffic(
            requests=self.traffic.requests,
            input_tokens=self.traffic.input_tokens,
            output_tokens=self.traffic.output_tokens,
            cached=self.traffic.cached,
            batch=batch,
        )
        return next((one for one in _paid(paid.route, traffic) if one.regions == paid.regions), None)

    def _unpriced(self, key: str) -> Held:
        states = {stated((route.get("price") or {}).get(key)).state for route in self.sold}
        return Held(state=states.pop()) if len(states) == 1 and "known" not in states else UNKNOWN


def _paid(route: Any, traffic: Traffic) -> Iterator[Paid]:
    size = traffic.input_tokens + traffic.output_tokens
    if not _both(_prices(route)) or size > int(route.get("context_window", size)):
        return
    regions = [()] + [_regions(one) for one in route.get("variants") or ()]
    for place in dict.fromkeys(regions):
        found = _in_force(route, place, traffic)
        if _both(found.prices):
            yield found


def _in_force(route: Any, place: tuple[str, ...], traffic: Traffic) -> Paid:
    prices, currency, batched = _prices(route), _currency(route), set[str]()
    applying = [one for one in route.get("variants") or () if _applies(one, route, place, traffic)]
    for variant in sorted(applying, key=_conditions):
        own = variant["price"].get("currency", _currency(route))
        if own != currency:
            prices, currency, batched = {}, own, set()
        given = {key: held for key, held in _prices(variant).items() if held.state != "unknown"}
        prices |= given
        batched = batched | given.keys() if variant["when"].get("mode") == "batch" else batched - given.keys()
    kept = prices.keys() - {key for variant in applying for key in _prices(variant)}
    tiers = tuple(int(one["when"]["context_over"]) for one in applying if "context_over" in one["when"])
    return Paid(
        route=route,
        regions=place,
        currency=currency,
        prices=prices,
        batched=frozenset(batched),
        kept=frozenset(kept),
        tiers=tiers,
    )


def _applies(variant: Any, route: Any, place: tuple[str, ...], traffic: Traffic) -> bool:
    when, regions = variant["when"], _regions(variant)
    if when.get("mode") == "batch" and not traffic.batch:
        return False
    if traffic.input_tokens <= int(when.get("context_over", -1)):
        return False
    return not regions or (set(place) <= set(regions) if place else route.get("region") in regions)


def _conditions(variant: Any) -> tuple[int, int]:
    return len(variant["when"]), int(variant["when"].get("context_over", 0))


def _regions(variant: Any) -> tuple[str, ...]:
    found = variant["when"].get("region") or ()
    return (found,) if isinstance(found, str) else tuple(found)


def _prices(of: Any) -> dict[str, Held]:
    price = of.get("price")
    return {key: stated(price[key]) for key in _KEYS if key in price} if isinstance(price, dict) else {}


def _both(prices: dict[str, Held]) -> bool:
    return all(prices.get(key, UNKNOWN).known for key in ("input", "output"))


def _printed(amount: Decimal) -> str:
    """To the cent, and from 100 on to the whole; what is under a cent is not free."""
    cents = amount.quantize(Decimal("0.01"), ROUND_HALF_UP)
    whole = amount.quantize(Decimal(1), ROUND_HALF_UP)
    return f"{whole if cents >= 100 else cents.normalize():f} {bool(amount)}"


def _currency(route: Any) -> str:
    price = route.get("price")
    return str(price.get("currency", "USD")) if isinstance(price, dict) else "USD"
