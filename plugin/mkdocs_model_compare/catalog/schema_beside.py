"""The keys of the files beside the models: providers, licences, benchmarks, settings and comparisons.

What `catalog.yml` may hold is what `default.yml`, the shipped settings, holds.
"""

from typing import Annotated, TypeAlias

from .kinds import choice_kind, text_kind
from .model import CommercialUse, Openness, ProviderKind, Unit
from .schema import (
    ByShape,
    Currency,
    Entry,
    Id,
    Requests,
    Share,
    Text,
    TokensOrNone,
    Url,
    Weight,
    YesNo,
    key,
)

_KINDS = ("vendor", "cloud", "gateway", "self-host")
_OPENNESS = ("open-source", "open-weights", "proprietary")
_COMMERCIAL_USE = ("permitted", "conditional", "prohibited", "unknown")
_UNITS = ("percent", "elo", "score", "usd", "seconds")

KindWord = Annotated[ProviderKind, choice_kind("a kind of provider", {word: word for word in _KINDS})]
OpennessWord = Annotated[Openness, choice_kind("an openness", {word: word for word in _OPENNESS})]
CommercialUseWord = Annotated[
    CommercialUse, choice_kind("an answer on commercial use", {word: word for word in _COMMERCIAL_USE})
]
UnitWord = Annotated[Unit, choice_kind("a unit", {word: word for word in _UNITS})]
ModelName = Annotated[str, text_kind("a model's id or alias")]
CapabilityNames: TypeAlias = Annotated[Id | list[Id], ByShape()]
Claim: TypeAlias = Annotated[ModelName | dict[str, CapabilityNames], ByShape()]


class ProviderEntry(Entry):
    """Who offers models."""

    name: Text = key("AWS Bedrock")
    """How it is called."""
    kind: KindWord | None = key("cloud", None)
    """What it is."""
    url: Url | None = key("https://aws.amazon.com/bedrock/pricing/", None)
    """Its page of models or prices."""


class LicenseEntry(Entry):
    """A licence, or terms of use."""

    name: Text = key("Apache 2.0")
    """How it is called."""
    spdx: Text | None = key("Apache-2.0", None)
    """Its SPDX identifier."""
    openness: OpennessWord = key("open-source")
    """How open a model under it is."""
    commercial_use: CommercialUseWord = key("permitted", "unknown")
    """Whether one may use it commercially; unknown when absent."""
    url: Url | None = key("https://www.apache.org/licenses/LICENSE-2.0", None)
    """Its text."""


class BenchmarkEntry(Entry):
    """A benchmark."""

    name: Text = key("SWE-bench Verified")
    """How it is called."""
    unit: UnitWord = key("percent")
    """What its scores are counted in."""
    higher_is_better: YesNo = key(example=True, default=True)
    """Whether the higher score wins; yes when absent."""
    url: Url | None = key("https://www.swebench.com/", None)
    """Its page."""


class CapabilityEntry(Entry):
    """Something that a model can do or not."""

    name: Text | None = key("Audio input", None)
    """How it is called; required for a new one."""
    phrase: Text | None = key("audio input", None)
    """How it reads inside a sentence; made from the name when absent."""
    description: Text | None = key("takes sound as input", None)
    """What it means."""
    ask: YesNo | None = key(example=True, default=None)
    """Whether it is a question of the FAQ; no when absent."""
    best_for: Text | None = key("voice assistants", None)
    """What a model with it is good for."""


class WorkloadEntry(Entry):
    """The traffic of a month."""

    name: Text | None = key("Chat", None)
    """How it is called."""
    requests: Requests | None = key(500000, None)
    """Requests per month; required for a new one."""
    input_tokens: TokensOrNone | None = key(1200, None)
    """Input tokens of one request; required for a new one."""
    output_tokens: TokensOrNone | None = key(300, None)
    """Output tokens of one request; required for a new one."""
    cached: Share | None = key(0.4, None)
    """Share of the input that is read from a cache; 0 when absent."""
    batch: YesNo | None = key(example=False, default=None)
    """Whether it is sent as batch; no when absent."""


class VerdictEntry(Entry):
    """When the verdict is too close to call, and when it is withheld."""

    margin: Share | None = key(0.05, None)
    """Share of the decided weight by which the winner must lead."""
    floor: Share | None = key(0.5, None)
    """Share of the whole weight that must be decided."""


class UseCaseEntry(Entry):
    """Other weights over the same signals."""

    name: Text | None = key("Coding", None)
    """How it is called; required for a new one."""
    phrase: Text | None = key("coding", None)
    """How it reads inside a sentence; made from the name when absent."""
    require: list[Id] | None = key(["function_calling"], None)
    """What a model must have: capabilities, `open_weights`, `commercial_use` or `priced`."""
    signals: dict[str, Weight] | None = key({"code_execution": 3, "price": 1}, None)
    """Signal → weight; at least one; required for a new one."""


class CatalogFile(Entry):
    """Settings, merged over the shipped ones."""

    currency: Currency | None = key("USD", None)
    """The one that costs are compared in."""
    capabilities: dict[str, CapabilityEntry] | None = key({"audio_input": {"name": "Audio input"}}, None)
    """Id → capability: new ones, or changes to the shipped ten."""
    workloads: dict[str, WorkloadEntry] | None = key({"chat": {"name": "Chat", "requests": 500000}}, None)
    """Id → workload: new ones, or changes to the shipped ones. `default` is the one used where none is named."""
    verdict: VerdictEntry | None = key({"margin": 0.05, "floor": 0.5}, None)
    """The verdict's two thresholds."""
    signals: dict[str, Weight] | None = key({"context_window": 2, "price": 3}, None)
    """Signal → weight, over the shipped ones. 0 switches a signal off."""
    use_cases: dict[str, UseCaseEntry] | None = key({"coding": {"signals": {"price": 1}}}, None)
    """Id → use case: new ones, or changes to the shipped ones."""


class QuestionEntry(Entry):
    """A curator's own question and answer."""

    question: Text = key("Is it worth upgrading?")
    """The question."""
    answer: Text = key("For long documents, yes.")
    """The answer, in Markdown."""


class ComparisonFile(Entry):
    """A curator's own words and claims about one set of models."""

    models: list[ModelName] = key(["claude-haiku-4.5", "gemma-4-12b-it"])
    """Two to six models, by id or alias."""
    note: Text | None = key("Prices were checked by hand.", None)
    """Markdown shown under the verdict; raw HTML in it is shown as text."""
    faq: list[QuestionEntry] | None = key([{"question": "…", "answer": "…"}], None)
    """Questions of their own."""
    expect: dict[str, Claim] | None = key({"larger_context": "gemma-4-12b-it"}, None)
    """Claims: `cheapest`, `larger_context`, `larger_output`, `overall` or a use case → model; `has` → capabilities."""
