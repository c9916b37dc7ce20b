"""The published rule: weighed signals of two models → a choice, too close to call, or withheld.

A signal compares one known fact of both and is a win, a tie, or open. The larger sum of weights won is the choice;
a lead below the margin (a share of the decided weight) is too close to call; decided weight below the floor (a share
of the whole weight) withholds the verdict. Product contract, "The verdict is a published rule".
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import chain

from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.catalog.settings import Settings

from . import benchmarks, ranking
from .comparison import Comparison, once
from .ranking import order_of
from .standing import Contest, Standing, contest, of_sign
from .statement import statement

# Signals that go by another name than the row they compare.
ROW_OF_SIGNAL = {"price": "monthly_cost", "providers": "provider_routes"}
BENCHMARKS = "benchmarks"
_NOTHING = Decimal(0)

BySignal = Mapping[str, Standing | None]
# Signals with their weights, the heaviest first.
Weighed = tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One signal of the rule in force. `better` says which value wins it."""

    id: str
    weight: Decimal
    better: str


class Outcome(StrEnum):
    CHOICE = "choice"
    CLOSE = "close"
    WITHHELD = "withheld"


@statement(frozen=True, slots=True, kw_only=True)
class Tally:
    """What the rule makes of two models. Weights: won by the first, by the second, decided, and in all."""

    outcome: Outcome
    ahead: bool | None  # whether the first is the choice; None without one
    first: Decimal
    second: Decimal
    decided: Decimal
    whole: Decimal


def signals(settings: Settings, benchmark_ids: Collection[str]) -> tuple[Signal, ...]:
    """The signals that weigh something, the heaviest first."""
    return tuple(
        Signal(id=name, weight=weight, better=_better(name, benchmark_ids))
        for name, weight in heaviest(settings.weights)
    )


def heaviest(weights: Mapping[str, Decimal]) -> Weighed:
    """The signals that weigh something, with their weights."""
    return tuple(sorted(((name, weight) for name, weight in weights.items() if weight), key=lambda one: -one[1]))


def standings(comparison: Comparison, ours: Model, theirs: Model) -> BySignal:
    """How each signal of the rule and of the use cases stands for the first model; None is open."""
    places = comparison.places
    return _standings(comparison, (places[ours.id], places[theirs.id]))


@once
def _standings(comparison: Comparison, pair: tuple[int, int]) -> BySignal:
    first, second = pair
    return {name: found.standings[first][second] for name, found in comparison.of_all(_contests).items()}


def signalled(comparison: Comparison, name: str) -> Contest:
    """How the models stand to each other under one signal."""
    return comparison.of_all(_contests)[name]


def _contests(comparison: Comparison) -> Mapping[str, Contest]:
    """Of each signal of the rule and of the use cases."""
    return {
        name: _of_scores(comparison, name) if counts_scores(comparison, name) else ranking.contested(comparison, row)
        for name, row in comparison.of_rules(_rows).items()
    }


def _rows(settings: Settings) -> Mapping[str, str]:
    """The row that each signal compares, where it does not count scores."""
    names = chain(settings.weights, *(case.weights for case in settings.use_cases.values()))
    return {name: ROW_OF_SIGNAL.get(name, name) for name in names}


def _of_scores(comparison: Comparison, name: str) -> Contest:
    return contest(
        tuple(
            tuple(None if ours is theirs else _scored(comparison, ours, theirs, name) for theirs in comparison.models)
            for ours in comparison.models
        )
    )


def _scored(comparison: Comparison, ours: Model, theirs: Model, name: str) -> Standing | None:
    """Ahead in more of the benchmarks that both share; open where they share none."""
    ahead, behind, both = leads(comparison, ours, theirs, name)
    return of_sign((ahead > behind) - (ahead < behind)) if both else None


def counts_scores(comparison: Comparison, name: str) -> bool:
    """Whether the signal is all benchmarks, or one of them by its id."""
    return name == BENCHMARKS or (name in comparison.measured and name not in comparison.settings.capabilities)


def leads(comparison: Comparison, ours: Model, theirs: Model, name: str) -> tuple[int, int, int]:
    """Under a signal that counts scores: how many each of the two leads, and how many they share."""
    places = comparison.places
    return _leads(comparison, (places[ours.id], places[theirs.id], name))


@once
def _leads(comparison: Comparison, asked: tuple[int, int, str]) -> tuple[int, int, int]:
    ours, theirs, name = asked
    return benchmarks.leads(comparison.matchups, ours, theirs, None if name == BENCHMARKS else name)


def tally(found: BySignal, weights: Mapping[str, Decimal], margin: Decimal, floor: Decimal) -> Tally:
    # By standing: tied, ahead and, at -1, behind.
    sums, unknown = [_NOTHING, _NOTHING, _NOTHING], _NOTHING
    for name, weight in weights.items():
        one = found[name]
        if one is None:
            unknown += weight
        else:
            sums[one] += weight
    return _weighed(sums, unknown, margin, floor)


def shifted(
    before: Tally, weight: Decimal, now: Standing | None, then: Standing, margin: Decimal, floor: Decimal
) -> Tally:
    """The tally after one signal of this weight has come to stand otherwise."""
    sums = [before.decided - before.first - before.second, before.first, before.second]
    if now is not None:
        sums[now] -= weight
    sums[then] += weight
    unknown = before.whole - before.decided - (weight if now is None else 0)
    return _weighed(sums, unknown, margin, floor)


def _weighed(sums: list[Decimal], unknown: Decimal, margin: Decimal, floor: Decimal) -> Tally:
    """`sums` are the weights by standing: tied, ahead and, at -1, behind."""
    tied, first, second = sums
    decided = tied + first + second
    whole = decided + unknown
    lead = abs(first - second)
    outcome: Outcome = Outcome.CHOICE
    ahead = None
    if not decided or decided < floor * whole:
        outcome = Outcome.WITHHELD
    elif not lead or lead < margin * decided:
        outcome = Outcome.CLOSE
    else:
        ahead = first > second
    return Tally(outcome=outcome, ahead=ahead, first=first, second=second, decided=decided, whole=whole)


def _better(name: str, benchmark_ids: Collection[str]) -> str:
    if name == BENCHMARKS or name in benchmark_ids:
        return "more"
    return order_of(ROW_OF_SIGNAL.get(name, name)).better
