"""A site with a page of every kind and state, of an invented catalog, for browser tests and screenshots to look at."""

from datetime import date
from pathlib import Path

from tests.plugin.small_site import Site, forget_plugins

FOLDER = Path(__file__).parent / "kinds"
PAGES = {
    "pair": "pair/",
    "priced": "priced/",
    "withheld": "withheld/",
    "three": "three/",
    "six": "six/",
    "two": "two/",
    "inline": "inline/",
    "history": "history/",
    "mistakes": "mistakes/",
    "made": "compare/aster-2-vs-fir/",
    "model": "compare/models/aster-2/",
    "index": "compare/",
}
PLUGINS = "[search, {model-compare: {pages: {models: true, index: true, comparisons: [[aster-2, fir]]}}}]"
EXTENSIONS = """
markdown_extensions:
  - admonition
  - tables
  - toc: {permalink: true}
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
"""
MATERIAL = """
theme:
  name: material
  font: false
  features: [search.highlight, toc.follow]
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, toggle: {icon: material/weather-night, name: Dark}}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}
"""
BUILT_IN = {
    "mkdocs": "theme: {name: mkdocs, highlightjs: false, color_mode: auto, user_color_mode_toggle: true}\n",
    "readthedocs": "theme: {name: readthedocs, highlightjs: false}\n",
}


def build_every_kind(folder: Path, theme: str = MATERIAL) -> Path:
    """Build the site in the folder; returns where its pages are."""
    forget_plugins()
    site = Site(folder)
    for file in sorted((FOLDER / "catalog").rglob("*.yml")):
        # Whatever the day of the test is: what is stale is stale for good, and nothing else is.
        text = file.read_text("utf-8").replace("TODAY", str(date.today()))  # noqa: DTZ011
        site.write(f"data/{file.relative_to(FOLDER / 'catalog')}", text)
    for file in sorted((FOLDER / "docs").rglob("*.md")):
        site.page(file.name, file.read_text("utf-8"))
    site.configure(plugins=PLUGINS, rest=theme + EXTENSIONS)
    site.build(strict=False)
    return folder / "site"
