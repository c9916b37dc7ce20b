"""What a macro asks for, checked and with its models looked up: one kind of request for each kind of answer."""

from dataclasses import dataclass

from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.comparison.query import Query

from .faults import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The profile of a model is one with that model alone."""

    models: tuple[Model, ...]
    sections: tuple[str, ...]
    heading_level: int
    workload: Workload


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`picking`: models can be chosen from it."""

    query: Query
    picking: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """`provider` is the id of the one whose prices are asked for; None: that of each model's cheapest route."""

    models: tuple[Model, ...]
    provider: str | None
    workload: Workload


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    query: Query
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FactOf:
    """`path_span` is where a shell puts the caret when the path turns out to name nothing."""

    model: Model
    path: str
    path_span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelLink:
    model: Model


@dataclass(frozen=True, slots=True, kw_only=True)
class CostOf:
    model: Model
    workload: Workload


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The decision rule in force; it takes no argument."""


Macro = Comparison | Table | History | Changes | Rule | FactOf | ModelLink | CostOf
