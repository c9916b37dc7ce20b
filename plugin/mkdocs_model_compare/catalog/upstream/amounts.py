"""Numbers and dates of a list → exact amounts in the catalog's units, or the reason why they are not taken.

Nothing is guessed: what cannot be right is left unknown, and the reader reports it.
"""

from decimal import Decimal, localcontext

from mkdocs_model_compare.catalog.dates import PartialDate
from mkdocs_model_compare.catalog.wording import plain_decimal

# A number with more digits than anyone sets a price with is what a computation in floats printed: 0.049999999999999996.
# Rounded to as many as a float surely keeps, it is the number that was meant; one with fewer digits stays as it is.
EXACT_DIGITS = 12
HIGHEST_PRICE = Decimal(1_000_000)
MOST_TOKENS = 1_000_000_000
MILLION = Decimal(1_000_000)
_YEARS = range(2010, 2100)


class DoubtError(Exception):
    """A value that is not taken; the text says why."""


def without_noise(number: Decimal) -> Decimal:
    """The number that a float's printout stands for, and any other as it is."""
    if len(number.as_tuple().digits) <= EXACT_DIGITS:
        return number
    with localcontext() as context:
        context.prec = EXACT_DIGITS
        return (+number).normalize()


def price(value: object, *, per: Decimal = MILLION) -> Decimal:
    """A price for a million tokens; `per` is how many tokens the list's own is for.

    Raises:
        DoubtError: it is no price that anyone asks.
    """
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise DoubtError(f"{_told(value)} is no price")
    amount = without_noise(Decimal(value)) * (MILLION / per)
    if amount < 0:
        raise DoubtError(f"{_told(value)} is negative")
    if amount > HIGHEST_PRICE:
        raise DoubtError(f"{_told(value)} is absurdly high")
    return tidy(amount)


def tidy(amount: Decimal) -> Decimal:
    """Without needless zeros and without an exponent, but with two places, as prices are written."""
    cents = amount.quantize(Decimal("0.01"))
    return cents if cents == amount else amount.normalize()


def tokens(value: object) -> int | None:
    """A limit in tokens; None for 0, which a list writes where it does not know.

    Raises:
        DoubtError: it is no limit that a model can have.
    """
    if value == 0 and not isinstance(value, bool):
        return None
    if isinstance(value, Decimal) and value == value.to_integral_value():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise DoubtError(f"{_told(value)} is no number of tokens")
    if not 0 < value <= MOST_TOKENS:
        raise DoubtError(f"{_told(value)} is no limit that a model has")
    return value


def day(value: object) -> PartialDate:
    """A date as precise as the list gives it.

    Raises:
        DoubtError: there is no such date.
    """
    text = str(value).strip()
    try:
        found = PartialDate.parse(text)
    except ValueError as error:
        raise DoubtError(f"{_told(value)} is no date") from error
    if found.year not in _YEARS:
        raise DoubtError(f"{_told(value)} is no date of a model")
    return found


def _told(value: object) -> str:
    if isinstance(value, Decimal):
        return plain_decimal(value)
    text = str(value)
    return "".join(sign if sign.isprintable() else "?" for sign in (text if len(text) <= 40 else f"{text[:40]}…"))
