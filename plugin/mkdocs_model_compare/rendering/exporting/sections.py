"""The other sections in the export, each from what its template is given."""

from __future__ import annotations

from datetime import date
from typing import Any

from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.comparison.edges import Tradeoff
from mkdocs_model_compare.comparison.narrative import Favour, Footprint
from mkdocs_model_compare.comparison.questions import Question

from .costs import SPENDING
from .scores import BENCHMARK_EDGE
from .shapes import DATE, TEXT, Field, Given, Many, Maybe, Shape
from .values import EDGE, MODEL_ID, ROWS, VALUE, ids


def table(name: str, doc: str) -> Shape[Given]:
    return Shape[Given](name, doc, ROWS)


def pairs(held: Any) -> list[dict[str, Any]]:
    """What is given per model as (model, what)."""
    return [{"model": model, "held": what} for model, what in held]


ONLY = Shape[Given](
    "only",
    "What one model alone has.",
    Field("model", MODEL_ID, "The model.", lambda one: one["model"].id),
    Field("edges", Many(EDGE), "What it has.", lambda one: one["held"]),
)

SUMMARY = Shape[Given](
    "summary",
    "Who made the models, when, and what sets them apart.",
    Field("released", Many(VALUE), "One per model.", lambda given: given["summary"].released),
    Field("context_windows", Many(VALUE), "One per model.", lambda given: given["summary"].windows),
    Field("openness", Many(VALUE), "One per model.", lambda given: given["summary"].openness),
    Field("monthly_costs", Many(VALUE), "One per model.", lambda given: given["summary"].costs),
    Field("larger_context", Maybe(EDGE), "Null where none is alone ahead.", lambda given: given["summary"].window),
    Field("only", Many(ONLY), "Capabilities that one alone has.", lambda given: pairs(given["summary"].alone)),
)

TRADEOFF = Shape[Tradeoff](
    "tradeoff",
    "What speaks for one model.",
    Field("model", MODEL_ID, "The model.", lambda one: one.model.id),
    Field("leads", Many(EDGE), "What it leads in.", lambda one: one.leads),
    Field("only", Many(EDGE), "Capabilities that it alone has.", lambda one: one.alone),
    Field("benchmarks", Many(BENCHMARK_EDGE), "Benchmarks that it leads.", lambda one: one.benchmarks),
    Field("fit", Many(TEXT), "Ids of the use cases that the curators vouch for.", lambda one: ids(one.fit)),
)

TRADEOFFS = Shape[Given](
    "tradeoffs",
    "What each model alone has or leads in.",
    Field("models", Many(TRADEOFF), "One per model.", lambda given: given["tradeoffs"]),
)

FOOTPRINT = Shape[Footprint](
    "footprint",
    "One capability over the models.",
    Field("capability", TEXT, "Its id.", lambda one: one.capability.id),
    Field("having", Many(MODEL_ID), "The models that have it.", lambda one: ids(one.having)),
    Field("lacking", Many(MODEL_ID), "The models that are known to lack it.", lambda one: ids(one.lacking)),
    Field("unknown", Many(MODEL_ID), "The models of which it is not known.", lambda one: ids(one.unknown)),
)

FAVOUR = Shape[Favour](
    "favour",
    "What is for choosing one model.",
    Field("model", MODEL_ID, "The model.", lambda one: one.model.id),
    Field(
        "use_cases",
        Many(TEXT),
        "Ids of those it is the choice for.",
        lambda one: [case.use_case.id for case in one.advice],
    ),
    Field("strengths", Many(TEXT), "Keys that it leads in.", lambda one: one.strengths),
)

DEEP_DIVE = Shape[Given](
    "deep_dive",
    "The comparison in paragraphs.",
    Field(
        "differing",
        Many(FOOTPRINT),
        "Capabilities that some have and others lack.",
        lambda given: given["dive"].differing,
    ),
    Field("common", Many(FOOTPRINT), "Capabilities that all have.", lambda given: given["dive"].common),
    Field("open", Many(FOOTPRINT), "Capabilities not known of all.", lambda given: given["dive"].open),
    Field("costs", Many(SPENDING), "One per model.", lambda given: given["dive"].spendings),
    Field("coverage", Many(VALUE), "Providers and routes, one per model.", lambda given: given["dive"].coverage),
    Field("favours", Many(FAVOUR), "One per model.", lambda given: given["dive"].favours),
)

QUESTION = Shape[Question](
    "question",
    "A question that the facts answer, or one of the curators' own.",
    Field("id", TEXT, "As `data-mc-question` has it.", lambda one: one.id),
    Field("values", Many(VALUE), "What answers it, one per model.", lambda one: one.values),
    Field(
        "leaders", Many(MODEL_ID), "Who has the better of it; empty where they are level.", lambda one: ids(one.leaders)
    ),
    Field("question", Maybe(TEXT), "The curators' question.", lambda one: one.asked),
    Field("answer", Maybe(TEXT), "The curators' answer, in Markdown.", lambda one: one.answer),
)

FAQ = Shape[Given](
    "faq",
    "The questions that the facts answer.",
    Field("questions", Many(QUESTION), "In the order of the page.", lambda given: given["questions"]),
)

REVIEW = Shape[tuple[Model, date]](
    "review",
    "When one model was reviewed.",
    Field("model", MODEL_ID, "The model.", lambda one: one[0].id),
    Field("date", DATE, "The day.", lambda one: one[1]),
)

REVIEWED = Shape[Given](
    "reviewed",
    "When the facts were last reviewed.",
    Field("oldest", Maybe(DATE), "The oldest review.", lambda given: given["review"].oldest),
    Field("models", Many(REVIEW), "Those that have been reviewed.", lambda given: given["review"].reviewed),
    Field("never", Many(MODEL_ID), "Models without a review.", lambda given: ids(given["review"].never)),
    Field(
        "stale",
        Many(MODEL_ID),
        "Models with facts last looked at too long ago.",
        lambda given: ids(model for model, _ in given["review"].stale),
    ),
)
