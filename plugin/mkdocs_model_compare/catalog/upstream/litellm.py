"""LiteLLM's `model_prices_and_context_window.json`: a flat `{key: row}` with US dollars per token → rows.

A flag that is absent is unknown. `max_input_tokens` is the input alone, so no row tells a context window.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from mkdocs_model_compare.catalog.model import Billing, Status

from . import amounts
from .facts import of_modalities, without_unknown
from .identity import Identity, identify, split_region
from .litellm_prices import conditions, left_out, price
from .pricing import priced
from .records import ListError, Offer, Upstream, Vendor
from .rows import Rows, make_row, no_chat, without_seller
from .tables import vendor

UPSTREAM = Upstream(
    name="litellm",
    source="litellm",
    title="LiteLLM",
    url="https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json",
    also=(
        "https://github.com/BerriAI/litellm",
        "https://raw.githubusercontent.com/BerriAI/litellm",
        "https://pypi.org/project/litellm",
    ),
)
_CHAT = ("chat", "responses")
_CAPABILITIES = {
    "supports_vision": "vision",
    "supports_reasoning": "reasoning",
    "supports_function_calling": "function_calling",
    "supports_response_schema": "structured_outputs",
    "supports_computer_use": "computer_use",
    "supports_audio_input": "audio_input",
}
_COMMITMENT = re.compile(r"/\d+-month-commitment/")
# bedrock/us-east-1/model, azure/eu/model: the part between provider and model is a region.
_PLACE = re.compile(r"(?:[a-z]{2}(?:-[a-z]+)+-\d|us-gov(?:-[a-z]+-\d)?|us|eu|apac|global|global-standard)")
_ENTRY_POINTS = ("invoke", "converse", "claude_platform", "responses", "ps", "@cf", "@hf", "@oi", "hf")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Address:
    """The key of a row taken apart."""

    region: str | None
    model: str
    identity: Identity


def read(data: Any, rows: Rows, today: date) -> None:
    """Fill `rows` with what the file's data says; what ended before `today` is deprecated.

    Raises:
        ListError: it is another file.
    """
    if not isinstance(data, Mapping) or not any(
        isinstance(row, Mapping) and "litellm_provider" in row for row in data.values()
    ):
        message = (
            "this is no price list of LiteLLM; expected its model_prices_and_context_window.json; download that file"
        )
        raise ListError(message)
    rows.again(data, "")
    for row_id, row in data.items():
        if row_id != "sample_spec" and rows.begin(row_id, row):
            _offered(row_id, row, rows, today)


def _offered(row_id: str, row: Mapping[str, Any], rows: Rows, today: date) -> None:
    if (why := _left_out(row_id, row)) is not None:
        rows.skip(row_id, why)
        return
    provider = row["litellm_provider"]
    seller = vendor("litellm", provider)
    address = _address(row_id, provider, seller)
    ends = None
    if row.get("deprecation_date"):
        ends = rows.taken(row_id, "deprecation_date", partial(amounts.day, row["deprecation_date"]))
    offer = Offer(
        upstream_id=row_id,
        vendor=seller,
        model=address.model,
        region=address.region,
        label=address.identity.label,
        status=Status.DEPRECATED if ends is not None and ends.last < today else None,
    )
    if any(key.startswith(("input_dbu_cost", "output_dbu_cost")) for key in row):
        offer = Offer(upstream_id=row_id, vendor=seller, model=address.model, billing=Billing.CREDITS)
    else:
        taken = partial(rows.taken, row_id)
        listed = tuple(conditions(row, taken))
        offer = priced(offer, price(row, taken), listed, free=False, doubt=partial(rows.doubt, row_id))
        for what in left_out(row):
            rows.doubt(row_id, f"{what} left out")
    facts = {**_facts(row_id, row, rows), "retires": ends} if seller.makes else {}
    rows.rows.append(make_row(row_id, address.identity, offer, None, without_unknown(facts)))


def _left_out(row_id: str, row: Mapping[str, Any]) -> str | None:
    mode = row.get("mode")
    if mode not in _CHAT:
        return f"its mode is {mode}, not chat" if isinstance(mode, str) and len(mode) < 40 else "it has no mode"
    if not isinstance(row.get("litellm_provider"), str):
        return "it has no provider"
    if _COMMITMENT.search(row_id):
        return "it is paid for by commitment"
    if row_id.startswith("ft:"):
        return "it is a price for fine-tuned models"
    return "the model is no chat model" if no_chat(row_id) else None


def _address(row_id: str, provider: str, seller: Vendor) -> _Address:
    parts = row_id.split("/")
    if len(parts) > 1 and (parts[0] in (provider, provider.replace("_", "-")) or vendor("litellm", parts[0]) == seller):
        del parts[0]
    region = None
    if len(parts) > 1 and _PLACE.fullmatch(parts[0]):
        region = parts.pop(0)
    while len(parts) > 1 and parts[0] in _ENTRY_POINTS:
        del parts[0]
    model = "/".join(parts)
    prefixed, bare = split_region(parts[-1])
    identity = identify("/".join((*parts[:-1], without_seller(bare, seller))))
    return _Address(region=region or prefixed, model=model, identity=identity)


def _facts(row_id: str, row: Mapping[str, Any], rows: Rows) -> dict[str, object]:
    facts = of_modalities({"input": row.get("supported_modalities"), "output": row.get("supported_output_modalities")})
    if row.get("max_output_tokens") is not None:
        read_limit = partial(amounts.tokens, row["max_output_tokens"])
        facts["max_output"] = rows.taken(row_id, "max_output_tokens", read_limit)
    return facts | {f"capabilities.{ours}": value for ours, value in _flags(row)}


def _flags(row: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    for theirs, ours in _CAPABILITIES.items():
        value = row.get(theirs)
        if isinstance(value, bool):
            yield ours, value
