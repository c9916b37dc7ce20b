"""One build after another of the same site: the made pages of each, and which pages differ from the build before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_model_compare.catalog.model import Catalog

from .ages import mark, older_than, outdated_pages
from .asks import Basis
from .changes import SiteState, changed_pages
from .files import add_made_page, not_written_by_hand
from .host import SiteHost
from .links import model_uri
from .made import Plan, Wishes, plan, text_of, unknown_models
from .pages import SitePages, read_pages


class SiteBuilds:
    """Keeps what the last build was like. `host` is told of the pages; `warn` takes one message."""

    def __init__(self, host: SiteHost, warn: Callable[[str], None]) -> None:
        self._host = host
        self._warn = warn
        self._before: SiteState | None = None
        self._made: dict[str, tuple[Plan, File]] = {}
        self._texts: dict[str, str] = {}
        self._plans: tuple[Wishes, Catalog, tuple[Plan, ...]] | None = None

    def add_made_pages(self, wishes: Wishes, catalog: Catalog, files: Files, config: MkDocsConfig) -> None:
        """Add the pages wished for. `files` must hold the author's and other plugins' already, which win."""
        for message in unknown_models(wishes, catalog):
            self._warn(f"mkdocs.yml: plugins.model-compare.{message}")
        if self._plans is None or self._plans[0] != wishes or self._plans[1] is not catalog:
            self._plans = (wishes, catalog, plan(wishes, catalog))
        for page in not_written_by_hand(self._plans[2], files, config):
            text = text_of(page, catalog, SitePages())
            self._made[page.uri] = (page, add_made_page(files, page, text, config))

    def begin(self) -> None:
        self._made = {}

    def learn(self, files: Files, basis: Basis, folder: str) -> None:
        """Read all pages, and write out the made ones, whose lists need the others' titles.

        `folder` is that of the made pages.
        """
        self._host.pages = read_pages(files, basis)
        for uri, (page, file) in self._made.items():
            if basis.catalog is not None:
                text = text_of(page, basis.catalog, self._host.pages)
                if self._texts.setdefault(uri, text) != text:
                    mark(file)
                self._texts[uri] = text
            file.content_string = self._texts.get(uri, file.content_string)
        for uri in {uri for uri in self._host.rendered if files.get_file_from_path(uri) is None}:
            del self._host.rendered[uri]
        self._now = SiteState(
            basis=basis,
            pages=self._host.pages,
            model_pages=_model_pages(files, basis, folder),
            rendered=self._host.rendered,
        )

    def mark_changed(self, files: Files, catalog: Path, config_file: Path | None, templates: Iterable[Path]) -> None:
        """Have a build that keeps pages build anew those that would not come out as they did.

        Where there was no build before in this process, the files of `catalog`, `config_file` and `templates` are asked
        for their dates.
        """
        for uri in self._changed(files, catalog, config_file, tuple(templates)):
            file = files.get_file_from_path(uri)
            if file is not None:
                mark(file)
        self._before = self._now

    def _changed(
        self, files: Files, catalog: Path, config_file: Path | None, templates: tuple[Path, ...]
    ) -> Iterator[str]:
        if self._before is not None:
            yield from changed_pages(self._before, self._now)
            return
        yield from outdated_pages(self._now.pages, files, catalog, templates)
        # Which pages are made, and of what, is written in the options.
        made = (uri for uri, (_, file) in self._made.items() if config_file and older_than(file, config_file))
        yield from made


def _model_pages(files: Files, basis: Basis, folder: str) -> dict[str, str]:
    models = basis.catalog.models if basis.catalog else ()
    found = ((model, files.get_file_from_path(model_uri(folder, model))) for model in models)
    return {model: file.url for model, file in found if file is not None}
