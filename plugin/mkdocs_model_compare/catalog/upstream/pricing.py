"""The rules by which the prices of a row become those of a route, the same for every list.

0 is free only where the row says so in its name; elsewhere it is what a list writes for a subscription or for want of
a price, and is left unknown. A provider that bills otherwise than by the token has no price by the token.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from mkdocs_model_compare.catalog.model import PriceKey

from .records import Amounts, Condition, Offer
from .rows import Rows, billed

BATCH = "batch"
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


def with_batches(offers: Sequence[Offer], rows: Rows) -> list[Offer]:
    """Rows such as `model:batch` as what they are: the batch price of the same provider's route."""
    others = [one for one in offers if one.label != BATCH]
    for batch in (one for one in offers if one.label == BATCH):
        fitting = [
            one
            for one in others
            if (one.vendor, one.region, one.label) == (batch.vendor, batch.region, None) and one.price
        ]
        if len(fitting) != 1:
            rows.skip(batch.upstream_id, "it is a batch price, and the list has not one route that it is of")
            continue
        (base,) = fitting
        conditions = changed_by(base.price, (*base.conditions, Condition(batch=True, price=batch.price)))
        others[others.index(base)] = replace(base, conditions=conditions)
    return others


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
