"""`model-compare init`: a catalog of three models, a page that compares two, and the plugin in `mkdocs.yml`.

It asks nothing, and leaves whatever is there as it is; what it cannot do itself it says.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

import click

from mkdocs_model_compare.catalog.inserting import NoPlaceError, entry

from .common import FOUND
from .project import PLUGIN, Project, ProjectError, found_project, new_config
from .starting import Made, make_catalog, make_page, models_of

_THEME = "material"
_FEWEST = 2


@click.command()
@click.option(
    "--catalog",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="The catalog's folder.  [default: the one that mkdocs.yml names, or data]",
)
@click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="The MkDocs project's configuration.  [default: mkdocs.yml; made where there is none]",
)
@click.option("--force", is_flag=True, help="Write the files of the first catalog and page over those that are there.")
@click.pass_context
def init(context: click.Context, folder: Path | None, config_file: Path | None, *, force: bool) -> None:
    """Start: a small catalog, a page with a comparison, and the plugin in mkdocs.yml.

    What is there already is kept, and so is every byte of mkdocs.yml around the line that is added to it.
    """
    project = _project(config_file)
    catalog = folder or project.catalog
    page = _told(chain(make_catalog(catalog, force=force), make_page(project.docs, catalog, force=force)))
    left = [*_too_few(catalog), *_configured(project, catalog), *_in_nav(project, page)]
    for what in left:
        click.echo(what, err=True)
    click.echo(f"Run mkdocs serve, and open {_address(project, page)} at the address that it names.")
    if left:
        context.exit(FOUND)


def _project(config_file: Path | None) -> Project:
    try:
        return found_project(Path(), config_file)
    except ProjectError as error:
        raise click.UsageError(str(error)) from None


def _told(made: Iterable[Made]) -> Made:
    """Say of each what became of it, as soon as it is there; the last is the page."""
    for one in made:
        click.echo(f"{_shown(one.path)}: {one.what}")
    return one


def _too_few(catalog: Path) -> Iterator[str]:
    count = len(models_of(catalog))
    if count < _FEWEST:
        had = f"{count} model" if count == 1 else "no models"
        yield f"{_shown(catalog)}: {had}, and a comparison takes two; model-compare add NAME writes a model's file"


def _configured(project: Project, catalog: Path) -> Iterator[str]:
    """Put the plugin in; what is left to a person is the message."""
    if not project.there:
        new_config(project, catalog, _THEME if find_spec(_THEME) else None)
        click.echo(f"{_shown(project.config_file)}: made")
        return
    line = entry(PLUGIN, project.catalog_option(catalog))
    if project.has_plugin:
        click.echo(f"{_shown(project.config_file)}: kept, it has the plugin")
        if _shown(catalog) != _shown(project.catalog):
            yield f"{_shown(project.config_file)}: the plugin reads {_shown(project.catalog)}; name the new one: {line}"
        return
    try:
        project.add_plugin(catalog)
    except NoPlaceError as error:
        yield f"{_shown(project.config_file)}: nothing added, because {error}; add to its plugins: {line}"
    else:
        click.echo(f"{_shown(project.config_file)}: added {line}")


def _in_nav(project: Project, page: Made) -> Iterator[str]:
    """The navigation's order is the author's; a page that it does not name is to be found by its address alone."""
    name = page.path.relative_to(project.docs).as_posix()
    nav = project.settings.get("nav")
    if nav and page.made and name not in _named(nav):
        yield f"{_shown(project.config_file)}: nav names the pages of the site; add to it: - Model comparison: {name}"


def _named(nav: object) -> Iterator[str]:
    """Every page and address in a navigation, however deep; the titles are the keys."""
    if isinstance(nav, str):
        yield nav
    for part in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _named(part)


def _address(project: Project, page: Made) -> str:
    stem = page.path.stem
    if stem in ("index", "README"):
        return "/"
    return f"/{stem}/" if project.directory_urls else f"/{stem}.html"


def _shown(path: Path) -> str:
    return Path(os.path.relpath(path)).as_posix()
