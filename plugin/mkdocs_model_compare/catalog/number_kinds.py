"""The kinds of numbers: whole ones for tokens, exact decimals for money, shares and scores.

No number passes through a float, and whatever merely looks like one is told apart by the edit that mends it.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from pydantic_core import PydanticCustomError

from .kinds import Kind, wrong
from .wording import plain_decimal, shown

LARGEST = 10**18
MOST_DIGITS = 40
_THOUSANDS = -3  # the exponent of a number with three digits after its point


def whole_kind(words: str, *, least: int = 1) -> Kind:
    def read(value: object) -> int:
        if type(value) is not int:
            raise _not_whole(value, words)
        if not least <= value <= LARGEST:
            raise _out_of_range(value, words, least)
        return value

    return Kind(words, {"type": "integer", "minimum": least}, read)


def decimal_kind(words: str, *, least: int | None = None, most: int | None = None) -> Kind:
    def read(value: object) -> Decimal:
        if type(value) is int:
            number = Decimal(value)
        elif type(value) is Decimal:
            number = value or Decimal(0)  # no negative zero
        else:
            raise not_a_number(value, words)
        if (least is not None and number < least) or abs(number) > (LARGEST if most is None else most):
            raise _out_of_range(value, words, least)
        return number

    bounds = {"minimum": least, "maximum": most}
    return Kind(words, {"type": "number", **{key: bound for key, bound in bounds.items() if bound is not None}}, read)


def _out_of_range(value: object, words: str, least: int | None) -> PydanticCustomError:
    if value == 0:
        return wrong("0 is too small", words, "leave the key out if the number is not known")
    if isinstance(value, (int, Decimal)) and least is not None and value < least:
        what = "negative" if value < 0 else "too small"
        return wrong(f"{shown(value)} is {what}", words, "correct the number, or leave the key out if it is not known")
    return wrong(f"{shown(value)} is too large", words, "correct the number")


def _not_whole(value: object, words: str) -> PydanticCustomError:
    if isinstance(value, Decimal):
        whole = value == value.to_integral_value()
        remedy = f"write {plain_decimal(value.to_integral_value())}" if whole else "round it as its source does"
        if not whole and value.as_tuple().exponent == _THOUSANDS:
            remedy = f"write {plain_decimal(value.scaleb(3))} if the point separates thousands, else {remedy}"
        return wrong(f"{shown(value)} has a decimal point", words, remedy)
    return not_a_number(value, words)


def not_a_number(value: object, words: str) -> PydanticCustomError:
    """The error of something that stands where a number is expected."""
    if value is None:
        return wrong("nothing stands here", words, "write the number")
    if isinstance(value, bool):
        return wrong(f"{shown(value)} is read as yes or no", words, "write the number")
    if isinstance(value, str):
        return _text_for_number(value.strip(), words)
    return wrong(f"{shown(value)} stands here", words, "write one number")


def _text_for_number(text: str, words: str) -> PydanticCustomError:
    for form, explain in _LOOKALIKES:
        if found := form.fullmatch(text):
            what, remedy = explain(found)
            return wrong(f"{shown(text)} {what}", words, remedy)
    return wrong(f"{shown(text)} is text", words, "write the number in digits")


def _quoted(found: re.Match[str]) -> tuple[str, str]:
    digits = found[0].lstrip("+-").replace("_", "")
    if len(digits) > MOST_DIGITS:
        return "has too many digits", "correct the number"
    if re.match("0[0-9]", digits):
        return "begins with a zero", f"write {plain_decimal(Decimal(digits))}"
    return "is text", "remove the quotes"


def _grouped(found: re.Match[str]) -> tuple[str, str]:
    return "is text", f"write {re.sub('[^0-9]', '', found[0])}"


def _decimal_comma(found: re.Match[str]) -> tuple[str, str]:
    return "has a comma", f"write {found[0].replace(',', '.')}"


def _short(found: re.Match[str]) -> tuple[str, str]:
    number = Decimal(found[1]) * (1000 if found[2] in "kK" else 1_000_000)
    return "is text", f"write it out, such as {plain_decimal(number.normalize())}"


def _with_exponent(found: re.Match[str]) -> tuple[str, str]:
    return "is text to YAML", f"write {plain_decimal(Decimal(found[0]))}"


def _with_sign(found: re.Match[str]) -> tuple[str, str]:
    return "is text", f"write {found[1]}; a currency other than USD goes under currency"


# Forms of text that were meant as numbers → what they are and the edit that makes them one.
_LOOKALIKES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, str]]], ...] = (
    (re.compile(r"[-+]?[0-9]{1,20}(?:\.[0-9]{0,20})?[eE][-+]?[0-9]{1,2}", re.ASCII), _with_exponent),
    (re.compile(r"[-+]?[0-9][0-9_]*(?:\.[0-9]+)?|[-+]?\.[0-9]+", re.ASCII), _quoted),
    (re.compile(r"[0-9]{1,3}(?:[, '\u00a0\u202f][0-9]{3})+", re.ASCII), _grouped),
    (re.compile(r"[-+]?[0-9]{1,20},[0-9]{1,20}", re.ASCII), _decimal_comma),
    (re.compile(r"([0-9]{1,20}(?:\.[0-9]{1,20})?) ?([kKmM])", re.ASCII), _short),
    (re.compile(r"[$€£¥] ?([0-9]+(?:\.[0-9]+)?)", re.ASCII), _with_sign),
    (re.compile(r"[-+]?\.?(?:inf|nan|infinity)", re.IGNORECASE), lambda _: ("is no finite number", "write the number")),
)
