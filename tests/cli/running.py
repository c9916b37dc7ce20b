"""The command as a person calls it, on a fixed day."""

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Self

import pytest
from click.testing import CliRunner, Result

from mkdocs_model_compare.cli import main
from tests.rendering.golden import FOLDER, TODAY

PAIR = ("claude-haiku-4.5", "gemma-4-12b-it")


class FixedDate(date):
    @classmethod
    def today(cls) -> Self:
        return cls(TODAY.year, TODAY.month, TODAY.day)


def run(*arguments: str) -> Result:
    """Exit status 1 and 2 are results as well; any other exception fails the test."""
    with pytest.MonkeyPatch.context() as patch:
        for command in ("add", "check", "covering", "diff", "importing", "show"):
            # The package has the command under the name of its module.
            patch.setattr(import_module(f"mkdocs_model_compare.cli.{command}"), "date", FixedDate)
        result = CliRunner().invoke(main, arguments)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def show(*arguments: str, catalog: Path = FOLDER) -> Result:
    return run("show", *arguments, "--catalog", str(catalog))


def shown(*arguments: str, catalog: Path = FOLDER) -> str:
    result = show(*arguments, catalog=catalog)
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    return result.stdout
