"""Invented lists in the shape of the published ones, and what is read from them."""

import json
from typing import Any

from mkdocs_model_compare.catalog.upstream.lists import read_listing
from mkdocs_model_compare.catalog.upstream.records import Listing, Offer, Offered
from tests.catalog.folders import TODAY


def listing(name: str, data: object, known: tuple[str, ...] = ()) -> Listing:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    return read_listing(name, raw, TODAY, known=known)


def model(found: Listing, model_id: str) -> Offered:
    (one,) = [one for one in found.models if one.id == model_id]
    return one


def offer(found: Offered, vendor: str, region: str | None = None) -> Offer:
    (one,) = [one for one in found.offers if one.vendor.id == vendor and one.region == region]
    return one


def skipped(found: Listing) -> dict[str, str]:
    return {one.id: one.text for one in found.skipped}


def doubted(found: Listing) -> list[tuple[str, str]]:
    return [(one.id, one.text) for one in found.doubted]


def record(**said: Any) -> dict[str, Any]:
    """A row of models.dev with all that is required there."""
    return {
        "name": "Claude Nano 1",
        "reasoning": False,
        "tool_call": True,
        "open_weights": False,
        "release_date": "2026-05-02",
        "modalities": {"input": ["text", "image"], "output": ["text"]},
        "limit": {"context": 200000, "output": 64000},
        **said,
    }


def catalog(models: dict[str, Any], **providers: dict[str, Any]) -> dict[str, Any]:
    """A `catalog.json` with these records, and these providers' rows."""
    named = {name.replace("_", "-"): rows for name, rows in providers.items()}
    return {
        "models": models,
        "providers": {
            name: {"id": name, "name": name.title(), "doc": f"https://{name}.example", "models": rows}
            for name, rows in named.items()
        },
    }


def litellm(**said: Any) -> dict[str, Any]:
    return {
        "litellm_provider": "anthropic",
        "mode": "chat",
        "input_cost_per_token": 1e-6,
        "output_cost_per_token": 5e-6,
        **said,
    }
