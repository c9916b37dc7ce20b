"""The Jinja environment: the user's templates first, autoescape on, and anything undefined an error."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.runtime import LoopContext
from markupsafe import Markup

from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.comparison import figures
from mkdocs_model_compare.comparison.fact_values import by_licence
from mkdocs_model_compare.comparison.reasons import by_gaps
from mkdocs_model_compare.errors import CompareError

from . import drawing, words
from .compiling import Loop, Templates
from .labels import Words
from .showing import Showing

# `{% extends "shipped/verdict.html.jinja" %}` in a template of the user's, to change one block of it.
SHIPPED = "shipped"
_FITTING = 2
# What templates write behind a `|`: pieces of sentences and of pictures; the rest is of one site (see `_filters`).
_SENTENCES: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "listed": words.listed,
        "counted": words.counted,
        "on_date": words.on_date,
        "billed": words.billed,
        "tokens": figures.tokens,
        "named": words.named,
        "traffic": words.traffic,
        "unit_prices": words.unit_prices,
        "licence_verb": words.licence_verb,
        "condition": words.condition,
        "measure": words.measure,
        "percent": words.percent,
        "lacking": words.lacking,
        "unpriced": words.unpriced,
        "outgrown": words.outgrown,
        "by_gaps": by_gaps,
        "gapped": words.gapped,
        "by_licence": by_licence,
    }
)
_PICTURES: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "pattern": drawing.pattern,
        "trace": drawing.trace,
        "tail": drawing.tail,
        "markers": drawing.markers,
        "swatch": drawing.swatch,
    }
)


def make_environment(templates: Path | None, own: Words, show: Showing) -> Environment:
    """Templates of the user's folder stand before the shipped ones of the same name."""
    shipped = PackageLoader("mkdocs_model_compare.rendering")
    loaders: list[BaseLoader] = [shipped, PrefixLoader({SHIPPED: shipped})]
    if templates is not None:
        loaders.insert(0, _UsersLoader(templates))
    environment = Templates(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # A renderer lives for one build; edited templates come with the next.
        auto_reload=False,
    )
    environment.filters.update(_filters(own, show))
    environment.globals.update(
        show=show,
        both=words.both,
        neither=words.neither,
        count=words.count,
        scroll_open=_scroll_open,
        scroll_close=_scroll_close,
    )
    return environment


def _filters(own: Words, show: Showing) -> dict[str, Callable[..., Any]]:
    """The names of keys, and values with their sources, as one site calls and shows them."""
    return {
        **_SENTENCES,
        **_PICTURES,
        "ids": _ids,
        "sep": _separator,
        "label": own.label,
        "phrase": own.phrase,
        "phrases": own.phrases,
        "strength": own.strength,
        "show": show,
        "shown": show.all,
        "text": show.text,
        "cite": show.cite,
        "cites": show.cites,
        "sourced": show.sourced,
        "licensed": show.licensed,
        "cells": show.cells,
        "rows": show.rows,
        "matrix": show.matrix,
        "evidence": show.evidence,
        "marks": show.marks,
    }


class _UsersLoader(FileSystemLoader):
    """Says of a file that is no text what a fault in its text would be answered with."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError:
            place = f"{Path(self.searchpath[0]).name}/{template}:1"
            msg = f"{place}: the file is not UTF-8; save it with that encoding"
            raise CompareError(msg) from None


def fault_in(error: Exception, templates: Path | None) -> str | None:
    """What is wrong in a template of the user's and where; None where the error is not of their making."""
    if templates is None:
        return None
    if isinstance(error, TemplateSyntaxError):
        file, line = error.filename or error.name or "", error.lineno
    else:
        # The nearest one of theirs: what it gives to a shipped template can be wrong there only.
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_in(frame.filename, templates)]
        file, line = (frames[-1].filename, frames[-1].lineno or 0) if frames else ("", 0)
    missing = isinstance(error, TemplateNotFound)
    if not missing and not _is_in(file, templates):
        return None
    place = f"{Path(file).relative_to(templates.parent)}:{line}: " if file else f"{templates.name}: "
    fault = f'there is no template "{error}"' if missing else error
    return f"{place}{fault}; correct the template, or remove it to have the shipped one"


def _is_in(file: str, templates: Path) -> bool:
    return file.endswith(".jinja") and Path(file).is_relative_to(templates)


def _scroll_open(models: Sequence[Model], caption: str) -> Markup:
    """Two models fit every screen; a table of more scrolls in itself, by keyboard too.

    No region, as a page of some ten would give as many landmarks to one who moves by them.
    """
    if len(models) <= _FITTING:
        return Markup()
    return Markup('<div class="mc-scroll" role="group" aria-label="{}" tabindex="0">').format(caption)


def _scroll_close(models: Sequence[Model]) -> Markup:
    return Markup() if len(models) <= _FITTING else Markup("</div>")


def _ids(models: Sequence[Model]) -> str:
    return " ".join(model.id for model in models)


def _separator(loop: LoopContext | Loop) -> str:
    """What stands before this item of "a, b and c"."""
    if loop.first:
        return ""
    return " and " if loop.last else ", "
