"""`model-compare pages`: which pages a build would make, which it would not and why, and how large that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import click

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.catalog.option_places import option_place
from mkdocs_model_compare.comparison.nearness import RULE
from mkdocs_model_compare.errors import CompareError
from mkdocs_model_compare.macros import workload_option
from mkdocs_model_compare.pages.authors import path_faults
from mkdocs_model_compare.pages.faults import Fault
from mkdocs_model_compare.pages.planning import Plan, Planned, page_uris, plan
from mkdocs_model_compare.pages.sizes import LIMIT, estimated_bytes
from mkdocs_model_compare.pages.telling import Telling
from mkdocs_model_compare.pages.wishes import Wishes, WishesError, read_wishes

from .common import FOUND, as_json, format_option
from .project import PLUGIN, Project, ProjectError, found_project, plugin_options, whole_settings

# What MkDocs takes for a page.
_PAGES = frozenset((".md", ".markdown", ".mdown", ".mkdn", ".mkd"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Preview:
    planned: Planned
    catalog: Catalog
    telling: Telling
    size: int


class _FaultsError(CompareError):
    """Wrong wishes, each with its place."""


@click.command()
@click.option(
    "--config-file",
    "-f",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="The site's mkdocs.yml. Default: the one in this folder.",
)
@click.option(
    "--catalog", "folder", type=click.Path(path_type=Path), help="The catalog's folder. Default: the one of mkdocs.yml."
)
@click.option("--why", is_flag=True, help="Also say of each page why it was chosen.")
@format_option("text", "json", meaning="How to print it.")
@click.pass_context
def pages(context: click.Context, config_file: Path | None, folder: Path | None, output: str, *, why: bool) -> None:
    """List the pages that a build would make, and those that it would not, with the reason.

    What is asked for stands in mkdocs.yml, under the option `pages` of the plugin.
    """
    try:
        project = found_project(Path(), config_file)
        if not project.there:
            message = "there is no mkdocs.yml here; name it with --config-file"
            raise click.UsageError(message)
        project = replace(project, settings=whole_settings(project))
        preview = _preview(project, folder or project.catalog)
    except (CompareError, ProjectError) as error:
        click.echo(str(error), err=True)
        context.exit(FOUND)
    if output == "json":
        click.echo(as_json(_told(preview)), nl=False)
    else:
        _print(preview, why=why)
    if preview.size > LIMIT:
        click.echo("warning: that is more than GitHub Pages takes, 1 GB: make fewer pages, or filter them", err=True)


def _preview(project: Project, folder: Path) -> _Preview:
    today = date.today()
    catalog = CatalogReader(folder).read(today)
    options: Mapping[str, Any] = plugin_options(project.settings) or {}
    workload = workload_option(options.get("workload") or {}, catalog)
    wishes = _wishes(project, options)
    planned = plan(wishes, catalog, workload)
    faults = (*path_faults(wishes, project.docs, directory_urls=project.directory_urls), *planned.faults)
    if faults:
        raise _FaultsError(_lines(project, faults))
    own = (path.relative_to(project.docs).as_posix() for path in _authors_pages(project.docs))
    taken = {_address(path): path for path in own}

    def obstacle(page: Plan) -> str | None:
        for uri in page_uris(page):
            if _address(uri) in taken:
                return f"{taken[_address(uri)]} is your own page there"
        return None

    kept = planned.but_for(obstacle)
    size = estimated_bytes(kept.pages, catalog, workload, today)
    return _Preview(planned=kept, catalog=catalog, telling=Telling(catalog, workload), size=size)


def _wishes(project: Project, options: Mapping[str, Any]) -> Wishes:
    asked = options.get("pages")
    if asked is None:
        return Wishes()
    try:
        return read_wishes(asked)
    except WishesError as error:
        raise _FaultsError(_lines(project, error.found)) from None


def _lines(project: Project, faults: tuple[Fault, ...]) -> str:
    file = project.config_file
    return "\n".join(
        f"{option_place(file, str(file), PLUGIN, f'pages{where}')}: plugins.{PLUGIN}.pages{where}: {what}"
        for where, what in faults
    )


def _authors_pages(docs: Path) -> Iterator[Path]:
    return (path for path in sorted(docs.rglob("*")) if path.suffix in _PAGES)


def _address(uri: str) -> str:
    """Where MkDocs puts a page: two files of one address are one page."""
    path = PurePosixPath(uri)
    own = path.stem.casefold() in {"index", "readme"}
    return str(path.parent if own else path.with_suffix(""))


def _print(preview: _Preview, *, why: bool) -> None:
    for page in preview.planned.pages:
        reason = f"  ({page.why})" if why and page.why else ""
        click.echo(f"{page.uri}  {preview.telling.title(page)}{reason}")
    for refusal in preview.planned.refused:
        click.echo(f"{refusal.page.uri}  not made: {refusal.reason}")
    if why and any(page.why.startswith("near") for page in preview.planned.pages):
        click.echo("\nPoints for what two models have in common:")
        for name, (points, meaning) in RULE.items():
            click.echo(f"  {points}  {name}: {meaning}")
    click.echo(_conclusion(preview))


def _conclusion(preview: _Preview) -> str:
    counts = Counter[str](page.kind for page in preview.planned.pages)
    if not counts:
        told = "no pages; the option pages of the plugin asks for them"
        return told if not preview.planned.refused else "no pages"
    parts = (_counted(counts[kind], noun) for kind, noun in _NOUNS.items() if counts[kind])
    return f"{_counted(sum(counts.values()), 'page')}: {', '.join(parts)}; about {_megabytes(preview.size)} in Material"


_NOUNS = {"comparison": "comparison", "model": "model", "index": "index"}


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 or noun == 'index' else 's'}"


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"


def _told(preview: _Preview) -> dict[str, Any]:
    return {
        "version": 1,
        "pages": [{**_page(page), "title": preview.telling.title(page)} for page in preview.planned.pages],
        "not_made": [{**_page(one.page), "reason": one.reason} for one in preview.planned.refused],
        "bytes": preview.size,
    }


def _page(page: Plan) -> dict[str, Any]:
    return {
        "kind": page.kind,
        "path": page.uri,
        "models": [model.id for model in page.models],
        "why": page.why or None,
    }
