"""`model-compare schema`: the JSON Schema of the catalog's files, for editors, and of what commands print."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_model_compare.catalog.json_schema import schemas
from mkdocs_model_compare.catalog.writing import write_all
from mkdocs_model_compare.errors import nearest
from mkdocs_model_compare.rendering.exporting.formats import formats

from .common import as_json


@click.command()
@click.argument("name", required=False)
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write every schema into this folder, as NAME.json.",
)
@click.option(
    "--catalog",
    type=click.Path(path_type=Path),
    expose_value=False,
    help="Taken like every command does; the schemas are the same for every catalog.",
)
def schema(name: str | None, output: Path | None) -> None:
    """Print the JSON Schema of one kind of file (model, providers, licenses, benchmarks, catalog, comparison).

    `show`, `diff` and `coverage` are the schemas of what these commands print with `--format json`, `facts` that of
    a site's `catalog.json`.
    """
    found = {**schemas(), **formats()}
    if output is not None:
        write_all({output / f"{kind}.json": as_json(content).encode() for kind, content in found.items()})
        return
    if name is None:
        click.echo(as_json(found), nl=False)
        return
    if name not in found:
        close = nearest(name, found)
        hint = f"; did you mean {close!r}?" if close else "."
        msg = f"there is no schema {name!r}{hint} There are: {', '.join(found)}."
        raise click.UsageError(msg)
    click.echo(as_json(found[name]), nl=False)
