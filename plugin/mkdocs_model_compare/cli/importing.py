"""`model-compare import`: facts and prices from published lists into the catalog, and where they differ from it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.catalog.merging.entries import Origin
from mkdocs_model_compare.catalog.merging.matching import Known
from mkdocs_model_compare.catalog.merging.plan import Plan
from mkdocs_model_compare.catalog.merging.planning import Import, Wishes
from mkdocs_model_compare.catalog.upstream.lists import UPSTREAMS, read_listing
from mkdocs_model_compare.catalog.upstream.records import ListError, Offered
from mkdocs_model_compare.catalog.writing import write_all
from mkdocs_model_compare.errors import CatalogError

from .common import FOUND, catalog_option
from .import_report import REPORTS, summary
from .listing import day_of, expect_matches, raw_list


def _day(_: click.Context, parameter: click.Parameter, given: str | None) -> date | None:
    try:
        return None if given is None else date.fromisoformat(given)
    except ValueError:
        message = f"{given!r} is not a day such as 2026-11-22."
        raise click.BadParameter(message, param=parameter) from None


@click.command("import")
@click.argument("upstream", type=click.Choice(list(UPSTREAMS)))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@catalog_option
@click.option(
    "--only",
    multiple=True,
    metavar="GLOB",
    help="Only models and rows with such an id in the list; may be given again. @FILE has one on each line.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option(
    "--report",
    type=click.Choice(list(REPORTS)),
    is_flag=False,
    flag_value="text",
    help="Also list where the catalog and the list differ: text, json or md.",
)
@click.option("--known-providers", is_flag=True, help="Only routes of providers that the catalog's providers.yml has.")
@click.option("--fill", is_flag=True, help="Add missing facts and routes also to files that have other sources.")
@click.option("--confirm", is_flag=True, help="Date the list anew also in files in which nothing changed.")
@click.option(
    "--retrieved",
    callback=_day,
    metavar="DAY",
    help="When the list was had; by default the day of the file, for a package today.",
)
@click.option("--note", metavar="TEXT", help="Which edition of the list it is, for its entry under sources.")
@click.pass_context
def importing(
    context: click.Context,
    /,
    upstream: str,
    file: Path | None,
    folder: Path,
    report: str | None,
    retrieved: date | None,
    **options: object,
) -> None:
    """Fill and update the catalog from a list: models.dev FILE, litellm FILE, or the installed package genai-prices.

    Only facts whose source is that list are changed; what was written by hand stays byte for byte.
    """
    today = date.today()
    raw = raw_list(upstream, file)
    retrieved = retrieved or day_of(file, today)
    reader, catalog = _catalog(context, folder, today)
    asked, filed = _globs(options["only"])
    note = options["note"]
    try:
        listing = read_listing(upstream, raw, retrieved, known=Known(catalog).keys, note=str(note) if note else None)
        expect_matches(listing, asked)
        origin = Origin(upstream=listing.upstream, retrieved=retrieved, note=listing.note)
        flags = {name: bool(options[name]) for name in ("fill", "confirm", "known_providers")}
        wishes = Wishes(only=asked + filed, **flags)
        plan = Import(reader, catalog, listing, origin, wishes).plan(today, _bar)
    except ListError as error:
        click.echo(f"{file or upstream}: {error}", err=True)
        context.exit(FOUND)
    except CatalogError as error:
        click.echo(f"{error}\nnothing was written", err=True)
        context.exit(FOUND)
    if not options["dry_run"]:
        _write(folder, plan)
    click.echo(summary(plan, folder, dry=bool(options["dry_run"])), err=report is not None, nl=False)
    if report is not None:
        click.echo(REPORTS[report](plan), nl=False)


def _globs(given: object) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those that were typed, each of which must lead somewhere, and those of files, which may serve several lists."""
    assert isinstance(given, tuple)
    filed = [line for one in given if one.startswith("@") for line in _lines(Path(one[1:]))]
    return tuple(one for one in given if not one.startswith("@")), tuple(filed)


def _lines(file: Path) -> Iterator[str]:
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{file} cannot be read ({getattr(error, 'strerror', None) or 'it is not UTF-8'})."
        raise click.UsageError(message) from None
    found = [stripped for line in text.splitlines() if (stripped := line.partition("#")[0].strip())]
    if not found:
        message = f"{file} names no model; expected a glob on each line."
        raise click.UsageError(message)
    yield from found


def _catalog(context: click.Context, folder: Path, today: date) -> tuple[CatalogReader, Catalog]:
    """The catalog as it is; one that is yet to be made is empty."""
    reader = CatalogReader(folder)
    try:
        if not (folder / "models").exists() and (not folder.exists() or folder.is_dir()):
            return reader, reader.preview(today, {})
        return reader, reader.read(today)
    except CatalogError as error:
        click.echo(f"{error}\nnothing was written", err=True)
        context.exit(FOUND)


def _bar(models: list[Offered]) -> Iterable[Offered]:
    if not sys.stderr.isatty():
        yield from models
        return
    with click.progressbar(models, label="Importing", file=sys.stderr) as bar:
        yield from bar


def _write(folder: Path, plan: Plan) -> None:
    # What models refer to stands before them, whenever somebody looks.
    write_all({folder / path: plan.files[path] for path in sorted(plan.files, key=lambda one: ("/" in one, one))})
