"""`model-compare coverage`: which facts are known, by fact and by model, and what to look up next."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.comparison.coverage import coverage
from mkdocs_model_compare.errors import CatalogError
from mkdocs_model_compare.rendering.exporting.coverage import exported_coverage
from mkdocs_model_compare.rendering.text.coverage import document

from .common import FOUND, as_json, catalog_option, format_option
from .printing import print_document


@click.command("coverage")
@catalog_option
@format_option("text", "json", "md", meaning="text for the terminal; md for an issue; json for other programs.")
@click.pass_context
def covering(context: click.Context, folder: Path, output: str) -> None:
    """Say which facts are known, by fact and by model, and which missing ones weigh the most in verdicts."""
    try:
        catalog = CatalogReader(folder).read(date.today())
    except CatalogError as error:
        click.echo(str(error), err=True)
        context.exit(FOUND)
    found = coverage(catalog, catalog.settings.workloads["default"])
    print_document(output, lambda: document(found), {"json": lambda: as_json(exported_coverage(found))})
