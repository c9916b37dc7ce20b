"""How a command prints what it found: in colour to a terminal, and otherwise as text, Markdown or JSON."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec

import click

from mkdocs_model_compare.rendering.text.blocks import Document
from mkdocs_model_compare.rendering.text.markdown import markdown
from mkdocs_model_compare.rendering.text.plain import plain

from .common import PLAIN_WIDTH


def print_document(output: str, document: Callable[[], Document], other: Mapping[str, Callable[[], str]]) -> None:
    """Print in the asked format; `other` are those that are not made from the document."""
    if output in other:
        click.echo(other[output](), nl=False)
    elif output == "md":
        click.echo(markdown(document()), nl=False)
    elif sys.stdout.isatty() and find_spec("rich") is not None:
        from .terminal import print_in_colour  # noqa: PLC0415 - rich is an extra, and takes a while to load

        print_in_colour(document())
    else:
        click.echo(plain(document(), PLAIN_WIDTH), nl=False)
