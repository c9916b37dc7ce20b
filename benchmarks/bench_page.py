"""Time one comparison page in Python-Markdown, with what Material's users have switched on.

Against it stands the same content as Markdown. CPU time of this process, for others may be at work beside it.
"""

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from statistics import median
from time import process_time

from markdown import Markdown

from benchmarks import material
from benchmarks.as_markdown import as_markdown
from benchmarks.figure import Figure
from benchmarks.make_catalog import write_catalog
from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.loading import load_catalog
from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.extension import ModelCompareExtension, SourcePage
from mkdocs_model_compare.rendering.links import Links, NoLinks
from mkdocs_model_compare.rendering.renderer import SECTIONS, Page, Renderer

MODELS = 1000
PAGES = 25
FEW = 9
COPIES = 6
TODAY = date(2026, 11, 30)
GOLDEN = Path(__file__).parent.parent / "tests" / "golden" / "catalog"
LIMIT = 2.5  # ms
RATIO = 0.4

Pair = tuple[Model, Model]


class OnePage:
    """A host without a site around it."""

    page: SourcePage | None = None
    inline_assets = False
    issue_form = ""
    links: Links = NoLinks()

    def __init__(self, catalog: Catalog) -> None:
        workload = catalog.settings.workloads["default"]
        self.renderer = Renderer(catalog, workload=workload, today=TODAY, stale_after=180)

    def warn(self, text: str) -> None:
        raise AssertionError(text)


def measure() -> list[Figure]:
    """Medians of 25, from the best case to the worst: what a renderer has shown before it need not work out again.

    The golden page 25 times; then what is new each time: a pair of copies of its models, a pair of 9 generated models,
    of which all were shown before, and a pair of models that are new as well.
    """
    with tempfile.TemporaryDirectory() as temporary:
        write_catalog(Path(temporary), MODELS)
        large = load_catalog(Path(temporary), TODAY)
    golden = load_catalog(GOLDEN, TODAY)
    first, second = golden.models.values()
    models = tuple(large.models.values())
    few = models[:: MODELS // FEW][:FEW]
    return [
        *_figures("golden page again", golden, [(first, second)] * (PAGES + 1)),
        *_figures("golden page as a new pair", *_copied(golden)),
        *_figures(f"new pairs of {FEW} models", large, list(combinations(few, 2))[: FEW - 1 + PAGES]),
        *_figures("pairs of new models", large, disjoint(models, PAGES + 1)),
    ]


def _copied(golden: Catalog) -> tuple[Catalog, Sequence[Pair]]:
    """The golden catalog with copies of its two models, and the pairs of them: the first few show all the models."""
    first, second = (
        [replace(model, id=f"{model.id}-{copy}") for copy in range(COPIES)] for model in golden.models.values()
    )
    models = {model.id: model for model in (*first, *second)}
    catalog = replace(golden, models=models, ids={name: name for name in models})
    return catalog, [(first[copy], second[(copy + step) % COPIES]) for step in range(COPIES) for copy in range(COPIES)]


def disjoint(models: Sequence[Model], count: int) -> list[Pair]:
    """Pairs that share no model, spread over the catalog."""
    step = len(models) // (2 * count)
    return [(models[2 * place * step], models[(2 * place + 1) * step]) for place in range(count)]


def _figures(name: str, catalog: Catalog, pairs: Sequence[Pair]) -> list[Figure]:
    host = OnePage(catalog)
    ours = _converter(ModelCompareExtension(host))
    made = _milliseconds(ours, [f'<< compare("{first.id}", "{second.id}") >>\n' for first, second in pairs])
    written = _milliseconds(_converter(), [_written(host.renderer, pair) for pair in pairs])
    return [
        Figure(name=f"page: {name}, a full comparison", measured=made, unit="ms", limit=LIMIT),
        Figure(name=f"page: {name}, the same as Markdown", measured=written, unit="ms"),
        Figure(name=f"page: {name}, comparison / Markdown", measured=made / written, unit="×", limit=RATIO),
    ]


def _converter(*extensions: ModelCompareExtension) -> Markdown:
    return Markdown(extensions=[*material.EXTENSIONS, *extensions], extension_configs=material.CONFIGS)


def _milliseconds(converter: Markdown, texts: Iterable[str]) -> float:
    """The median of the last 25: the first page loads and compiles."""
    seconds = []
    for text in texts:
        converter.reset()
        start = process_time()
        converter.convert(text)
        seconds.append(process_time() - start)
    return median(seconds[-PAGES:]) * 1000


def _written(renderer: Renderer, pair: Pair) -> str:
    page = Page()
    return as_markdown(renderer.sections(pair, SECTIONS, renderer.workload, page), renderer.sources(page))
