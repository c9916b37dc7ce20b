"""How values and names are quoted in error texts, so that all of them read alike."""

import json
from collections.abc import Iterable
from decimal import Decimal

_LONGEST = 48


def shown(value: object) -> str:
    """A value as the author wrote it, text in double quotes and cut where it is long."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, Decimal):
        return plain_decimal(value)
    text = str(value)
    cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return json.dumps(cut, ensure_ascii=False) if isinstance(value, str) else cut


def plain_decimal(value: Decimal) -> str:
    """Without an exponent, which YAML would read as text."""
    return format(value, "f")


def listed(names: Iterable[str], last: str = "or") -> str:
    """`a`, `a or b`, `a, b or c`."""
    *before, final = names
    return f"{', '.join(before)} {last} {final}" if before else final
