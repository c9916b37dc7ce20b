"""Which facts of a catalog are known, for other programs: `coverage --format json`."""

from __future__ import annotations

from typing import Any

from mkdocs_model_compare.catalog.model import State
from mkdocs_model_compare.comparison.coverage import Coverage, FactCoverage, Missing, ModelCoverage
from mkdocs_model_compare.rendering.citations import Citations

from .shapes import COUNT, DECIMAL, TEXT, ByKey, Field, Many, Plain, Shape, published
from .values import MODEL_ID, STATE, ids

VERSION = 1

MISSING = Shape[Missing](
    "missing_fact",
    "A fact that nobody has looked up yet, of every model that is not retired and lacks it.",
    Field("keys", Many(TEXT), "What follows from it: openness, say, from the licence.", lambda one: one.keys),
    Field("path", TEXT, "Where it is written in the files of the models.", lambda one: one.path),
    Field("weight", DECIMAL, "What its keys weigh in the overall verdict.", lambda one: one.weight),
    Field("models", Many(MODEL_ID), "Those that lack it.", lambda one: ids(one.models)),
)


def _count(state: State, doc: str) -> Field[FactCoverage]:
    return Field(state.value, COUNT, doc, lambda one: one.counts.get(state, 0))


FACT_COVERAGE = Shape[FactCoverage](
    "fact_coverage",
    "One key over all models of the catalog: how many are in which state.",
    Field("key", TEXT, "The key of a row, or a capability.", lambda one: one.key),
    Field("weight", DECIMAL, "What it weighs in the overall verdict; 0 where it is no signal.", lambda one: one.weight),
    _count(State.KNOWN, "Models with a value."),
    _count(State.NO, "Models known to lack it."),
    _count(State.UNKNOWN, "Models of which nobody has looked it up."),
    _count(State.UNDISCLOSED, "Models whose developers will not say."),
    _count(State.NOT_APPLICABLE, "Models that it does not apply to."),
)

MODEL_COVERAGE = Shape[ModelCoverage](
    "model_coverage",
    "One model over all keys.",
    Field("id", MODEL_ID, "The model.", lambda one: one.model.id),
    Field("answered", COUNT, "How many keys are not unknown.", lambda one: one.answered),
    Field("states", ByKey(STATE), "Key → its state, in the order of `facts`.", lambda one: one.states),
)

COVERAGE = Shape[Coverage](
    "coverage",
    "Which facts of a catalog are known, and which to look up next.",
    Field("version", Plain("`1`", {"const": VERSION}, int), "Of this format.", lambda _: VERSION),
    Field(
        "missing", Many(MISSING), "The heaviest first, then those that most models lack.", lambda found: found.missing
    ),
    Field("facts", Many(FACT_COVERAGE), "Every key that is looked at.", lambda found: found.facts),
    Field("models", Many(MODEL_COVERAGE), "By id.", lambda found: found.models),
)


def exported_coverage(found: Coverage) -> dict[str, Any]:
    """The coverage as JSON has it; it cites no source."""
    return COVERAGE.write(found, Citations())


def coverage_schema() -> dict[str, Any]:
    """The JSON Schema of the format."""
    return published(COVERAGE, "coverage", "Coverage of a catalog (model-compare coverage --format json)")
