"""The Jinja environment: the user's templates first, autoescape on, and anything undefined an error."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.runtime import Context, LoopContext
from markupsafe import Markup

from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.comparison.rows import Cell, Row
from mkdocs_model_compare.comparison.value import Value
from mkdocs_model_compare.comparison.verdict import Evidence, by_missing

from . import words
from .showing import Showing

# `{% extends "shipped/verdict.html.jinja" %}` in a template of the user's, to change one block of it.
SHIPPED = "shipped"
_FITTING = 2


def make_environment(templates: Path | None, own: words.Words) -> Environment:
    """Templates of the user's folder stand before the shipped ones of the same name."""
    shipped = PackageLoader("mkdocs_model_compare.rendering")
    loaders: list[BaseLoader] = [shipped, PrefixLoader({SHIPPED: shipped})]
    if templates is not None:
        loaders.insert(0, FileSystemLoader(templates))
    environment = Environment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # A renderer lives for one build; edited templates come with the next.
        auto_reload=False,
    )
    environment.filters.update(
        label=own.label,
        phrase=own.phrase,
        listed=words.listed,
        counted=words.counted,
        with_article=words.with_article,
        on_date=words.on_date,
        billed=words.billed,
        named=words.named,
        sep=_separator,
        traffic=words.traffic,
        unit_prices=words.unit_prices,
        show=_show,
        text=_text,
        cite=_cite,
        cites=_cites,
        distinct=_distinct,
        licensed=_licensed,
        licence_verb=words.licence_verb,
        cell=_cell,
        rows=_rows,
        evidence=_evidence,
        condition=words.condition,
        measure=words.measure,
        percent=words.percent,
        by_missing=by_missing,
        strength=own.strength,
    )
    environment.globals.update(
        both=words.both,
        neither=words.neither,
        count=words.count,
        scroll_open=_scroll_open,
        scroll_close=_scroll_close,
    )
    return environment


def _scroll_open(models: Sequence[Model], caption: str) -> Markup:
    """Two models fit every screen; a table of more scrolls in itself, by keyboard too."""
    if len(models) <= _FITTING:
        return Markup()
    return Markup('<div class="mc-scroll" role="region" aria-label="{}" tabindex="0">').format(caption)


def _scroll_close(models: Sequence[Model]) -> Markup:
    return Markup() if len(models) <= _FITTING else Markup("</div>")


def _distinct(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Of what several models bring to a signal, what reads alike once."""
    told = {
        (one.value.text or one.value.state) if one.value else (one.ahead, one.shared): one for one in evidence[::-1]
    }
    return tuple(one for one in evidence if any(one is kept for kept in told.values()))


def _separator(loop: LoopContext) -> str:
    """What stands before this item of "a, b and c"."""
    if loop.first:
        return ""
    return " and " if loop.last else ", "


# Filters, since Jinja calls one directly, and a value is shown some 300 times a page.


def _showing(context: Context) -> Showing:
    show: Showing = context["show"]
    return show


@pass_context
def _show(context: Context, value: Value) -> Markup:
    return _showing(context)(value)


@pass_context
def _text(context: Context, value: Value) -> Markup:
    return _showing(context).text(value)


@pass_context
def _cite(context: Context, value: Value) -> Markup:
    return _showing(context).cite(value)


@pass_context
def _cites(context: Context, values: Iterable[Value]) -> Markup:
    return _showing(context).cites(values)


@pass_context
def _licensed(context: Context, openness: Sequence[Value]) -> Markup:
    return _showing(context).licensed(openness)


@pass_context
def _cell(context: Context, cell: Cell) -> Markup:
    return _showing(context).cell(cell)


@pass_context
def _evidence(context: Context, one: Evidence) -> Markup:
    return _showing(context).evidence(one)


@pass_context
def _rows(context: Context, rows: Iterable[Row]) -> Markup:
    return _showing(context).rows(rows)
