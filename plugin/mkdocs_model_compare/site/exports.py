"""Files for programs: comparisons as JSON and Markdown, all facts of the site, and a list for language models.

They are known before pages are rendered, so that authors can link to them, and written when the site's files are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.extension.curated import curated_markdown
from mkdocs_model_compare.rendering import document
from mkdocs_model_compare.rendering.exporting import exported
from mkdocs_model_compare.rendering.exporting.facts import exported_facts
from mkdocs_model_compare.rendering.links import NoLinks
from mkdocs_model_compare.rendering.renderer import Page, Renderer
from mkdocs_model_compare.rendering.text.from_html import document as read
from mkdocs_model_compare.rendering.text.markdown import markdown

from .asks import AskSections
from .links import absolute
from .pages import SitePage, SitePages

CATALOG, LLMS = "catalog.json", "llms.txt"
_SUFFIXES = {"json": ".json", "markdown": ".md"}
_TYPES = {"json": "application/json", "markdown": "text/markdown"}
# Related pages are those of the site, and no part of what is exported.
_OF_THE_SITE = "related"


class ExportFile(File):
    """Its text is made when it is written; no page, whatever its name ends in. `beside` is the page that it is of."""

    make: Callable[[], str]
    beside: File | None = None

    def is_documentation_page(self) -> bool:
        return False

    def is_modified(self) -> bool:
        return self.beside is None or self.beside.is_modified() or not Path(self.abs_dest_path).is_file()

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - the host's signature
        if dirty and not self.is_modified():
            return
        path = Path(self.abs_dest_path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.make(), encoding="utf-8")


class Exports:
    """Those that one build was asked for, as `json`, `markdown`, `catalog` and `llms`."""

    def __init__(self, kinds: frozenset[str], renderer: Renderer, files: Files, config: MkDocsConfig) -> None:
        self._kinds = kinds
        self._renderer = renderer
        self._files = files
        self._config = config
        self._beside: dict[str, dict[str, File]] = {}
        self.files: tuple[File, ...] = ()  # those that were added

    def add(self, pages: SitePages, list_of_pages: Callable[[Callable[[str], str]], str]) -> None:
        """Add the files to the site; one of the author's at the same place stands for ours."""
        taken = {file.dest_uri for file in self._files}
        for page, ask in _comparisons(pages):
            self._add_beside(page, ask, taken)
        if "catalog" in self._kinds:
            self._add(CATALOG, self._facts, taken)
        if "llms" in self._kinds:
            self._add(LLMS, lambda: list_of_pages(self._address), taken)

    def links(self, uri: str) -> str:
        """The elements of a page's head that name the other forms of it."""
        found = self._beside.get(uri, {})
        return "".join(
            f'<link rel="alternate" type="{_TYPES[kind]}" href="{PurePosixPath(file.dest_uri).name}">\n'
            for kind, file in found.items()
        )

    def _add_beside(self, page: SitePage, ask: AskSections, taken: set[str]) -> None:
        beside = self._files.get_file_from_path(page.uri)
        assert beside is not None
        makers = {"json": lambda: self._json(ask), "markdown": lambda: self._markdown(page, ask)}
        for kind, suffix in _SUFFIXES.items():
            if kind in self._kinds:
                path = PurePosixPath(beside.dest_uri).with_suffix(suffix).as_posix()
                file = self._add(path, makers[kind], taken, beside)
                if file is not None:
                    self._beside.setdefault(page.uri, {})[kind] = file

    def _add(self, path: str, make: Callable[[], str], taken: set[str], beside: File | None = None) -> File | None:
        if path in taken:
            return None
        # A page's source can have the name that its Markdown is to have in the site, and stays what links to it mean.
        source = path if self._files.get_file_from_path(path) is None else f"{path}~"
        file = ExportFile(
            source,
            None,
            self._config.site_dir,
            use_directory_urls=False,
            dest_uri=path,
            inclusion=InclusionLevel.INCLUDED,
        )
        file.make, file.beside = make, beside
        self._files.append(file)
        self.files += (file,)
        return file

    def _json(self, ask: AskSections) -> str:
        catalog, names = self._renderer.catalog, _exported(ask)
        models = tuple(catalog.models[model] for model in ask.models)
        comparison = Comparison(models, catalog.settings, ask.workload)
        return _dumped(exported(catalog, comparison, names, self._renderer.today, self._renderer.stale_after))

    def _markdown(self, page: SitePage, ask: AskSections) -> str:
        models = tuple(self._renderer.catalog.models[model] for model in ask.models)
        shared = Page(markdown=curated_markdown(NoLinks()))
        sections = Renderer.sections(self._renderer, models, _exported(ask), ask.workload, shared)
        return markdown(read(document.body(page.title, sections, self._renderer.sources(shared))))

    def _facts(self) -> str:
        return _dumped(exported_facts(self._renderer.catalog, self._renderer.today))

    def _address(self, uri: str) -> str:
        """Where a program best reads what a page of the docs folder says."""
        twin = self._beside.get(uri, {}).get("markdown")
        file = twin or self._files.get_file_from_path(uri)
        assert file is not None
        return absolute(self._config, file.url)


def _comparisons(pages: SitePages) -> Iterator[tuple[SitePage, AskSections]]:
    """The pages that other pages point to for a comparison, where it is the only one there."""
    for page in dict.fromkeys(pages.homes.values()):
        asks = [ask for ask in page.asks if isinstance(ask, AskSections) and ask.models in page.judged]
        if len(page.judged) == 1 and asks:
            yield page, max(asks, key=lambda ask: len(ask.names))


def _exported(ask: AskSections) -> tuple[str, ...]:
    return tuple(name for name in ask.names if name != _OF_THE_SITE)


def _dumped(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
