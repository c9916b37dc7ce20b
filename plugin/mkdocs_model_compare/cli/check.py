"""`model-compare check`: every problem of a catalog, false claims and doubtful facts, for people and programs.

Warnings end it with the status of findings too: a curator settles them, or acknowledges them with a reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.comparison.findings import findings
from mkdocs_model_compare.errors import CatalogError, Level, Problem

from .common import FOUND, as_json, catalog_option, format_option


@click.command()
@catalog_option
@format_option(
    "text", "json", "github", meaning="How findings are printed; github makes annotations of a pull request."
)
@click.option(
    "--stale", type=click.IntRange(min=1), help="Also report facts last looked at more than this many days ago."
)
@click.pass_context
def check(context: click.Context, folder: Path, output: str, stale: int | None) -> None:
    """Check the catalog: every problem that a strict build would stop at, false claims and doubtful facts too."""
    problems, catalog = _findings(folder, stale)
    _PRINTERS[output](problems)
    if output == "text":
        click.echo(_conclusion(folder, problems, catalog), err=bool(problems))
    if problems:
        context.exit(FOUND)


def _findings(folder: Path, stale: int | None) -> tuple[tuple[Problem, ...], Catalog | None]:
    today, reader = date.today(), CatalogReader(folder)
    try:
        catalog = reader.read(today)
    except CatalogError as error:
        return error.problems, None
    workload = catalog.settings.workloads["default"]
    return findings(catalog, reader.locate, workload=workload, today=today, stale_after=stale or 0), catalog


def _conclusion(folder: Path, problems: tuple[Problem, ...], catalog: Catalog | None) -> str:
    if problems:
        counts = Counter(problem.level for problem in problems)
        said = (_counted(counts[level], noun) for level, noun in _NOUNS.items() if counts[level])
        return f"{folder}: {' and '.join(said)}"
    return f"{folder}: {_counted(len(catalog.models) if catalog else 0, 'model')}, no problems"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


_NOUNS = {Level.ERROR: "problem", Level.WARNING: "warning"}


def _print_text(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        place, text = problem.place, _text(problem)
        click.echo(f"{place}: warning: {text}" if problem.level is Level.WARNING else f"{place}: {text}")


def _print_json(problems: tuple[Problem, ...]) -> None:
    rows = [
        {"level": one.level.value, **asdict(one.place), "where": one.where, "message": one.message} for one in problems
    ]
    click.echo(as_json({"version": 1, "problems": rows}), nl=False)


def _print_github(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        place = problem.place
        at = f",line={place.line},col={place.column}" if place.line else ""
        click.echo(f"::{problem.level} file={_property(place.path)}{at}::{_data(_text(problem))}")


def _text(problem: Problem) -> str:
    return f"{problem.where}: {problem.message}" if problem.where else problem.message


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_PRINTERS: dict[str, Callable[[tuple[Problem, ...]], None]] = {
    "text": _print_text,
    "json": _print_json,
    "github": _print_github,
}
