"""What several commands share: the options for catalog and format, the exit status of findings, and JSON as printed."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

FOUND = 1
# Columns of text that goes into a pipe or a file.
PLAIN_WIDTH = 100

catalog_option = click.option(
    "--catalog",
    "folder",
    type=click.Path(path_type=Path),
    default=Path("data"),
    show_default=True,
    help="The catalog's folder.",
)


def format_option(*formats: str, meaning: str) -> Callable[[F], F]:
    return click.option(
        "--format", "output", type=click.Choice(formats), default=formats[0], show_default=True, help=meaning
    )


# Escape codes and direction marks in a catalog's text must not reach a terminal.
_UNPRINTED = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def as_json(content: object) -> str:
    text = json.dumps(content, indent=2, ensure_ascii=False)
    return _UNPRINTED.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
