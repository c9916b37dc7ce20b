"""What several commands share: the option that names the catalog, the exit status of findings, and JSON as printed."""

import json
from pathlib import Path

import click

FOUND = 1

catalog_option = click.option(
    "--catalog",
    "folder",
    type=click.Path(path_type=Path),
    default=Path("data"),
    show_default=True,
    help="The catalog's folder.",
)


def as_json(content: object) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"
