"""What a cell says of a value where that is more than its text: the route behind a cost, a link to a licence."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mkdocs_model_compare.comparison.value import Value

from . import words
from .escaping import escape


def _route(value: Value) -> str:
    return escape(words.unit_prices(value.raw.offer) if value.known else words.lacking(value.model))


def _coverage(value: Value) -> str | None:
    return words.coverage(value.raw) if value.known else None


def _providers(value: Value) -> str | None:
    if not value.known:
        return None
    return escape(words.listed(provider.name for provider in value.raw.providers) or "none active")


def _license(value: Value) -> str | None:
    url = value.raw.url if value.known else None
    return f'<a href="{escape(url)}">{escape(value.text)}</a>' if url else None


# None: the value's own text or state says it.
SAID_IN_CELLS: Mapping[str, Callable[[Value], str | None]] = {
    "cheapest_route": _route,
    "provider_routes": _coverage,
    "providers": _providers,
    "shared_benchmarks": lambda value: words.shared_scores(*value.raw),
    "license": _license,
    "cost_delta": lambda value: "lowest" if value.known and not value.raw else None,
}
