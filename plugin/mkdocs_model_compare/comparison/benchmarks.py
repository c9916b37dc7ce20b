"""Benchmark scores side by side: comparable only with the same benchmark and the same variant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from mkdocs_model_compare.catalog.model import Benchmark, Model, Score

from . import figures
from .standing import Standing, contest_of_two, leading
from .statement import statement

_PAIR = 2
# A model's scores by benchmark and variant.
Table = dict[tuple[str, str | None], Score]


@statement(frozen=True, slots=True, kw_only=True)
class Matchup:
    """One benchmark in one variant, with each model's score (None: not measured that way), in the models' order."""

    benchmark: Benchmark
    variant: str | None
    scores: tuple[Score | None, ...]

    @property
    def measured(self) -> int:
        return sum(score is not None for score in self.scores)

    @property
    def comparable(self) -> bool:
        """At least two of the models were."""
        return self.measured >= _PAIR

    @property
    def complete(self) -> bool:
        """All the models were measured this way."""
        return self.measured == len(self.scores)


def matchups(models: tuple[Model, ...]) -> tuple[Matchup, ...]:
    """Every benchmark and variant that any of the models has, by the benchmark's name."""
    return between([latest(model) for model in models])


def between(tables: Sequence[Table]) -> tuple[Matchup, ...]:
    """The same of the models' scores."""
    pairs = {pair: score.benchmark for table in tables for pair, score in table.items()}
    found = [
        Matchup(benchmark=benchmark, variant=pair[1], scores=tuple(table.get(pair) for table in tables))
        for pair, benchmark in pairs.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.benchmark.name.casefold(), one.variant or "")))


def score_standing(ours: Score, theirs: Score) -> Standing:
    """Ahead, behind, or tied: equal, or one score within the other's interval."""
    first, second = ours.fact.value, theirs.fact.value
    assert first is not None
    assert second is not None
    if first == second or _within(ours, theirs) or _within(theirs, ours):
        return Standing.TIED
    return Standing.AHEAD if (first > second) == ours.benchmark.higher_is_better else Standing.BEHIND


def score_text(benchmark: Benchmark, amount: Decimal) -> str:
    """A score in its unit: `73.3%`, `1,287`, `$0.42`, `12.5 s`."""
    plain = figures.plain(amount)
    if benchmark.unit == "percent":
        return f"{plain}%"
    if benchmark.unit == "usd":
        return figures.price(amount) if amount else figures.nothing()
    return f"{plain} s" if benchmark.unit == "seconds" else f"{Decimal(plain):,f}"


def interval_text(score: Score) -> str | None:
    """Its confidence interval, in its unit: `71% to 75.6%`."""
    return " to ".join(score_text(score.benchmark, end) for end in score.interval) if score.interval else None


def leads(found: tuple[Matchup, ...], ours: int, theirs: int, benchmark: str | None = None) -> tuple[int, int, int]:
    """Of the benchmarks that the models in two places share: how many each leads, and how many they share.

    Of the variants of one benchmark alone, if its id is given.
    """
    both = [(one.scores[ours], one.scores[theirs]) for one in found if benchmark in {None, one.benchmark.id}]
    standings = [standing for pair in both if (standing := _standing(*pair)) is not None]
    return standings.count(Standing.AHEAD), standings.count(Standing.BEHIND), len(standings)


def alone(models: tuple[Model, ...], found: tuple[Matchup, ...]) -> tuple[tuple[Model, tuple[Matchup, ...]], ...]:
    """For each model, of all their matchups, the scores that no other was measured the same way for."""
    single = [one for one in found if one.measured == 1]
    return tuple(
        (model, tuple(one for one in single if one.scores[place] is not None)) for place, model in enumerate(models)
    )


def unscored(models: tuple[Model, ...], found: tuple[Matchup, ...]) -> tuple[Model, ...]:
    """The models that have no score at all, of all their matchups."""
    return tuple(model for place, model in enumerate(models) if all(one.scores[place] is None for one in found))


def matchup_leaders(matchup: Matchup) -> tuple[int, ...]:
    """Which of the scores (by index) nobody beats; none where all tie."""
    if len(matchup.scores) == _PAIR:
        return contest_of_two(_standing(*matchup.scores)).best
    placed = tuple(enumerate(matchup.scores))
    against = [[None if place == at else _standing(ours, theirs) for at, theirs in placed] for place, ours in placed]
    return leading(against)


def _standing(ours: Score | None, theirs: Score | None) -> Standing | None:
    return None if ours is None or theirs is None else score_standing(ours, theirs)


def latest(model: Model) -> Table:
    """The model's known scores; of two measured the same way the later dated one."""
    table: Table = {}
    for score in sorted(model.scores, key=_dated):
        if score.fact.known:
            table[score.benchmark.id, score.variant] = score
    return table


def _dated(score: Score) -> date:
    return score.date.first if score.date else date.min


def _within(ours: Score, theirs: Score) -> bool:
    if theirs.interval is None or ours.fact.value is None:
        return False
    low, high = theirs.interval
    return low <= ours.fact.value <= high
