"""The routes to a model: prices that are the list's follow it, and what they were moves into the history."""

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from mkdocs_model_compare.catalog.model import PRICE_KEYS, Billing, Fact, Price, PriceKey, Route, Status
from mkdocs_model_compare.catalog.reading import KeyPath
from mkdocs_model_compare.catalog.schema_model import PriceEntry, RouteEntry
from mkdocs_model_compare.catalog.upstream.records import Amounts, Condition, Offer, Remark

from . import comparing, entries
from .beside import ORDER, Beside
from .matching import pair
from .merging_facts import is_ours_by_provenance, next_path

_KEYS = tuple(RouteEntry.model_fields)
_PRICES = tuple(PriceEntry.model_fields)
_ONE_DAY = timedelta(days=1)
UNKNOWN = "unknown"


def merge_routes(beside: Beside, *, whole: bool) -> None:
    """`whole`: all rows of the model are there, so that a route without one is gone from the list."""
    providers = {offer.vendor.id: beside.provider(offer.vendor) for offer in beside.offered.offers}
    pairs = pair(beside.model.routes, beside.offered.offers, providers)
    for route, offer in pairs.matched:
        _Pair(beside, route, offer).merge()
    _add(beside, [(offer, providers[offer.vendor.id]) for offer in pairs.offers])
    for route in pairs.routes if whole else ():
        if beside.is_own(route.source) and _has_price(beside, route):
            beside.plan.vanished.append(Remark(id=beside.model.id, text=f"{route.path} is no longer in the list"))


def _has_price(beside: Beside, route: Route) -> bool:
    return route.price is None or any(beside.is_own(fact.source) for fact in route.price.facts.values())


def _add(beside: Beside, offers: list[tuple[Offer, str]]) -> None:
    """Add routes of providers that no other source speaks for: those are in hands that know them."""
    if not beside.fills:
        return
    others = {route.provider.id for route in beside.model.routes if not beside.is_own(route.source)}
    window = beside.model.context_window.value or beside.offered.facts.get("context_window")
    added: Counter[str] = Counter()
    found = []
    for offer, provider in offers:
        path = next_path(beside, provider, added[provider])
        if provider in others or beside.refused(f"routes.{provider}") or beside.refused(path):
            continue
        source = None if is_ours_by_provenance(beside, path) else beside.source_id
        found.append(entries.route_entry(offer, provider, window, source))
        added[provider] += 1
        beside.changed(path, None, _in_words(offer))
        beside.plan.routes_added += 1
    if found and not beside.splice.has(("routes",)):
        beside.splice.insert((), "routes", found, ORDER)
    else:
        for entry in found:
            beside.splice.append(("routes",), entry)


def _in_words(offer: Offer) -> str:
    said = [f"{key} {comparing.text(amount)}" for key, amount in offer.price.items()]
    return ", ".join(said) or (offer.billing.value if offer.billing is not Billing.TOKEN else "no price")


class _Pair:
    """A route of the file and the row that prices it."""

    def __init__(self, beside: Beside, route: Route, offer: Offer) -> None:
        self._beside = beside
        self._route = route
        self._offer = offer
        self._place: KeyPath = beside.place(route.path)
        routes = beside.data["routes"]
        entry = routes[self._place[1]] if isinstance(routes, list) and isinstance(self._place[1], int) else {}
        self._entry: Mapping[str, object] = entry

    def merge(self) -> None:
        route, offer, beside = self._route, self._offer, self._beside
        if route.billing is not offer.billing or (route.price is not None and route.price.currency != "USD"):
            return  # the two cannot be compared
        before = len(beside.changes)
        if beside.is_own(route.source) and offer.status not in (None, route.status):
            assert offer.status is not None
            self._set("status", offer.status.value)
            beside.changed(f"{route.path}.status", _status(route), offer.status.value)
        if not offer.price:
            if self._owns_price():
                what = f"{route.path} has no price in the list any more"
                beside.plan.vanished.append(Remark(id=beside.model.id, text=what))
            return
        self._price()
        if len(beside.changes) > before or self._owns_price():
            self._variants()

    def _owns_price(self) -> bool:
        price = self._route.price
        return price is not None and any(self._beside.is_own(fact.source) for fact in price.facts.values())

    def _price(self) -> None:
        route, offer = self._route, self._offer
        if route.price is None:
            if self._beside.is_own(route.source):
                self._set("price", entries.price_entry(offer.price))
                self._beside.changed(f"{route.path}.price", None, _in_words(offer))
            return
        place, path = (*self._place, "price"), f"{route.path}.price"
        if self._follow(route.price, offer.price, place, path, compared=True):
            self._remember(route.price)

    def _follow(self, price: Price, wanted: Amounts, place: KeyPath, path: str, *, compared: bool) -> bool:
        """Make the list's own amounts those wanted; whether one that stood there is no more."""
        replaced = False
        for key in PRICE_KEYS:
            fact, amount = price.fact(key), wanted.get(key)
            if fact is None:
                if amount is not None and self._owned(price):
                    self._beside.splice.insert(place, key, amount, _PRICES)
                    self._beside.changed(f"{path}.{key}", None, comparing.text(amount))
            elif self._beside.is_own(fact.source):
                replaced |= self._replace(fact, amount, (*place, key), f"{path}.{key}")
            elif amount is not None and compared:
                self._compare(fact, amount)
        return replaced

    def _owned(self, price: Price) -> bool:
        return all(self._beside.is_own(fact.source) for fact in price.facts.values())

    def _compare(self, fact: Fact[Decimal], amount: Decimal) -> None:
        plan = self._beside.plan
        plan.prices_compared += 1
        plan.prices_differing += self._beside.compare(fact.path, fact, amount, self._offer.upstream_id)

    def _replace(self, fact: Fact[Decimal], amount: Decimal | None, place: KeyPath, path: str) -> bool:
        if fact.value == amount:
            return False
        new = UNKNOWN if amount is None else amount
        self._beside.splice.replace(place, new)
        self._beside.changed(path, comparing.said(fact), comparing.text(new))
        return fact.known

    def _remember(self, price: Price) -> None:
        """Move what the route asked into its history, unless that held for no day."""
        route, offer = self._route, self._offer
        began = offer.since if offer.since and offer.history else self._beside.origin.retrieved
        until = began - _ONE_DAY
        amounts: dict[PriceKey, Decimal] = {key: one.value for key, one in price.facts.items() if one.value is not None}
        newest = max((past.until.last for past in route.history), default=until)
        if (route.since is None or route.since.first <= until) and newest <= until:
            entry = {"until": until.isoformat(), "price": entries.price_entry(amounts)}
            self._set("since", began.isoformat())
            if self._entry.get("history"):
                self._beside.splice.prepend((*self._place, "history"), entry)
            else:
                self._set("history", [entry])

    def _variants(self) -> None:
        wanted = {(one.batch, one.context_over): one for one in self._offer.conditions}
        for index, variant in enumerate(self._route.variants):
            if variant.regions:
                continue
            condition = wanted.pop((variant.mode == "batch", variant.context_over), None)
            place: KeyPath = (*self._place, "variants", index, "price")
            path = f"{self._route.path}.variants.{index}.price"
            self._follow(variant.price, condition.price if condition else {}, place, path, compared=False)
        if self._beside.is_own(self._route.source):
            self._append(list(wanted.values()))

    def _append(self, conditions: list[Condition]) -> None:
        start = len(self._route.variants)
        found = [entries.variant_entry(one) for one in conditions]
        for index, one in enumerate(conditions, start):
            said = ", ".join(f"{key} {comparing.text(amount)}" for key, amount in one.price.items())
            self._beside.changed(f"{self._route.path}.variants.{index}", None, said)
        if self._entry.get("variants"):
            for entry in found:
                self._beside.splice.append((*self._place, "variants"), entry)
        elif found:
            self._set("variants", found)

    def _set(self, key: str, value: object) -> None:
        if key in self._entry:
            self._beside.splice.replace((*self._place, key), value)
        else:
            self._beside.splice.insert(self._place, key, value, _KEYS)


def _status(route: Route) -> str | None:
    return None if route.status is Status.ACTIVE else route.status.value
