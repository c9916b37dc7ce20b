"""The words that keys, states and counts go by, in tables and inside sentences."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from typing import Any

from mkdocs_model_compare.catalog.dates import PartialDate
from mkdocs_model_compare.catalog.model import Billing, Settings, State, Status, Variant, Workload
from mkdocs_model_compare.comparison import figures

HEADINGS = {
    "verdict": "Verdict",
    "scorecard": "Scorecard",
    "tradeoffs": "Tradeoffs",
    "monthly_cost": "Monthly cost",
    "switch_friction": "Switch friction",
    "specs": "Specifications",
    "pricing": "Pricing and availability",
    "capabilities": "Capabilities",
    "benchmarks": "Benchmarks",
    "deep_dive": "Deep dive",
    "faq": "FAQ",
    "related": "Related comparisons",
    "reviewed": "Review and sources",
}

_LABELS = {
    "name": "Model",
    "developer": "Developer",
    "family": "Family",
    "best_for": "Best for",
    "decision_fit": "Decision fit",
    "context_window": "Context window",
    "cheapest_output": "Cheapest output, per 1M tokens",
    "provider_routes": "Provider routes",
    "shared_benchmarks": "Shared benchmarks",
    "released": "Released",
    "retires": "Retires",
    "max_output": "Max output",
    "parameters": "Parameters",
    "architecture": "Architecture",
    "license": "Licence",
    "openness": "Openness",
    "commercial_use": "Commercial use",
    "knowledge_cutoff": "Knowledge cutoff",
    "modalities": "Modalities",
    "status": "Status",
    "input_price": "Input price, per 1M tokens",
    "output_price": "Output price, per 1M tokens",
    "cached_input_price": "Cached input price, per 1M tokens",
    "batch_input_price": "Batch input price, per 1M tokens",
    "batch_output_price": "Batch output price, per 1M tokens",
    "providers": "Providers",
    "monthly_cost": "Monthly cost",
    "cheapest_route": "Cheapest route",
    "cost_delta": "Above the lowest cost",
    "price": "Cost at this traffic",
    "benchmarks": "Shared benchmarks",
    "open_weights": "Open weights",
    "priced": "A price by the token",
}
# Inside a sentence, where the label in small letters would not read well.
_PHRASES = {
    "price": "cost at this traffic",
    "provider_routes": "number of providers",
    "providers": "number of providers",
    "released": "release date",
    "max_output": "maximum output",
    "cheapest_output": "output price",
    "priced": "a price by the token",
    "benchmarks": "shared benchmarks",
}
_STATES = {
    State.UNKNOWN: "unknown",
    State.UNDISCLOSED: "undisclosed",
    State.NOT_APPLICABLE: "not applicable",
    State.NO: "No",
}
_NO_PRICE = "no price known"
_UNKNOWN = {
    "monthly_cost": "unavailable",
    "cost_delta": "unavailable",
    "cheapest_route": "no priced route",
    "cheapest_output": _NO_PRICE,
    "input_price": _NO_PRICE,
    "output_price": _NO_PRICE,
    "cached_input_price": _NO_PRICE,
    "batch_input_price": _NO_PRICE,
    "batch_output_price": _NO_PRICE,
    "input": _NO_PRICE,
    "output": _NO_PRICE,
    "cached_input": _NO_PRICE,
    "cache_write": _NO_PRICE,
    "provider_routes": "no route known",
    "providers": "no route known",
}
_BILLINGS = {
    Billing.TOKEN: "by the token",
    Billing.CREDITS: "in credits",
    Billing.SUBSCRIPTION: "by subscription",
    Billing.COMPUTE_HOURS: "by the hour of compute",
    Billing.DOWNLOAD: "as a download",
}
_OPENNESS = {"open-source": "open source", "open-weights": "open weights", "proprietary": "proprietary"}
# Of the letters' names "an F", "an 8": said with a vowel though not written with one.
_VOWEL_LETTERS = frozenset("AEFHILMNORSX8")
_PAIR = 2


class Words:
    """The words of one catalog: its capabilities and use cases have names of their own."""

    def __init__(self, settings: Settings, benchmarks: dict[str, str]) -> None:
        self._settings = settings
        self._benchmarks = benchmarks

    def label(self, key: str) -> str:
        """How a key heads a row: "Context window"."""
        capability = self._settings.capabilities.get(key)
        if capability is not None:
            return capability.name
        return _LABELS.get(key) or self._benchmarks.get(key, key)

    def phrase(self, key: str) -> str:
        """How a key reads inside a sentence: "context window"."""
        capability = self._settings.capabilities.get(key)
        if capability is not None:
            return capability.phrase
        if key in self._benchmarks:
            return self._benchmarks[key]
        return _PHRASES.get(key) or self.label(key).partition(",")[0].lower()

    @staticmethod
    def state(key: str, state: State) -> str:
        """What stands in place of a value that is not known."""
        return _UNKNOWN.get(key.rpartition(".")[2], "unknown") if state is State.UNKNOWN else _STATES[state]


def listed(items: Iterable[Any], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    words = [str(item) for item in items]
    if len(words) < _PAIR:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """`1 provider`, `2 providers`, `no providers`."""
    many = plural or f"{noun}s"
    if count == 0:
        return f"no {many}"
    return f"1 {noun}" if count == 1 else f"{count:,} {many}"


def with_article(phrase: str) -> str:
    """`a model`, `an open-weights model`, `an 8k window`, `a US route`."""
    first, *_ = phrase.split() or [""]
    if first[:1].isdigit():
        vowel = first.startswith(("8", "11", "18"))
    elif len(first) > 1 and first.isupper():
        vowel = first[0] in _VOWEL_LETTERS
    else:
        vowel = first[:1].lower() in set("aeiou") and not first.lower().startswith(("uni", "use", "eu", "one"))
    return f"{'an' if vowel else 'a'} {phrase}"


def both(models: Sequence[Any]) -> str:
    """"Both" of two models, "All 3" of more."""
    return "Both" if len(models) == _PAIR else f"All {len(models)}"


def neither(models: Sequence[Any]) -> str:
    return "Neither" if len(models) == _PAIR else f"None of the {len(models)}"


def on_date(when: PartialDate) -> str:
    """`on 15 October 2025`, `in October 2025`, `in 2025`: at the precision that is known."""
    if when.month is None:
        return f"in {when.year}"
    month = f"{calendar.month_name[when.month]} {when.year}"
    return f"in {month}" if when.day is None else f"on {when.day} {month}"


def billed(billing: Billing) -> str:
    return _BILLINGS[billing]


def openness(kind: str) -> str:
    return _OPENNESS[kind]


def standing_of(status: Status | None) -> str:
    """What must be said wherever a model is recommended: " (deprecated)"; nothing for one in good standing."""
    return f" ({status})" if status in {Status.DEPRECATED, Status.RETIRED} else ""


def price_name(key: str) -> str:
    """What a price is for: "input", "cached input", "cache write"."""
    return key.replace("_", " ")


def condition(variant: Variant) -> str:
    """When a variant of a price applies: `Batch`, `Over 200k input tokens`, `In us and eu`."""
    parts = ["batch"] if variant.mode else []
    if variant.context_over is not None:
        parts.append(f"over {figures.tokens(variant.context_over)} input tokens")
    if variant.regions:
        parts.append(f"in {listed(variant.regions)}")
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def traffic(workload: Workload) -> str:
    """`1,000,000 requests a month of 800 input and 250 output tokens each, 40% of the input cached, in batch`."""
    requests = "1 request" if workload.requests == 1 else f"{workload.requests:,} requests"
    text = f"{requests} a month of {workload.input_tokens:,} input and {workload.output_tokens:,} output tokens"
    if workload.requests != 1:
        text += " each"
    if workload.cached:
        text += f", {figures.plain(workload.cached * 100)}% of the input cached"
    return f"{text}, in batch" if workload.batch else text
