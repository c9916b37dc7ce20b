"""User CPU of `model-compare diff` between two large catalogs over a site, in a process of its own."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.make_catalog import write_catalog

MODELS = 300
EVERY = 3  # one model of so many has other prices
ROUNDS = 3
USED = Path(__file__).with_name("used.py")
_COMMAND = "from mkdocs_model_compare.cli import main; main()"
_SITE = """\
site_name: Bench
plugins:
  - model-compare:
      catalog: new
      pages: {comparisons: {nearest: 3}, models: true, index: true}
"""


def measure() -> list[Figure]:
    """The least of three runs: 300 models, 100 of them with new prices, and a page for each and its three nearest."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for name in ("old", "new"):
            write_catalog(folder / name, MODELS)
        _change(folder / "new")
        alone = _seconds(folder, "diff", "old", "new", "--catalog", "new")
        (folder / "docs").mkdir()
        (folder / "docs" / "index.md").write_text("# Models\n\n<< models() >>\n", encoding="utf-8")
        (folder / "mkdocs.yml").write_text(_SITE, encoding="utf-8")
        return [
            Figure(name=f"diff of two catalogs of {MODELS} models", measured=alone, unit="s", limit=5),
            Figure(
                name="the same with the pages of a site",
                measured=_seconds(folder, "diff", "old", "new", "--catalog", "new"),
                unit="s",
                limit=5,
            ),
        ]


def _change(folder: Path) -> None:
    for path in sorted((folder / "models").iterdir())[::EVERY]:
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(output: )(\d)", r"\g<1>1\2", text), encoding="utf-8")


def _seconds(folder: Path, *arguments: str) -> float:
    return min(_once(folder, arguments) for _ in range(ROUNDS))


def _once(folder: Path, arguments: tuple[str, ...]) -> float:
    command = [sys.executable, str(USED), sys.executable, "-c", _COMMAND, *arguments]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    assert "facts of 100 models" in done.stderr, done.stderr
    return float(done.stdout.split()[0])
