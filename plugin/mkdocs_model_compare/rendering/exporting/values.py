"""Facts and values in the export: what every statement of every section rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from mkdocs_model_compare.catalog.model import Fact, License, Modalities, Model, Parameters, Source, State
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.comparison import figures
from mkdocs_model_compare.comparison.edges import Edge
from mkdocs_model_compare.comparison.rows import Cell, Row
from mkdocs_model_compare.comparison.value import Value
from mkdocs_model_compare.rendering.citations import Citations, Entry

from .shapes import COUNT, DATE, DECIMAL, FLAG, TEXT, Field, Given, Many, Maybe, Plain, Shape, of, one_of

MODEL_ID = Plain("model id", {"type": "string"})
STATE = one_of(*State)


@dataclass(frozen=True, slots=True)
class _SourceNumber:
    """The number under which a source is in the export's list."""

    told: str = "number of a [source](#source)"

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": 1}

    def write(self, value: Source, sources: Citations) -> int:
        return sources.number(value).number

    @staticmethod
    def shapes() -> Any:
        return iter(())


def ids(models: Any) -> list[str]:
    return [model.id for model in models]


def id_of(model: Model | None) -> str | None:
    return None if model is None else model.id


def machine(fact: Fact[Any]) -> str | None:
    """A fact's value as text for programs: whole tokens, plain decimals, ISO dates, keys, yes and no."""
    if fact.state is State.NO:
        return "no"
    for kind, write in _MACHINE.items():
        if isinstance(fact.value, kind):
            return write(fact.value)
    return None if fact.value is None else str(fact.value)


# Truth before numbers, since it is one.
_MACHINE: Mapping[type, Callable[[Any], str]] = {
    bool: lambda value: "yes" if value else "no",
    Decimal: figures.plain,
    License: lambda value: value.id,
    Parameters: lambda value: str(value.total),
    Modalities: lambda value: f"{' '.join(value.input)} > {' '.join(value.output)}",
    Enum: lambda value: str(value.value),
}

SOURCE = Shape[Entry](
    "source",
    "Where facts are from.",
    Field("number", COUNT, "What facts name it by, counted from 1.", lambda one: one.number),
    Field("url", Maybe(TEXT), "Its address.", lambda one: one.source.url),
    Field("title", Maybe(TEXT), "What it is called.", lambda one: one.source.title),
    Field("retrieved", Maybe(DATE), "The day on which it was read.", lambda one: one.source.retrieved),
    Field("note", Maybe(TEXT), "What the curators say of it.", lambda one: one.source.note),
    Field("editorial", FLAG, "Whether it is the curators' own judgement.", lambda one: one.source.editorial),
)

FACT = Shape[Fact[Any]](
    "fact",
    "One fact of the catalog.",
    Field(
        "path", TEXT, "Where it stands in the model's file: `routes.aws-bedrock.price.output`.", lambda one: one.path
    ),
    Field("state", STATE, "Whether it is known, and if not, why.", lambda one: one.state),
    Field("value", Maybe(TEXT), "For programs; null where nothing is known.", machine),
    Field("source", Maybe(_SourceNumber()), "Null where none is recorded.", lambda one: one.source),
    Field("note", Maybe(TEXT), "What the curators say of this fact.", lambda one: one.note),
    Field("retrieved", Maybe(DATE), "The day on which it was read.", lambda one: one.retrieved),
)

VALUE = Shape[Value](
    "value",
    "What one model has under one key, and the facts behind it.",
    Field("model", MODEL_ID, "Whose value it is.", lambda one: one.model.id),
    Field("key", TEXT, "The key of a row, a capability or a path of the catalog.", lambda one: one.key),
    Field("state", STATE, "Whether it is known, and if not, why.", lambda one: one.state),
    Field(
        "value",
        Maybe(TEXT),
        "For programs, as `data-mc-value` has it: whole tokens, plain decimals, ISO dates, keys, `yes` and `no`.",
        lambda one: one.machine if one.settled else None,
    ),
    Field("text", Maybe(TEXT), "As printed.", lambda one: one.text or None),
    Field("exact", Maybe(TEXT), "The full figure where the text shortens it.", lambda one: one.exact),
    Field("currency", Maybe(TEXT), "ISO 4217, where it is money.", lambda one: one.currency),
    Field("facts", Many(FACT), "What it rests on.", lambda one: one.facts),
)

CELL = Shape[Cell](
    "cell",
    "A value in a table.",
    *of(VALUE, lambda one: one.value),
    Field("lead", Maybe(TEXT), "The word that tells why it is the better one.", lambda one: one.lead),
)

ROW = Shape[Row](
    "row",
    "A row of a table.",
    Field("key", TEXT, "What the row is about, as `data-mc-row` has it.", lambda one: one.key),
    Field("differs", FLAG, "Whether the models are known to differ in it.", lambda one: one.differs),
    Field("cells", Many(CELL), "One per model.", lambda one: one.cells),
)

EDGE = Shape[Edge](
    "edge",
    "What one model alone leads in.",
    Field("key", TEXT, "What it leads in.", lambda one: one.key),
    Field("leader", VALUE, "The leading value.", lambda one: one.value),
    Field("others", Many(VALUE), "The values that it leads.", lambda one: one.others),
)

MODEL = Shape[Model](
    "model",
    "One of the models compared.",
    Field("id", MODEL_ID, "Its id in the catalog.", lambda one: one.id),
    Field("name", TEXT, "Its name.", lambda one: one.name),
    Field("developer", TEXT, "The lab that made it.", lambda one: one.developer),
    Field("family", Maybe(TEXT), "Its family.", lambda one: one.family),
    Field("reviewed", Maybe(DATE), "The day on which its facts were last reviewed.", lambda one: one.reviewed),
)

WORKLOAD = Shape[Workload](
    "workload",
    "The month that costs are given for.",
    Field("id", Maybe(TEXT), "Its id in the catalog, if it is one of the catalog's.", lambda one: one.id),
    Field("requests", COUNT, "Requests in a month.", lambda one: one.requests),
    Field("input_tokens", COUNT, "Input tokens of one request.", lambda one: one.input_tokens),
    Field("output_tokens", COUNT, "Output tokens of one request.", lambda one: one.output_tokens),
    Field("cached", DECIMAL, "The share of the input that is read from the cache, 0 to 1.", lambda one: one.cached),
    Field("batch", FLAG, "Whether batch prices count.", lambda one: one.batch),
)

ROWS: Field[Given] = Field("rows", Many(ROW), "The table, in the order of the page.", lambda given: given["rows"])
