"""Providers that our table does not have, and that are the labs of what they offer.

Lists have new labs before any table does. Such a provider is one that mostly offers what nobody else is known for: a
model of it that no other row has, or that bears its name, is its own.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from .records import Row, Vendor


def with_makers(rows: Iterable[Row]) -> list[Row]:
    """The rows, those of such models with their developer."""
    listed = list(rows)
    offering = _offering(listed)
    labs = _labs(listed)
    return [_own(row) if _is_own(row, labs, offering) else row for row in listed]


def _offering(rows: Iterable[Row]) -> Mapping[str, set[str]]:
    """Key → who has a model of that key; a record of it is nobody's offer."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        found[row.key].add("" if row.offer is None else row.offer.vendor.id)
    return found


def _labs(rows: Iterable[Row]) -> frozenset[str]:
    """The providers that our table does not have, and most of whose models are not known for anybody else's."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        if row.offer is not None and not row.offer.vendor.listed:
            count = counts[row.offer.vendor.id]
            count[0] += 1
            count[1] += row.developer is not None or row.signed
    return frozenset(vendor for vendor, (every, others) in counts.items() if others * 2 < every)


def _is_own(row: Row, labs: frozenset[str], offering: Mapping[str, set[str]]) -> bool:
    if row.offer is None or row.developer is not None or row.signed or row.offer.vendor.id not in labs:
        return False
    return offering[row.key] == {row.offer.vendor.id} or _bears_name(row, row.offer.vendor)


def _bears_name(row: Row, vendor: Vendor) -> bool:
    return row.key.startswith(re.sub(r"[^a-z0-9]", "", vendor.id))


def _own(row: Row) -> Row:
    assert row.offer is not None
    return replace(row, developer=row.offer.vendor.name, own=True, stated=True)
