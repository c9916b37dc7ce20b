"""Catalogs rendered and traced: the comparison of some models as HTML, read by somebody who knows only the files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

from mkdocs_model_compare.catalog.loading import load_catalog
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.rendering import renderer
from tests.rendering.tracing.page import Page
from tests.rendering.tracing.plain_catalog import PlainCatalog, from_folder
from tests.rendering.tracing.plain_prices import Traffic
from tests.rendering.tracing.tracing import traced

DATA = Path(__file__).parents[3] / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparer:
    plain: PlainCatalog
    rendered: renderer.Renderer
    workload: Workload
    stale_before: str = ""

    def trace(self, *models: str) -> Page:
        return self.trace_html(models, self.html(*models))

    def html(self, *models: str) -> str:
        chosen = tuple(self.rendered.catalog.models[model] for model in models)
        sections = self.rendered.sections(chosen, renderer.SECTIONS, self.workload, renderer.Page())
        return "".join(section.html for section in sections)

    def trace_html(self, models: tuple[str, ...], html: str) -> Page:
        return traced(self.plain, models, html, _traffic(self.workload), self.stale_before)


def real_catalog() -> Comparer:
    """The catalog of this project, on the day of its latest review."""
    plain = from_folder(DATA)
    today = max(date.fromisoformat(model["reviewed"]) for model in plain.models.values() if "reviewed" in model)
    return comparer(DATA, today)


def comparer(folder: Path, today: date, *, stale_after: int = 0, workload: Workload | None = None) -> Comparer:
    catalog = load_catalog(folder, today)
    asked = workload or catalog.settings.workloads["default"]
    limit = str(date.fromordinal(today.toordinal() - stale_after)) if stale_after else ""
    rendered = renderer.Renderer(catalog, workload=asked, today=today, stale_after=stale_after)
    return Comparer(plain=from_folder(folder), rendered=rendered, workload=asked, stale_before=limit)


def pairs(models: list[str]) -> list[tuple[str, str]]:
    """Every pair, half of them the other way round."""
    return [(two, one) if place % 2 else (one, two) for place, (one, two) in enumerate(combinations(models, 2))]


def some_pairs(models: list[str]) -> list[tuple[str, str]]:
    """Every model with those at a few distances from it, half of the pairs the other way round.

    All of them take minutes in a catalog of any size; `count_claims.py` traces them.
    """
    places = {model: place for place, model in enumerate(models)}
    apart = {away % len(models) for one in _DISTANCES for away in (one, -one)}
    return [(one, two) for one, two in pairs(models) if (places[one] - places[two]) % len(models) in apart]


# Without a common divisor, so that no group of models meets only itself.
_DISTANCES = (1, 9, 22, 37)


def some_threes(models: list[str]) -> list[tuple[str, ...]]:
    """Some twenty of all threes, evenly over the catalog."""
    every: list[tuple[str, ...]] = list(combinations(models, 3))
    return every[:: max(1, len(every) // 20)]


def six_of(models: list[str]) -> tuple[str, ...]:
    """Six of them, the last first."""
    return tuple(models[::-4])[:6]


def _traffic(workload: Workload) -> Traffic:
    return Traffic(
        requests=workload.requests,
        input_tokens=workload.input_tokens,
        output_tokens=workload.output_tokens,
        cached=workload.cached,
        batch=workload.batch,
    )
