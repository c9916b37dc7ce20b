"""A route → every price it can come to, and for which requests: what a page needs to count at any traffic.

Each is found by the rule of `pricing.py` itself, at the least request of a stretch in which no price changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from mkdocs_model_compare.catalog.model import Route
from mkdocs_model_compare.catalog.settings import Workload

from .pricing import Offer, offers

# Tiers begin at few sizes, whoever has them.
_KEPT = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """`offer` holds for requests of `low` to `high` input tokens; None: without an end.

    `batch`: whether it is for traffic in batch; None where that makes no difference.
    """

    offer: Offer
    low: int
    high: int | None
    batch: bool | None


def stretches(route: Route) -> Iterator[Stretch]:
    """None where the route is not priced."""
    tiers = {variant.context_over + 1 for variant in route.variants if variant.context_over is not None}
    bounds: list[int | None] = [*sorted({0, *tiers}), None]
    modes = (False, True) if any(variant.mode == "batch" for variant in route.variants) else (None,)
    for batch in modes:
        for low, end in pairwise(bounds):
            assert low is not None
            least = _request(low, batch=bool(batch))
            for offer in offers(route, least):
                yield Stretch(offer=offer, low=low, high=None if end is None else end - 1, batch=batch)


@lru_cache(_KEPT)
def _request(input_tokens: int, *, batch: bool) -> Workload:
    return Workload(
        id=None, name=None, requests=1, input_tokens=input_tokens, output_tokens=0, cached=Decimal(0), batch=batch
    )
