"""Benchmarks as bars: how long each is, and whose is the better."""

from __future__ import annotations

from decimal import Decimal

from mkdocs_model_compare.catalog.model import Model, Score

from .benchmarks import Matchup, interval_text, matchup_leaders, score_text
from .comparison import Comparison
from .lengths import length
from .statement import statement

_PERCENT = Decimal(100)


@statement(frozen=True, slots=True, kw_only=True)
class Bar:
    """One model's score. `share` is the bar's length in percent of the scale; `score` None: not measured this way.

    `interval` is that of the score in words, `ends` where it begins and ends on the scale.
    """

    model: Model
    score: Score | None
    text: str
    share: Decimal
    interval: str | None
    ends: tuple[Decimal, Decimal] | None
    ahead: bool


@statement(frozen=True, slots=True, kw_only=True)
class Bars:
    """One benchmark in one variant. `tied`: no score is ahead of another, for equality or within the intervals."""

    matchup: Matchup
    bars: tuple[Bar, ...]
    tied: bool


def chart(comparison: Comparison) -> tuple[Bars, ...]:
    """The benchmarks that at least two of the models share.

    The scale goes to 100 for percents, else to the best score or the end of its interval.
    """
    return tuple(_bars(comparison, matchup) for matchup in comparison.matchups if matchup.comparable)


def _bars(comparison: Comparison, matchup: Matchup) -> Bars:
    ahead = matchup_leaders(matchup)
    bars = [
        _bar(comparison, matchup, model, score, ahead=place in ahead)
        for place, (model, score) in enumerate(zip(comparison.models, matchup.scores, strict=True))
    ]
    return Bars(matchup=matchup, bars=tuple(bars), tied=not ahead)


def _bar(comparison: Comparison, matchup: Matchup, model: Model, score: Score | None, *, ahead: bool) -> Bar:
    if score is None or score.fact.value is None:
        return Bar(model=model, score=None, text="", share=Decimal(0), interval=None, ends=None, ahead=False)
    if score.benchmark.unit != "percent":
        return _drawn(model, score, score.fact.value, _reach(matchup), ahead=ahead)
    # The same beside any others.
    drawn = comparison.of_model(model, _percents)
    asked = (score.benchmark.id, score.variant, ahead)
    if asked not in drawn:
        drawn[asked] = _drawn(model, score, score.fact.value, _PERCENT, ahead=ahead)
    return drawn[asked]


def _percents(_: Comparison, __: Model) -> dict[tuple[str, str | None, bool], Bar]:
    """The bars of a model that have been drawn so far on the scale to 100."""
    return {}


def _reach(matchup: Matchup) -> Decimal:
    """The best score or the end of its interval."""
    ends: list[Decimal] = []
    for score in matchup.scores:
        if score is not None and score.fact.value is not None:
            ends += (score.fact.value, *(score.interval or ()))
    return max(ends)


def _drawn(model: Model, score: Score, amount: Decimal, scale: Decimal, *, ahead: bool) -> Bar:
    return Bar(
        model=model,
        score=score,
        text=score_text(score.benchmark, amount),
        share=length(amount, scale),
        interval=interval_text(score),
        ends=(length(score.interval[0], scale), length(score.interval[1], scale)) if score.interval else None,
        ahead=ahead,
    )
