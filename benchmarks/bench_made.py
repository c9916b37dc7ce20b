"""Build sites of 300 and of 3,000 made pages: what a page costs must not grow with their number, nor memory too much.

Beside them stand as many pages with nothing in them, in the same theme and outside the navigation. Each build is a
process of its own. A tenth of the size with `MODEL_COMPARE_SMALL=1`.
"""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import sites
from benchmarks.bench_build import Used, build
from benchmarks.figure import Figure
from benchmarks.make_catalog import write_catalog

FEW, MANY = (30, 300) if "MODEL_COMPARE_SMALL" in os.environ else (300, 3000)
# Of a catalog of this share of the pages, the four nearest of each model make about as many.
MODELS_A_PAGE = 0.42
NEAREST = 4
# All pairs of so many are about as many pages, on which each model is met again and again.
PAIRED = 25 if "MODEL_COMPARE_SMALL" in os.environ else 78
ROUNDS = 2
GROWTH, THEME, MEMORY = 1.15, 4, 300


def measure() -> list[Figure]:
    """The least of two builds each, without what a site without pages takes."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        none = _used(folder / "none", lambda site: sites.empty_pages(site, 0))
        empty = _used(folder / "empty", lambda site: sites.empty_pages(site, MANY))
        few, many = (_used(folder / str(count), _made(count)) for count in (FEW, MANY))
        pages = {count: _count(folder / str(count)) for count in (FEW, MANY)}
        pairs = _used(folder / "pairs", _all_pairs)
        all_pairs = _count(folder / "pairs")
    theme = (empty.seconds - none.seconds) / MANY
    each = {count: (used.seconds - none.seconds) / pages[count] for count, used in ((FEW, few), (MANY, many))}
    title = "made page, user CPU"
    return [
        *(Figure(name=f"{title}: of {pages[count]:,}", measured=each[count] * 1000, unit="ms") for count in each),
        Figure(
            name=f"{title}: one of {pages[MANY]:,} / one of {pages[FEW]:,}",
            measured=each[MANY] / each[FEW],
            unit="×",
            limit=GROWTH,
        ),
        Figure(
            name=f"{title}: one of {pages[MANY]:,} / an empty page of the theme",
            measured=each[MANY] / theme,
            unit="×",
            limit=THEME,
        ),
        Figure(
            name=f"{title}: one of all {all_pairs:,} pairs of {PAIRED} models / an empty page of the theme",
            measured=(pairs.seconds - none.seconds) / all_pairs / theme,
            unit="×",
            limit=THEME,
        ),
        Figure(name=f"{pages[MANY]:,} made pages: peak memory", measured=many.megabytes, unit="MB", limit=MEMORY),
    ]


def _made(count: int) -> Callable[[Path], None]:
    def make(site: Path) -> None:
        write_catalog(site / "data", round(count * MODELS_A_PAGE))
        sites.made_pages(site, {"comparisons": {"nearest": NEAREST}})

    return make


def _all_pairs(site: Path) -> None:
    write_catalog(site / "data", PAIRED)
    sites.made_pages(site, {"comparisons": "all"})


def _used(site: Path, make: Callable[[Path], None]) -> Used:
    make(site)
    found = [build(site) for _ in range(ROUNDS)]
    return Used(seconds=min(one.seconds for one in found), megabytes=min(one.megabytes for one in found))


def _count(site: Path) -> int:
    return len(list((site / "site" / "compare").glob("*/index.html")))
