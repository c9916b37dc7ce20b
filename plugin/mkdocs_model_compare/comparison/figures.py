"""The printed forms of numbers, one for each kind, shared by tables, prose and comparisons.

They stand below the rules because "cheaper" needs a difference that shows: two amounts that print alike are a tie.
The forms are those of the catalog contract ("Prices", "What a value can be").
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import accumulate

_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "INR": "₹", "KRW": "₩"}
WHOLE_FROM = Decimal(100)
_CENT = Decimal("0.01")
_BINARY_STEP = 1024
_DECIMAL_STEP = 1000
_MILLION = 1_000_000
# The same prices and sizes stand on page after page; a large catalog has some thousands.
_KEPT = 4096


@lru_cache(_KEPT)
def price(amount: Decimal, currency: str = "USD") -> str:
    """A price per 1M tokens: `$4`, `$0.80`, `$0.075`; every digit the catalog gives is kept. 0 is "free"."""
    if amount == 0:
        return "free"
    plain = amount.normalize()
    exponent = plain.as_tuple().exponent
    assert isinstance(exponent, int)
    if exponent >= 0:
        return _with_symbol(f"{plain:,.0f}", currency)
    return _with_symbol(f"{plain:,.{max(2, -exponent)}f}", currency)


def cost(amount: Decimal, currency: str = "USD") -> str:
    """A sum of money: whole units from 100 on, cents below, half up. 0 is "free"; less than a cent says so."""
    if amount == 0:
        return "free"
    if 0 < amount < _CENT / 2:
        return f"under {_with_symbol('0.01', currency)}"
    return _with_symbol(f"{rounded(amount):,}", currency)


def nothing(currency: str = "USD") -> str:
    """No money at all, where "free" would claim a price of 0."""
    return _with_symbol("0", currency)


def rounded(amount: Decimal) -> Decimal:
    """The amount as `cost` prints it: whole from 100 on, to the cent below. What prints alike compares alike."""
    cents = amount.quantize(_CENT, ROUND_HALF_UP)
    if abs(cents) >= WHOLE_FROM:
        return amount.quantize(Decimal(1), ROUND_HALF_UP)
    return cents.quantize(Decimal(1)) if cents == cents.to_integral_value() else cents


@lru_cache(_KEPT)
def tokens(count: int) -> str:
    """The short form: `200k`, `1M`, `256k` for 262,144; `≈` where neither a multiple of 1000 nor of 1024."""
    if count < _DECIMAL_STEP:
        return str(count)
    for step in (_DECIMAL_STEP, _BINARY_STEP):
        if count % step == 0:
            return _scaled(Decimal(count) / step, step)
    if count >= _MILLION - _DECIMAL_STEP // 2:  # from there on it would round to 1000k
        return f"≈{plain((Decimal(count) / _MILLION).quantize(_CENT, ROUND_HALF_UP))}M"
    places = Decimal("0.1") if count < _DECIMAL_STEP * 10 else Decimal(1)
    return f"≈{plain((Decimal(count) / _DECIMAL_STEP).quantize(places, ROUND_HALF_UP))}k"


def exact(count: int) -> str:
    return f"{count:,}"


def counted(count: int, unit: str) -> str:
    """The whole number with its unit: `200,000 tokens`, `1 token`."""
    return f"{exact(count)} {unit}" if count == 1 else f"{exact(count)} {unit}s"


def colliding(counts: Iterable[int]) -> frozenset[int]:
    """The counts to show in full: if the short forms of two tell them wrongly apart, all of that unit.

    128,000 and 131,072 both read "128k"; 262,144 reads "256k", which seems less than "260k" and is more; and between
    "128k" for 131,072 and "≈131k" for 131,100 there seem to be 3,000 where there are 28.
    """
    return _colliding(tuple(sorted(set(counts))))


@lru_cache(_KEPT)
def _colliding(found: tuple[int, ...]) -> frozenset[int]:
    read = [_read(tokens(count)) for count in found]
    most_so_far = [Decimal(-1), *accumulate(read, max)]
    least_from_here = [*reversed([*accumulate(reversed(read), min)]), Decimal("Infinity")]
    places = range(len(found))
    unclear = [found[at] for at in places if not most_so_far[at] < read[at] < least_from_here[at + 1]]
    for at in places[1:]:
        gap, seen = found[at] - found[at - 1], read[at] - read[at - 1]
        if abs(seen - gap) * 2 > gap:  # it seems half as large again, or half as large
            unclear += found[at - 1 : at + 1]
    # A full number beside a short one of the same size is hard to compare, so their whole order goes in full.
    units = {tokens(count)[-1] for count in unclear}
    return frozenset(count for count in found if tokens(count)[-1] in units)


def plain(amount: Decimal) -> str:
    """A decimal as a machine reads it: no exponent, no trailing zeros."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _read(form: str) -> Decimal:
    """What a reader takes a short form for."""
    digits = form.strip("≈kM").replace(",", "")
    return Decimal(digits) * {"k": _DECIMAL_STEP, "M": _MILLION}.get(form[-1], 1)


def _scaled(thousands: Decimal, step: int) -> str:
    if thousands >= step and (millions := thousands / step) == millions.quantize(_CENT):
        return f"{plain(millions)}M"
    return f"{thousands:,.0f}k"


def _with_symbol(digits: str, currency: str) -> str:
    symbol = _SYMBOLS.get(currency)
    return f"{symbol}{digits}" if symbol else f"{digits} {currency}"
