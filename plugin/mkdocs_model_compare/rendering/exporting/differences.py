"""What changed in a catalog, for other programs: `diff --format json`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mkdocs_model_compare.comparison.differences.changes import FactChange
from mkdocs_model_compare.comparison.differences.difference import Difference, PageChange
from mkdocs_model_compare.comparison.differences.entries import EntryChange, Listing
from mkdocs_model_compare.comparison.differences.facts import ModelChange
from mkdocs_model_compare.comparison.differences.turns import CaseTurn, SignalTurn, Turn
from mkdocs_model_compare.errors import Level, Problem
from mkdocs_model_compare.rendering.citations import Citations

from .shapes import COUNT, DECIMAL, FLAG, TEXT, Field, Many, Maybe, Plain, Shape, one_of, published
from .values import MODEL_ID, SOURCE, VALUE, WORKLOAD, id_of, ids
from .verdicts import FITNESS, OUTCOME, REASON

VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Export:
    found: Difference
    sources: Citations


LISTING = Shape[Listing](
    "listing",
    "The entries of one kind that only one of the two catalogs has.",
    Field("kind", TEXT, "`model`, `provider`, `licence`, `benchmark`, `capability` and so on.", lambda one: one.kind),
    Field("added", Many(TEXT), "Their ids.", lambda one: one.added),
    Field("removed", Many(TEXT), "Their ids.", lambda one: one.removed),
)

FACT_CHANGE = Shape[FactChange](
    "fact_change",
    "A fact that has another value.",
    Field("path", TEXT, "Where it stands now, or stood.", lambda one: one.path),
    Field("before", VALUE, "What it was; unknown where nothing stood.", lambda one: one.before),
    Field("after", VALUE, "What it is; unknown where nothing stands.", lambda one: one.after),
    Field(
        "rise", Maybe(DECIMAL), "By which share of itself a price or count rose; negative: fell.", lambda one: one.rise
    ),
)

MODEL_CHANGE = Shape[ModelChange](
    "model_change",
    "A model of both catalogs whose file says something else.",
    Field("id", MODEL_ID, "Its id.", lambda one: one.after.id),
    Field("name", TEXT, "Its name now.", lambda one: one.after.name),
    Field("facts", Many(FACT_CHANGE), "Those with another value.", lambda one: one.facts),
    Field(
        "resourced",
        Many(TEXT),
        "The paths of those with the same value and another source, note or date.",
        lambda one: one.resourced,
    ),
)

ENTRY_CHANGE = Shape[EntryChange](
    "entry_change",
    "A value beside the models: of a provider, a licence, a benchmark, a setting or a comparison.",
    Field("kind", TEXT, "What kind of entry it is in.", lambda one: one.kind),
    Field("entry", TEXT, "The entry's id.", lambda one: one.entry),
    Field("path", TEXT, "Where in the entry.", lambda one: one.path),
    Field("before", Maybe(TEXT), "Null where it said nothing.", lambda one: one.before),
    Field("after", Maybe(TEXT), "Null where it says nothing.", lambda one: one.after),
)

CASE_TURN = Shape[CaseTurn](
    "case_turn",
    "A use case with another choice.",
    Field("use_case", TEXT, "Its id.", lambda one: one.use_case.id),
    Field("before", FITNESS, "What the rule made of it.", lambda one: one.before.fitness),
    Field("before_choice", Maybe(MODEL_ID), "Null unless it was a choice.", lambda one: id_of(one.before.choice)),
    Field("after", FITNESS, "What the rule makes of it.", lambda one: one.after.fitness),
    Field("after_choice", Maybe(MODEL_ID), "Null unless it is a choice.", lambda one: id_of(one.after.choice)),
)

SIGNAL_TURN = Shape[SignalTurn](
    "signal_turn",
    "A signal of the overall verdict that stands otherwise.",
    Field("signal", TEXT, "Its name.", lambda one: one.signal),
    Field("before", Maybe(REASON), "Null where it had no weight.", lambda one: one.before),
    Field("after", Maybe(REASON), "Null where it has no weight.", lambda one: one.after),
)

TURN = Shape[Turn](
    "turn",
    "A comparison of the site whose verdict, or choice for a use case, is another.",
    Field("models", Many(MODEL_ID), "In the order of the page.", lambda one: ids(one.models)),
    Field("workload", WORKLOAD, WORKLOAD.doc, lambda one: one.workload),
    Field("where", Many(TEXT), "The pages, and files of the catalog, that ask for it.", lambda one: one.where),
    Field("turned", FLAG, "Whether it is the overall verdict.", lambda one: one.turned),
    Field("before", OUTCOME, "The overall verdict before.", lambda one: one.before.outcome),
    Field("before_choice", Maybe(MODEL_ID), "Null unless it was a choice.", lambda one: id_of(one.before.choice)),
    Field("after", OUTCOME, "The overall verdict now.", lambda one: one.after.outcome),
    Field("after_choice", Maybe(MODEL_ID), "Null unless it is a choice.", lambda one: id_of(one.after.choice)),
    Field("signals", Many(SIGNAL_TURN), "Why the overall verdict turned.", lambda one: one.signals),
    Field("use_cases", Many(CASE_TURN), "Those with another choice.", lambda one: one.cases),
)

PROBLEM = Shape[Problem](
    "problem",
    "What `check` finds.",
    Field("level", one_of(*Level), "A warning fails no build.", lambda one: one.level),
    Field("path", TEXT, "The file.", lambda one: one.place.path),
    Field("line", COUNT, "From 1; 0 for the file as a whole.", lambda one: one.place.line),
    Field("column", COUNT, "From 1; 0 for the file as a whole.", lambda one: one.place.column),
    Field("where", TEXT, "The path in the file.", lambda one: one.where),
    Field("message", TEXT, "What is wrong, what was expected, and what to do.", lambda one: one.message),
)

PAGE = Shape[PageChange](
    "page",
    "A page of the site that comes out otherwise.",
    Field("uri", TEXT, "Its source, from the docs folder.", lambda one: one.uri),
    Field("what", one_of("changed", "added", "removed", "broken"), "What becomes of it.", lambda one: one.what),
    Field("models", Many(MODEL_ID), "The changed models that it shows.", lambda one: one.models),
    Field(
        "message", Maybe(TEXT), "Of a broken one: what a macro now asks for in vain.", lambda one: one.message or None
    ),
)

DIFFERENCE = Shape[_Export](
    "difference",
    "What is different between two states of a catalog.",
    Field("version", Plain("`1`", {"const": VERSION}, int), "Of this format.", lambda _: VERSION),
    Field("listings", Many(LISTING), "What came and went.", lambda one: one.found.listings),
    Field("models", Many(MODEL_CHANGE), "By id.", lambda one: one.found.models),
    Field("entries", Many(ENTRY_CHANGE), "What stands beside the models.", lambda one: one.found.entries),
    Field("compared", COUNT, "How many comparisons the site has.", lambda one: one.found.compared),
    Field("turns", Many(TURN), "Those that say something else.", lambda one: one.found.turns),
    Field("arising", Many(PROBLEM), "What `check` finds now and did not before.", lambda one: one.found.arising),
    Field("settled", Many(PROBLEM), "What `check` found before and does not now.", lambda one: one.found.settled),
    Field("pages", Maybe(Many(PAGE)), "Null where no site is known.", lambda one: one.found.pages),
    # Last, for it is told from what the others have cited by then.
    Field("sources", Many(SOURCE), "In the order in which facts name them.", lambda one: one.sources),
)


def exported_difference(found: Difference) -> dict[str, Any]:
    """The difference as JSON has it."""
    sources = Citations()
    return DIFFERENCE.write(_Export(found=found, sources=sources), sources)


def difference_schema() -> dict[str, Any]:
    """The JSON Schema of the format."""
    return published(DIFFERENCE, "diff", "Changes of a catalog (model-compare diff --format json)")
