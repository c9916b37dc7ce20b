"""The host of an extension that is used without the plugin: it reads the catalog itself, from the options it is given.

So the same pages come out of Zensical, of plain Python-Markdown, and of MkDocs with nothing but the extension listed.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from markdown import Markdown

from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.catalog.scanning import Scan, scan
from mkdocs_model_compare.errors import CompareError
from mkdocs_model_compare.macros import checked_traffic, workload_option
from mkdocs_model_compare.rendering.links import Links, NoLinks
from mkdocs_model_compare.rendering.own_templates import check_names
from mkdocs_model_compare.rendering.renderer import Renderer

from .host import SourcePage
from .surroundings import surroundings

# `mkdocs build --strict` counts the warnings of all loggers below "mkdocs", and ProperDocs of the same ones; that is
# why an extension that no plugin stands behind logs there, too.
_LOG = logging.getLogger("mkdocs.plugins.mkdocs_model_compare")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """As in the extension's configuration; `workload` is an id or a mapping of numbers."""

    catalog: str
    workload: str | Mapping[str, object]
    stale_after: int
    templates: str

    @classmethod
    def checked(cls, given: Mapping[str, Any]) -> "Options":
        """Check what can be checked without the catalog.

        Raises:
            ValueError: an option has a value that it cannot have.
        """
        for name in ("catalog", "templates"):
            if not isinstance(given[name], str):
                message = f"model_compare: {name}: expected a folder; this is {given[name]!r}"
                raise ValueError(message)  # noqa: TRY004 - every wrong option is the same kind of error
        stale_after = given["stale_after"]
        if not isinstance(stale_after, int) or isinstance(stale_after, bool) or stale_after < 0:
            message = f"expected a number of days, 0 for never; this is {stale_after!r}"
            raise ValueError(f"model_compare: stale_after: {message}")
        if not isinstance(given["workload"], str):
            try:
                checked_traffic(given["workload"])
            except CompareError as error:
                raise ValueError(f"model_compare: {error}") from None
        return cls(**given)


class Standalone:
    """The host of one Markdown instance. Catalogs are shared between all, as some programs make one per page."""

    inline_assets = True
    links: Links = NoLinks()
    issue_form = ""

    def __init__(self, options: Options, md: Markdown) -> None:
        self._options = options
        self._md = md

    @property
    def renderer(self) -> Renderer:
        root = surroundings(self._md).root
        templates = root / self._options.templates if self._options.templates else None
        return _shared.renderer((root / self._options.catalog).resolve(), self._options, templates)

    @property
    def page(self) -> SourcePage | None:
        around = surroundings(self._md)
        if around.page is None:
            return None
        try:
            text = around.file.read_text("utf-8-sig") if around.file else ""
        except (OSError, UnicodeDecodeError):
            text = ""  # a page that some plugin made; its mistakes have no line
        return SourcePage(path=around.page, text=text)

    def warn(self, text: str) -> None:
        _LOG.warning("%s", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What came of a catalog on one day, in one state of its files."""

    day: date
    state: Scan
    outcome: Renderer | CompareError


class _Shared:
    """The renderers over the catalogs read so far, each kept until a file of its catalog changes or the day does.

    A catalog that cannot be used is reported once, and stays so until a file changes.
    """

    def __init__(self) -> None:
        self._readers: dict[Path, CatalogReader] = {}
        self._kept: dict[tuple[object, ...], _Kept] = {}

    def renderer(self, folder: Path, options: Options, templates: Path | None) -> Renderer:
        found = templates is None or templates.is_dir()
        key = (folder, str(options.workload), options.stale_after, templates, found)
        day, state = date.today(), scan(folder)
        kept = self._kept.get(key)
        if kept is None or (kept.day, kept.state) != (day, state):
            kept = self._kept[key] = _Kept(day=day, state=state, outcome=self._made(folder, options, templates, day))
            if isinstance(kept.outcome, CompareError):
                _LOG.warning("%s", kept.outcome)
        if isinstance(kept.outcome, CompareError):
            raise kept.outcome
        return kept.outcome

    def _made(self, folder: Path, options: Options, templates: Path | None, today: date) -> Renderer | CompareError:
        reader = self._readers.setdefault(folder, CatalogReader(folder, options.catalog))
        try:
            catalog = reader.read(today)
            workload = workload_option(options.workload, catalog)
            if templates is not None and templates.is_dir():
                check_names(templates)
        except CompareError as error:
            return error
        if templates is not None and not templates.is_dir():
            return CompareError(
                f'templates: there is no folder "{options.templates}"; make it, or leave the option out'
            )
        return Renderer(catalog, workload=workload, today=today, stale_after=options.stale_after, templates=templates)


_shared = _Shared()
