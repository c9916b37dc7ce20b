"""The bytes of a published JSON file → plain data in which no number passed through a float.

Whatever the bytes are, the outcome is data or one `ListError`; what cannot be a fact is left as text for the reader to
refuse.
"""

import json
from decimal import Decimal
from typing import Any

from .records import ListError

# Thirty times the largest list there is.
MAX_BYTES = 100_000_000
# Longer numbers are no price and no limit; `int()` refuses thousands of digits.
_MAX_DIGITS = 30


class Repeated(dict[str, Any]):
    """A mapping of the file in which keys stand more than once; the first of each counts."""

    repeated: tuple[str, ...] = ()


def read_json(raw: bytes) -> Any:
    """What the file holds.

    Raises:
        ListError: it is too large, not UTF-8, not JSON, or nests absurdly deep.
    """
    if len(raw) > MAX_BYTES:
        message = f"the file has {len(raw):,} bytes; expected at most {MAX_BYTES:,}; check that it is the right one"
        raise ListError(message)
    try:
        return json.loads(
            raw.decode("utf-8-sig"),
            parse_float=_decimal,
            parse_int=_whole,
            parse_constant=str,
            object_pairs_hook=_mapping,
        )
    except UnicodeDecodeError as error:
        raise ListError("the file is not UTF-8; expected the list as it is published; download it again") from error
    except RecursionError as error:
        raise ListError("the file nests absurdly deep; expected a list of models; download it again") from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        message = (
            f"the file is not JSON ({error.msg}, {place}); expected the list as it is published; download it again"
        )
        raise ListError(message) from error


def _decimal(text: str) -> Decimal | str:
    # An exponent can name a number that no memory holds once it is written out.
    return Decimal(text) if len(text) <= _MAX_DIGITS and abs(Decimal(text).adjusted()) <= _MAX_DIGITS else text


def _whole(text: str) -> int | str:
    return int(text) if len(text) <= _MAX_DIGITS else text


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) == len(pairs):
        return data
    first: Repeated = Repeated()
    again = []
    for key, value in pairs:
        if key in first:
            again.append(key)
        else:
            first[key] = value
    first.repeated = tuple(dict.fromkeys(again))
    return first
