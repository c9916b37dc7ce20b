"""Time the reading of a large catalog: at first, again unchanged, and again with one file changed."""

import os
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.figure import Figure
from benchmarks.make_catalog import model_id, write_catalog
from mkdocs_model_compare.catalog.loading import CatalogReader

MODELS = 1000
ROUNDS = 9
TODAY = date(2026, 11, 30)


def measure() -> list[Figure]:
    """Medians over a catalog of 1,000 models of 85 lines, with three routes each."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_catalog(folder, MODELS)
        return [
            _figure("first read", lambda: CatalogReader(folder).read(TODAY), 800),
            *_reloads(folder),
        ]


def _reloads(folder: Path) -> list[Figure]:
    reader = CatalogReader(folder)
    reader.read(TODAY)
    changed = folder / "models" / f"{model_id(0)}.yml"

    def read_one_changed() -> None:
        stamp = changed.stat().st_mtime_ns + 1_000_000_000
        os.utime(changed, ns=(stamp, stamp))
        reader.read(TODAY)

    return [
        _figure("read again, nothing changed", lambda: reader.read(TODAY), 30),
        _figure("read again, one file changed", read_one_changed, 30),
    ]


def _figure(name: str, run: Callable[[], object], limit: float) -> Figure:
    milliseconds = median(_seconds(run) for _ in range(ROUNDS)) * 1000
    return Figure(name=f"catalog of {MODELS:,} models: {name}", measured=milliseconds, unit="ms", limit=limit)


def _seconds(run: Callable[[], object]) -> float:
    start = perf_counter()
    run()
    return perf_counter() - start
