"""Which pages show something else than they did, so that a build which keeps pages renders these anew and no others.

Within one process two builds are compared value by value; of an earlier process there are only the dates of its files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from mkdocs_model_compare.catalog.model import Catalog, Settings
from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.comparison.paths import value_at

from .asks import Ask, AskCost, AskFact, AskLink, AskSections, AskTable, Basis, Mistake
from .pages import SitePages

_CURATED = frozenset({"verdict", "faq"})


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
    for uri in {*now.pages.by_uri, *now.rendered}:
        asks = now.asks(uri)
        # What only rendering has shown comes from a text that cannot be read again here, as an included file's.
        included = now.rendered.get(uri, frozenset()) - asks
        own_differ = asks != before.asks(uri) or any(_differs(uri, ask, before, now) for ask in asks)
        if own_differ or any(_included_differs(uri, ask, before, now) for ask in included):
            yield uri


def _included_differs(uri: str, ask: Ask, before: SiteState, now: SiteState) -> bool:
    # The macro may have been written for the site's workload, or may be right by now.
    return isinstance(ask, Mistake) or before.basis.workload != now.basis.workload or _differs(uri, ask, before, now)


def _differs(uri: str, ask: Ask, before: SiteState, now: SiteState) -> bool:
    old, new = before.basis, now.basis
    if old.catalog is None or new.catalog is None:
        return (old.catalog, old.report) != (new.catalog, new.report)
    if (old.stale_after, old.templates) != (new.stale_after, new.templates):
        return True
    # The same mistake in the same macro has the same box.
    if isinstance(ask, Mistake):
        return False
    if not all(model in catalog.models for catalog in (old.catalog, new.catalog) for model in models_of(ask)):
        return True
    return _links(uri, ask, before) != _links(uri, ask, now) or _answer_differs(ask, old, new)


def models_of(ask: Ask) -> tuple[str, ...]:
    """The ids of the models that an ask names; a table names none and is over all."""
    if isinstance(ask, AskSections):
        return ask.models
    return (ask.model,) if isinstance(ask, AskFact | AskCost | AskLink) else ()


def _links(uri: str, ask: Ask, state: SiteState) -> list[object]:
    """The addresses that an answer shows: of the models' pages, and of related comparisons with their titles."""
    if isinstance(ask, AskTable):
        return [*state.model_pages.items()]
    found: list[object] = [state.model_pages.get(model) for model in models_of(ask)]
    if isinstance(ask, AskSections) and "related" in ask.names:
        found += [(page.title, page.url) for page in state.pages.comparing(ask.models, besides=uri)]
    return found


def _answer_differs(ask: Ask, before: Basis, now: Basis) -> bool:
    old, new = before.catalog, now.catalog
    assert old is not None
    assert new is not None
    if isinstance(ask, AskLink):
        return old.models[ask.model].name != new.models[ask.model].name
    if isinstance(ask, AskFact | AskCost):
        return _shown(ask, before) != _shown(ask, now)
    if _rules(old) != _rules(new):
        return True
    if isinstance(ask, AskTable):
        return before.workload != now.workload or dict(old.models) != dict(new.models)
    assert isinstance(ask, AskSections)
    return _words(ask, old) != _words(ask, new) or not all(_same_model(model, old, new) for model in ask.models)


def _same_model(model: str, old: Catalog, new: Catalog) -> bool:
    # Unchanged files give the same object, which is what makes this cheap.
    return old.models[model] is new.models[model] or old.models[model] == new.models[model]


def _rules(catalog: Catalog) -> tuple[Settings, dict[str, str]]:
    """What every comparison follows. The workloads have their effect through the asks that name them."""
    names = {benchmark.id: benchmark.name for benchmark in catalog.benchmarks.values()}
    return replace(catalog.settings, workloads={}), names


def _words(ask: AskSections, catalog: Catalog) -> tuple[object, ...]:
    remark = catalog.remark(ask.models) if _CURATED & set(ask.names) else None
    return (remark.note, remark.faq) if remark else (None, ())


def _shown(ask: AskFact | AskCost, basis: Basis) -> tuple[Any, ...]:
    """All that a sentence shows of one value, its sources with it."""
    assert basis.catalog is not None
    model = basis.catalog.models[ask.model]
    workload, path = (basis.workload, ask.path) if isinstance(ask, AskFact) else (ask.workload, "monthly_cost")
    try:
        value = value_at(Comparison((model,), basis.catalog.settings, workload), model, path)
    except LookupError as error:
        return (str(error),)
    return value.state, value.text, value.exact, value.machine, value.currency, value.facts, model.name
