"""The host of the Markdown extension within MkDocs: which page is being converted, and how it sees the site."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_model_compare.errors import CompareError
from mkdocs_model_compare.extension import SourcePage
from mkdocs_model_compare.rendering.links import Links, NoLinks
from mkdocs_model_compare.rendering.renderer import Renderer
from mkdocs_model_compare.rendering.reporting import issue_form

from .asks import Ask, Mistake, NotingRenderer
from .links import PageLinks, Report
from .pages import SitePages, source_of
from .unfilled import unfilled


class SiteHost:
    """One for all builds of a plugin. `rendered` has what each page asked when it was last rendered, by its uri."""

    inline_assets = False

    def __init__(self, report: Report, warn: Callable[[str], None]) -> None:
        self.pages = SitePages()
        self.rendered: dict[str, frozenset[Ask]] = {}
        self.issue_form = ""
        self._report = report
        self._warn = warn
        self._warned: set[str] = set()
        self._renderer: NotingRenderer | CompareError = CompareError("no catalog was read yet")
        self._page: Page | None = None
        self._links: PageLinks | None = None
        self._asks: set[Ask] = set()

    def begin_build(self, renderer: NotingRenderer | CompareError) -> None:
        """`renderer` is the error that the catalog cannot be used for, where it cannot."""
        self._renderer = renderer
        self._warned.clear()
        self._page, self._links = None, None

    def begin_page(self, page: Page, config: MkDocsConfig, files: Files, folder: str) -> None:
        """What is converted from now on is this page, or is shown on it. `folder` is that of the made pages."""
        self._page = page
        self.issue_form = issue_form(config.repo_url, config.repo_name)
        self._links = PageLinks(self.pages, page, files, config, models=folder, report=self._report)
        self._asks = set()

    def end_page(self, page: Page, content: str) -> None:
        """`content` is the page's HTML."""
        for text in unfilled(page, content):
            self._warn_once(text)
        if self._links is not None and self._page is page:
            self._links.promise_anchors()
            self.rendered.pop(page.file.src_uri, None)
            if self._asks:
                self.rendered[page.file.src_uri] = frozenset(self._asks)

    @property
    def renderer(self) -> Renderer:
        if isinstance(self._renderer, CompareError):
            self._asks.add(Mistake(text="", message=str(self._renderer)))
            raise self._renderer
        self._renderer.asks = self._asks
        return self._renderer

    @property
    def links(self) -> Links:
        return self._links or NoLinks()

    @property
    def page(self) -> SourcePage | None:
        return SourcePage(path=self._page.file.src_uri, text=source_of(self._page.file)) if self._page else None

    def warn(self, text: str) -> None:
        # A mistake that the source does not show is in an included file; the catalog may put it right.
        own = self.pages.by_uri.get(self._page.file.src_uri) if self._page else None
        if own is None or not any(isinstance(ask, Mistake) for ask in own.asks):
            self._asks.add(Mistake(text="", message=text))
        self._warn_once(text)

    def _warn_once(self, text: str) -> None:
        # A page can be converted twice in a build, as for a blog's list of posts.
        if text not in self._warned:
            self._warned.add(text)
            self._warn(text)
