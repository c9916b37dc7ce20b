"""What keys and states are called: in the head of a row, inside a sentence, and where a value is not known."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from operator import attrgetter
from typing import Any

from mkdocs_model_compare.catalog.model import State
from mkdocs_model_compare.catalog.settings import Settings

from .words import STATES, listed

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

# In the row of links above the tables, which is to fit one line.
_LINKS = {
    "monthly_cost": "Cost",
    "switch_friction": "Switching",
    "specs": "Specs",
    "pricing": "Pricing",
    "related": "Related",
    "reviewed": "Sources",
}
LINKS = {name: _LINKS.get(name, heading) for name, heading in HEADINGS.items()}

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
    "priced": "a full price by the token",
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
    "provider_routes": "a wider choice of providers",
    "status": "a better standing",
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
    "provider_routes": "no route known",
    "providers": "no route known",
}


class Words:
    """The words of one catalog: its capabilities and use cases have names of their own."""

    def __init__(self, settings: Settings, benchmarks: dict[str, str]) -> None:
        self._settings = settings
        self._benchmarks = benchmarks
        # As many as a catalog has keys; a page asks for some 80.
        self.label = cache(self._label)
        self.phrase = cache(self._phrase)

    def _label(self, key: str) -> str:
        """How a key heads a row: "Context window"."""
        capability = self._settings.capabilities.get(key)
        if capability is not None:
            return capability.name
        return _LABELS.get(key) or self._benchmarks.get(key, key)

    def _phrase(self, key: str) -> str:
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
        if state is not State.UNKNOWN:
            return STATES[state]
        return _NO_PRICE if ".price." in key else _UNKNOWN.get(key, "unknown")
