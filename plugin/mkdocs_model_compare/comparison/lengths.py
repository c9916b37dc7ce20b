"""How long a picture of a value is: in percent of a scale, to a tenth, so that every length equals its number."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from .value import Value

_FULL = Decimal(100)
_TENTH = Decimal("0.1")
# The same few sizes, prices and scores stand beside each other on page after page.
_KEPT = 4096
# Where twice the number is twice as much; a date or a count of scores has no length.
DRAWN = frozenset({"context_window", "cheapest_output", "input_price", "output_price"})


@lru_cache(_KEPT)
def length(amount: Decimal, scale: Decimal) -> Decimal:
    """Nothing is shorter than none, as a score can be, nor longer than the whole scale."""
    if scale <= 0:
        return Decimal(0)
    return min(max(amount, Decimal(0)) / scale * _FULL, _FULL).quantize(_TENTH)


def lengths(values: Sequence[Value]) -> tuple[Decimal | None, ...]:
    """Those of the values, each against the largest; None where one has no number, all where none is to compare."""
    amounts = [Decimal(value.machine) if value.known and value.machine else None for value in values]
    known = [(amount, value.currency) for amount, value in zip(amounts, values, strict=True) if amount is not None]
    # Amounts of two currencies have no common scale.
    if len(known) < 2 or len({currency for _, currency in known}) > 1:
        return (None,) * len(values)
    scale = max(amount for amount, _ in known)
    if scale <= 0:
        return (None,) * len(values)
    return tuple(None if amount is None else length(amount, scale) for amount in amounts)
