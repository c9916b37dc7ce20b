"""What happens at which event of a build, and why there. The order within one build is that of the methods."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_model_compare.errors import CompareError
from mkdocs_model_compare.extension import ModelCompareExtension
from mkdocs_model_compare.pages.authors import path_faults
from mkdocs_model_compare.pages.wishes import Wishes
from mkdocs_model_compare.rendering.renderer import Renderer
from mkdocs_model_compare.site.asks import Basis
from mkdocs_model_compare.site.building import SiteBuilds
from mkdocs_model_compare.site.files import Assets
from mkdocs_model_compare.site.host import SiteHost
from mkdocs_model_compare.site.links import absolute, from_page
from mkdocs_model_compare.site.made_file import MadeFile
from mkdocs_model_compare.site.not_found import NAME as NOT_FOUND
from mkdocs_model_compare.site.not_found import NotFound, can_be_made
from mkdocs_model_compare.site.searching import StandIns
from mkdocs_model_compare.site.structured import Structured, in_head

from .audit import Audit
from .catalog_source import CatalogSource, folder_of, templates_of
from .collecting import Collecting
from .options import Options, fault_line
from .reports import Reports
from .watching import Watching

if TYPE_CHECKING:
    from mkdocs_model_compare.site.exports import Exports

_LOG = get_plugin_logger("model-compare")
# The names by which the extension can be listed in mkdocs.yml.
_LISTED = (
    "model_compare",
    "mkdocs_model_compare.extension",
    "mkdocs_model_compare.extension:ModelCompareExtension",
)


class KeptSite:
    """What is kept between the builds of one site."""

    basis: Basis

    def __init__(self, key: tuple[str, str] = ("", "")) -> None:
        self.key = key
        self.source = CatalogSource()
        self.host = SiteHost(report=_LOG.log, warn=_LOG.warning)
        self.builds = SiteBuilds(self.host)
        self.audit = Audit(_LOG.warning, _LOG.info)
        self.reports = Reports(_LOG.error, _LOG.info)


class ModelComparePlugin(BasePlugin[Options]):
    def __init__(self) -> None:
        self._serving = False
        self._dirty = True  # who builds without starting up may keep pages all the same
        self._watching = Watching()
        self._collecting = Collecting()
        self._assets = Assets()
        self._stand_ins = StandIns()
        self._kept = KeptSite()
        self._not_found: NotFound | None = None
        self._structured: Structured | None = None
        self._exports: Exports | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        # That this method is there is what makes MkDocs keep the plugin, and so the catalog, between rebuilds.
        self._serving, self._dirty = command == "serve", dirty

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> None:  # noqa: ARG002
        self._watching = Watching(server)
        self._watching.update(self.config, config)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Before MkDocs clears the site's folder: a catalog that cannot be used leaves the old site whole."""
        # MkDocs hands the plugin that it keeps to every site that one process builds.
        key = (config.config_file_path, config.site_dir)
        if self._kept.key != key:
            self._kept = KeptSite(key)
        self._watching.update(self.config, config)
        self._kept.basis, renderer = self._kept.source.read(self.config)
        report = str(renderer) if isinstance(renderer, CompareError) else ""
        self._kept.reports.of_catalog(report, self.config, serving=self._serving)
        self._kept.reports.of_pages("\n".join(self._faults_of_pages(config, renderer)), serving=self._serving)
        self._kept.host.begin_build(renderer)
        self._kept.builds.begin()
        self._install(config)
        self._collecting.begin(serving=self._serving)
        return config

    # After the plugins that add pages, which win over made ones; before literate-nav (-100) arranges what there is.
    @event_priority(-50)
    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        self._assets.add(files, config)
        if self.config.pages is not None and self._kept.source.last is not None:
            workload = self._kept.basis.workload
            self._kept.builds.add_made_pages(self.config.pages, self._kept.source.last, workload, files, config)
        return files

    @event_priority(-100)  # after the plugins that rename pages in the navigation
    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        self._kept.builds.shelve_pages(nav.pages, config)
        now = self._kept.builds.learn(files, self._kept.basis, self._made_folder)
        self._add_exports(files, config)
        # Not before the pages are known, whose verdicts can recommend what is about to go away.
        self._kept.audit.report(now.basis, now.pages, self._kept.source.locate, repeat=not self._serving)
        if self._dirty:
            templates = templates_of(self.config)
            self._kept.builds.mark_changed(
                now,
                files,
                catalog=folder_of(self.config, self.config.catalog),
                config_file=Path(config.config_file_path) if config.config_file_path else None,
                templates=templates.rglob("*") if templates else (),
            )
        return nav

    @event_priority(100)  # before the plugins that convert other pages into this one
    def on_pre_page(self, page: Page, /, *, config: MkDocsConfig, files: Files) -> Page:
        self._kept.host.begin_page(page, config, files, self._made_folder)
        return page

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        self._kept.host.end_page(page, html)
        self._collecting.page_done()
        return self._assets.scripted(html, from_page(page.file))

    def on_env(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> Any:
        """After every page's Markdown was converted, and before files are copied into the site."""
        self._not_found = None
        self._structured = Structured(config, files, self._made_folder, faq=self._wishes.faq_data)
        try:
            renderer = self._kept.host.renderer
        except CompareError:
            return env
        self._kept.builds.add_picker_file(renderer, self._wishes, files, config)
        if self._wishes.not_found and can_be_made(config, _LOG.warning):
            self._not_found = NotFound(renderer, files, config, self._made_folder, self._assets)
        return env

    def on_pre_template(self, template: Any, /, *, template_name: str, config: MkDocsConfig) -> Any:  # noqa: ARG002
        return self._not_found.template(template) if self._not_found and template_name == NOT_FOUND else template

    def on_post_template(self, output: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        if self._not_found is None or template_name != NOT_FOUND:
            return output
        return self._not_found.finished(output, config.theme.name, _LOG.warning)

    @event_priority(100)  # before search plugins read the page
    def _shorten(
        self,
        context: TemplateContext,
        /,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,  # noqa: ARG002 - the host's signature
    ) -> TemplateContext:
        # Not before the sitemap is made, in which a page has its own address.
        home = self._kept.host.pages.home_of_made(page.file.src_uri)
        if home is not None and config.site_url:
            page.canonical_url = absolute(config, home.url)
        if page.content and any("search" in name for name in config.plugins):
            self._stand_ins.show(page)
        return context

    @event_priority(-100)  # after they have read it
    def _restore(
        self,
        context: TemplateContext,
        /,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002 - the host's signature
        nav: Navigation,  # noqa: ARG002 - the host's signature
    ) -> TemplateContext:
        self._stand_ins.end(page)
        return context

    on_page_context = CombinedEvent(_shorten, _restore)

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        self._collecting.page_done()
        if isinstance(page.file, MadeFile) and self._structured is not None:
            output = in_head(output, self._structured.head(page))
        if self._exports is not None:
            output = in_head(output, self._exports.links(page.file.src_uri))
        return self._assets.styled(output, from_page(page.file))

    def on_post_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        self._collecting.end()

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        self._collecting.end()

    @property
    def _wishes(self) -> Wishes:
        return self.config.pages or Wishes()

    @property
    def _made_folder(self) -> str:
        return self._wishes.path

    def _install(self, config: MkDocsConfig) -> None:
        """Put in the extension with this host, instead of one that is listed, as Zensical needs it."""
        extensions: list[Any] = config.markdown_extensions
        for name in _LISTED:
            config.mdx_configs.pop(name, None)
        kept = [each for each in extensions if each not in _LISTED and not isinstance(each, ModelCompareExtension)]
        extensions[:] = [*kept, ModelCompareExtension(host=self._kept.host)]

    def _add_exports(self, files: Files, config: MkDocsConfig) -> None:
        self._exports = None
        if self._wishes.exports:
            from mkdocs_model_compare.site.exports import Exports  # noqa: PLC0415 - a tenth of what takes time to load

            try:
                renderer = self._kept.host.renderer
            except CompareError:
                return
            self._exports = Exports(self._wishes.exports, renderer, files, config)
            self._kept.builds.add_exports(self._exports, config)

    def _faults_of_pages(self, config: MkDocsConfig, renderer: Renderer | CompareError) -> list[str]:
        """Why the pages that are wished for cannot all be made, a line each."""
        wishes, catalog = self.config.pages, self._kept.source.last
        if wishes is None or catalog is None:
            return []
        planned = self._kept.builds.planned(wishes, catalog, self._kept.basis.workload)
        faults = (
            *path_faults(wishes, Path(config.docs_dir), directory_urls=config.use_directory_urls),
            *planned.faults,
        )
        lines = [fault_line(self.config, f"pages{where}", what) for where, what in faults]
        if self.config.templates and not isinstance(renderer, CompareError):
            broken = self._kept.builds.template_fault(wishes, renderer)
            lines += [fault_line(self.config, "templates", broken)] if broken else []
        return lines
