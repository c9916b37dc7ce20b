"""The rules by which the prices of a row become those of a route, the same for every list.

0 is free only where the row says so in its name; elsewhere it is what a list writes for a subscription or for want of
a price, and is left unknown. A provider that bills otherwise than by the token has no price by the token.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from mkdocs_model_compare.catalog.model import PriceKey

from .records import Amounts, Condition, Offer
from .rows import billed

_FREE = re.compile(r"(?:^|[-:/ (])free(?:$|[ )])", re.IGNORECASE)


def free_is_meant(*names: object) -> bool:
    """Whether a row says that it is free: `model:free`, `model-free`, `Model (free)`."""
    return any(isinstance(name, str) and _FREE.search(name) is not None for name in names)


def priced(
    offer: Offer,
    price: Mapping[PriceKey, Decimal],
    conditions: Iterable[Condition],
    *,
    free: bool,
    doubt: Callable[[str], None],
) -> Offer:
    """The offer with the prices that count."""
    listed = tuple(conditions)
    if not billed(offer.vendor):
        return replace(offer, billing=offer.vendor.billing)
    if free and price and not any(price.values()):
        return replace(offer, price=dict(price))
    known = {key: amount for key, amount in price.items() if amount}
    if price and not known:
        doubt("prices of 0: free, a subscription or not known, which the list does not say")
    return replace(offer, price=known, conditions=changed_by(known, listed))


def changed_by(base: Amounts, conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """The conditions that change a price, each with the prices that it changes, and each condition once.

    A variant inherits what it leaves out, from the route or from another variant that holds as well; so it leaves out
    only a price that is the same in all of them. The order is that in which the catalog has one override another.
    """
    found: dict[tuple[int, int, bool], Condition] = {}
    for one in conditions if base else ():
        found.setdefault((one.batch + (one.context_over is not None), one.context_over or 0, one.batch), one)
    order = [found[when] for when in sorted(found)]
    changes = (replace(one, price=_changes(one, base, order)) for one in order)
    return tuple(one for one in changes if one.price)


def _changes(one: Condition, base: Amounts, order: Iterable[Condition]) -> Amounts:
    before = [base, *takewhile(lambda price: price is not one.price, (other.price for other in order))]
    inherited = {key: {price[key] for price in before if price.get(key)} for key in one.price}
    return {key: amount for key, amount in one.price.items() if amount and inherited[key] != {amount}}
