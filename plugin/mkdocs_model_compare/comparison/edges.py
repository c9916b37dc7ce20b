"""Where one model leads: what it alone has, or has the better of, with the facts of all the others.

The tradeoffs section lists them; summary and deep dive pick from them, so that all three tell the same story.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_model_compare.catalog.model import Model, Score
from mkdocs_model_compare.catalog.settings import UseCase

from .benchmarks import Matchup, matchup_leaders
from .comparison import Comparison, once
from .fact_values import fit
from .ranking import ranked
from .rows import leaders
from .statement import statement
from .value import Value

_LEADING = (
    "context_window",
    "max_output",
    "monthly_cost",
    "cheapest_output",
    "provider_routes",
    "openness",
    "commercial_use",
    "released",
    "knowledge_cutoff",
    "status",
)


@statement(frozen=True, slots=True, kw_only=True)
class Edge:
    """The model is the only leader under `key`. `others`: the values it leads, those that can be ranked.

    `complete`: those are all the others, so that it leads, or has a capability alone, for certain.
    """

    key: str
    value: Value
    others: tuple[Value, ...]
    complete: bool

    @property
    def model(self) -> Model:
        return self.value.model


@statement(frozen=True, slots=True, kw_only=True)
class BenchmarkEdge:
    """The model is the only leader of one benchmark in one variant. `others`: the scores it leads."""

    model: Model
    matchup: Matchup
    score: Score
    others: tuple[tuple[Model, Score], ...]


@statement(frozen=True, slots=True, kw_only=True)
class Tradeoff:
    """What speaks for one model: leads, capabilities that it alone has, benchmarks, and what the curators say.

    A capability that some others lack, and of the rest is not known, is among the leads.
    """

    model: Model
    leads: tuple[Edge, ...]
    alone: tuple[Edge, ...]
    benchmarks: tuple[BenchmarkEdge, ...]
    fit: tuple[UseCase, ...]

    @property
    def nothing(self) -> bool:
        return not (self.leads or self.alone or self.benchmarks or self.fit)


def tradeoffs(comparison: Comparison) -> tuple[Tradeoff, ...]:
    led = [(matchup, places[0]) for matchup in comparison.matchups if len(places := matchup_leaders(matchup)) == 1]
    capabilities = edges(comparison, comparison.settings.capabilities)
    leads = [*_leads(comparison), *(one for one in capabilities if not one.complete)]
    alone = [one for one in capabilities if one.complete]
    return tuple(
        Tradeoff(
            model=model,
            leads=tuple([one for one in leads if one.model is model]),
            alone=tuple([one for one in alone if one.model is model]),
            benchmarks=tuple(_benchmark_edge(comparison.models, *one) for one in led if one[1] == place),
            fit=fit(model, comparison.settings),
        )
        for place, model in enumerate(comparison.models)
    )


def edges(comparison: Comparison, keys: Iterable[str]) -> tuple[Edge, ...]:
    """Those under these keys."""
    return tuple([found for key in keys if (found := edge(comparison, key)) is not None])


@once
def edge(comparison: Comparison, key: str) -> Edge | None:
    """Who alone leads under this key, if anyone does."""
    values = comparison.values(key)
    ahead = leaders(comparison, key)
    if len(ahead) != 1:
        return None
    value = comparison.value(ahead[0], key)
    ranks = zip(values, ranked(comparison, key), strict=True)
    others = tuple(other for other, rank in ranks if other is not value and rank is not None)
    return Edge(key=key, value=value, others=others, complete=len(others) == len(values) - 1)


def _leads(comparison: Comparison) -> Iterator[Edge]:
    cost = edge(comparison, "monthly_cost")
    for found in edges(comparison, _LEADING):
        # The month's cost holds the output price; that one is worth a line only where it points the other way.
        if found.key != "cheapest_output" or cost is None or cost.model is not found.model:
            yield found


def _benchmark_edge(models: tuple[Model, ...], matchup: Matchup, leader: int) -> BenchmarkEdge:
    scored = [(model, score) for model, score in zip(models, matchup.scores, strict=True) if score is not None]
    own = next(score for model, score in scored if model is models[leader])
    others = tuple(one for one in scored if one[0] is not models[leader])
    return BenchmarkEdge(model=models[leader], matchup=matchup, score=own, others=others)
