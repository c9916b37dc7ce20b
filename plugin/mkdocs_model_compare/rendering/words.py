"""Sentences and their pieces: lists, counts, dates, licences, costs, right in number and article."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Any

from mkdocs_model_compare.catalog.dates import PartialDate
from mkdocs_model_compare.catalog.model import Billing, Model, State, Status, Variant
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.comparison import figures
from mkdocs_model_compare.comparison.benchmarks import Matchup
from mkdocs_model_compare.comparison.fact_values import Coverage
from mkdocs_model_compare.comparison.pricing import Offer
from mkdocs_model_compare.comparison.reasons import Gap, Reason
from mkdocs_model_compare.comparison.spending import Lack, Spending, lack
from mkdocs_model_compare.comparison.value import Value

_BILLINGS = {
    Billing.TOKEN: "sold by the token",
    Billing.CREDITS: "sold in credits",
    Billing.SUBSCRIPTION: "sold by subscription",
    Billing.COMPUTE_HOURS: "sold by the hour of compute",
    Billing.DOWNLOAD: "offered as a download",
}
OPENNESS = {"open-source": "open source", "open-weights": "open weights", "proprietary": "proprietary"}
STATES = {
    State.UNKNOWN: "unknown",
    State.UNDISCLOSED: "undisclosed",
    State.NOT_APPLICABLE: "not applicable",
    State.NO: "No",
}
_PAIR = 2
_NUMBERS = ("none", "one", "two", "three", "four", "five", "six")


_LACKS = {
    Lack.NO_ROUTE: "No route is recorded",
    Lack.RETIRED: "All its routes are retired",
    Lack.UNDISCLOSED: "Its price by the token is undisclosed",
    Lack.NO_INPUT: "The input price is missing",
    Lack.NO_OUTPUT: "The output price is missing",
    Lack.SPLIT: "No route has both an input and an output price",
    Lack.NOT_SO: "No price is known for requests of this size",
}


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
    bare = name.casefold()
    named = bare.endswith(("license", "licence", "agreement", "terms")) and not bare.startswith("the ")
    return f"the {name}" if named else name


def billed(billing: Billing) -> str:
    return _BILLINGS[billing]


def openness(kind: str) -> str:
    return OPENNESS[kind]


def named(model: Model) -> str:
    """A model's name where it is recommended or listed: one on its way out says so, "GPT-4 (deprecated)"."""
    status = model.status.value
    return f"{model.name} ({status})" if status in {Status.DEPRECATED, Status.RETIRED} else model.name


def unit_prices(offer: Offer) -> str:
    """`AWS Bedrock (global): $0.80 in and $4 out per 1M tokens, in batch`: one route with both its prices.

    With what it takes at once, where that is less than the model could.
    """
    place = listed(offer.regions) or offer.route.region
    where = f"{offer.route.provider.name} ({place})" if place else offer.route.provider.name
    fresh, out = (figures.price(offer.amount(key) or Decimal(0), offer.currency) for key in ("input", "output"))
    free = fresh == out == "free"
    text = f"{where}: free" if free else f"{where}: {fresh} in and {out} out per 1M tokens"
    tiers = [variant.context_over for variant in offer.conditions if variant.context_over is not None]
    if tiers:
        text += f", at the tier over {figures.tokens(max(tiers))} input tokens"
    if offer.batch:
        text += ", in batch"
    limit = offer.route.context_window
    return text if limit is None else f"{text}, up to {figures.tokens(limit)} tokens a request"


def lacking(model: Model) -> str:
    """Which fact a model without a monthly cost is missing."""
    routes = [route for route in model.routes if route.active]
    why, count = lack(model), len(routes)
    if why in _LACKS:
        return _LACKS[why]
    if why is Lack.NOT_BY_TOKEN:
        kinds = listed(dict.fromkeys(billed(route.billing) for route in routes), "or")
        return f"{'Its only route is' if count == 1 else f'Its {count} routes are'} {kinds}, not by the token"
    none = {1: "Its only route has no", _PAIR: "Neither of its 2 routes has a"}.get(count)
    return f"{none or f'None of its {count} routes has a'} price by the token"


def unpriced(model: Model) -> str:
    """The same inside a sentence."""
    why = lacking(model)
    return why[:1].lower() + why[1:]


def outgrown(limit: Value) -> str:
    """Which of a model's own limits the traffic does not keep within, without the limit itself."""
    if limit.key == "context_window":
        return "a request of this traffic is larger than its context window"
    return "an answer of this traffic is longer than its maximum output"


def of_cost(told: Spending) -> str:
    """What a reader should know of a cost that stands alone: why there is none, or that it is of no use."""
    if told.cost is None:
        return lacking(told.model)
    return "; ".join(f"{outgrown(limit)}, {limit.text} tokens" for limit in told.outgrown)


def gapped(reason: Reason, models: Sequence[Model]) -> str:
    """Whose fact leaves a signal open, and what there is in its place: ` (Gemma)`, ` (Gemma: undisclosed)`."""
    gaps = reason.gaps
    if any(gap.why for gap in gaps):
        told = ", ".join(f"{gap.model.name}: {_instead(gap)}" if gap.why else gap.model.name for gap in gaps)
        return f" ({told})"
    return f" ({listed(gaps, by='model.name')})" if len(gaps) < len(models) else ""


def _instead(gap: Gap) -> str:
    return STATES[gap.why] if isinstance(gap.why, State) else f"priced in {gap.why}"


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
    size = f"{workload.input_tokens:,} input and {figures.counted(workload.output_tokens, 'output token')}"
    text = f"{requests} a month of {size}"
    if workload.requests != 1:
        text += " each"
    if workload.cached:
        text += f", {figures.plain(workload.cached * 100)}% of the input cached"
    return f"{text}, in batch" if workload.batch else text
