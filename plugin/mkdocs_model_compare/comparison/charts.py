"""Benchmarks as bars: how long each is, and whose is the better."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from mkdocs_model_compare.catalog.model import Model, Score

from .benchmarks import Matchup, comparable, matchup_leaders, score_text

_FULL = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One model's score. `share` is the bar's length in percent of the scale; `score` None: not measured this way."""

    model: Model
    score: Score | None
    text: str
    share: Decimal
    interval: str | None
    ahead: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """One benchmark in one variant. `tied`: no score is ahead of another, for equality or within the intervals."""

    matchup: Matchup
    bars: tuple[Bar, ...]
    tied: bool


def chart(models: tuple[Model, ...]) -> tuple[Bars, ...]:
    """The benchmarks that at least two of the models share, on a scale to 100 for percents, else to the best score."""
    return tuple(_bars(models, matchup) for matchup in comparable(models))


def _bars(models: tuple[Model, ...], matchup: Matchup) -> Bars:
    ahead = matchup_leaders(matchup)
    known = [score.fact.value for score in matchup.scores if score is not None and score.fact.value is not None]
    scale = _FULL if matchup.benchmark.unit == "percent" else max(known)
    bars = tuple(
        _bar(model, score, scale, ahead=place in ahead)
        for place, (model, score) in enumerate(zip(models, matchup.scores, strict=True))
    )
    return Bars(matchup=matchup, bars=bars, tied=not ahead)


def _bar(model: Model, score: Score | None, scale: Decimal, *, ahead: bool) -> Bar:
    if score is None or score.fact.value is None:
        return Bar(model=model, score=None, text="", share=Decimal(0), interval=None, ahead=False)
    amount = score.fact.value
    share = max(Decimal(0), amount / scale * _FULL).quantize(Decimal("0.1")) if scale > 0 else Decimal(0)
    interval = None
    if score.interval:
        interval = " to ".join(score_text(score.benchmark, end) for end in score.interval)
    return Bar(
        model=model, score=score, text=score_text(score.benchmark, amount), share=share, interval=interval, ahead=ahead
    )
