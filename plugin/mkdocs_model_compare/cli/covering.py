"""`model-compare coverage`: which facts are known, by fact and by model, and what to look up next."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.catalog.model import State
from mkdocs_model_compare.comparison import figures
from mkdocs_model_compare.comparison.coverage import Coverage, coverage
from mkdocs_model_compare.errors import CatalogError
from mkdocs_model_compare.rendering.text.coverage import document
from mkdocs_model_compare.rendering.text.markdown import markdown
from mkdocs_model_compare.rendering.text.plain import plain

from .common import FOUND, PLAIN_WIDTH, as_json, catalog_option


@click.command("coverage")
@catalog_option
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "md"]),
    default="text",
    show_default=True,
    help="text for the terminal; md for an issue; json for other programs.",
)
@click.pass_context
def covering(context: click.Context, folder: Path, output: str) -> None:
    """Say which facts are known, by fact and by model, and which missing ones weigh the most in verdicts."""
    try:
        catalog = CatalogReader(folder).read(date.today())
    except CatalogError as error:
        click.echo(str(error), err=True)
        context.exit(FOUND)
    found = coverage(catalog, catalog.settings.workloads["default"])
    if output == "text" and sys.stdout.isatty() and find_spec("rich") is not None:
        from .terminal import print_in_colour  # noqa: PLC0415 - rich is an extra, and takes a while to load

        print_in_colour(document(found))
    else:
        click.echo(_PRINTED[output](found), nl=False)


def _told(found: Coverage) -> dict[str, Any]:
    return {
        "version": 1,
        "missing": [
            {
                "keys": list(one.keys),
                "path": one.path,
                "weight": figures.plain(one.weight),
                "models": [model.id for model in one.models],
            }
            for one in found.missing
        ],
        "facts": [
            {
                "key": one.key,
                "weight": figures.plain(one.weight),
                **{state.value: one.counts.get(state, 0) for state in State},
            }
            for one in found.facts
        ],
        "models": [{"id": one.model.id, "answered": one.answered, "states": dict(one.states)} for one in found.models],
    }


_PRINTED: Mapping[str, Callable[[Coverage], str]] = {
    "text": lambda found: plain(document(found), PLAIN_WIDTH),
    "md": lambda found: markdown(document(found)),
    "json": lambda found: as_json(_told(found)),
}
