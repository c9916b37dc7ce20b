"""What two files of one model say differently of its routes: where it is offered, how, and at which prices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from mkdocs_model_compare.catalog.model import PRICE_KEYS, Billing, Fact, Model, PastPrice, Price, Route, State, Variant
from mkdocs_model_compare.comparison import figures
from mkdocs_model_compare.comparison.money_values import of_price
from mkdocs_model_compare.comparison.value import Value, unknown

from .changes import FactChange, told
from .pairing import paired

_PARTS = ("region", "model", "label", "status", "billing", "context_window", "since", "note")


def route_changes(before: Model, after: Model) -> Iterator[FactChange]:
    pairs = paired(
        before.routes,
        after.routes,
        lambda one: (one.provider.id, one.label, one.region, one.model),
        lambda one: (one.provider.id, one.label, one.region),
        lambda one: (one.provider.id, one.model),
        lambda one: one.provider.id,
    )
    for old, new in pairs:
        if old is not None and new is not None:
            yield from _in_both(before, after, old, new)
        else:
            held = new or old
            assert held is not None
            ours, theirs = _whole(before, old, held.path), _whole(after, new, held.path)
            yield FactChange(path=held.path, before=ours, after=theirs, route=held)


def _whole(model: Model, route: Route | None, path: str) -> Value:
    """A route that the other side has not, in one line with its prices."""
    if route is None:
        return unknown(model, path)
    told = _offer(route)
    return Value(model=model, key=path, state=State.KNOWN, text=told, machine=told, facts=(_sourced(path, route),))


def _sourced(path: str, route: Route) -> Fact[Any]:
    """That the route is there and as it is, with the provenance of all of it."""
    return Fact(path=path, state=State.KNOWN, source=route.source, note=route.note, retrieved=route.retrieved)


def _offer(route: Route) -> str:
    if route.price and (told := _prices(route.price)):
        return told
    return "by token, no price" if route.billing is Billing.TOKEN else f"by {route.billing.value}"


def _prices(price: Price) -> str:
    known = [(key, fact.value) for key, fact in price.facts.items() if fact.value is not None]
    return ", ".join(f"{figures.price(amount, price.currency)} {key}" for key, amount in known)


def _in_both(before: Model, after: Model, old: Route, new: Route) -> Iterator[FactChange]:
    for part in _PARTS:
        path, ours, theirs = f"{new.path}.{part}", _part(old, part), _part(new, part)
        if ours != theirs:
            yield FactChange(
                path=path,
                before=replace(told(before, path, ours), facts=(_sourced(path, old),)),
                after=replace(told(after, path, theirs), facts=(_sourced(path, new),)),
                route=new,
            )
    yield from _price_changes(before, after, new, (old.price, new.price), f"{new.path}.price", None)
    yield from _variant_changes(before, after, old, new)
    yield from _past_changes(before, after, old, new)


def _part(route: Route, part: str) -> str | None:
    held = getattr(route, part)
    return figures.exact(held) if isinstance(held, int) else None if held is None else str(held)


def _price_changes(
    before: Model, after: Model, route: Route, prices: tuple[Price | None, Price | None], path: str, of: Variant | None
) -> Iterator[FactChange]:
    for key in PRICE_KEYS:
        below = f"{path}.{key}"
        ours, theirs = (
            _amount(model, below, price, price.fact(key) if price else None)
            for model, price in zip((before, after), prices, strict=True)
        )
        yield FactChange(path=below, before=ours, after=theirs, route=route, variant=of)


def _amount(model: Model, path: str, price: Price | None, fact: Fact[Decimal] | None) -> Value:
    return unknown(model, path) if price is None or fact is None else of_price(model, path, fact, price.currency)


def _variant_changes(before: Model, after: Model, old: Route, new: Route) -> Iterator[FactChange]:
    places = {id(one): place for route in (old, new) for place, one in enumerate(route.variants)}
    for ours, theirs in paired(old.variants, new.variants, _condition):
        held = theirs or ours
        assert held is not None
        prices = ours.price if ours else None, theirs.price if theirs else None
        path = f"{new.path}.variants.{places[id(held)]}.price"
        yield from _price_changes(before, after, new, prices, path, held)


def _condition(variant: Variant) -> Any:
    return variant.mode, variant.context_over, variant.regions


def _past_changes(before: Model, after: Model, old: Route, new: Route) -> Iterator[FactChange]:
    for ours, theirs in paired(old.history, new.history, lambda one: one.until):
        held = theirs or ours
        assert held is not None
        path = f"{new.path}.history.{held.until}"
        yield FactChange(path=path, before=_past(before, path, ours), after=_past(after, path, theirs), route=new)


def _past(model: Model, path: str, past: PastPrice | None) -> Value:
    return told(model, path, None if past is None else _prices(past.price))
