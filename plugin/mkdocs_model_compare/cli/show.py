"""`model-compare show`: a comparison as a page has it, in the terminal or as Markdown, JSON or HTML."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import click

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.macros import Argument, Call, Comparison, Literal, MacroError, Span, resolve_call
from mkdocs_model_compare.macros.table import FEWEST_MODELS, MOST_MODELS
from mkdocs_model_compare.rendering import document
from mkdocs_model_compare.rendering.own_templates import check_names
from mkdocs_model_compare.rendering.renderer import SECTIONS
from mkdocs_model_compare.rendering.text.from_html import document as read

from .common import as_json, catalog_option, format_option
from .printing import print_document
from .shown import Shown

# Related pages are those of a site.
_SECTIONS = tuple(name for name in SECTIONS if name != "related")
# What decides, and where it is from. The rest is there for the asking.
_ON_SCREEN = ("summary", "verdict", "scorecard", "monthly_cost", "specs", "capabilities", "reviewed")
_NOWHERE = Span(0, 0)


def _share(_: click.Context, parameter: click.Parameter, given: str | None) -> Decimal | None:
    try:
        share = None if given is None else Decimal(given)
    except InvalidOperation:
        share = Decimal(-1)
    if share is not None and not (share.is_finite() and 0 <= share <= 1):
        message = f"{given!r} is not a number from 0 to 1."
        raise click.BadParameter(message, param=parameter)
    return share


@click.command()
@click.argument("models", nargs=-1, required=True, metavar="A B [C …]")
@catalog_option
@format_option(
    "text",
    "md",
    "json",
    "html",
    meaning="text for the terminal; md to paste into an issue or a decision record; json for other programs; "
    "html is one document that needs no other file.",
)
@click.option(
    "--sections",
    metavar="NAME,NAME",
    help=f"The sections to show, in this order, of: {', '.join(_SECTIONS)}. "
    f"Default: all; as text {', '.join(_ON_SCREEN)}.",
)
@click.option("--workload", metavar="ID", help="The month's traffic, by its id in the catalog.")
@click.option("--requests", type=click.IntRange(min=1), help="Requests in a month.")
@click.option("--input-tokens", type=click.IntRange(min=0), help="Input tokens of one request.")
@click.option("--output-tokens", type=click.IntRange(min=0), help="Output tokens of one request.")
@click.option(
    "--cached", callback=_share, metavar="SHARE", help="Share of the input that is read from the cache, 0 to 1."
)
@click.option("--batch/--no-batch", default=None, help="Whether batch prices count.")
@click.option(
    "--stale-after",
    type=click.IntRange(min=0),
    default=180,
    show_default=True,
    help="Days since a review after which a fact is said to be stale; 0: never.",
)
@click.option("--templates", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Your own templates.")
def show(
    models: tuple[str, ...],
    folder: Path,
    output: str,
    sections: str | None,
    **options: Any,
) -> None:
    """Compare models as a page of the site does: which to choose and why, with the source of every fact.

    A, B … are two to six models, each by its id or an alias.
    """
    today = date.today()
    catalog = CatalogReader(folder).read(today)
    if options["templates"] is not None:
        check_names(options["templates"])
    names = _section_names(sections) if sections is not None else _ON_SCREEN if output == "text" else _SECTIONS
    asked = _asked(models, names, options, catalog)
    shown = Shown(catalog=catalog, asked=asked, today=today, **_rendering(options))
    print_document(
        output,
        lambda: read(shown.html()),
        {"html": lambda: document.page(shown.title, shown.html()), "json": lambda: as_json(shown.export())},
    )


def _rendering(options: Mapping[str, Any]) -> dict[str, Any]:
    return {name: options[name] for name in ("stale_after", "templates")}


def _section_names(given: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in given.split(",") if name.strip())
    if "related" in names:
        message = "the section 'related' is about pages of a site; leave it out"
        raise click.UsageError(message)
    return names


def _asked(
    models: tuple[str, ...], sections: tuple[str, ...], options: Mapping[str, Any], catalog: Catalog
) -> Comparison:
    """The same checks, and the same words for a mistake, as the macro's."""
    if not FEWEST_MODELS <= len(models) <= MOST_MODELS:
        count = "only one is" if len(models) == 1 else f"{len(models)} are"
        message = f"show takes {FEWEST_MODELS} to {MOST_MODELS} models, and {count} given"
        raise click.UsageError(message)
    listed = tuple(Literal(value=name, span=_NOWHERE) for name in sections)
    named: dict[str, Any] = {"sections": listed, **{name: options[name] for name in _TRAFFIC}}
    arguments = [(None, model) for model in models] + [*named.items()]
    call = Call(
        text="",
        name="compare",
        name_span=_NOWHERE,
        arguments=tuple(_argument(name, value) for name, value in arguments),
        parentheses=_NOWHERE,
    )
    try:
        asked = resolve_call(call, catalog, catalog.settings.workloads["default"])
    except MacroError as error:
        raise click.UsageError(error.message) from None
    assert isinstance(asked, Comparison)
    return asked


def _argument(name: str | None, value: Any) -> Argument:
    return Argument(name=name, literal=Literal(value=value, span=_NOWHERE), span=_NOWHERE)


_TRAFFIC = ("workload", "requests", "input_tokens", "output_tokens", "cached", "batch")
