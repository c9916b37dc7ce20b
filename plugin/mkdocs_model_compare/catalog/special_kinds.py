"""The kinds of values that have a form of their own: dates, addresses, currencies, counts of parameters.

Each returns the value that the record keeps: a PartialDate, a date, a Count.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from urllib.parse import urlsplit

from pydantic_core import PydanticCustomError

from .dates import PartialDate
from .kinds import Kind, text_kind, wrong
from .number_kinds import LARGEST, not_a_number
from .wording import plain_decimal, shown

_UNITS = {"K": 10**3, "M": 10**6, "B": 10**9, "T": 10**12}
_COUNT = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,12})?) ?([KMBT])", re.ASCII | re.IGNORECASE)
_DATE_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?", re.ASCII)
_TIMED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ].+", re.ASCII)

_YEAR_JSON = {"type": "integer", "minimum": 1000, "maximum": 9999}
_DATE_JSON = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
_DAY_JSON = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


@dataclass(frozen=True, slots=True)
class Count:
    """A count of parameters, exact and as it was written."""

    number: int
    text: str


def partial_date_kind() -> Kind:
    words = "a date: 2025, 2025-10 or 2025-10-15"
    return Kind(words, {"anyOf": [_YEAR_JSON, _DATE_JSON]}, _date_reader(words))


def day_kind() -> Kind:
    words = "a day, such as 2026-11-22"
    read_partial = _date_reader(words)

    def read(value: object) -> date:
        found = read_partial(value)
        if found.day is None:
            raise wrong(f"{found} is not a whole date", words, "add what is missing")
        return found.first

    return Kind(words, _DAY_JSON, read)


def _date_reader(words: str) -> Callable[[object], PartialDate]:
    def read(value: object) -> PartialDate:
        if type(value) is str or type(value) is int:
            try:
                return PartialDate.parse(str(value))
            except ValueError:
                pass
        raise _not_a_date(value, words)

    return read


def _not_a_date(value: object, words: str) -> PydanticCustomError:
    if value is None:
        return wrong("nothing stands here", words, "write the date")
    text = plain_decimal(value).replace(".", "-") if isinstance(value, Decimal) else str(value).strip()
    if timed := _TIMED.fullmatch(text):
        return wrong(f"{text} has a time of day", words, f"write {timed[1]}")
    form = _DATE_FORM.fullmatch(text)
    if form is None:
        return wrong(f"{shown(value)} is not a date", words, "write the year first, with hyphens")
    year, month, day = (int(part) if part else None for part in form.groups())
    if (remedy := _impossible(year or 0, month, day)) is not None:
        return wrong(f"{text} does not exist", words, f"correct it; {remedy}")
    full = "-".join(f"{part:02}" for part in (year, month, day) if part is not None)
    return wrong(f"{shown(value)} is not a date", words, f"write {full}")


def _impossible(year: int, month: int | None, day: int | None) -> str | None:
    """Why there is no such date; None if there is."""
    if year == 0:
        return "years are 0001 to 9999"
    if month is not None and not 1 <= month <= 12:
        return "months are 01 to 12"
    if month is not None and day is not None and not 1 <= day <= (last := calendar.monthrange(year, month)[1]):
        return f"{calendar.month_name[month]} {year} has {last} days"
    return None


def url_kind() -> Kind:
    return text_kind("a web address that begins with https:// or http://", _url_remedy, pattern="^https?://")


def _url_remedy(text: str) -> str | None:
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return "correct the address"
    if re.search(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]", text):
        return "write spaces and special signs as %20 and the like"
    if parts.scheme.lower() in ("http", "https"):
        return None if host else "add the host"
    return "link to the page where a reader can check this" if parts.scheme else f"write https://{text.lstrip('/')}"


def currency_kind() -> Kind:
    def remedy(text: str) -> str | None:
        if re.fullmatch("[A-Z]{3}", text):
            return None
        return f"write {text.upper()}" if re.fullmatch("[A-Za-z]{3}", text) else "write its code of three letters"

    return text_kind("a currency such as USD or EUR", remedy, pattern="^[A-Z]{3}$")


def seen_kind() -> Kind:
    words = "the value as the source gave it: a number, text, yes or no"

    def read(value: object) -> str:
        if value is None or isinstance(value, list | dict):
            raise wrong(f"{shown(value)} stands here", words, "write the value on the same line")
        return as_seen(value)

    return Kind(words, {"type": ["number", "string", "boolean"]}, read)


def as_seen(value: object) -> str:
    """A value as text that is the same for the same value: 0.60 and 0.6 are one number."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return plain_decimal(value.normalize()) if value else "0"
    return str(value).strip()


def count_kind() -> Kind:
    words = "a count of parameters, such as 12B, 1.5B, 270M or a whole number"

    def read(value: object) -> Count:
        if type(value) is int and 0 < value <= LARGEST:
            return Count(value, str(value))
        if type(value) is str and (found := _COUNT.fullmatch(value.strip())):
            number = Decimal(found[1]) * _UNITS[found[2].upper()]
            if number > 0 and number == number.to_integral_value():
                return Count(int(number), f"{found[1]}{found[2].upper()}")
        raise _not_a_count(value, words)

    json = {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": r"^\d+(\.\d+)? ?[KMBTkmbt]$"}]}
    return Kind(words, json, read)


def _not_a_count(value: object, words: str) -> PydanticCustomError:
    if isinstance(value, Decimal):
        return wrong(f"{shown(value)} has no unit", words, f"write {shown(value)}B if billions are meant")
    if isinstance(value, str) and not re.fullmatch(r"[0-9_.]+", value):
        return wrong(f"{shown(value)} is not a count", words, "write a number with K, M, B or T")
    if isinstance(value, int) and not isinstance(value, bool):
        return wrong(f"{shown(value)} is out of range", words, "correct the number")
    return not_a_number(value, words)
