"""What the summary and the deep dive tell: which facts they rest on, and in which order.

Both pick from the same edges and values as the tables; the templates only word them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mkdocs_model_compare.catalog.model import Model, State
from mkdocs_model_compare.catalog.settings import Capability
from mkdocs_model_compare.catalog.staleness import stale, stale_before

from .comparison import Comparison
from .edges import Edge, Tradeoff, edge, edges, tradeoffs
from .spending import Spending, spendings
from .statement import statement
from .use_cases import Advice, Fitness, advise
from .value import Value

_MOST_STRENGTHS = 4


@statement(frozen=True, slots=True, kw_only=True)
class Summary:
    """Who made the models and when, how much they read, what they cost, and the capabilities that one alone has."""

    released: tuple[Value, ...]
    windows: tuple[Value, ...]
    openness: tuple[Value, ...]
    costs: tuple[Value, ...]
    window: Edge | None
    alone: tuple[tuple[Model, tuple[Edge, ...]], ...]

    @property
    def developer(self) -> str | None:
        """Who made them all, if it is one."""
        names = {value.model.developer for value in self.released}
        return names.pop() if len(names) == 1 else None

    @property
    def dated(self) -> bool:
        return all(value.known for value in self.released)

    @property
    def undated(self) -> bool:
        """Of none is known when it came."""
        return all(value.state is State.UNKNOWN for value in self.released)

    @property
    def level(self) -> bool:
        """All context windows are known, and the same."""
        return len({value.machine for value in self.windows}) == 1 and all(value.known for value in self.windows)

    @property
    def priced(self) -> tuple[Value, ...]:
        return tuple(value for value in self.costs if value.known)

    @property
    def unpriced(self) -> tuple[Value, ...]:
        return tuple(value for value in self.costs if not value.known)

    @property
    def free(self) -> bool:
        """One of them costs nothing, and so no amount."""
        return any(value.text == "free" for value in self.priced)


@statement(frozen=True, slots=True, kw_only=True)
class Footprint:
    """One capability over the models, by what is known of it."""

    capability: Capability
    having: tuple[Model, ...]
    lacking: tuple[Model, ...]
    unknown: tuple[Model, ...]


@statement(frozen=True, slots=True, kw_only=True)
class Favour:
    """What is for choosing one model: use cases it is the choice for, and what it leads in."""

    model: Model
    advice: tuple[Advice, ...]
    strengths: tuple[str, ...]  # keys of rows, capabilities and benchmarks


@statement(frozen=True, slots=True, kw_only=True)
class DeepDive:
    """`differing`: capabilities that some have and others are known to lack; `common`: all have; `open`: unknown.

    `unestablished`: there is none of which all is known.
    """

    differing: tuple[Footprint, ...]
    common: tuple[Footprint, ...]
    open: tuple[Footprint, ...]
    unestablished: bool
    spendings: tuple[Spending, ...]
    coverage: tuple[Value, ...]
    favours: tuple[Favour, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """`oldest` is the oldest review among the models, None if none has one. `stale`: how many facts of too long ago."""

    oldest: date | None
    reviewed: tuple[tuple[Model, date], ...]
    never: tuple[Model, ...]
    stale: tuple[tuple[Model, int], ...]

    @property
    def several(self) -> bool:
        """The models were not all reviewed on one day."""
        return len({when for _, when in self.reviewed}) > 1


def summary(comparison: Comparison) -> Summary:
    only = [one for one in edges(comparison, comparison.settings.capabilities) if one.complete]
    by_model = ((model, tuple(one for one in only if one.model is model)) for model in comparison.models)
    return Summary(
        released=comparison.values("released"),
        windows=comparison.values("context_window"),
        openness=comparison.values("openness"),
        costs=comparison.values("monthly_cost"),
        window=edge(comparison, "context_window"),
        alone=tuple((model, own) for model, own in by_model if own),
    )


def deep_dive(comparison: Comparison) -> DeepDive:
    advice = comparison.of_all(advise)
    footprints = tuple(_footprint(comparison, one) for one in comparison.settings.capabilities.values())
    unknown = tuple(one for one in footprints if one.unknown)
    return DeepDive(
        differing=tuple(one for one in footprints if one.having and one.lacking),
        common=tuple(one for one in footprints if len(one.having) == len(comparison.models)),
        open=unknown,
        unestablished=len(unknown) == len(footprints),
        spendings=comparison.of_all(spendings),
        coverage=comparison.values("provider_routes"),
        favours=tuple(_favour(tradeoff, advice) for tradeoff in comparison.of_all(tradeoffs)),
    )


def review(comparison: Comparison, today: date, stale_after: int) -> Review:
    """`stale_after` in days; 0: nothing goes stale."""
    limit = stale_before(today, stale_after)
    aged = ((model, len(stale(model, limit))) for model in comparison.models) if limit is not None else ()
    dated = tuple((model, model.reviewed) for model in comparison.models if model.reviewed is not None)
    return Review(
        oldest=min((when for _, when in dated), default=None),
        reviewed=dated,
        never=tuple(model for model in comparison.models if model.reviewed is None),
        stale=tuple((model, count) for model, count in aged if count),
    )


def _footprint(comparison: Comparison, capability: Capability) -> Footprint:
    having, lacking, unknown = [], [], []
    for value in comparison.values(capability.id):
        if value.known:
            having.append(value.model)
        elif not value.settled:
            unknown.append(value.model)
        else:
            lacking.append(value.model)
    return Footprint(capability=capability, having=tuple(having), lacking=tuple(lacking), unknown=tuple(unknown))


def _favour(tradeoff: Tradeoff, advice: tuple[Advice, ...]) -> Favour:
    chosen = tuple(one for one in advice if one.fitness is Fitness.CHOICE and one.choice is tradeoff.model)
    keys = [edge.key for edge in (*tradeoff.alone, *tradeoff.leads)]
    keys += dict.fromkeys(edge.matchup.benchmark.id for edge in tradeoff.benchmarks)
    return Favour(model=tradeoff.model, advice=chosen, strengths=tuple(keys[:_MOST_STRENGTHS]))
