"""Links between pages, as one page must write them: to comparisons, to a model's page, to what a curator names.

They stand in finished HTML, which MkDocs no longer looks into; so they are resolved and validated here, by its rules.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mkdocs_model_compare.errors import nearest
from mkdocs_model_compare.pages.addresses import model_uri
from mkdocs_model_compare.rendering.links import Link

from .pages import SitePages

Report = Callable[[int, str], None]  # a logging level and a message
# The address of a file in the site → how a page must write it.
Seen = Callable[[str], str]


class PageLinks:
    """The site seen from one page. `models` is the folder of the pages about one model each."""

    def __init__(
        self, pages: SitePages, page: Page, files: Files, config: MkDocsConfig, *, models: str, report: Report
    ) -> None:
        self._pages = pages
        self._page = page
        self._files = files
        self._config = config
        self._models = models
        self._report = report
        self._reported: set[str] = set()
        self._anchors: list[tuple[File, str, str]] = []

    def comparisons(self, models: tuple[str, ...]) -> tuple[Link, ...]:
        found = self._pages.related(models, besides=self._page.file.src_uri)
        return tuple(Link(title=page.title, url=self._relative(page.url)) for page in found)

    def model_page(self, model: str) -> str | None:
        file = self._files.get_file_from_path(model_uri(self._models, model))
        if file is None or file.inclusion.is_excluded() or file is self._page.file:
            return None
        return self._relative(file.url)

    def resolve(self, url: str) -> str:
        """Find what a curator's link names, from the docs folder on or else from the page's own folder."""
        scheme, netloc, path, query, anchor = urlsplit(url)
        if scheme or netloc or not path or not posixpath.splitext(path)[1]:
            return url
        target = self._target(unquote(path))
        if target is None:
            self._report_missing(url, path)
            return url
        if anchor and target.is_documentation_page():
            self._anchors.append((target, anchor, url))
        return urlunsplit(("", "", self._relative(target.url), query, anchor))

    def promise_anchors(self) -> None:
        """Have MkDocs check the anchors when all pages are rendered. To be called after the page's own rendering."""
        for target, anchor, url in self._anchors:
            if self._page.links_to_anchors is not None:
                self._page.links_to_anchors.setdefault(target, {}).setdefault(anchor, url)

    def _target(self, path: str) -> File | None:
        folder = posixpath.dirname(self._page.file.src_uri)
        for candidate in (path.lstrip("/"), posixpath.join(folder, path)):
            file = self._files.get_file_from_path(posixpath.normpath(candidate))
            if file is not None and not file.inclusion.is_excluded():
                return file
        return None

    def _report_missing(self, url: str, path: str) -> None:
        if url in self._reported:
            return
        self._reported.add(url)
        close = nearest(path.lstrip("/"), (file.src_uri for file in self._files.documentation_pages()))
        hint = f"did you mean '{close}'?" if close else "write its path from the docs folder"
        message = f"{self._page.file.src_uri}: the catalog links to '{url}', and there is no such page; {hint}"
        self._report(self._config.validation.links.not_found, message)

    def _relative(self, url: str) -> str:
        return from_page(self._page.file)(url)


def from_page(file: File) -> Seen:
    return lambda url: get_relative_url(url, file.url)


def absolute(config: MkDocsConfig, url: str) -> str:
    """An address in the site with the site's own, as MkDocs joins them; as it is where that is not known."""
    return urljoin(f"{config.site_url.rstrip('/')}/", url) if config.site_url else url


def from_anywhere(config: MkDocsConfig) -> Seen:
    """For a page that is shown at any address: absolute paths, from where the site is, as MkDocs takes it."""
    base = urlsplit(config.site_url or "/").path.rstrip("/")
    return lambda url: f"{base}/{url}"
