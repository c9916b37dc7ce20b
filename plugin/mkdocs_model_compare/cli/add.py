"""`model-compare add`: a file for a new model, every key explained, filled from a published list where one is named."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

import click

from mkdocs_model_compare.catalog.contents import Contents
from mkdocs_model_compare.catalog.defaults import make_settings
from mkdocs_model_compare.catalog.ids import id_remedy
from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.catalog.merging.entries import Origin
from mkdocs_model_compare.catalog.merging.matching import Known
from mkdocs_model_compare.catalog.merging.plan import Plan
from mkdocs_model_compare.catalog.merging.planning import Import, Wishes
from mkdocs_model_compare.catalog.reading import read_document
from mkdocs_model_compare.catalog.template import filled_up, new_model
from mkdocs_model_compare.catalog.upstream.lists import INSTALLED, UPSTREAMS, read_listing
from mkdocs_model_compare.catalog.upstream.records import ListError
from mkdocs_model_compare.catalog.writing import write_all
from mkdocs_model_compare.errors import CatalogError

from .common import FOUND, catalog_option
from .listing import day_of, expect_matches, raw_list

_GAPS = re.compile(r"[\s_/]+")


@click.command()
@click.argument("name")
@catalog_option
@click.option("--id", "model_id", metavar="ID", help="The model's id, and so the file's name; by default made of NAME.")
@click.option("--developer", metavar="LAB", help="The lab that made it.")
@click.option(
    "--from",
    "upstream",
    type=click.Choice(list(UPSTREAMS)),
    help="Fill the file from this list, in which NAME is the model's id.",
)
@click.option("--file", type=click.Path(path_type=Path, dir_okay=False), help="The list's file, as import takes it.")
@click.option("--force", is_flag=True, help="Write over a file of this name.")
@click.pass_context
def add(
    context: click.Context, /, name: str, folder: Path, model_id: str | None, developer: str | None, **options: object
) -> None:
    """Write the file of a new model, with every key explained: data/models/ID.yml.

    NAME is what the model is called, or with --from its id in that list.
    """
    reader, upstream, file = CatalogReader(folder), options["upstream"], options["file"]
    assert file is None or isinstance(file, Path)
    _check_usage(name, listed=None if upstream is None else str(upstream), file=file, by_hand=model_id or developer)
    try:
        if upstream is None:
            files = _to_fill_in(name, model_id or _id_of(name), developer, reader, force=bool(options["force"]))
        else:
            files = _filled(name, str(upstream), file, reader)
    except CatalogError as error:
        click.echo(f"{error}\nnothing was written", err=True)
        context.exit(FOUND)
    except ListError as error:
        click.echo(f"{file or upstream}: {error}\nnothing was written", err=True)
        context.exit(FOUND)
    written = {folder / path: content for path, content in sorted(files.items(), key=lambda one: "/" in one[0])}
    write_all(written)
    for path in written:
        click.echo(f"{path}: written")
    if upstream is None and developer is None:
        click.echo("Fill in its developer: until then, the catalog cannot be used.")


def _check_usage(name: str, *, listed: str | None, file: Path | None, by_hand: str | None) -> None:
    if not name.isprintable():
        raise click.UsageError(f"{name!r} has signs that cannot be shown; leave them out")
    if file is not None and not listed:
        raise click.UsageError("--file is the file of a list; name the list with --from")
    if by_hand and listed:
        raise click.UsageError("with --from, id and developer are those of the list")
    if listed not in {None, INSTALLED} and file is None:
        raise click.UsageError(f"{listed} takes the list's file: --from {listed} --file FILE")


def _id_of(name: str) -> str:
    """`Claude Haiku 4.5` → `claude-haiku-4.5`."""
    composed = unicodedata.normalize("NFC", name.strip()).casefold()
    kept = (sign for sign in _GAPS.sub("-", composed) if id_remedy(f"a{sign}") is None)
    return "".join(kept).strip("-.")


def _to_fill_in(
    name: str, model_id: str, developer: str | None, reader: CatalogReader, *, force: bool
) -> dict[str, bytes]:
    """The new model's file; what is yet to be filled in elsewhere does not stand in its way."""
    contents = reader.contents()
    _check_id(model_id, contents, force=force)
    capabilities = make_settings(contents.settings).capabilities
    return {f"models/{model_id}.yml": new_model(name, developer, capabilities).encode()}


def _check_id(model_id: str, contents: Contents, *, force: bool) -> None:
    remedy = id_remedy(model_id)
    if remedy is not None:
        raise click.UsageError(f'"{model_id}" cannot be an id: {remedy}; give one with --id')
    folded = {name.casefold(): one for name, one in contents.names.items()}
    held = contents.names.get(model_id) or folded.get(model_id.casefold())
    if held is None or (force and held == model_id):
        return
    hint = "; --force writes it anew" if held == model_id else "; give another id with --id"
    raise click.UsageError(f'the catalog has "{model_id}" already: {contents.ids[held].shown}{hint}')


def _filled(name: str, upstream: str, file: Path | None, reader: CatalogReader) -> dict[str, bytes]:
    """The new model's file, and that of the providers where it names new ones."""
    today = date.today()
    catalog = reader.read(today)
    raw = raw_list(upstream, file)
    retrieved = day_of(file, today)
    listing = read_listing(upstream, raw, retrieved, known=Known(catalog).keys)
    expect_matches(listing, (name,))
    origin = Origin(upstream=listing.upstream, retrieved=retrieved, note=listing.note)
    plan = Import(reader, catalog, listing, origin, Wishes(only=(name,))).plan(today)
    if len(plan.added) != 1:
        raise click.UsageError(_why_not(name, plan))
    path = f"models/{plan.added[0]}.yml"
    text = plan.files[path].decode()
    held = (read_document(plan.files[path]).data or {}).keys()
    return {**plan.files, path: filled_up(text, held, catalog.settings.capabilities).encode()}


def _why_not(name: str, plan: Plan) -> str:
    if len(plan.added) > 1:
        return f"{name!r} is {len(plan.added)} models of the list: {', '.join(plan.added)}; name one of them"
    if plan.skipped:
        return f"{name!r} is not added: {plan.skipped[0].text}"
    return f"{name!r} is in the catalog already; import brings it up to date"
