"""The command `model-compare`: what can be done with a catalog outside a build, one module per command.

A shell: it reads the clock, prints, and turns errors into exit statuses: 0 fine, 1 findings, 2 usage.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from mkdocs_model_compare import __version__
from mkdocs_model_compare.errors import CompareError, nearest

from .common import FOUND
from .streams import any_sign, refused

# Command → its module, which has the command under its own name.
_MODULES: Mapping[str, str] = {
    "add": "add",
    "check": "check",
    "coverage": "covering",
    "diff": "diff",
    "import": "importing",
    "init": "init",
    "pages": "pages",
    "schema": "schema",
    "show": "show",
}


class _Commands(click.Group):
    """Loads a command's module when it is called: one that renders or reads a site takes longer than most need."""

    def list_commands(self, _: click.Context) -> list[str]:
        return sorted(_MODULES)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in _MODULES:
            close = nearest(name, _MODULES)
            if close and not context.resilient_parsing:
                context.fail(f"No such command {name!r}. Did you mean {close!r}?")
            return None
        module = _MODULES[name]
        command = getattr(import_module(f"{__name__}.{module}"), module)
        assert isinstance(command, click.Command)
        return command

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Print any sign, and end with one line where the system will not, such as on a full disk."""
        any_sign()
        try:
            return super().main(*arguments, **options)
        except OSError as error:
            with suppress(OSError):
                click.echo(refused(error), err=True)
            sys.exit(FOUND)

    def invoke(self, context: click.Context) -> Any:
        """What is wrong in a user's file is a finding, wherever a command meets it."""
        try:
            return super().invoke(context)
        except CompareError as error:
            click.echo(str(error), err=True)
            context.exit(FOUND)


@click.group(cls=_Commands)
@click.version_option(__version__, prog_name="model-compare")
def main() -> None:
    """Keep a catalog of AI models, and compare them."""
