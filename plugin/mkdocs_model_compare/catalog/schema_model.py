"""The keys of `models/*.yml`, in the order in which a fact sheet has them."""

from typing import Annotated, TypeAlias

from .kinds import ABSENCE_WORDS, choice_kind, text_kind, yes_no_kind
from .model import Billing, State, Status
from .number_kinds import whole_kind
from .schema import (
    ByShape,
    Currency,
    DateLike,
    Day,
    Entry,
    Given,
    Id,
    Money,
    Number,
    OrAbsence,
    SourceId,
    Text,
    Tokens,
    Url,
    YesNo,
    fact,
    key,
)
from .special_kinds import Count, count_kind, seen_kind

ProviderId = Annotated[str, text_kind("a key of providers.yml")]
LicenseId = Annotated[str, text_kind("a key of licenses.yml")]
BenchmarkId = Annotated[str, text_kind("a key of benchmarks.yml")]
StatusWord = Annotated[Status, choice_kind("a status", {status.value: status for status in Status})]
BillingWord = Annotated[Billing, choice_kind("a way of billing", {billing.value: billing for billing in Billing})]
Mode = Annotated[str, choice_kind("a mode", {"batch": "batch"})]
ContextOver = Annotated[int, whole_kind("a whole number of input tokens, 0 or more", least=0)]
Answer = Annotated[bool, yes_no_kind(f"yes, no, {ABSENCE_WORDS}")]
SeenText = Annotated[str, seen_kind()]
CountText = Annotated[Count, count_kind()]
Texts: TypeAlias = Annotated[Text | list[Text], ByShape()]
Reasons: TypeAlias = Annotated[Text | dict[str, Text], ByShape()]


class ParametersEntry(Entry):
    """Counts of parameters of a mixture of experts."""

    total: CountText = key("30B")
    """All of them."""
    active: CountText | None = key("3B", None)
    """Those at work for one token."""


class ModalitiesEntry(Entry):
    """Kinds of content that a model takes and gives."""

    input: list[Text] = key(["text", "image"])
    """What it takes."""
    output: list[Text] = key(["text"])
    """What it gives."""


Parameters: TypeAlias = Annotated[CountText | ParametersEntry, ByShape()]


class SourceEntry(Entry):
    """Where facts are from."""

    url: Url | None = key("https://example.org/card", None)
    """The page where a reader can check them; required unless `editorial` is yes."""
    title: Text | None = key("Model card", None)
    """How the page is called."""
    retrieved: Day | None = key("2026-11-22", None)
    """When it was consulted."""
    note: Text | None = key("snapshot", None)
    """What a reader should know about it."""
    editorial: YesNo = key(example=True, default=False)
    """Yes for the curators' own judgement, which needs no address."""


class PriceEntry(Entry):
    """Prices per 1,000,000 tokens."""

    input: Given[Money] | None = key(1.00, None)
    """Of input tokens."""
    output: Given[Money] | None = key(5.00, None)
    """Of output tokens."""
    cached_input: Given[Money] | None = key(0.10, None)
    """Of input tokens read from a cache."""
    cache_write: Given[Money] | None = key(1.25, None)
    """Of input tokens written to a cache; shown, and not part of a monthly cost."""
    currency: Currency | None = key("EUR", None)
    """ISO 4217 code of the currency; USD when absent, and in a variant that of its route."""


PriceForms: TypeAlias = Annotated[PriceEntry | State, OrAbsence()]


class WhenEntry(Entry):
    """The conditions of a price, all of which must hold; at least one."""

    mode: Mode | None = key("batch", None)
    """`batch`: when the workload is sent as batch."""
    context_over: ContextOver | None = key(200000, None)
    """When one request has more input tokens than this; the whole request then has this price."""
    region: Texts | None = key(["us", "eu"], None)
    """When the route is used in this region, or one of these."""


class VariantEntry(Entry):
    """A price under a condition."""

    when: WhenEntry = key({"mode": "batch"})
    """The condition."""
    price: PriceEntry = key({"input": 0.50, "output": 2.50})
    """The prices that it changes; the others stay."""


class PastEntry(Entry):
    """An earlier price."""

    until: DateLike = key("2025-10-14")
    """The last day it held."""
    price: PriceEntry = key({"input": 1.20, "output": 6.00})
    """What it was."""


class RouteEntry(Entry):
    """One way to call or run the model."""

    provider: ProviderId = key("aws-bedrock")
    """Who offers it: a key of `providers.yml`. A provider may have several routes."""
    region: Text | None = key("global", None)
    """Where it is offered."""
    model: Text | None = key("anthropic.claude-haiku-4-5", None)
    """The provider's own id for the model."""
    label: Text | None = key("Priority tier", None)
    """What tells this route from the provider's others."""
    status: StatusWord | None = key("active", None)
    """Whether it can be used; active when absent. A retired route counts nowhere."""
    context_window: Tokens | None = key(16384, None)
    """Input and output tokens of one request that this route takes, where that is less than the model's window."""
    billing: BillingWord = key("credits", Billing.TOKEN)
    """How it is paid for; by token when absent. Other ways are shown and never ranked."""
    price: PriceForms | None = key({"input": 1.00, "output": 5.00}, None)
    """What it costs per 1,000,000 tokens. 0 is free, and only where it is written."""
    variants: list[VariantEntry] | None = key([{"when": {"mode": "batch"}, "price": {"input": 0.50}}], None)
    """Prices under a condition."""
    since: DateLike | None = key("2025-10-15", None)
    """When this price took effect."""
    history: list[PastEntry] | None = key([{"until": "2025-10-14", "price": {"input": 1.20}}], None)
    """Earlier prices, newest first."""
    source: SourceId | None = key("prices", None)
    """Where all of this is from: an id under `sources`."""
    note: Text | None = key("needs an agreement", None)
    """What a reader should know about it."""
    retrieved: Day | None = key("2026-11-22", None)
    """When it was looked up; the source's own date when absent."""


class ScoreEntry(Entry):
    """One result of a benchmark."""

    benchmark: BenchmarkId = key("swe-bench-verified")
    """A key of `benchmarks.yml`."""
    score: Given[Number] = key(73.3)
    """In the benchmark's unit."""
    variant: Text | None = key("mini-agent, no thinking", None)
    """How it was run. Only the same benchmark and variant are compared."""
    interval: list[Number] | None = key([71.0, 75.6], None)
    """The two ends of the score's confidence interval, the lower first."""
    reported_by: Text | None = key("Anthropic", None)
    """Who says so."""
    date: DateLike | None = key("2025-10-15", None)
    """When it was run or published."""
    source: SourceId | None = key("card", None)
    """Where it is from: an id under `sources`."""
    note: Text | None = key("averaged over 50 trials", None)
    """What a reader should know about it."""
    retrieved: Day | None = key("2026-11-22", None)
    """When it was looked up; the source's own date when absent."""


class SettledEntry(Entry):
    """A difference between sources that a curator has looked into."""

    note: Text = key("The provider's own page says 0.60.")
    """Why the file's value is right."""
    saw: dict[str, SeenText] = key({"litellm": 0.80, "prices": 0.60})
    """Source → the value it gave then. The difference is reported again when one of them gives another."""


class ModelFile(Entry):
    """The facts of one model. The file's stem is the model's id."""

    name: Text = key("Claude Haiku 4.5")
    """How the model is called."""
    developer: Text = key("Anthropic")
    """The lab that made it."""
    family: Text | None = key("claude-haiku", None)
    """What its siblings have in common."""
    aliases: list[Text] | None = key(["anthropic/claude-haiku-4.5"], None)
    """Other ids that stand for it, unique across the catalog."""
    summary: Text | None = key("The small and fast one of its generation.", None)
    """One sentence about it."""
    status: Given[StatusWord] | None = key("active", None)
    """Where it is in its life; active when absent."""
    released: Given[DateLike] = fact("2025-10-15")
    """When it came out, as precisely as the source says."""
    retires: Given[DateLike] = fact("2026-10-15")
    """When it stops, or stopped."""
    successor: Text | None = key("claude-haiku-5", None)
    """The id of the model that takes its place."""
    context_window: Given[Tokens] = fact(200000)
    """How many tokens one request and its answer may hold together."""
    max_output: Given[Tokens] = fact(64000)
    """How many tokens one answer may hold."""
    parameters: Given[Parameters] = fact("12B")
    """How large it is: a count such as 12B, or `{total: 30B, active: 3B}`."""
    architecture: Given[Text] = fact("decoder-only")
    """How it is built."""
    license: Given[LicenseId] = fact("proprietary")
    """A key of `licenses.yml`, which says how open it is and whether commercial use is permitted."""
    knowledge_cutoff: Given[DateLike] = fact("2025-02")
    """When its knowledge ends."""
    modalities: Given[ModalitiesEntry] = fact({"input": ["text", "image"], "output": ["text"]})
    """What kinds of content it takes and gives."""
    capabilities: dict[str, Given[Answer]] | None = key({"vision": True, "computer_use": False}, None)
    """Capability → yes, no, unknown, undisclosed or n/a. What is not listed is unknown."""
    fit: list[Id] | None = key(["coding", "rag"], None)
    """Ids of use cases that the curator vouches for."""
    best_for: list[Text] | None = key(["tool-calling agents"], None)
    """What it is good for; made from the capabilities when absent."""
    routes: list[RouteEntry] | None = key([{"provider": "aws-bedrock"}], None)
    """How one can call or run it."""
    benchmarks: list[ScoreEntry] | None = key([{"benchmark": "swe-bench-verified", "score": 73.3}], None)
    """Its results."""
    sources: dict[str, SourceEntry] | None = key({"card": {"url": "https://example.org/card"}}, None)
    """Id → where facts are from."""
    provenance: dict[str, SourceId] | None = key({"default": "card", "routes": "prices"}, None)
    """Path → source. The longest path that a fact begins with counts, else `default`."""
    reviewed: Day | None = key("2026-11-22", None)
    """When a person last checked the whole file."""
    settled: dict[str, SettledEntry] | None = key(
        {"max_output": {"note": "The model card says so.", "saw": {"litellm": 32000, "card": 64000}}}, None
    )
    """Path of a fact → a difference between the file and a list that `import` compared it with, as settled."""
    acknowledged: dict[str, Reasons] | None = key({"route-prices": "Groq asks more for its speed."}, None)
    """Id of a check → why what it warns of is right here: one reason for the file, or path → reason."""
