"""Time `model-compare check` on a large catalog, as a person waits for it: a process of its own, reading included."""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.figure import Figure
from benchmarks.make_catalog import model_id, write_catalog

MODELS = 1000
CLAIMS = 100
ROUNDS = 3
_COMMAND = "from mkdocs_model_compare.cli import main; main()"


def measure() -> list[Figure]:
    """Medians over 1,000 models and 100 comparisons with claims: doubts and claims, and stale facts of every model."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_catalog(folder, MODELS)
        _write_claims(folder)
        return [_figure("doubts and claims", folder), _figure("all facts stale too", folder, "--stale", "1")]


def _write_claims(folder: Path) -> None:
    (folder / "comparisons").mkdir()
    for number in range(CLAIMS):
        ours, theirs = model_id(number), model_id(number + CLAIMS)
        claims = f"{{cheapest: {ours}, larger_context: {theirs}, overall: {ours}, coding: {theirs}}}"
        text = f"models: [{ours}, {theirs}]\nexpect: {claims}\n"
        (folder / "comparisons" / f"{number}.yml").write_text(text, encoding="utf-8")


def _figure(name: str, folder: Path, *options: str) -> Figure:
    seconds = median(_seconds(folder, options) for _ in range(ROUNDS))
    return Figure(name=f"check of {MODELS:,} models: {name}", measured=seconds, unit="s", limit=3)


def _seconds(folder: Path, options: tuple[str, ...]) -> float:
    command = [sys.executable, "-c", _COMMAND, "check", "--catalog", str(folder), *options]
    start = perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return perf_counter() - start
