"""The facts of a whole catalog for other programs, with sources and licences, in a versioned format of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.model import Benchmark, License, Model, State
from mkdocs_model_compare.catalog.staleness import facts_of
from mkdocs_model_compare.rendering.citations import Citations

from .costs import PROVIDER
from .shapes import DATE, FLAG, TEXT, Field, Many, Maybe, Plain, Shape, of, published
from .values import FACT, MODEL, SOURCE

VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    catalog: Catalog
    today: date
    sources: Citations


RECORD = Shape[Model](
    "record",
    "One model with every fact that somebody looked up.",
    *of(MODEL, lambda one: one),
    Field("aliases", Many(TEXT), "Other names that it goes by.", lambda one: one.aliases),
    Field("summary", Maybe(TEXT), "What the curators say of it in a sentence.", lambda one: one.summary),
    Field(
        "facts",
        Many(FACT),
        "What is known of it, and what was looked for in vain. A fact that is not listed is unknown.",
        lambda one: [fact for fact in facts_of(one) if fact.state is not State.UNKNOWN],
    ),
)
LICENSE = Shape[License](
    "license",
    "A licence that models are under.",
    Field("id", TEXT, "What the fact `license` names it by.", lambda one: one.id),
    Field("name", TEXT, "Its name.", lambda one: one.name),
    Field("spdx", Maybe(TEXT), "Its identifier of SPDX.", lambda one: one.spdx),
    Field("openness", TEXT, "`open-source`, `open-weights` or `proprietary`.", lambda one: one.openness),
    Field(
        "commercial_use", TEXT, "`permitted`, `conditional`, `prohibited` or `unknown`.", lambda one: one.commercial_use
    ),
    Field("url", Maybe(TEXT), "Its address.", lambda one: one.url),
)
MEASURE = Shape[Benchmark](
    "measure",
    "A benchmark that models have scores in.",
    Field("id", TEXT, "What the path of a score names it by.", lambda one: one.id),
    Field("name", TEXT, "Its name.", lambda one: one.name),
    Field("unit", TEXT, "The unit of its scores.", lambda one: one.unit),
    Field("higher_is_better", FLAG, "Whether more is better.", lambda one: one.higher_is_better),
    Field("url", Maybe(TEXT), "Its address.", lambda one: one.url),
)
FACTS = Shape[_Facts](
    "catalog",
    "Every model of a catalog with its facts, and where each of them is from.",
    Field("version", Plain("`1`", {"const": VERSION}, int), "Of this format.", lambda _: VERSION),
    Field("date", DATE, "The day on which it was made.", lambda one: one.today),
    Field("currency", TEXT, "The one that costs are compared in, ISO 4217.", lambda one: one.catalog.settings.currency),
    Field("models", Many(RECORD), "In the order of their ids.", lambda one: one.catalog.models.values()),
    Field("providers", Many(PROVIDER), "Those that routes name.", lambda one: one.catalog.providers.values()),
    Field("licenses", Many(LICENSE), "Those that models are under.", lambda one: one.catalog.licenses.values()),
    Field(
        "benchmarks", Many(MEASURE), "Those that models have scores in.", lambda one: one.catalog.benchmarks.values()
    ),
    # Last, for it is told from what the facts have cited by then.
    Field("sources", Many(SOURCE), "In the order in which facts name them.", lambda one: one.sources),
)


def exported_facts(catalog: Catalog, today: date) -> dict[str, Any]:
    """The catalog, as JSON has it."""
    sources = Citations()
    return FACTS.write(_Facts(catalog=catalog, today=today, sources=sources), sources)


def facts_schema() -> dict[str, Any]:
    """The JSON Schema of the format."""
    return published(FACTS, "facts", "The facts of a site (catalog.json)")
