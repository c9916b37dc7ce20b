"""One build after another of the same site: the made pages of each, and which pages differ from the build before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.comparison.query import parse_query
from mkdocs_model_compare.errors import CompareError
from mkdocs_model_compare.macros.resolving import PROFILE
from mkdocs_model_compare.pages.addresses import model_uri
from mkdocs_model_compare.pages.planning import Plan, Planned, plan
from mkdocs_model_compare.pages.telling import Telling
from mkdocs_model_compare.pages.wishes import Wishes
from mkdocs_model_compare.rendering.renderer import SECTIONS, Renderer
from mkdocs_model_compare.rendering.renderer import Page as RenderedPage

from .ages import older_than, outdated_pages
from .asks import Basis
from .changes import SiteState, changed_pages
from .converters import Converters
from .files import Obstacles, add_made_page
from .host import SiteHost
from .llms import Entry, llms_text
from .made import MadeTexts
from .made_file import mark
from .made_page import MadePage
from .pages import SitePage, SitePages, read_pages
from .picker_file import PickerFile, addresses, is_picker
from .shelf import Shelf

if TYPE_CHECKING:
    from .exports import Exports


class SiteBuilds:
    """Keeps what the last build was like. `host` is told of the pages."""

    def __init__(self, host: SiteHost) -> None:
        self._host = host
        self._before: SiteState | None = None
        self._made: dict[str, tuple[Plan, File]] = {}
        self._exported: tuple[File, ...] = ()
        self._ours: frozenset[str] = frozenset()  # paths of what the last build made
        self._texts: dict[str, str] = {}
        self._making: MadeTexts | None = None
        self._picker_file = PickerFile()
        self._plans: tuple[tuple[Wishes, Catalog, Workload], Planned, MadeTexts] | None = None

    @property
    def made_texts(self) -> dict[str, str]:
        """The made pages of this build by their uri, when they are written out."""
        return {uri: self._texts[uri] for uri in self._made}

    def begin(self) -> None:
        self._made, self._exported = {}, ()

    def planned(self, wishes: Wishes, catalog: Catalog, workload: Workload) -> Planned:
        """What is to be made where no page of the author's stands in the way; kept as long as nothing changes."""
        asked = (wishes, catalog, workload)
        if self._plans is None or self._plans[0] != asked:
            texts = MadeTexts(catalog, Telling(catalog, workload), wishes)
            self._plans = (asked, plan(wishes, catalog, workload), texts)
        return self._plans[1]

    def template_fault(self, wishes: Wishes, renderer: Renderer) -> str | None:
        """What a template of the user's gets wrong, told of the first page of each kind, before any is made."""
        planned = self.planned(wishes, renderer.catalog, renderer.workload)
        first = {page.kind: page for page in reversed(planned.pages)}
        past = next((page for page in planned.pages if page.kind == "model" and _has_past(page.models[0])), None)
        shown = RenderedPage()
        try:
            for kind, sections in (("comparison", SECTIONS), ("model", PROFILE)):
                if kind in first:
                    # Not as a page's own rendering, which is noted.
                    Renderer.sections(renderer, first[kind].models, sections, renderer.workload, shown)
            if past:
                Renderer.price_history(renderer, past.models, None, renderer.workload, shown)
            if "index" in first or wishes.not_found:
                Renderer.picker(renderer, parse_query(renderer.catalog), shown)
            renderer.sources(shown)
        except CompareError as error:
            return str(error)
        return None

    def add_made_pages(
        self, wishes: Wishes, catalog: Catalog, workload: Workload, files: Files, config: MkDocsConfig
    ) -> None:
        """Add the pages wished for. `files` must hold the author's and other plugins' already, which win."""
        planned = self.planned(wishes, catalog, workload)
        assert self._plans is not None
        self._making = self._plans[2]
        for page in planned.but_for(Obstacles(files, config).of).pages:
            in_nav = page.kind in wishes.nav
            self._made[page.uri] = (page, add_made_page(files, page, self._making, config, in_nav=in_nav))

    def shelve_pages(self, in_nav: Iterable[Page], config: MkDocsConfig) -> None:
        """Have the made pages that are not in the navigation keep their HTML out of memory."""
        known = {page.file.src_uri for page in in_nav}
        converters, shelf = Converters(), Shelf()
        for uri, (_, file) in self._made.items():
            if uri not in known:
                MadePage.of(file, config, converters, shelf)

    def learn(self, files: Files, basis: Basis, folder: str) -> SiteState:
        """Read all pages, and write out the made ones, whose lists need the others' titles.

        `folder` is that of the made pages.
        """
        self._host.pages = read_pages(files, basis)
        self._write_lists(basis.catalog)
        for uri in [uri for uri in self._host.rendered if files.get_file_from_path(uri) is None]:
            del self._host.rendered[uri]
        return SiteState(
            basis=basis,
            pages=self._host.pages,
            model_pages=_model_pages(files, basis, folder),
            rendered=self._host.rendered,
        )

    def add_exports(self, exports: Exports, config: MkDocsConfig) -> None:
        """Add the files for programs. To be called when the pages are known, and before they are rendered."""

        def list_of_pages(address: Callable[[str], str]) -> str:
            named = {page.uri: page for page, _ in self._made.values()}
            told = self._plans[2] if self._plans else None
            entries = (
                Entry(
                    title=page.title,
                    address=address(page.uri),
                    told=told.description(named[page.uri]) if told and page.uri in named else None,
                    kind=named[page.uri].kind if page.uri in named else "comparison",
                )
                for page in self._host.pages.by_uri.values()
                if page.listed and (page.uri in named or page.comparisons)
            )
            return llms_text(config.site_name, config.site_description, entries)

        exports.add(self._host.pages, list_of_pages)
        self._exported = exports.files

    def add_picker_file(self, renderer: Renderer, wishes: Wishes, files: Files, config: MkDocsConfig) -> None:
        """Add what pickers show of the models that are chosen, where there is one. To be called when all is rendered.

        Only then is known what came into a page from elsewhere.
        """
        asked = chain(*(page.asks for page in self._host.pages.by_uri.values()), *self._host.rendered.values())
        if wishes.not_found or any(map(is_picker, asked)):
            models, directories = renderer.catalog.models, config.use_directory_urls
            found = addresses(self._host.pages, models, wishes.path, directories=directories)
            self._picker_file.add(files, config, renderer, found)

    def _write_lists(self, catalog: Catalog | None) -> None:
        for uri, (page, file) in self._made.items():
            before = self._texts.get(uri)
            text = file.content_string
            # Without a catalog no page is known to compare anything; the lists stay as they were.
            if catalog is None:
                text = before or text
            elif page.kind != "comparison" and self._making is not None:
                text = self._making.of(page, self._host.pages)
            if before is not None and text != before:
                mark(file)
            self._texts[uri] = file.content_string = text

    def mark_changed(
        self, now: SiteState, files: Files, *, catalog: Path, config_file: Path | None, templates: Iterable[Path]
    ) -> None:
        """Have a build that keeps pages build anew those that would not come out as they did.

        Where there was no build before in this process, the files of `catalog`, `config_file` and `templates` are asked
        for their dates.
        """
        self._remove_unmade()
        if self._before is not None:
            changed = changed_pages(self._before, now)
        else:
            outdated = outdated_pages(now.pages, files, catalog, templates, self._lists(now.pages))
            changed = chain(outdated, self._older_than(config_file))
        for uri in changed:
            file = files.get_file_from_path(uri)
            if file is not None:
                mark(file)
        self._before = now

    def _remove_unmade(self) -> None:
        """Have a build that keeps pages keep none that the build before made and this one does not."""
        made = (file for _, file in self._made.values())
        ours = frozenset(file.abs_dest_path for file in chain(made, self._exported))
        for path in map(Path, self._ours - ours):
            path.unlink(missing_ok=True)
            with suppress(OSError):  # what else is in its folder stays
                path.parent.rmdir()
        self._ours = ours

    def _lists(self, pages: SitePages) -> dict[str, tuple[SitePage, ...]]:
        """The pages that the made ones about models list in their text. The index is built anew for any model."""
        about = {uri: page.models[0].id for uri, (page, _) in self._made.items() if page.kind == "model"}
        return {uri: pages.comparing((model,), besides=uri) for uri, model in about.items()}

    def _older_than(self, config_file: Path | None) -> Iterator[str]:
        """The made pages that may be others by now: which there are, and of what, is written in the options."""
        return (uri for uri, (_, file) in self._made.items() if config_file and older_than(file, config_file))


def _has_past(model: Model) -> bool:
    return any(route.history for route in model.routes)


def _model_pages(files: Files, basis: Basis, folder: str) -> dict[str, str]:
    models = basis.catalog.models if basis.catalog else ()
    found = ((model, files.get_file_from_path(model_uri(folder, model))) for model in models)
    return {model: file.url for model, file in found if file is not None}
