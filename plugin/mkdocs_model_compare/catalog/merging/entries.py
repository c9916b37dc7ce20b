"""Records of a list → entries as files of the catalog have them: whole models, routes, prices, the list as a source."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from mkdocs_model_compare.catalog.json_schema import editor_line
from mkdocs_model_compare.catalog.model import PRICE_KEYS, Billing
from mkdocs_model_compare.catalog.schema_model import ModelFile
from mkdocs_model_compare.catalog.upstream.records import Amounts, Condition, Offer, Offered, Upstream, Vendor

from . import yaml_text
from .comparing import plain

CAPABILITIES = "capabilities."


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The list as a source: when it was had, and which edition of it that was."""

    upstream: Upstream
    retrieved: date
    note: str | None

    def entry(self) -> dict[str, object]:
        said = {"url": self.upstream.url, "retrieved": self.retrieved.isoformat(), "note": self.note}
        return {key: value for key, value in said.items() if value}


def new_file(offered: Offered, aliases: list[str], origin: Origin, provider: Callable[[Vendor], str]) -> bytes:
    """The whole file of a new model. `provider` is what the catalog calls the provider of a row."""
    facts = offered.facts
    window = facts.get("context_window")
    stated: dict[str, object] = {
        "name": offered.name,
        "developer": offered.developer,
        "aliases": aliases,
        **{path: plain(value) for path, value in facts.items() if not path.startswith(CAPABILITIES)},
        "capabilities": capabilities(facts),
        "routes": [route_entry(one, provider(one.vendor), window) for one in offered.offers],
        "sources": {origin.upstream.source: origin.entry()},
        "provenance": {"default": origin.upstream.source},
    }
    ordered = {key: stated[key] for key in ModelFile.model_fields if stated.get(key)}
    return "\n".join((editor_line("model"), *yaml_text.lines(ordered), "")).encode()


def capabilities(facts: Mapping[str, object]) -> dict[str, object]:
    return {path.removeprefix(CAPABILITIES): value for path, value in facts.items() if path.startswith(CAPABILITIES)}


def route_entry(offer: Offer, provider: str, window: object = None, source: str | None = None) -> dict[str, object]:
    """`window` is the model's own, beside which a route says only a smaller one."""
    smaller = isinstance(window, int) and offer.context_window is not None and offer.context_window < window
    entry: dict[str, object] = {
        "provider": provider,
        "region": offer.region,
        "model": offer.model,
        "label": offer.label,
        "status": plain(offer.status) if offer.status else None,
        "context_window": offer.context_window if smaller else None,
        "billing": None if offer.billing is Billing.TOKEN else offer.billing.value,
        "price": price_entry(offer.price),
        "variants": [variant_entry(one) for one in offer.conditions],
        "since": offer.since.isoformat() if offer.since else None,
        "history": [{"until": past.until.isoformat(), "price": price_entry(past.price)} for past in offer.history],
        "source": source,
    }
    return {key: value for key, value in entry.items() if value}


def price_entry(amounts: Amounts) -> dict[str, object]:
    return {key: amounts[key] for key in PRICE_KEYS if key in amounts}


def variant_entry(condition: Condition) -> dict[str, object]:
    when = {"mode": "batch" if condition.batch else None, "context_over": condition.context_over}
    return {"when": {key: value for key, value in when.items() if value}, "price": price_entry(condition.price)}


def provider_entry(vendor: Vendor) -> dict[str, object]:
    said = {"name": vendor.name, "kind": vendor.kind, "url": vendor.url}
    return {key: value for key, value in said.items() if value}
