"""The golden catalog on a fixed day, and a page made from it as Python-Markdown makes one."""

import re
from datetime import date
from pathlib import Path

from bs4 import BeautifulSoup
from markdown import Markdown

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.loading import load_catalog
from mkdocs_model_compare.extension import ModelCompareExtension, SourcePage
from mkdocs_model_compare.rendering.links import Links, NoLinks
from mkdocs_model_compare.rendering.renderer import Renderer

TODAY = date(2026, 7, 1)
FOLDER = Path(__file__).parent.parent / "golden" / "catalog"


def golden_catalog() -> Catalog:
    return load_catalog(FOLDER, TODAY)


def renderer(catalog: Catalog, templates: Path | None = None) -> Renderer:
    workload = catalog.settings.workloads["default"]
    return Renderer(catalog, workload=workload, today=TODAY, stale_after=180, templates=templates)


class FixedHost:
    """A host of one page on a fixed day, without a site around it. `warnings` has what it was told."""

    page: SourcePage | None = None
    inline_assets = False
    issue_form = ""
    links: Links = NoLinks()

    def __init__(self, catalog: Catalog) -> None:
        self.renderer = renderer(catalog)
        self.warnings: list[str] = []

    def warn(self, text: str) -> None:
        self.warnings.append(text)


def page_of(markdown: str, catalog: Catalog | None = None) -> str:
    """The HTML of a page, which must not give a warning."""
    host = FixedHost(catalog or golden_catalog())
    html = Markdown(extensions=["tables", "toc", ModelCompareExtension(host)]).convert(markdown)
    assert host.warnings == []
    return html


def read_aloud(html: str) -> str:
    """The text of a page, a block or a table row to the line, source numerals left out."""
    soup = BeautifulSoup(html, "html.parser")
    for numeral in soup.select(".mc-cite"):
        numeral.decompose()
    for cell in soup.select("td, thead th:not(:last-child), th[scope=row]"):
        cell.append(" | ")
    for heading in soup.select("h1, h2, h3"):
        heading.insert(0, "#" * int(heading.name[1]) + " ")
    for item in soup.select("li"):
        item.insert(0, "- ")
    lines = (re.sub(r"\s+", " ", line).strip(" |") for line in soup.get_text().splitlines())
    return "\n".join(line for line in lines if line) + "\n"
