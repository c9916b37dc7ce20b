"""The Jinja environment: the user's templates first, autoescape on, and anything undefined an error."""

from __future__ import annotations

from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader, StrictUndefined

from mkdocs_model_compare.comparison import figures

from . import words

# `{% extends "shipped/verdict.html.jinja" %}` in a template of the user's, to change one block of it.
SHIPPED = "shipped"


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
        openness=words.openness,
        standing=words.standing_of,
        traffic=words.traffic,
        price=figures.price,
        tokens=figures.tokens,
        condition=words.condition,
        price_name=words.price_name,
    )
    environment.globals.update(both=words.both, neither=words.neither)
    return environment
