"""Build whole sites of 300 comparison pages: by the plugin, from prewritten Markdown, and by mkdocs-macros.

Each build is a process of its own, of which the operating system tells the user CPU time and the peak of memory.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import sites
from benchmarks.figure import Figure

ROUNDS = 3
USED = Path(__file__).with_name("used.py")

MADE_BY: dict[str, Callable[[Path], None]] = {
    "the plugin": sites.by_plugin,
    "prewritten Markdown": sites.prewritten,
    "mkdocs-macros": sites.by_macros,
}
LIMITS = {"prewritten Markdown": 0.8, "mkdocs-macros": 0.4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What a process has used: seconds of user CPU, and MB of memory at most."""

    seconds: float
    megabytes: float


def measure() -> list[Figure]:
    """The least of three builds each, taken in turn."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        sites.write_data(folder)
        used: dict[str, list[Used]] = {name: [] for name in MADE_BY}
        for number, make in enumerate(MADE_BY.values()):
            make(folder / f"site-{number}")
        for _ in range(ROUNDS):
            for number, name in enumerate(MADE_BY):
                used[name].append(build(folder / f"site-{number}"))
    seconds = {name: min(one.seconds for one in found) for name, found in used.items()}
    megabytes = {name: min(one.megabytes for one in found) for name, found in used.items()}
    title = f"build of {sites.PAGES} pages"
    return [
        *(Figure(name=f"{title}: {name}, user CPU", measured=seconds[name], unit="s") for name in MADE_BY),
        *(Figure(name=f"{title}: {name}, peak memory", measured=megabytes[name], unit="MB") for name in MADE_BY),
        *(
            Figure(
                name=f"{title}: the plugin / {name}",
                measured=seconds["the plugin"] / seconds[name],
                unit="×",
                limit=limit,
            )
            for name, limit in LIMITS.items()
        ),
    ]


def build(site: Path) -> Used:
    """Build the site once.

    Modules are kept compiled, as those that pip installed are: the plugin's stand here as they are edited.
    """
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, str(USED), *sites.MKDOCS, "build", "--quiet"]
    told = subprocess.run(command, cwd=site, env=environment, check=True, capture_output=True, text=True).stdout
    seconds, size = told.split()
    return Used(seconds=float(seconds), megabytes=int(size) / 1_000_000)
