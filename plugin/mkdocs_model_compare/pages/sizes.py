"""How large a site gets by its made pages: told from some of them, as all are too many to be rendered for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.macros.resolving import PROFILE
from mkdocs_model_compare.rendering.renderer import SECTIONS, Page, Renderer

from .planning import Plan

# What GitHub Pages takes.
LIMIT = 1_000_000_000
# Around the content of a page: Material's head, header, footer and the table of contents, outside the navigation.
_THEME = 17_000
_SAMPLE = 12
_WHOLE = {"comparison": SECTIONS, "model": PROFILE, "index": ()}


def estimated_bytes(pages: Sequence[Plan], catalog: Catalog, workload: Workload, today: date) -> int:
    """All of them by the mean of some, taken evenly of each kind."""
    renderer = Renderer(catalog, workload=workload, today=today, stale_after=0)
    total = 0.0
    for kind, sections in _WHOLE.items():
        of_kind = [page for page in pages if page.kind == kind]
        some = of_kind[:: max(1, len(of_kind) // _SAMPLE)]
        sizes = [_bytes(renderer, page, sections, workload) for page in some]
        total += len(of_kind) * (_THEME + sum(sizes) / len(sizes)) if sizes else 0
    return round(total)


def _bytes(renderer: Renderer, page: Plan, sections: Sequence[str], workload: Workload) -> int:
    shared = Page()
    rendered = renderer.sections(page.models, tuple(sections), workload, shared) if sections else ()
    html = "".join(section.html for section in rendered)
    return len(html.encode()) + len(renderer.sources(shared).encode())
