"""`model-compare diff`: what changed between two states of a catalog, and what that turns on this site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.comparison.differences.difference import Difference, Side, difference
from mkdocs_model_compare.errors import CatalogError, CompareError
from mkdocs_model_compare.macros import workload_option
from mkdocs_model_compare.plugin.options import Options
from mkdocs_model_compare.rendering.exporting.differences import exported_difference
from mkdocs_model_compare.rendering.text.differences import document
from mkdocs_model_compare.site.asks import Basis
from mkdocs_model_compare.site.pages import compared
from mkdocs_model_compare.site.surveying import Survey, page_changes, page_settings, survey

from .common import FOUND, as_json, catalog_option, format_option
from .printing import print_document
from .project import Project, ProjectError, found_project, plugin_options, whole_settings
from .revisions import catalog_at


@click.command()
@click.argument("old")
@click.argument("new", required=False)
@catalog_option
@click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="The site whose comparisons and pages are looked at.  [default: mkdocs.yml, where there is one]",
)
@format_option("text", "json", "md", meaning="text for the terminal; md for a pull request; json for other programs.")
@click.pass_context
def diff(
    context: click.Context, old: str, new: str | None, folder: Path, config_file: Path | None, output: str
) -> None:
    """Say what changed between two states of the catalog: facts, verdicts, pages, and claims that now fail.

    OLD and NEW are each a folder with a catalog, or a revision of git, whose catalog is the one at the path of
    --catalog. Without NEW, OLD is compared with the catalog as it stands there now.
    """
    with TemporaryDirectory(prefix="model-compare-") as temporary:
        try:
            found = _difference(_read(old, new or str(folder), folder, Path(temporary)), _site(config_file))
        except _UnreadableError as error:
            click.echo(str(error), err=True)
            context.exit(FOUND)
        except (CompareError, ProjectError) as error:
            raise click.UsageError(str(error)) from None
    print_document(output, lambda: document(found), {"json": lambda: as_json(exported_difference(found))})
    if found.wrong:
        context.exit(FOUND)


class _UnreadableError(Exception):
    """A catalog that cannot be compared, with the report on it."""


def _read(old: str, new: str, folder: Path, temporary: Path) -> list[tuple[CatalogReader, Catalog]]:
    # Both bear one name, so that a fact's place is no difference: that of the new state, which findings are about.
    shown = _called(new, folder)
    found = []
    for one in (old, new):
        there = catalog_at(one, folder, temporary)
        reader = CatalogReader(there, shown)
        try:
            found.append((reader, reader.read(date.today())))
        except CatalogError as error:
            named = _by_its_name(CatalogReader(there, _called(one, folder)), error)
            raise _UnreadableError(f"The catalog of {one} cannot be compared:\n{named}") from None
    return found


def _called(given: str, folder: Path) -> str:
    """A revision's catalog is called as the folder that it is a state of."""
    return (Path(given) if Path(given).is_dir() else folder).as_posix()


def _by_its_name(reader: CatalogReader, error: CatalogError) -> CatalogError:
    """The same problems, found by one that calls the folder by its own name."""
    try:
        reader.read(date.today())
    except CatalogError as named:
        return named
    return error


@dataclass(frozen=True, slots=True, kw_only=True)
class _Site:
    project: Project
    options: Options

    def survey(self, catalog: Catalog, workload: Workload) -> Survey:
        stale_after = self.options.stale_after
        basis = Basis(catalog=catalog, report="", workload=workload, stale_after=stale_after, templates=())
        settings = page_settings(self.project.config_file, whole_settings(self.project))
        return survey(settings, self.options.pages, basis)


def _site(config_file: Path | None) -> _Site | None:
    """The site whose file is named or stands here, if it has the plugin."""
    project = found_project(Path(), config_file) if config_file or _is_site() else None
    given = plugin_options(whole_settings(project)) if project else None
    if project is None or given is None:
        return None
    options = Options()
    options.load_dict(given)
    faults, _ = options.validate()
    if faults:
        place = f"{project.config_file.name}: plugins.model-compare"
        raise CompareError("\n".join(f"{place}.{where}: {fault}" for where, fault in faults))
    return _Site(project=project, options=options)


def _is_site() -> bool:
    return any(Path(name).is_file() for name in ("mkdocs.yml", "mkdocs.yaml"))


def _difference(read: Iterable[tuple[CatalogReader, Catalog]], site: _Site | None) -> Difference:
    sides, surveys = [], []
    for reader, catalog in read:
        workload = workload_option(site.options.workload if site else {}, catalog)
        if site is not None:
            surveys.append(site.survey(catalog, workload))
        judged = compared(surveys[-1].state.pages) if surveys else ()
        sides.append(Side(catalog=catalog, workload=workload, compared=judged, locate=reader.locate))
    pages = page_changes(*surveys) if surveys else None
    old, new = sides
    return difference(old, new, pages, date.today())
