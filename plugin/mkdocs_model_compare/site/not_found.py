"""The site's 404 page: the theme's own, with a picker below it.

A server shows it at any address that there is nothing at, however deep, so every link in it is an absolute path.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_model_compare.comparison.query import parse_query
from mkdocs_model_compare.pages.addresses import model_uri
from mkdocs_model_compare.rendering.links import Link
from mkdocs_model_compare.rendering.renderer import Page, Renderer

from .files import Assets
from .links import from_anywhere

NAME = "404.html"
# It has no source, so that the page needs no list of them.
_COLUMN = "developer"
_TEMPLATE = '{% extends "404.html" %}{% block content %}{{ super() }}{{ model_compare|safe }}{% endblock %}'
_PLACE = "mkdocs.yml: plugins.model-compare.pages.not_found"


def can_be_made(config: MkDocsConfig, warn: Callable[[str], None]) -> bool:
    """Whether the theme makes such a page, which not every one does."""
    if NAME in config.theme.static_templates:
        return True
    hint = "list it under theme.static_templates, or leave the option out"
    warn(f"{_PLACE}: the theme makes no {NAME} to put the picker into; {hint}")
    return False


class NotFound:
    """Of one build. `html` is what goes into the theme's block of content."""

    def __init__(self, renderer: Renderer, files: Files, config: MkDocsConfig, folder: str, assets: Assets) -> None:
        self._seen = from_anywhere(config)
        self._assets = assets
        page = Page(links=_RootLinks(files, folder, self._seen))
        query = parse_query(renderer.catalog, columns=(_COLUMN,), sort="name")
        table = f"<h2>Find a model, or compare some</h2>\n{renderer.picker(query, page)}"
        self.html = assets.scripted(table, self._seen)

    def template(self, theirs: Any) -> Any:
        """The theme's template (Jinja's), with the picker at the end of its content."""
        return theirs.environment.from_string(_TEMPLATE, globals={"model_compare": self.html})

    def finished(self, output: str, theme: str | None, warn: Callable[[str], None]) -> str:
        if self.html not in output:
            hint = "give it one in the theme's custom_dir, or leave the option out"
            warn(f'{_PLACE}: the {NAME} of the theme "{theme}" has no block "content" for the picker; {hint}')
        return self._assets.styled(output, self._seen)


class _RootLinks:
    """The models' pages by absolute paths; nothing else is linked from a table of models."""

    def __init__(self, files: Files, folder: str, seen: Callable[[str], str]) -> None:
        self._files = files
        self._folder = folder
        self._seen = seen

    def comparisons(self, models: tuple[str, ...]) -> tuple[Link, ...]:  # noqa: ARG002 - the protocol's shape
        return ()

    def model_page(self, model: str) -> str | None:
        file = self._files.get_file_from_path(model_uri(self._folder, model))
        return None if file is None or file.inclusion.is_excluded() else self._seen(file.url)

    def resolve(self, url: str) -> str:
        return url
