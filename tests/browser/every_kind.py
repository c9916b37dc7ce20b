"""A site with a page of every kind and state, of an invented catalog, for browser tests and screenshots to look at."""

from collections.abc import Container
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
    "mkdocs": "theme: {name: mkdocs, highlightjs: false, color_mode: auto, user_color_mode_toggle: true}\n"
    # As many as fit its bar in one line, whose height is known.
    "nav: [{Pair: pair.md}, {Six models: six.md}]\n",
    "readthedocs": "theme: {name: readthedocs, highlightjs: false}\n",
}


# What is looked at in more than one theme.
OF_ANY_THEME = ("pair", "six", "inline")


def write_catalog(folder: Path) -> Path:
    """The catalog, as reviewed today, whichever day that is: what is stale is stale for good, and nothing else is."""
    for file in sorted((FOLDER / "catalog").rglob("*.yml")):
        made = folder / file.relative_to(FOLDER / "catalog")
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_text(file.read_text("utf-8").replace("TODAY", str(date.today())), "utf-8")  # noqa: DTZ011
    return folder


def build_every_kind(folder: Path, theme: str = MATERIAL, *, only: Container[str] | None = None) -> Path:
    """Build the site in the folder; returns where its pages are. With `only` just these are built, and none is made."""
    forget_plugins()
    site = Site(folder)
    write_catalog(folder / "data")
    for file in sorted((FOLDER / "docs").rglob("*.md")):
        if only is None or file.stem in only:
            site.page(file.name, file.read_text("utf-8"))
    site.configure(plugins=PLUGINS if only is None else "[search, model-compare]", rest=theme + EXTENSIONS)
    site.build(strict=False)
    return folder / "site"
