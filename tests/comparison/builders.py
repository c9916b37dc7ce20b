"""Small values of the catalog's types, each with only what its test is about; all else is unknown.

A fact is given as a plain value, as a `State`, or not at all. The weights are those of the shipped default.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from mkdocs_model_compare.catalog.dates import PartialDate
from mkdocs_model_compare.catalog.model import (
    Benchmark,
    Billing,
    Fact,
    License,
    Modalities,
    Model,
    Parameters,
    Price,
    PriceKey,
    Provider,
    Route,
    Score,
    State,
    Status,
    Unit,
    Variant,
)
from mkdocs_model_compare.catalog.settings import Capability, Settings, UseCase, Workload
from mkdocs_model_compare.comparison.comparison import Comparison

CAPABILITIES: Mapping[str, tuple[str, bool, str | None]] = {
    "vision": ("vision", True, "multimodal apps"),
    "multimodal": ("multimodal input", True, "multimodal apps"),
    "reasoning": ("reasoning", True, "reasoning-heavy apps"),
    "function_calling": ("function calling", False, "tool-calling agents"),
    "tool_use": ("tool use", False, "tool-calling agents"),
    "structured_outputs": ("structured outputs", False, None),
    "code_execution": ("code execution", False, None),
    "ide_integration": ("IDE integration", False, None),
    "computer_use": ("computer use", False, None),
    "parallel_agents": ("parallel agents", False, None),
}
WEIGHTS: Mapping[str, int] = {
    "price": 3,
    "openness": 3,
    "benchmarks": 3,
    "context_window": 2,
    "providers": 2,
    "commercial_use": 2,
    "reasoning": 2,
    "code_execution": 2,
    "status": 2,
    "max_output": 1,
    "released": 1,
    "knowledge_cutoff": 1,
    "vision": 1,
    "multimodal": 1,
    "function_calling": 1,
    "tool_use": 1,
    "structured_outputs": 1,
    "ide_integration": 1,
    "computer_use": 1,
    "parallel_agents": 1,
}
CODING = {
    "code_execution": 3,
    "benchmarks": 3,
    "ide_integration": 2,
    "reasoning": 1,
    "structured_outputs": 1,
    "context_window": 1,
    "max_output": 1,
    "price": 1,
}
LICENSES = {
    "proprietary": License(
        id="proprietary",
        name="Proprietary",
        spdx=None,
        openness="proprietary",
        commercial_use="conditional",
        url=None,
    ),
    "apache-2.0": License(
        id="apache-2.0",
        name="Apache 2.0",
        spdx="Apache-2.0",
        openness="open-source",
        commercial_use="permitted",
        url=None,
    ),
    "research": License(
        id="research",
        name="Research Only",
        spdx=None,
        openness="open-weights",
        commercial_use="prohibited",
        url=None,
    ),
}


def fact(path: str, value: Any = None) -> Fact[Any]:
    """A fact from a plain value, a state, or None for unknown; False is a "no"."""
    if value is None or isinstance(value, State):
        return Fact(path=path, state=value or State.UNKNOWN)
    return Fact(path=path, state=State.NO) if value is False else Fact(path=path, state=State.KNOWN, value=value)


def price(currency: str = "USD", **amounts: str | State | None) -> Price:
    """Amounts per 1M tokens as text, by price key; None leaves a key out."""
    keys: dict[PriceKey, Fact[Decimal]] = {}
    for key in ("input", "output", "cached_input", "cache_write"):
        amount = amounts.get(key)
        if amount is not None:
            keys[key] = fact(f"price.{key}", amount if isinstance(amount, State) else Decimal(amount))
    return Price(currency=currency, facts=keys)


def variant(
    *,
    mode: Literal["batch"] | None = None,
    context_over: int | None = None,
    regions: tuple[str, ...] = (),
    currency: str = "USD",
    **amounts: str | State | None,
) -> Variant:
    return Variant(mode=mode, context_over=context_over, regions=regions, price=price(currency, **amounts))


def provider(name: str) -> Provider:
    return Provider(id=name.lower().replace(" ", "-"), name=name, kind="cloud", url=None)


def route(name: str = "Acme Cloud", prices: Price | None = None, *variants: Variant, **fields: Any) -> Route:
    """A route at the provider with this name; `fields` are those of `Route`."""
    held = provider(name)
    plain: dict[str, Any] = dict.fromkeys(("region", "model", "label", "since", "source", "note", "retrieved"))
    plain |= {"status": Status.ACTIVE, "billing": Billing.TOKEN, "history": ()}
    return Route(path=f"routes.{held.id}", provider=held, price=prices, variants=variants, **{**plain, **fields})


def priced(name: str, input_price: str, output_price: str, **fields: Any) -> Route:
    return route(name, price(input=input_price, output=output_price), **fields)


def benchmark(name: str = "Maze", unit: Unit = "percent", *, higher_is_better: bool = True) -> Benchmark:
    return Benchmark(id=name.lower(), name=name, unit=unit, higher_is_better=higher_is_better, url=None)


def score(
    of: Benchmark | str,
    amount: str | State,
    *,
    variant: str | None = None,
    interval: tuple[str, str] | None = None,
    when: str | None = None,
) -> Score:
    held = benchmark(of) if isinstance(of, str) else of
    return Score(
        benchmark=held,
        variant=variant,
        fact=fact(f"benchmarks.{held.id}", amount if isinstance(amount, State) else Decimal(amount)),
        interval=(Decimal(interval[0]), Decimal(interval[1])) if interval else None,
        reported_by=None,
        date=PartialDate.parse(when) if when else None,
    )


def parameters(total: int, text: str, active: int | None = None, active_text: str | None = None) -> Parameters:
    return Parameters(total=total, text=text, active=active, active_text=active_text)


def model(model_id: str = "alpha", **facts: Any) -> Model:
    """A model of which only these facts are known; dates are given as text, a licence by its key."""
    key = facts.pop("license", None)
    held = key if isinstance(key, State) else LICENSES.get(key)
    known = held if isinstance(held, License) else None
    allowed = known.commercial_use if known and known.commercial_use != "unknown" else None
    can = facts.pop("capabilities", {})
    return Model(
        id=model_id,
        name=facts.pop("name", model_id.capitalize()),
        developer=facts.pop("developer", "Acme"),
        family=None,
        aliases=(),
        summary=None,
        status=fact("status", facts.pop("status", Status.ACTIVE)),
        released=_date("released", facts.pop("released", None)),
        retires=_date("retires", facts.pop("retires", None)),
        successor=None,
        context_window=fact("context_window", facts.pop("context_window", None)),
        max_output=fact("max_output", facts.pop("max_output", None)),
        parameters=fact("parameters", facts.pop("parameters", None)),
        architecture=fact("architecture", facts.pop("architecture", None)),
        license=fact("license", held),
        openness=fact("license", known.openness if known else held),
        commercial_use=fact("license", allowed if known else held),
        knowledge_cutoff=_date("knowledge_cutoff", facts.pop("knowledge_cutoff", None)),
        modalities=fact("modalities", facts.pop("modalities", None)),
        capabilities={key: fact(f"capabilities.{key}", can.get(key)) for key in (*CAPABILITIES, *can)},
        routes=tuple(facts.pop("routes", ())),
        scores=tuple(facts.pop("scores", ())),
        sources={},
        place=f"models/{model_id}.yml",
        **{"fit": None, "best_for": None, "reviewed": None, **facts},
    )


def modalities(inputs: str, outputs: str) -> Modalities:
    return Modalities(input=tuple(inputs.split()), output=tuple(outputs.split()))


def copy(of: Model, model_id: str = "copy") -> Model:
    """The same facts under another name."""
    return replace(of, id=model_id, name=model_id.capitalize())


def workload(
    requests: int = 1_000_000,
    input_tokens: int = 800,
    output_tokens: int = 250,
    cached: str = "0",
    *,
    batch: bool = False,
) -> Workload:
    return Workload(
        id=None,
        name=None,
        requests=requests,
        input_tokens=input_tokens,
        output_tokens=output_tokens,
        cached=Decimal(cached),
        batch=batch,
    )


def use_case(case: str, require: Sequence[str] = (), **weights: int) -> UseCase:
    return UseCase(id=case, name=case.capitalize(), phrase=case, require=tuple(require), weights=_weights(weights))


def settings(
    weights: Mapping[str, int | str] = WEIGHTS,
    use_cases: Sequence[UseCase] | None = None,
    *,
    currency: str = "USD",
    margin: str = "0.05",
    floor: str = "0.5",
) -> Settings:
    cases = USE_CASES if use_cases is None else use_cases
    capabilities = (
        Capability(id=key, name=phrase.capitalize(), phrase=phrase, description=None, ask=ask, best_for=best)
        for key, (phrase, ask, best) in CAPABILITIES.items()
    )
    return Settings(
        currency=currency,
        capabilities={one.id: one for one in capabilities},
        workloads={},
        margin=Decimal(margin),
        floor=Decimal(floor),
        weights=_weights(weights),
        use_cases={case.id: case for case in cases},
    )


def compared(*models: Model, rules: Settings | None = None, traffic: Workload | None = None) -> Comparison:
    return Comparison(models, rules or settings(), traffic or workload())


def day(text: str) -> date:
    return date.fromisoformat(text)


def _date(path: str, value: str | State | None) -> Fact[PartialDate]:
    return fact(path, PartialDate.parse(value) if isinstance(value, str) and not isinstance(value, State) else value)


def _weights(weights: Mapping[str, int | str]) -> dict[str, Decimal]:
    return {name: Decimal(weight) for name, weight in weights.items()}


USE_CASES = (
    use_case("coding", ["function_calling"], **CODING),
    use_case("rag", context_window=3, price=2, structured_outputs=1, knowledge_cutoff=1),
    use_case("agents", ["tool_use"], function_calling=2, parallel_agents=2, computer_use=1, reasoning=1, price=1),
    use_case("long-context", context_window=3, max_output=1, price=1),
    use_case("lowest-cost", ["priced"], price=1),
    use_case("self-hosting", ["open_weights"], openness=2, commercial_use=2, context_window=1),
)
