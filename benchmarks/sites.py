"""Sites of 300 pages over the generated catalog, each page with one comparison of a pair of its own.

The same site in three ways: by the plugin, with the comparisons written out in Markdown, and by mkdocs-macros.
"""

import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import yaml

from benchmarks import material
from benchmarks.as_markdown import as_markdown
from benchmarks.make_catalog import model_id, write_catalog
from mkdocs_model_compare.catalog.loading import load_catalog
from mkdocs_model_compare.rendering.renderer import SECTIONS, Page, Renderer

MODELS = 1000
PAGES = 300
MKDOCS = (sys.executable, "-m", "mkdocs")
HERE = Path(__file__).parent


def pair(number: int) -> tuple[str, str]:
    """The ids of the models that page `number` compares; no model is on two pages."""
    return model_id(2 * number), model_id(2 * number + 1)


def by_plugin(site: Path) -> None:
    _write(site, "model-compare", lambda first, second: f'<< compare("{first}", "{second}") >>')


def prewritten(site: Path) -> None:
    today = date.today()  # noqa: DTZ011 - as the plugin does
    catalog = load_catalog(site.parent / "data", today)
    workload = catalog.settings.workloads["default"]
    renderer = Renderer(catalog, workload=workload, today=today, stale_after=180)

    def written(first: str, second: str) -> str:
        models, page = (catalog.models[first], catalog.models[second]), Page()
        return as_markdown(renderer.sections(models, SECTIONS, renderer.workload, page), renderer.sources(page))

    _write(site, None, written)


def by_macros(site: Path) -> None:
    for name in ("macros_module.py", "comparison.md.jinja"):
        (site / "include").mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / "macros" / name, site / "include" / name)
    plugin = {"macros": {"module_name": "include/macros_module", "include_dir": "include"}}
    head = '{% from "comparison.md.jinja" import compare with context %}'
    _write(site, plugin, lambda first, second: f'{head}{{{{ compare("{first}", "{second}") }}}}')


def made_pages(site: Path, wishes: object) -> None:
    """A site of one page by hand, and those that the plugin is asked to make of the catalog in it."""
    _docs(site, {"model-compare": {"pages": wishes}})


def empty_pages(site: Path, count: int) -> None:
    """A site of one page, and as many without any content outside of its navigation."""
    _docs(site, None, nav=["index.md"], not_in_nav="/page-*.md")
    for number in range(count):
        (site / "docs" / f"page-{number:04}.md").write_text(f"# Page {number}\n", encoding="utf-8")


def write_data(folder: Path) -> None:
    """The catalog, where the sites beside it look for it."""
    write_catalog(folder / "data", MODELS)


def _write(site: Path, plugin: object, content: Callable[[str, str], str]) -> None:
    _docs(site, plugin)
    for number in range(PAGES):
        first, second = pair(number)
        text = f"# Comparison {number}\n\nWhat sets the two apart.\n\n{content(first, second)}\n"
        (site / "docs" / f"pair-{number:03}.md").write_text(text, encoding="utf-8")


def _docs(site: Path, plugin: object, **settings: object) -> None:
    (site / "docs").mkdir(parents=True, exist_ok=True)
    (site / "docs" / "index.md").write_text("# Comparisons\n\nOne page for each pair.\n", encoding="utf-8")
    (site / "mkdocs.yml").write_text(yaml.safe_dump({**_settings(plugin), **settings}), encoding="utf-8")


def _settings(plugin: object) -> dict[str, object]:
    if plugin == "model-compare":
        plugin = {"model-compare": {"catalog": "../data"}}
    return {
        "site_name": "Benchmark",
        "site_url": "https://benchmark.example/",
        "theme": {"name": "material", "font": False},
        "plugins": ["search", *([plugin] if plugin else [])],
        "markdown_extensions": [
            {name: material.CONFIGS[name]} if name in material.CONFIGS else name for name in material.EXTENSIONS
        ],
    }
