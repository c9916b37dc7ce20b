"""Routes with prices of several times, written short and generated."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from mkdocs_model_compare.catalog.dates import PartialDate
from mkdocs_model_compare.catalog.model import PastPrice, Route
from tests.comparison.builders import price, route

_DAYS = ("2024", "2025-03", "2025-06-30", "2026-01-15", "2026-04", "2026-06-20")
_AMOUNTS = ("0", "0.075", "1", "1.25", "5", "600")


def dated(now: tuple[str, str], *past: tuple[str, str, str], since: str | None = None, **fields: Any) -> Route:
    """A route by its prices now and before: `dated(("1", "5"), ("2025-06-30", "2", "6"), since="2025-07-01")`."""
    currency = fields.pop("currency", "USD")
    return route(
        fields.pop("name", "Acme Cloud"),
        price(currency, input=now[0], output=now[1]),
        since=PartialDate.parse(since) if since else None,
        history=tuple(
            PastPrice(until=PartialDate.parse(until), price=price(currency, input=into, output=out))
            for until, into, out in past
        ),
        **fields,
    )


def histories() -> st.SearchStrategy[Route]:
    """Routes of one provider, whose prices are listed as the catalog's checks ask for: the newest first."""
    amounts = st.tuples(st.sampled_from(_AMOUNTS), st.sampled_from(_AMOUNTS))
    days = st.lists(st.sampled_from(_DAYS), unique=True, max_size=4)
    return st.builds(_history, amounts, days, st.lists(amounts, min_size=4, max_size=4), starts=st.booleans())


def _history(now: tuple[str, str], days: list[str], before: list[tuple[str, str]], *, starts: bool) -> Route:
    newest_first = sorted(days, key=lambda day: PartialDate.parse(day).first, reverse=True)
    since = newest_first.pop(0) if starts and newest_first else None
    past = [(until, into, out) for until, (into, out) in zip(newest_first, before, strict=False)]
    return dated(now, *past, since=since)
