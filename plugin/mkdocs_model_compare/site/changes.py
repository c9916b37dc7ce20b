"""Which pages show something else than they did, so that a build which keeps pages renders these anew and no others.

Two builds of one process are compared value by value; `ages.py` has what can be said where there was no earlier one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.settings import Settings
from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.comparison.paths import value_at
from mkdocs_model_compare.comparison.sheets import Sheets
from mkdocs_model_compare.macros import Changes, Table

from .asks import (
    CURATED,
    Ask,
    AskCost,
    AskFact,
    AskLink,
    AskSections,
    Basis,
    Mistake,
    models_of,
)
from .pages import SitePages


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteState:
    """One build: what it answers from, the pages and what they ask, and the address of each page about a model.

    `rendered` are the asks noted in rendering, by uri: those of pages that include others' text, too.
    """

    basis: Basis
    pages: SitePages
    model_pages: Mapping[str, str]
    rendered: Mapping[str, frozenset[Ask]]

    def asks(self, uri: str) -> frozenset[Ask]:
        """What the page's source asks."""
        page = self.pages.by_uri.get(uri)
        return page.asks if page else frozenset()


def changed_pages(before: SiteState, now: SiteState) -> Iterator[str]:
    """The uris of the pages with macros that would not come out as before."""
    uris = {*now.pages.by_uri, *now.rendered}
    old, new = before.basis, now.basis
    if (old.report, old.stale_after, old.templates) != (new.report, new.stale_after, new.templates):
        yield from uris
    elif old.catalog is not None and new.catalog is not None:
        difference = _Difference(before, now, old.catalog, new.catalog)
        yield from (uri for uri in uris if difference.shows(uri))


class _Difference:
    """What two builds of a site, both with a catalog, answer differently."""

    def __init__(self, before: SiteState, now: SiteState, old: Catalog, new: Catalog) -> None:
        self.before = before
        self.now = now
        self.old = old
        self.new = new
        self.sheets = Sheets(), Sheets()
        self.same_traffic = before.basis.workload == now.basis.workload
        self.same_rules = _rules(old) == _rules(new)
        # Files that did not change give the same objects, so that this is soon said.
        self.same_models = {model for model in new.models if old.models.get(model) == new.models[model]}

    def shows(self, uri: str) -> bool:
        """Whether it is to be seen on the page."""
        asks = self.now.asks(uri)
        # What only rendering has shown comes from a text that cannot be read again here, as an included file's.
        included = self.now.rendered.get(uri, frozenset()) - asks
        own_differ = asks != self.before.asks(uri) or any(self._answers(uri, ask) for ask in asks)
        return own_differ or any(self._included(uri, ask) for ask in included)

    def _included(self, uri: str, ask: Ask) -> bool:
        # The macro may have been written for the site's workload, or may be right by now.
        mended = isinstance(ask, Mistake) and self.old is not self.new
        return mended or not self.same_traffic or self._answers(uri, ask)

    def _answers(self, uri: str, ask: Ask) -> bool:
        # The same mistake in the same macro has the same box.
        if isinstance(ask, Mistake):
            return False
        if not all(model in catalog.models for catalog in (self.old, self.new) for model in models_of(ask)):
            return True
        return _links(uri, ask, self.before) != _links(uri, ask, self.now) or self._values(ask)

    def _values(self, ask: Ask) -> bool:
        if isinstance(ask, AskLink):
            return self.old.models[ask.model].name != self.new.models[ask.model].name
        if isinstance(ask, AskSections) and _words(ask, self.old) != _words(ask, self.new):
            return True
        if self._rests_on_the_same(ask):
            return False
        if isinstance(ask, AskFact | AskCost):
            before, now = self.sheets
            return _shown(ask, self.before.basis, before) != _shown(ask, self.now.basis, now)
        return True

    def _rests_on_the_same(self, ask: Ask) -> bool:
        # A column of a table, or a fact, can be the cost at the site's own workload; other asks name theirs.
        if not self.same_rules or (isinstance(ask, Table | Changes | AskFact) and not self.same_traffic):
            return False
        if isinstance(ask, Table | Changes):
            return list(self.old.models) == list(self.new.models) and len(self.same_models) == len(self.new.models)
        return self.same_models.issuperset(models_of(ask))


def _links(uri: str, ask: Ask, state: SiteState) -> list[object]:
    """The addresses that an answer shows: of the models' pages, and of related comparisons with their titles."""
    if isinstance(ask, Table | Changes):
        return [*state.model_pages.items()]
    found: list[object] = [state.model_pages.get(model) for model in models_of(ask)]
    if isinstance(ask, AskSections) and "related" in ask.names:
        found += [(page.title, page.url) for page in state.pages.related(ask.models, besides=uri)]
    return found


def _rules(catalog: Catalog) -> tuple[Settings, dict[str, str]]:
    """What every comparison follows. The workloads have their effect through the asks that name them."""
    names = {benchmark.id: benchmark.name for benchmark in catalog.benchmarks.values()}
    return replace(catalog.settings, workloads={}), names


def _words(ask: AskSections, catalog: Catalog) -> tuple[object, ...]:
    remark = catalog.remark(ask.models) if CURATED & set(ask.names) else None
    return (remark.note, remark.faq) if remark else (None, ())


def _shown(ask: AskFact | AskCost, basis: Basis, sheets: Sheets) -> tuple[Any, ...]:
    """All that a sentence shows of one value, its sources with it."""
    assert basis.catalog is not None
    model = basis.catalog.models[ask.model]
    workload, path = (basis.workload, ask.path) if isinstance(ask, AskFact) else (ask.workload, "monthly_cost")
    try:
        comparison = Comparison((model,), basis.catalog.settings, workload, sheets)
        value = value_at(comparison, model, path, basis.catalog.benchmarks)
    except LookupError as error:
        return (str(error),)
    return value.state, value.text, value.exact, value.machine, value.currency, value.facts, model.name
