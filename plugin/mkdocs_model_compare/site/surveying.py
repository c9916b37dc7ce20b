"""A site without a build of it: its pages and what they ask, over one catalog or another, and which of them differ.

For the command line, which says before a change of the catalog is made what it will come to. No code of the site's own
runs: neither its plugins and hooks nor what the tags of its configuration name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.nav import get_navigation

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.comparison.differences.difference import PageChange
from mkdocs_model_compare.comparison.paths import value_at
from mkdocs_model_compare.comparison.sheets import Sheets
from mkdocs_model_compare.errors import CompareError
from mkdocs_model_compare.macros import Changes, Table
from mkdocs_model_compare.pages.wishes import Wishes

from .asks import AskFact, Basis, Mistake, models_of
from .building import SiteBuilds
from .changes import SiteState, changed_pages
from .host import SiteHost

# What of a configuration says which pages there are, and what they are called.
_SETTINGS = (
    "docs_dir",
    "exclude_docs",
    "draft_docs",
    "not_in_nav",
    "nav",
    "use_directory_urls",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The site over one catalog. `made` are the texts of the pages that nobody wrote, by uri."""

    state: SiteState
    made: Mapping[str, str]


def page_settings(config_file: Path, settings: Mapping[str, Any]) -> MkDocsConfig:
    """MkDocs's configuration of a site, as far as it is about pages. `settings` is what its file says.

    Raises:
        CompareError: a setting is one that MkDocs does not take.
    """
    config = MkDocsConfig(config_file_path=str(config_file.absolute()))
    given = {name: settings[name] for name in _SETTINGS if settings.get(name) is not None}
    config.load_dict({"site_name": "-", "plugins": [], **given})
    faults, _ = config.validate()
    if faults:
        told = (f"{config_file.name}: {name}: {fault}" for name, fault in faults)
        raise CompareError("\n".join(told))
    return config


def survey(config: MkDocsConfig, wishes: Wishes | None, basis: Basis) -> Survey:
    """Read all pages of the site. `wishes` are its option `pages`."""
    basis = replace(basis, catalog=_as_shown(basis.catalog))
    files = get_files(config)
    builds = SiteBuilds(SiteHost(report=_unheard, warn=_unheard))
    if wishes is not None and basis.catalog is not None:
        # MkDocs takes pages that are made only from a plugin.
        config.plugins["model-compare"] = _Maker(partial(builds.add_made_pages, wishes, basis.catalog, basis.workload))
        config.plugins.on_files(files, config=config)
    get_navigation(files, config)
    state = builds.learn(files, basis, (wishes or Wishes()).path)
    return Survey(state=state, made=builds.made_texts)


def page_changes(before: Survey, now: Survey) -> Iterator[PageChange]:
    """The pages that come, go or would not come out as before: broken ones first, then by their uri."""
    lists = {uri for uri, text in now.made.items() if before.made.get(uri, text) != text}
    changed = sorted({*changed_pages(before.state, now.state), *lists})
    sheets = Sheets(), Sheets()
    found = [_changed(uri, before, now, sheets) for uri in changed]
    yield from (one for one in found if one.what == "broken")
    yield from (one for one in found if one.what != "broken")
    yield from (PageChange(uri=uri, what="removed") for uri in sorted(before.made.keys() - now.made.keys()))


def _changed(uri: str, before: Survey, now: Survey, sheets: tuple[Sheets, Sheets]) -> PageChange:
    former, fresh = (_faults(side.state, uri, kept) for side, kept in zip((before, now), sheets, strict=True))
    faults = [message for what, message in sorted(fresh.items()) if what not in former]
    if faults:
        return PageChange(uri=uri, what="broken", message=faults[0])
    old, new = before.state.basis.catalog, now.state.basis.catalog
    assert old is not None
    assert new is not None
    what = "added" if uri in now.made and uri not in before.made else "changed"
    asks = now.state.asks(uri)
    shown = {model for ask in asks for model in models_of(ask)}
    if any(isinstance(ask, Table | Changes) for ask in asks):
        shown |= new.models.keys()
    models = tuple(one for one in new.models if one in shown and old.models.get(one) != new.models[one])
    return PageChange(uri=uri, what=what, models=models)


def _faults(state: SiteState, uri: str, sheets: Sheets) -> dict[str, str]:
    """What the page asks for in vain, by the words of the macro, with what its box says."""
    catalog = state.basis.catalog
    assert catalog is not None
    found: dict[str, str] = {}
    for ask in state.asks(uri):
        if isinstance(ask, Mistake):
            found[ask.text] = ask.message
        elif isinstance(ask, AskFact):
            model = catalog.models[ask.model]
            comparison = Comparison((model,), catalog.settings, state.basis.workload, sheets)
            try:
                value_at(comparison, model, ask.path, catalog.benchmarks)
            except LookupError as error:
                found[f"{ask.model} {ask.path}"] = str(error)
    return found


class _NoOptions(Config):
    """It takes none."""


class _Maker(BasePlugin[_NoOptions]):
    """Makes pages at the event at which they can be made, and does nothing else."""

    def __init__(self, make: Callable[[Files, MkDocsConfig], None]) -> None:
        self._make = make

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        self._make(files, config)
        return files


def _as_shown(catalog: Catalog | None) -> Catalog | None:
    """The catalog without what no page shows: why a check's doubt is wrong."""
    if catalog is None:
        return None
    return replace(catalog, models={name: replace(one, acknowledged={}) for name, one in catalog.models.items()})


def _unheard(*_: object) -> None:
    """A build says what it finds; here it is not asked."""
