"""The installed package genai-prices → rows: exact decimals per million tokens, with the dates of their changes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from importlib import import_module, metadata
from itertools import pairwise
from typing import Any

from mkdocs_model_compare.catalog.model import PriceKey, Status

from . import amounts
from .facts import without_unknown
from .identity import identify, split_region
from .pricing import free_is_meant, priced
from .records import Condition, ListError, Offer, Past, Upstream, Vendor
from .rows import Rows, billed, make_row, no_chat, printable
from .tables import vendor

UPSTREAM = Upstream(
    name="genai-prices",
    source="genai-prices",
    title="genai-prices",
    url="https://github.com/pydantic/genai-prices",
    also=("https://pypi.org/project/genai-prices",),
)
_PRICES: dict[str, PriceKey] = {
    "input_mtok": "input",
    "output_mtok": "output",
    "cache_read_mtok": "cached_input",
    "cache_write_mtok": "cache_write",
}
# The package's own mark of what Bedrock asks in a single region.
_REGIONAL = "regional."
_ONE_DAY = timedelta(days=1)


def installed() -> tuple[Sequence[Any], str]:
    """The providers of the installed package, and its version.

    Raises:
        ListError: it is not installed.
    """
    try:
        providers: Sequence[Any] = import_module("genai_prices.data").providers
        version = metadata.version("genai-prices")
    except ImportError as error:
        message = (
            "the package genai-prices is not installed; expected it beside this one; "
            'run: pip install "mkdocs-model-compare[genai-prices]"'
        )
        raise ListError(message) from error
    return providers, version


def read(providers: Sequence[Any], rows: Rows, today: date) -> None:
    """Fill `rows` with what the providers ask on the day `today`."""
    for provider in providers:
        seller = vendor("genai-prices", provider.id, provider.name, next(iter(provider.pricing_urls or ()), None))
        for model in provider.models:
            row_id = f"{provider.id}/{model.id}"
            if rows.begin(row_id, {}):
                _offered(row_id, model, seller, rows, today)


def _offered(row_id: str, model: Any, seller: Vendor, rows: Rows, today: date) -> None:
    if no_chat(model.id):
        rows.skip(row_id, "the model is no chat model")
        return
    steps = _steps(row_id, model, rows, today)
    current = steps[-1][1] if steps else None
    if current is None or getattr(current, "output_mtok", None) is None:
        rows.skip(row_id, "it has no price for output tokens")
        return
    region, rest = split_region(model.id) if seller.id == "aws-bedrock" else (None, model.id)
    if rest.startswith(_REGIONAL):
        region, rest = _REGIONAL.rstrip("."), rest.removeprefix(_REGIONAL)
    found = identify(rest)
    price = _base(row_id, current, rows)
    offer = priced(
        Offer(
            upstream_id=row_id,
            vendor=seller,
            model=model.id.removeprefix(_REGIONAL),
            region=region,
            label=found.label,
            status=Status.DEPRECATED if model.deprecated else None,
        ),
        price,
        _conditions(row_id, model, current, rows, today),
        free=free_is_meant(model.id, model.name),
        doubt=partial(rows.doubt, row_id),
    )
    window = model.context_window
    facts = {
        "context_window": None
        if window is None
        else rows.taken(row_id, "context_window", lambda: amounts.tokens(window)),
        "status": Status.DEPRECATED if model.deprecated else None,
    }
    title = printable(model.name) or None if model.name else None
    rows.rows.append(make_row(row_id, found, _dated(offer, row_id, steps, rows), title, without_unknown(facts)))


def _steps(row_id: str, model: Any, rows: Rows, today: date) -> list[tuple[date | None, Any]]:
    """The prices up to today with the day on which each began, the latest last."""
    if not isinstance(model.prices, list):
        return [(None, model.prices)]
    steps = []
    for one in model.prices:
        started = getattr(one.constraint, "start_date", None)
        if one.constraint is not None and started is None:
            rows.doubt(row_id, "prices by the hour of day left out")
        elif started is not None and started > today:
            rows.doubt(row_id, f"a price from {started} on, which is still to come")
        else:
            steps.append((started, one.prices))
    return sorted(steps, key=lambda step: step[0] or date.min)


def _dated(offer: Offer, row_id: str, steps: list[tuple[date | None, Any]], rows: Rows) -> Offer:
    """The offer with when its price began and what it was before; steps that change no price of ours are none."""
    if not offer.price or not billed(offer.vendor):
        return offer
    kept: list[tuple[date | None, dict[PriceKey, Decimal]]] = []
    for started, prices in steps:
        amounts_then = {key: amount for key, amount in _base(row_id, prices, rows).items() if amount}
        if amounts_then and (not kept or kept[-1][1] != amounts_then):
            kept.append((started, amounts_then))
    history = tuple(
        Past(until=following - _ONE_DAY, price=price)
        for (_, price), (following, _) in pairwise(kept)
        if following is not None
    )
    return replace(offer, since=kept[-1][0] if kept else None, history=history[::-1])


def _base(row_id: str, prices: Any, rows: Rows) -> dict[PriceKey, Decimal]:
    return _amounts(row_id, prices, rows, 0)


def _amounts(row_id: str, prices: Any, rows: Rows, over: int) -> dict[PriceKey, Decimal]:
    """What is asked of a request with more input tokens than `over`."""
    found: dict[PriceKey, Decimal] = {}
    for theirs, ours in _PRICES.items():
        value: Any = getattr(prices, theirs, None)
        if hasattr(value, "tiers"):
            fitting = [tier for tier in value.tiers if tier.start <= over]
            value = max(fitting, key=lambda tier: tier.start).price if fitting else value.base
        if value is not None:
            amount = rows.taken(row_id, theirs, partial(amounts.price, value, per=amounts.MILLION))
            found |= {} if amount is None else {ours: amount}
    return found


def _starts(prices: Any) -> list[int]:
    tiered: Iterator[Any] = (getattr(prices, name, None) for name in _PRICES)
    return sorted({tier.start for value in tiered if hasattr(value, "tiers") for tier in value.tiers})


def _conditions(row_id: str, model: Any, current: Any, rows: Rows, today: date) -> Iterator[Condition]:
    for start in _starts(current):
        yield Condition(context_over=start, price=_amounts(row_id, current, rows, start))
    for variant in getattr(model, "price_variants", None) or ():
        started = getattr(variant.constraint, "start_date", None)
        if variant.when != {"processing": "batch"} or (variant.constraint is not None and started is None):
            rows.doubt(row_id, "prices under a condition other than batch left out")
        elif started is None or started <= today:
            yield Condition(batch=True, price=_base(row_id, variant.prices, rows))
            for start in _starts(variant.prices):
                tier = _amounts(row_id, variant.prices, rows, start)
                yield Condition(batch=True, context_over=start, price=tier)
