"""The words that keys, states and counts go by, in tables and inside sentences."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Any

from mkdocs_model_compare.catalog.dates import PartialDate
from mkdocs_model_compare.catalog.model import Billing, Model, Settings, State, Status, Variant, Workload
from mkdocs_model_compare.comparison import figures
from mkdocs_model_compare.comparison.benchmarks import Matchup
from mkdocs_model_compare.comparison.fact_values import Coverage
from mkdocs_model_compare.comparison.pricing import MonthlyCost
from mkdocs_model_compare.comparison.spending import Lack, lack
from mkdocs_model_compare.comparison.value import Value

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
    "benchmarks": "Shared benchmarks led",
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
_STRENGTHS = {
    "monthly_cost": "a lower cost at this traffic",
    "context_window": "a larger context window",
    "max_output": "a longer output",
    "openness": "a more open licence",
    "commercial_use": "freer commercial use",
    "released": "a newer release",
    "knowledge_cutoff": "a later knowledge cutoff",
    "cheapest_output": "a lower output price",
    "provider_routes": "more providers",
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
    Billing.TOKEN: "sold by the token",
    Billing.CREDITS: "sold in credits",
    Billing.SUBSCRIPTION: "sold by subscription",
    Billing.COMPUTE_HOURS: "sold by the hour of compute",
    Billing.DOWNLOAD: "offered as a download",
}
_OPENNESS = {"open-source": "open source", "open-weights": "open weights", "proprietary": "proprietary"}
_PAIR = 2
_NUMBERS = ("none", "one", "two", "three", "four", "five", "six")


_LACKS = {
    Lack.NO_ROUTE: "No route is recorded",
    Lack.RETIRED: "All its routes are retired",
    Lack.NO_INPUT: "The input price is missing",
    Lack.NO_OUTPUT: "The output price is missing",
    Lack.SPLIT: "No route has both an input and an output price",
    Lack.NOT_SO: "No price is known for requests of this size",
}


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

    def phrases(self, items: Iterable[Any], by: str) -> str:
        """The phrases of the keys that the items have as `by`: "reasoning, vision and tool use"."""
        return listed(map(self.phrase, map(attrgetter(by), items)))

    def phrase_of(self, path: str) -> str:
        """What a fact is about, by its path: "reasoning", "price at aws-bedrock"."""
        head, _, rest = path.partition(".")
        if head == "routes":
            return f"{'price' if '.price' in rest else 'route'} at {rest.partition('.')[0]}"
        return self.phrase(rest or head)

    def strength(self, key: str) -> str:
        """A lead as something that speaks for a model: "a larger context window"."""
        return _STRENGTHS.get(key) or (
            f"the better score in {self._benchmarks[key]}" if key in self._benchmarks else self.phrase(key)
        )

    @staticmethod
    def state(key: str, state: State) -> str:
        """What stands in place of a value that is not known."""
        return _UNKNOWN.get(key.rpartition(".")[2], "unknown") if state is State.UNKNOWN else _STATES[state]


def listed(items: Iterable[Any], last: str = "and", by: str = "") -> str:
    """`a`, `a and b`, `a, b and c`; `by` is what to list of each item: `name`, `use_case.phrase`."""
    words = [str(item) for item in (map(attrgetter(by), items) if by else items)]
    if len(words) < _PAIR:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """`1 provider`, `2 providers`, `no providers`."""
    many = plural or f"{noun}s"
    if count == 0:
        return f"no {many}"
    return f"1 {noun}" if count == 1 else f"{count:,} {many}"


def both(models: Sequence[Any]) -> str:
    """The word for all of them, to open a sentence: "Both" of two models, "All three" of more."""
    return "Both" if len(models) == _PAIR else f"All {_NUMBERS[len(models)]}"


def count(models: Sequence[Any]) -> str:
    return _NUMBERS[len(models)]


def neither(models: Sequence[Any]) -> str:
    return "Neither" if len(models) == _PAIR else f"None of the {_NUMBERS[len(models)]}"


def on_date(when: PartialDate) -> str:
    """`on 15 October 2025`, `in October 2025`, `in 2025`: at the precision that is known."""
    if when.month is None:
        return f"in {when.year}"
    month = f"{calendar.month_name[when.month]} {when.year}"
    return f"in {month}" if when.day is None else f"on {when.day} {month}"


def licence_verb(openness: Sequence[Value]) -> str:
    """The verb before a licence that models share: one *is* proprietary, two *have* open weights."""
    one, many = ("has", "have") if openness[0].raw == "open-weights" else ("is", "are")
    return one if len(openness) == 1 else many


def licence_name(name: str) -> str:
    """A licence as one speaks of it: "the Llama 4 Community License", "Apache 2.0"."""
    return f"the {name}" if name.casefold().endswith(("license", "licence", "agreement", "terms")) else name


def billed(billing: Billing) -> str:
    return _BILLINGS[billing]


def openness(kind: str) -> str:
    return _OPENNESS[kind]


def named(model: Model) -> str:
    """A model's name where it is recommended or listed: one on its way out says so, "GPT-4 (deprecated)"."""
    status = model.status.value
    return f"{model.name} ({status})" if status in {Status.DEPRECATED, Status.RETIRED} else model.name


def unit_prices(cost: MonthlyCost) -> str:
    """`AWS Bedrock (global): $0.80 in and $4 out per 1M tokens, in batch`: one route with both its prices."""
    offer = cost.offer
    place = listed(offer.regions) or offer.route.region
    where = f"{offer.route.provider.name} ({place})" if place else offer.route.provider.name
    fresh, out = (figures.price(offer.amount(key) or Decimal(0), offer.currency) for key in ("input", "output"))
    text = f"{where}: {fresh} in and {out} out per 1M tokens"
    tiers = [variant.context_over for variant in offer.conditions if variant.context_over is not None]
    if tiers:
        text += f", at the tier over {figures.tokens(max(tiers))} input tokens"
    return f"{text}, in batch" if cost.batch else text


def lacking(model: Model) -> str:
    """Which fact a model without a monthly cost is missing."""
    routes = [route for route in model.routes if route.active]
    why, count = lack(model), len(routes)
    if why in _LACKS:
        return _LACKS[why]
    if why is Lack.NOT_BY_TOKEN:
        kinds = listed(dict.fromkeys(billed(route.billing) for route in routes), "or")
        return f"{'Its only route is' if count == 1 else f'Its {count} routes are'} {kinds}, not sold by the token"
    none = {1: "Its only route has no", _PAIR: "Neither of its 2 routes has a"}.get(count)
    return f"{none or f'None of its {count} routes has a'} price by the token"


def coverage(held: Coverage) -> str:
    return f"{counted(len(held.providers), 'provider')}, {counted(len(held.routes), 'route')}"


def shared_scores(shared: int, own: int) -> str:
    """How many scores are comparable, of how many the model has."""
    own_scores = f"of {counted(own, 'score')}" if own else "none recorded"
    return f"{shared} shared, {own_scores}"


def percent(share: Decimal) -> str:
    return f"{figures.plain(share * 100)}%"


def measure(matchup: Matchup) -> str:
    """A benchmark with its variant: `SWE-bench Verified (mini-agent)`."""
    name = matchup.benchmark.name
    return f"{name} ({matchup.variant})" if matchup.variant else name


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
