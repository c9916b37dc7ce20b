"""The command `model-compare`: what can be done with a catalog outside a build, one module per command.

A shell: it reads the clock, prints, and turns errors into exit statuses: 0 fine, 1 findings, 2 usage.
"""

import click

from mkdocs_model_compare import __version__

from .check import check
from .schema import schema
from .show import show


@click.group()
@click.version_option(__version__, prog_name="model-compare")
def main() -> None:
    """Keep a catalog of AI models, and compare them."""


for command in (check, schema, show):
    main.add_command(command)
