"""What a catalog sets for all its models: capabilities, workloads, and the rule of the verdict.

`defaults.py` makes these from `catalog.yml` and what is shipped.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Capability:
    id: str
    name: str
    phrase: str  # how it reads inside a sentence: "function calling"
    description: str | None
    ask: bool  # make it a FAQ question
    best_for: str | None  # what a model with it is good for: "tool-calling agents"


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """A month's traffic: whole requests, tokens of one request, and the share of input read from cache (0 to 1)."""

    id: str | None
    name: str | None
    requests: int
    input_tokens: int
    output_tokens: int
    cached: Decimal
    batch: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UseCase:
    """Other weights over the same signals. `require`: capability ids, `open_weights`, `commercial_use` or `priced`."""

    id: str
    name: str
    phrase: str  # inside a sentence: "coding", "long context"
    require: tuple[str, ...]
    weights: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`catalog.yml` merged over the shipped default."""

    currency: str
    capabilities: Mapping[str, Capability]
    workloads: Mapping[str, Workload]
    margin: Decimal  # share of the decided weight
    floor: Decimal  # share of the whole weight
    weights: Mapping[str, Decimal]  # signal → weight, in order
    use_cases: Mapping[str, UseCase]
