"""What a list says, in our terms: models with their facts, routes with their prices, and the rows that were left out.

Readers of lists make `Row`s of it, `gathering.py` makes `Offered` models of those, and nothing here knows any catalog.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from mkdocs_model_compare.catalog.model import Billing, PriceKey, ProviderKind, Status
from mkdocs_model_compare.errors import CompareError

Amounts = Mapping[PriceKey, Decimal]


class ListError(CompareError):
    """A list that cannot be read at all; the text says why, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """A provider as `providers.yml` has it. `makes`: whose own platform it is; `others`: whether others' models too.

    `listed`: whether our table has it.
    """

    id: str
    name: str
    kind: ProviderKind | None = None
    url: str | None = None
    makes: str | None = None
    others: bool = False
    billing: Billing = Billing.TOKEN
    listed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A price under a condition: a batch, requests with more input tokens than `context_over`, or both."""

    batch: bool = False
    context_over: int | None = None
    price: Amounts


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """An earlier price, and the last day it held."""

    until: date
    price: Amounts


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A route as a provider's row has it. `upstream_id` is the row's id in the list, `model` the provider's own id."""

    upstream_id: str
    vendor: Vendor
    model: str
    region: str | None = None
    label: str | None = None
    status: Status | None = None
    context_window: int | None = None
    billing: Billing = Billing.TOKEN
    price: Amounts = field(default_factory=dict)
    conditions: tuple[Condition, ...] = ()
    since: date | None = None
    history: tuple[Past, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a list.

    `own`: it is the model's own record or its own lab's row; facts of others are none about the model. `stated`: the
    row itself says who made the model. `record`: it is the list's record of the model, beside any provider's row.
    `signed`: its id has a part before the model's, whoever that is.
    """

    id: str
    key: str
    day: str | None
    spelling: str
    developer: str | None
    own: bool = False
    stated: bool = False
    record: bool = False
    signed: bool = False
    title: str | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    offer: Offer | None = None


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Remark:
    """Something about a row that a curator should know: why it was left out, or what in it was not taken."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One model of a list. `names` are its ids there, `keys` what they are compared by, `facts` path → plain value.

    `spellings` are those in another order, the rows of which are among its own.
    """

    id: str
    name: str
    developer: str | None
    names: tuple[str, ...]
    keys: frozenset[str]
    own: bool
    facts: Mapping[str, object]
    offers: tuple[Offer, ...]
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Upstream:
    """One of the lists that people use: how it is named as a source, and where it is published."""

    name: str
    source: str
    title: str
    url: str
    also: tuple[str, ...] = ()  # other beginnings of addresses that mean it


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """All that one list says. `rows` is how many it has, `skipped` are those left out, `doubted` what was not taken."""

    upstream: Upstream
    note: str | None
    rows: int
    models: tuple[Offered, ...]
    skipped: tuple[Remark, ...]
    doubted: tuple[Remark, ...]
    ids: frozenset[str]
