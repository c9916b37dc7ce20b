"""Statements → HTML, through one template per section.

The shells ask a `Renderer` for the sections of a comparison, a table over the catalog, or one inline value; it has
the statements made, gives them to the templates and returns HTML that nothing needs to look into again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.catalog.staleness import stale_before
from mkdocs_model_compare.comparison import figures, price_chart, price_history, recent, rule
from mkdocs_model_compare.comparison.comparison import WINDOWS, Comparison
from mkdocs_model_compare.comparison.paths import value_at
from mkdocs_model_compare.comparison.query import Query
from mkdocs_model_compare.comparison.selecting import select
from mkdocs_model_compare.comparison.sheets import Sheets
from mkdocs_model_compare.comparison.spending import spending
from mkdocs_model_compare.errors import CompareError

from . import words
from .citations import Citations, References
from .environment import fault_in, make_environment
from .labels import HEADINGS, Words
from .links import Links, NoLinks
from .picking import must_haves, table_data
from .sections import SECTIONS, statements
from .showing import Showing
from .side_by_side import SideBySide

SOURCES_SLOT = "<!--mc-sources-->"
# Comparisons to keep with their statements, some 200 kB each: a page can show one by several macros. More than a page
# shows would only be looked through for garbage.
_MOST = 8
__all__ = ["SECTIONS", "SOURCES_SLOT", "Page", "Renderer", "Section"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """`heading` is the text of its heading, None for the summary; `html` is one element, `class="mc mc-<name>"`.

    The html of `reviewed` holds `SOURCES_SLOT`, where the page's list of sources belongs.
    """

    name: str
    heading: str | None
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A comparison, and what it tells in each section."""

    comparison: Comparison
    statements: Callable[[str], Mapping[str, Any]]


@dataclass(slots=True)
class Page:
    """What the renderings on one page share. `markdown` turns a curator's words into safe HTML.

    `issue_form` is where a reader reports a mistake (`reporting.issue_form`), empty where there is none. `in_full` are
    the counts of tokens that its sentences give as whole numbers.
    """

    citations: Citations = field(default_factory=Citations)
    links: Links = field(default_factory=NoLinks)
    markdown: Callable[[str], str] = lambda text: str(escape(text))
    issue_form: str = ""
    in_full: frozenset[int] = frozenset()


class Renderer:
    def __init__(
        self, catalog: Catalog, *, workload: Workload, today: date, stale_after: int, templates: Path | None = None
    ) -> None:
        self.catalog = catalog
        self.workload = workload
        self.today = today
        self.stale_after = stale_after
        names = {benchmark.id: benchmark.name for benchmark in catalog.benchmarks.values()}
        self._words = Words(catalog.settings, names)
        self._references = References(self._words, catalog, stale_before(today, stale_after))
        self._show = Showing(self._words, self._references)
        self._environment = make_environment(templates, self._words, self._show)
        self._templates = templates
        self._sheets = Sheets()
        self._told = lru_cache(_MOST)(self._tell)

    def sections(
        self, models: tuple[Model, ...], names: tuple[str, ...], workload: Workload, page: Page
    ) -> tuple[Section, ...]:
        """The named sections, in the order given."""
        ids = tuple(model.id for model in models)
        told = self._told(ids, workload)
        given = {**self._given(told.comparison, page), "sections": names}

        def section(name: str) -> Section:
            own = {"related": page.links.comparisons(ids)} if name == "related" else told.statements(name)
            return Section(name=name, heading=HEADINGS.get(name), html=self._render(name, page, {**given, **own}))

        return tuple(map(section, names))

    def table(self, query: Query, page: Page) -> str:
        """The models that the query selects, a row each."""
        return self._table("models", query, query.columns, page)

    def picker(self, query: Query, page: Page) -> str:
        """The same table, for a reader to choose models from by must-haves."""
        return self._table("picker", query, must_haves(self.catalog.settings), page)

    def facts(self) -> Mapping[str, Any]:
        """What the script of a picker shows of the models that are chosen, as JSON has it."""
        limit = stale_before(self.today, self.stale_after)
        return SideBySide(self.catalog, self.workload, self._words, self._show, limit).data()

    def price_history(self, models: tuple[Model, ...], provider: str | None, workload: Workload, page: Page) -> str:
        """What the models' cheapest routes have charged over time, or those at the provider with this id."""
        comparison = self._compare(models, workload)
        tracks = price_history.tracks(comparison, provider)
        panels = price_chart.panels(tracks, self.today)
        given = {
            "tracks": tracks,
            "panels": panels,
            "legend": price_chart.legend(panels),
            "provider": self.catalog.providers[provider].name if provider else None,
        }
        return self._render("price_history", page, {**self._given(comparison, page), **given})

    def changes(self, query: Query, days: int, page: Page) -> str:
        """What changed of the models that the query selects in the last days, the newest first."""
        comparison = self._compare(tuple(self.catalog.models.values()), self.workload)
        found = recent.changes(comparison, select(comparison, query), self.today, days)
        given = {**self._given(comparison, page), "changes": found, "days": days}
        return self._render("changes", page, given)

    def rule(self) -> str:
        """The decision rule in force: signals, weights, margin, floor and use cases."""
        signals = rule.signals(self.catalog.settings, self.catalog.benchmarks)
        return self._render("decision_rule", Page(), {"settings": self.catalog.settings, "signals": signals})

    def fact(self, model: Model, path: str, page: Page) -> str:
        """One value inside a sentence.

        Raises:
            LookupError: the path names nothing in the model's record.
        """
        return self._inline("mc-fact", model, path, self.workload, page)

    def in_full(self, facts: Iterable[tuple[Model, str]]) -> frozenset[int]:
        """The counts of tokens under these paths whose short forms read alike beside each other in a page's text."""
        counts = (getattr(model, path).value for model, path in facts if path in WINDOWS)
        return figures.colliding(count for count in counts if count is not None)

    def cost(self, model: Model, workload: Workload, page: Page) -> str:
        """The model's monthly cost at the workload."""
        told = words.of_cost(spending(self._compare((model,), workload), model))
        return self._inline("mc-cost", model, "monthly_cost", workload, page, told)

    def model(self, model: Model, page: Page) -> str:
        """The model's name, linked to its page where there is one."""
        url = page.links.model_page(model.id)
        href = Markup(' href="{}"').format(url) if url else Markup()
        return Markup('<a class="mc-model"{} data-mc-model="{}">{}</a>').format(href, model.id, model.name)

    def sources(self, page: Page) -> str:
        """The page's numbered list of sources; empty where nothing was cited."""
        return (
            self._render("sources", page, {"citations": page.citations, "issue_form": page.issue_form})
            if page.citations
            else ""
        )

    def _table(self, name: str, query: Query, keys: Iterable[str], page: Page) -> str:
        """`keys` are those that the reader can filter by."""
        comparison = self._compare(tuple(self.catalog.models.values()), self.workload)
        chosen = select(comparison, query)
        given = {
            "chosen": chosen,
            "columns": query.columns,
            "sorted_by": dict(query.sort[:1]),
            "table_data": table_data(comparison, chosen, query.columns, keys, self._words),
        }
        return self._render(name, page, {**self._given(comparison, page), **given})

    def _compare(self, models: tuple[Model, ...], workload: Workload) -> Comparison:
        return self._told(tuple(model.id for model in models), workload).comparison

    def _tell(self, ids: tuple[str, ...], workload: Workload) -> _Told:
        models = tuple(map(self.catalog.models.__getitem__, ids))
        comparison = Comparison(models, self.catalog.settings, workload, self._sheets)
        return _Told(
            comparison=comparison, statements=statements(self.catalog, comparison, self.today, self.stale_after)
        )

    def _given(self, comparison: Comparison, page: Page) -> dict[str, Any]:
        return {
            "comparison": comparison,
            "models": comparison.models,
            "links": page.links,
            "markdown": lambda text: Markup(page.markdown(text)),  # noqa: S704 - the shell's converter escapes raw HTML
        }

    def _render(self, name: str, page: Page, given: Mapping[str, Any]) -> str:
        try:
            html = self._rendered(name, given)
        except Exception as error:
            fault = fault_in(error, self._templates)
            if fault is None:
                raise
            raise CompareError(fault) from error
        return page.citations.numbered(html.strip(), self._references)

    def _rendered(self, name: str, given: Mapping[str, Any]) -> str:
        environment = self._environment
        template = environment.get_template(f"{name}.html.jinja")
        # As `Template.render`, which looks each of the environment's names up in a chain of mappings instead.
        names = {**environment.globals, **given, "section": name}
        context = environment.context_class(environment, names, template.name, template.blocks)
        try:
            return "".join(template.root_render_func(context))
        except Exception:  # noqa: BLE001 - raised anew, its place given in the template
            self._environment.handle_exception()
        finally:
            # Its macros hold a context that holds them: the comparison would stay until it is searched for.
            context.vars.clear()

    def _inline(self, kind: str, model: Model, path: str, workload: Workload, page: Page, title: str = "") -> str:
        value = value_at(self._compare((model,), workload), model, path, self.catalog.benchmarks)
        if path in WINDOWS and value.raw in page.in_full:
            value = replace(value, text=figures.exact(value.raw))
        marks = f'{self._show.marks(value)} data-mc-path="{escape(path)}"'
        marks += f' title="{escape(title)}"' if title else ""
        html = f'<span class="{kind}"{marks}>{self._show(value)}</span>'
        return page.citations.numbered(html, self._references)
