"""What a page asks of the catalog, one ask per macro: read off its source, or noted while it is rendered.

An ask holds ids and not models, so that it can be put to a later catalog and the answers compared; a macro that names
no model is an ask as it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.comparison.query import Query
from mkdocs_model_compare.macros import (
    Changes,
    Comparison,
    CostOf,
    FactOf,
    History,
    Macro,
    MacroError,
    ModelLink,
    Rule,
    SourceCall,
    Table,
    resolve,
)
from mkdocs_model_compare.rendering.renderer import Page, Renderer, Section

# The sections that show a curator's own words.
CURATED = frozenset({"verdict", "faq"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a build answers from. `catalog` is None where it cannot be used, and then `report` says why.

    `templates` is the user's folder with the state of each of its files.
    """

    catalog: Catalog | None
    report: str
    workload: Workload
    stale_after: int
    templates: tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskSections:
    models: tuple[str, ...]
    names: tuple[str, ...]
    workload: Workload


@dataclass(frozen=True, slots=True, kw_only=True)
class AskHistory:
    models: tuple[str, ...]
    provider: str | None
    workload: Workload


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFact:
    model: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCost:
    model: str
    workload: Workload


@dataclass(frozen=True, slots=True, kw_only=True)
class AskLink:
    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A macro that asks for nothing that there is; what its box says can change with the catalog."""

    text: str
    message: str


Ask = AskSections | AskHistory | AskFact | AskCost | AskLink | Table | Changes | Rule | Mistake


def models_of(ask: Ask) -> tuple[str, ...]:
    """The ids of the models that an ask names; a table names none and is over all."""
    if isinstance(ask, AskSections | AskHistory):
        return ask.models
    return (ask.model,) if isinstance(ask, AskFact | AskCost | AskLink) else ()


def ask_of(call: SourceCall, basis: Basis) -> Ask:
    """What one macro of a page's source asks."""
    text = call.inner if call.call is None else call.call.text
    if basis.catalog is None:
        return Mistake(text=text, message=basis.report)
    try:
        macro = resolve(text, basis.catalog, basis.workload)
    except MacroError as error:
        return Mistake(text=text, message=error.message)
    return _ask(macro)


def _ask(macro: Macro) -> Ask:
    if isinstance(macro, FactOf):
        return AskFact(model=macro.model.id, path=macro.path)
    if isinstance(macro, CostOf):
        return AskCost(model=macro.model.id, workload=macro.workload)
    if isinstance(macro, ModelLink):
        return AskLink(model=macro.model.id)
    if isinstance(macro, Comparison):
        return AskSections(models=_ids(macro.models), names=macro.sections, workload=macro.workload)
    if isinstance(macro, History):
        return AskHistory(models=_ids(macro.models), provider=macro.provider, workload=macro.workload)
    return macro


class NotingRenderer(Renderer):
    """A renderer that notes in `asks` what it is asked for: also what came into a page after its source was read."""

    asks: set[Ask]

    def sections(
        self, models: tuple[Model, ...], names: tuple[str, ...], workload: Workload, page: Page
    ) -> tuple[Section, ...]:
        self.asks.add(AskSections(models=_ids(models), names=names, workload=workload))
        return super().sections(models, names, workload, page)

    def table(self, query: Query, page: Page) -> str:
        self.asks.add(Table(query=query))
        return super().table(query, page)

    def price_history(self, models: tuple[Model, ...], provider: str | None, workload: Workload, page: Page) -> str:
        self.asks.add(AskHistory(models=_ids(models), provider=provider, workload=workload))
        return super().price_history(models, provider, workload, page)

    def changes(self, query: Query, days: int, page: Page) -> str:
        self.asks.add(Changes(query=query, days=days))
        return super().changes(query, days, page)

    def picker(self, query: Query, page: Page) -> str:
        self.asks.add(Table(query=query, picking=True))
        return super().picker(query, page)

    def rule(self) -> str:
        self.asks.add(Rule())
        return super().rule()

    def fact(self, model: Model, path: str, page: Page) -> str:
        self.asks.add(AskFact(model=model.id, path=path))
        return super().fact(model, path, page)

    def cost(self, model: Model, workload: Workload, page: Page) -> str:
        self.asks.add(AskCost(model=model.id, workload=workload))
        return super().cost(model, workload, page)

    def model(self, model: Model, page: Page) -> str:
        self.asks.add(AskLink(model=model.id))
        return super().model(model, page)


def _ids(models: tuple[Model, ...]) -> tuple[str, ...]:
    return tuple(model.id for model in models)
