"""A model's facts once they are read: frozen values with their provenance resolved.

`resolving.py` makes these from the files.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Generic, Literal, TypeVar

from .dates import PartialDate

T_co = TypeVar("T_co", covariant=True)


class State(StrEnum):
    """The five states of a value; the member's text is the mark `data-mc-state` bears."""

    KNOWN = "known"
    NO = "no"  # looked, and it has not
    UNKNOWN = "unknown"  # nobody looked
    UNDISCLOSED = "undisclosed"  # the developer will not say
    NOT_APPLICABLE = "na"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact is from. Editorial ones are the curators' own judgement and need no URL."""

    id: str
    url: str | None
    title: str | None
    retrieved: date | None
    note: str | None
    editorial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Generic[T_co]):
    """One value of the catalog with its state and provenance.

    `value` is None unless the state is KNOWN; a capability that a model has is KNOWN with value True.
    `path` is where a person finds it in the model's file, e.g. `routes.aws-bedrock.price.output`.
    """

    path: str
    state: State
    value: T_co | None = None
    source: Source | None = None
    note: str | None = None
    retrieved: date | None = None  # the fact's own date, else its source's

    @property
    def known(self) -> bool:
        return self.state is State.KNOWN


class Status(StrEnum):
    PREVIEW = "preview"
    ACTIVE = "active"
    LEGACY = "legacy"
    DEPRECATED = "deprecated"
    RETIRED = "retired"


class Billing(StrEnum):
    TOKEN = "token"
    CREDITS = "credits"
    SUBSCRIPTION = "subscription"
    COMPUTE_HOURS = "compute-hours"
    DOWNLOAD = "download"


Openness = Literal["open-source", "open-weights", "proprietary"]
CommercialUse = Literal["permitted", "conditional", "prohibited", "unknown"]
ProviderKind = Literal["vendor", "cloud", "gateway", "self-host"]
Unit = Literal["percent", "elo", "score", "usd", "seconds"]
PriceKey = Literal["input", "output", "cached_input", "cache_write"]
PRICE_KEYS: tuple[PriceKey, ...] = ("input", "output", "cached_input", "cache_write")


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    id: str
    name: str
    kind: ProviderKind | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class License:
    id: str
    name: str
    spdx: str | None
    openness: Openness
    commercial_use: CommercialUse
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    id: str
    name: str
    unit: Unit
    higher_is_better: bool
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """Counts of parameters as whole numbers; `active` per token for a mixture of experts."""

    total: int
    active: int | None
    text: str  # the total as the curator wrote it, e.g. 12B
    active_text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Modalities:
    input: tuple[str, ...]
    output: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """Prices per 1,000,000 tokens in one currency; keys that the file leaves out are absent here."""

    currency: str  # ISO 4217
    facts: Mapping[PriceKey, Fact[Decimal]]

    def fact(self, key: PriceKey) -> Fact[Decimal] | None:
        return self.facts.get(key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A price under conditions, all of which must hold. `price` has only the keys it overrides."""

    mode: Literal["batch"] | None
    context_over: int | None  # input tokens of one request, strictly greater
    regions: tuple[str, ...]  # empty: any region
    price: Price


@dataclass(frozen=True, slots=True, kw_only=True)
class PastPrice:
    until: PartialDate
    price: Price


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One way to call or run a model. `price` is None where the file gives none."""

    path: str  # e.g. routes.aws-bedrock
    provider: Provider
    region: str | None
    context_window: int | None = None  # tokens of one request, where the route takes fewer than the model
    model: str | None  # the provider's own id for it
    label: str | None
    status: Status
    billing: Billing
    price: Price | None
    variants: tuple[Variant, ...]
    since: PartialDate | None
    history: tuple[PastPrice, ...]
    source: Source | None
    note: str | None
    retrieved: date | None

    @property
    def active(self) -> bool:
        return self.status is not Status.RETIRED

    @property
    def priced(self) -> bool:
        """Token-priced, not retired, with both input and output (catalog contract, "Prices")."""
        if self.price is None or not self.active or self.billing is not Billing.TOKEN:
            return False
        fresh, out = self.price.facts.get("input"), self.price.facts.get("output")
        return fresh is not None and fresh.known and out is not None and out.known


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One benchmark result. `fact.value` is the score in the benchmark's unit."""

    benchmark: Benchmark
    variant: str | None
    fact: Fact[Decimal]
    interval: tuple[Decimal, Decimal] | None
    reported_by: str | None
    date: PartialDate | None


# A model's facts but for capabilities, routes and scores, and for what follows from its licence.
OWN_FACTS = (
    "status",
    "released",
    "retires",
    "context_window",
    "max_output",
    "parameters",
    "architecture",
    "license",
    "knowledge_cutoff",
    "modalities",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One model with every fact resolved. A fact that the file leaves out is there as UNKNOWN."""

    id: str  # the file's stem
    name: str
    developer: str
    family: str | None
    aliases: tuple[str, ...]
    summary: str | None
    status: Fact[Status]
    released: Fact[PartialDate]
    retires: Fact[PartialDate]
    successor: str | None  # a model id
    context_window: Fact[int]  # tokens
    max_output: Fact[int]  # tokens
    parameters: Fact[Parameters]
    architecture: Fact[str]
    license: Fact[License]
    openness: Fact[Openness]  # of the licence, with the licence's provenance
    commercial_use: Fact[CommercialUse]  # of the licence; its `unknown` is the state UNKNOWN
    knowledge_cutoff: Fact[PartialDate]
    modalities: Fact[Modalities]
    capabilities: Mapping[str, Fact[bool]]  # one entry per capability of the settings
    fit: tuple[str, ...] | None  # ids of use cases; None: the file does not say
    best_for: tuple[str, ...] | None
    routes: tuple[Route, ...]
    scores: tuple[Score, ...]
    sources: Mapping[str, Source]
    reviewed: date | None
    place: str  # path of the file, for messages
    # Id of a check → path in the file, "" for all of it → why what the check doubts there is right.
    acknowledged: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    # Path of a fact → source → the value it gave when a curator settled that they differ.
    settled: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
