"""One comparison as the command line shows it: as HTML, which Markdown and text are made from, and as an export."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.extension.curated import curated_markdown
from mkdocs_model_compare.macros import Comparison as Asked
from mkdocs_model_compare.rendering import document
from mkdocs_model_compare.rendering.exporting import exported
from mkdocs_model_compare.rendering.links import NoLinks
from mkdocs_model_compare.rendering.renderer import Page, Renderer


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What was asked for, with all it takes to answer. `stale_after` in days; 0: nothing goes stale."""

    asked: Asked
    catalog: Catalog
    today: date
    stale_after: int
    templates: Path | None

    @property
    def title(self) -> str:
        return " vs ".join(model.name for model in self.asked.models)

    def html(self) -> str:
        """The title, the sections and the sources, as the body of a page."""
        asked = self.asked
        renderer = Renderer(
            self.catalog,
            workload=asked.workload,
            today=self.today,
            stale_after=self.stale_after,
            templates=self.templates,
        )
        page = Page(markdown=curated_markdown(NoLinks()))
        sections = renderer.sections(asked.models, asked.sections, asked.workload, page)
        return document.body(self.title, sections, renderer.sources(page))

    def export(self) -> dict[str, Any]:
        """As `--format json` has it."""
        comparison = Comparison(self.asked.models, self.catalog.settings, self.asked.workload)
        return exported(self.catalog, comparison, self.asked.sections, self.today, self.stale_after)
