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
    return tuple(_bars(comparison.models, matchup) for matchup in comparison.matchups if matchup.comparable)


def _bars(models: tuple[Model, ...], matchup: Matchup) -> Bars:
    ahead = matchup_leaders(matchup)
    scores = [score for score in matchup.scores if score is not None and score.fact.value is not None]
    reached = [end for score in scores for end in (score.fact.value, *(score.interval or ())) if end is not None]
    scale = _PERCENT if matchup.benchmark.unit == "percent" else max(reached)
    bars = tuple(
        _bar(model, score, scale, ahead=place in ahead)
        for place, (model, score) in enumerate(zip(models, matchup.scores, strict=True))
    )
    return Bars(matchup=matchup, bars=bars, tied=not ahead)


def _bar(model: Model, score: Score | None, scale: Decimal, *, ahead: bool) -> Bar:
    if score is None or score.fact.value is None:
        return Bar(model=model, score=None, text="", share=Decimal(0), interval=None, ends=None, ahead=False)
    amount, ends = score.fact.value, None
    if score.interval:
        low, high = score.interval
        ends = length(low, scale), length(high, scale)
    return Bar(
        model=model,
        score=score,
        text=score_text(score.benchmark, amount),
        share=length(amount, scale),
        interval=interval_text(score),
        ends=ends,
        ahead=ahead,
    )
