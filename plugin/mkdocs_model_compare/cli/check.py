"""`model-compare check`: every problem of a catalog, and the claims that no longer hold, for people and programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path

import click

from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.catalog.model import Catalog
from mkdocs_model_compare.comparison.claims import check_claims
from mkdocs_model_compare.errors import CatalogError, Place, Problem

from .common import FOUND, as_json, catalog_option


@click.command()
@catalog_option
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How findings are printed; github makes annotations of a pull request.",
)
@click.option("--stale", type=click.IntRange(min=1), help="Also report models reviewed more than this many days ago.")
@click.pass_context
def check(context: click.Context, folder: Path, output: str, stale: int | None) -> None:
    """Check the catalog: every problem that a strict build would stop at, and claims that no longer hold."""
    problems, catalog = _findings(folder, stale)
    _PRINTERS[output](problems)
    if output == "text":
        click.echo(_conclusion(folder, problems, catalog), err=bool(problems))
    if problems:
        context.exit(FOUND)


def _findings(folder: Path, stale: int | None) -> tuple[tuple[Problem, ...], Catalog | None]:
    today = date.today()
    try:
        catalog = CatalogReader(folder).read(today)
    except CatalogError as error:
        return error.problems, None
    problems = [*check_claims(catalog, catalog.settings.workloads["default"])]
    if stale is not None:
        problems += _stale(catalog, today - timedelta(days=stale), stale)
    return tuple(sorted(problems)), catalog


def _stale(catalog: Catalog, limit: date, days: int) -> Iterable[Problem]:
    for model in catalog.models.values():
        place = Place(path=model.place)
        if model.reviewed is None:
            message = "there is no review date; look at the facts and write today's"
            yield Problem(place=place, where="reviewed", message=message)
        elif model.reviewed < limit:
            message = f"last reviewed {model.reviewed}, more than {days} days ago; look again and write today's date"
            yield Problem(place=place, where="reviewed", message=message)


def _conclusion(folder: Path, problems: tuple[Problem, ...], catalog: Catalog | None) -> str:
    if problems:
        return f"{folder}: {len(problems)} {'problem' if len(problems) == 1 else 'problems'}"
    count = len(catalog.models) if catalog else 0
    return f"{folder}: {count} {'model' if count == 1 else 'models'}, no problems"


def _print_text(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        click.echo(str(problem))


def _print_json(problems: tuple[Problem, ...]) -> None:
    rows = [{**asdict(problem.place), "where": problem.where, "message": problem.message} for problem in problems]
    click.echo(as_json({"version": 1, "problems": rows}), nl=False)


def _print_github(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        place = problem.place
        at = f",line={place.line},col={place.column}" if place.line else ""
        text = f"{problem.where}: {problem.message}" if problem.where else problem.message
        click.echo(f"::error file={_property(place.path)}{at}::{_data(text)}")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_PRINTERS: dict[str, Callable[[tuple[Problem, ...]], None]] = {
    "text": _print_text,
    "json": _print_json,
    "github": _print_github,
}
