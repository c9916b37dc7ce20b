"""Benchmark scores in the export."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from mkdocs_model_compare.catalog.model import Model, Score
from mkdocs_model_compare.comparison.benchmarks import Matchup, score_text
from mkdocs_model_compare.comparison.charts import Bar, Bars
from mkdocs_model_compare.comparison.edges import BenchmarkEdge

from .shapes import DATE, DECIMAL, FLAG, TEXT, Field, Given, Many, Maybe, Shape
from .values import FACT, MODEL_ID


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scored:
    """One model's score in one matchup; None: it was not measured that way."""

    model: Model
    matchup: Matchup
    score: Score | None

    @property
    def amount(self) -> Decimal | None:
        return None if self.score is None else self.score.fact.value

    @property
    def text(self) -> str | None:
        return None if self.amount is None else score_text(self.matchup.benchmark, self.amount)


SCORE = Shape[_Scored](
    "score",
    "What one model scored in one benchmark and variant.",
    Field("model", MODEL_ID, "The model.", lambda one: one.model.id),
    Field("benchmark", TEXT, "The benchmark's id.", lambda one: one.matchup.benchmark.id),
    Field("variant", Maybe(TEXT), "How it was measured.", lambda one: one.matchup.variant),
    Field("value", Maybe(DECIMAL), "The score; null where it was not measured so.", lambda one: one.amount),
    Field("text", Maybe(TEXT), "As printed.", lambda one: one.text),
    Field("interval", Maybe(Many(DECIMAL)), "Its lower and upper end.", lambda one: one.score and one.score.interval),
    Field("reported_by", Maybe(TEXT), "Who measured it.", lambda one: one.score and one.score.reported_by),
    Field("date", Maybe(DATE), "When.", lambda one: one.score and one.score.date),
    Field("facts", Many(FACT), "What it rests on.", lambda one: (one.score.fact,) if one.score else ()),
)


BENCHMARK_EDGE = Shape[BenchmarkEdge](
    "benchmark_edge",
    "A benchmark that one model alone leads.",
    Field(
        "leader",
        SCORE,
        "The leading score.",
        lambda one: _Scored(model=one.model, matchup=one.matchup, score=one.score),
    ),
    Field(
        "others",
        Many(SCORE),
        "The scores that it leads.",
        lambda one: [_Scored(model=model, matchup=one.matchup, score=score) for model, score in one.others],
    ),
)

SCORES = Shape[Bars](
    "scores",
    "One benchmark in one variant, which at least two of the models share.",
    Field("benchmark", TEXT, "Its id.", lambda one: one.matchup.benchmark.id),
    Field("name", TEXT, "Its name.", lambda one: one.matchup.benchmark.name),
    Field("variant", Maybe(TEXT), "How it was measured.", lambda one: one.matchup.variant),
    Field("unit", TEXT, "The unit of the scores.", lambda one: one.matchup.benchmark.unit),
    Field("higher_is_better", FLAG, "Which way is better.", lambda one: one.matchup.benchmark.higher_is_better),
    Field("tied", FLAG, "No score is ahead, for equality or within the intervals.", lambda one: one.tied),
    Field("leaders", Many(MODEL_ID), "Who is ahead.", lambda one: [bar.model.id for bar in one.bars if bar.ahead]),
    Field("scores", Many(SCORE), "One per model.", lambda one: [_of_bar(one, bar) for bar in one.bars]),
)


def _of_bar(bars: Bars, bar: Bar) -> _Scored:
    return _Scored(model=bar.model, matchup=bars.matchup, score=bar.score)


def _alone(given: Given) -> list[_Scored]:
    return [
        _Scored(model=model, matchup=matchup, score=next(score for score in matchup.scores if score is not None))
        for model, found in given["alone"]
        for matchup in found
    ]


BENCHMARKS = Shape[Given](
    "benchmarks",
    "Scores on the benchmarks that can be compared.",
    Field("shared", Many(SCORES), "By the benchmark's name.", lambda given: given["chart"]),
    Field("alone", Many(SCORE), "Scores that no other model has the like of.", _alone),
)
