"""models.dev: `catalog.json`, `api.json` (its providers alone) or `models.json` (its models alone) → rows.

Prices are per million tokens already. A flag that is required there and false may mean that nobody looked.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from mkdocs_model_compare.catalog.model import Billing, PriceKey, Status

from . import amounts
from .facts import of_modalities, without_unknown
from .identity import identify, split_region
from .pricing import free_is_meant, priced
from .records import Condition, ListError, Offer, Row, Upstream, Vendor
from .rows import Rows, make_row, no_chat, printable, without_seller
from .tables import vendor, vendor_called

UPSTREAM = Upstream(
    name="models.dev",
    source="models-dev",
    title="models.dev",
    url="https://models.dev",
    also=("https://github.com/sst/models.dev", "https://github.com/anomalyco/models.dev"),
)
_PRICES: Mapping[str, PriceKey] = {
    "input": "input",
    "output": "output",
    "cache_read": "cached_input",
    "cache_write": "cache_write",
}
_STATUSES = {"deprecated": Status.DEPRECATED, "beta": Status.PREVIEW, "alpha": Status.PREVIEW}
_PER = amounts.MILLION


def read(data: Any, rows: Rows) -> None:
    """Fill `rows` with what the file's data says.

    Raises:
        ListError: it is none of the three files.
    """
    models, providers = _parts(data)
    rows.again(models, "")
    rows.again(providers, "")
    for row_id, record in models.items():
        if rows.begin(row_id, record):
            lab = providers.get(row_id.partition("/")[0])
            _record(row_id, record, _named(lab)[0] if isinstance(lab, Mapping) else None, rows)
    for provider, said in providers.items():
        listed = said.get("models") if isinstance(said, Mapping) else None
        if not isinstance(listed, Mapping):
            rows.skip(str(provider), "the provider lists no models")
            continue
        rows.again(listed, f"{provider}/")
        seller = vendor("models.dev", provider, *_named(said))
        for model, row in listed.items():
            row_id = f"{provider}/{model}" if isinstance(model, str) and model else model
            if rows.begin(row_id, row):
                _offered(row_id, model, row, seller, rows)


def _parts(data: Any) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    if isinstance(data, Mapping):
        models, providers = data.get("models"), data.get("providers")
        if isinstance(models, Mapping) and isinstance(providers, Mapping):
            return models, providers
        if data and all(isinstance(one, Mapping) and isinstance(one.get("models"), Mapping) for one in data.values()):
            return {}, data
        if data and any(isinstance(one, Mapping) and "limit" in one for one in data.values()):
            return data, {}
    message = "this is no list of models.dev; expected its catalog.json, api.json or models.json; download one of them"
    raise ListError(message)


def _named(said: Mapping[str, Any]) -> tuple[str | None, str | None]:
    name, doc = said.get("name"), said.get("doc")
    return (printable(name) or None if isinstance(name, str) else None), (doc if isinstance(doc, str) else None)


def _record(row_id: str, record: Mapping[str, Any], lab: str | None, rows: Rows) -> None:
    """`lab` is how the list calls the provider of the same id, for a lab that our table does not have."""
    found = identify(row_id)
    developer = found.developer or lab or _in_capitals(row_id.rpartition("/")[0]) or None
    if (why := _no_text(row_id, record)) is not None:
        rows.skip(row_id, why)
        return
    rows.rows.append(
        Row(
            id=row_id,
            key=found.key,
            day=found.day,
            spelling=found.spelling,
            developer=developer,
            own=True,
            stated=True,
            record=True,
            title=_title(record),
            facts=_facts(row_id, record, rows),
        )
    )
    for weights in _weights(record):
        offer = Offer(upstream_id=row_id, vendor=vendor_called("huggingface"), model=weights, billing=Billing.DOWNLOAD)
        rows.rows.append(
            Row(id=row_id, key=found.key, day=found.day, spelling=found.spelling, developer=developer, offer=offer)
        )


def _in_capitals(lab: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in lab.replace("-", " ").split())


def _weights(record: Mapping[str, Any]) -> Iterator[str]:
    """The repositories that hold the model's weights as they were published; quantized copies are others' models."""
    listed = record.get("weights")
    for entry in listed if isinstance(listed, list) else ():
        address = entry.get("url") if isinstance(entry, Mapping) else None
        begins = "https://huggingface.co/"
        if isinstance(address, str) and address.startswith(begins) and "quantization" not in entry:
            name = printable(address.removeprefix(begins))
            if name.count("/") == 1 and " " not in name:
                yield name
                return


def _offered(row_id: str, model: str, row: Mapping[str, Any], seller: Vendor, rows: Rows) -> None:
    if (why := _no_text(model, row)) is not None:
        rows.skip(row_id, why)
        return
    region, rest = split_region(model) if seller.id == "aws-bedrock" else (None, model)
    found = identify(without_seller(rest, seller))
    limits = row.get("limit")
    window = limits.get("context") if isinstance(limits, Mapping) else None
    offer = priced(
        Offer(
            upstream_id=row_id,
            vendor=seller,
            model=model,
            region=region,
            label=found.label,
            status=_STATUSES.get(str(row.get("status"))),
            context_window=None if window is None else rows.taken(row_id, "limit", partial(amounts.tokens, window)),
        ),
        _price(row_id, row.get("cost"), rows),
        _conditions(row_id, row.get("cost"), rows),
        free=free_is_meant(model, row.get("name")),
        doubt=partial(rows.doubt, row_id),
    )
    # Read whoever sells it: a date that cannot be is reported wherever it stands.
    facts = without_unknown({**_facts(row_id, row, rows), "status": offer.status})
    rows.rows.append(make_row(row_id, found, offer, _title(row), facts))


def _no_text(name: str, row: Mapping[str, Any]) -> str | None:
    modalities = row.get("modalities")
    output = modalities.get("output") if isinstance(modalities, Mapping) else None
    if isinstance(output, list) and "text" not in output:
        return "the model gives no text"
    return "the model is no chat model" if no_chat(name) else None


def _title(row: Mapping[str, Any]) -> str | None:
    name = row.get("name")
    return printable(name).removesuffix(" (latest)") or None if isinstance(name, str) else None


def _facts(row_id: str, row: Mapping[str, Any], rows: Rows) -> dict[str, object]:
    listed = row.get("limit")
    limits = listed if isinstance(listed, Mapping) else {}
    facts: dict[str, object] = {"family": printable(row["family"]) or None if row.get("family") else None}
    for path, key in (("released", "release_date"), ("knowledge_cutoff", "knowledge")):
        if row.get(key) not in (None, ""):
            facts[path] = rows.taken(row_id, key, partial(amounts.day, row[key]))
    for path, key in (("context_window", "context"), ("max_output", "output")):
        if limits.get(key) is not None:
            facts[path] = rows.taken(row_id, f"limit.{key}", partial(amounts.tokens, limits[key]))
    facts |= of_modalities(row.get("modalities"))
    facts["license"] = printable(row["license"]) if isinstance(row.get("license"), str) else None
    facts["capabilities.reasoning"] = True if row.get("reasoning") is True else None
    facts["capabilities.function_calling"] = True if row.get("tool_call") is True else None
    structured = row.get("structured_output")
    facts["capabilities.structured_outputs"] = structured if isinstance(structured, bool) else None
    return without_unknown(facts)


def _price(row_id: str, cost: object, rows: Rows) -> dict[PriceKey, Decimal]:
    found: dict[PriceKey, Decimal] = {}
    for theirs, ours in _PRICES.items():
        value = cost.get(theirs) if isinstance(cost, Mapping) else None
        if value is not None:
            amount = rows.taken(row_id, f"cost.{theirs}", partial(amounts.price, value, per=_PER))
            found |= {} if amount is None else {ours: amount}
    return found


def _conditions(row_id: str, cost: object, rows: Rows) -> Iterator[Condition]:
    if not isinstance(cost, Mapping):
        return
    tiers = cost.get("tiers")
    for tier in tiers if isinstance(tiers, list) else ():
        said = tier.get("tier") if isinstance(tier, Mapping) else None
        if not isinstance(said, Mapping) or said.get("type") != "context":
            rows.doubt(row_id, "cost.tiers: a tier that is not one of context")
            continue
        over = rows.taken(row_id, "cost.tiers", partial(amounts.tokens, said.get("size")))
        if over is not None:
            yield Condition(context_over=over, price=_price(row_id, tier, rows))
    # A tier at another size is repeated under this key, whatever the size; without tiers it is what it says.
    if not tiers and isinstance(cost.get("context_over_200k"), Mapping):
        yield Condition(context_over=200_000, price=_price(row_id, cost["context_over_200k"], rows))
