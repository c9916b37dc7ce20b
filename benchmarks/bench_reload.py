"""Time the live reload of a site of 300 comparison pages, from the writing of a file until the page is served anew.

The real `mkdocs serve`, asked for the page over and over: edits of a page and of the catalog, with and without --dirty.
"""

import os
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from benchmarks import sites
from benchmarks.figure import Figure

ROUNDS = 3
PAGE = 150
LIMITS = {("--dirty", "catalog"): 1.5}
DEADLINE = 300  # seconds
PAUSE = 0.02  # between two questions


def measure() -> list[Figure]:
    """Medians of three edits each."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        sites.write_data(folder)
        sites.by_plugin(folder / "site")
        return [figure for options in (("--dirty",), ()) for figure in _served(folder, options)]


def _served(folder: Path, options: tuple[str, ...]) -> list[Figure]:
    page, model = (
        folder / "site" / "docs" / f"pair-{PAGE}.md",
        folder / "data" / "models" / f"{sites.pair(PAGE)[0]}.yml",
    )
    found = []
    with _serving(folder / "site", options) as root:
        url = f"{root}pair-{PAGE}/"
        for kind, path, text in (("page", page, "What sets the two apart"), ("catalog", model, "name: Model ")):
            seconds = median(_reload(path, text, url, f"{''.join(options)}{number}") for number in range(ROUNDS))
            how = "with --dirty" if options else "without --dirty"
            limit = LIMITS.get(("".join(options), kind))
            name = f"reload of {sites.PAGES} pages {how}: {kind} edit"
            found.append(Figure(name=name, measured=seconds, unit="s", limit=limit))
    return found


def _reload(path: Path, text: str, url: str, mark: str) -> float:
    """Put a new word after the text, and wait for it in the page."""
    before = path.read_text("utf-8")
    word = f"edit{mark.strip('-')}"
    written = before.replace(text, f"{text}{word} ", 1)
    start = time.perf_counter()
    path.write_text(written, encoding="utf-8")
    _until(url, word)
    seconds = time.perf_counter() - start
    path.write_text(before, encoding="utf-8")
    _until(url, word, there=False)
    return seconds


def _until(url: str, word: str, *, there: bool = True) -> None:
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=DEADLINE) as answer:  # noqa: S310 - our own server
                if (word in answer.read().decode()) is there:
                    return
        except OSError:
            pass  # it does not listen yet, or builds
        time.sleep(PAUSE)
    raise TimeoutError(url)


@contextmanager
def _serving(site: Path, options: tuple[str, ...]) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address, environment = f"127.0.0.1:{port}", {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [*sites.MKDOCS, "serve", "--quiet", "--dev-addr", address, *options]
    process = subprocess.Popen(command, cwd=site, env=environment)
    try:
        _until(f"http://{address}/", "One page for each pair")
        yield f"http://{address}/"
    finally:
        process.terminate()
        process.wait()
