"""The command `model-compare`: what can be done with a catalog outside a build.

A shell: it reads the clock, prints, and turns errors into exit statuses: 0 fine, 1 findings, 2 usage.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path

import click

from . import __version__
from .catalog.json_schema import schemas
from .catalog.loading import CatalogReader
from .catalog.model import Catalog
from .comparison.claims import check_claims
from .errors import CatalogError, Place, Problem, nearest

_FOUND = 1

catalog_option = click.option(
    "--catalog",
    "folder",
    type=click.Path(path_type=Path),
    default=Path("data"),
    show_default=True,
    help="The catalog's folder.",
)


@click.group()
@click.version_option(__version__, prog_name="model-compare")
def main() -> None:
    """Keep a catalog of AI models, and compare them."""


@main.command()
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
        context.exit(_FOUND)


@main.command()
@click.argument("name", required=False)
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write every schema into this folder, as NAME.json.",
)
def schema(name: str | None, output: Path | None) -> None:
    """Print the JSON Schema of one kind of file (model, providers, licenses, benchmarks, catalog, comparison)."""
    found = schemas()
    if output is not None:
        output.mkdir(parents=True, exist_ok=True)
        for kind, content in found.items():
            (output / f"{kind}.json").write_text(_json(content), encoding="utf-8")
        return
    if name is None:
        click.echo(_json(found), nl=False)
        return
    if name not in found:
        close = nearest(name, found)
        hint = f"; did you mean {close!r}?" if close else ""
        msg = f"there is no schema {name!r}{hint} There are: {', '.join(found)}."
        raise click.UsageError(msg)
    click.echo(_json(found[name]), nl=False)


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
    click.echo(_json({"version": 1, "problems": rows}), nl=False)


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


def _json(content: object) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


_PRINTERS: dict[str, Callable[[tuple[Problem, ...]], None]] = {
    "text": _print_text,
    "json": _print_json,
    "github": _print_github,
}
