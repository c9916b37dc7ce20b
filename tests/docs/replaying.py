"""A page of the documentation followed as a reader would: its files written, its commands run, its outputs compared.

A block whose title is a path is that file, with `add to` before it what goes to its end; a block `output` is what the
command above it prints.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.docs.pages import ADD, LOOKED, text_of, written
from tests.plugin.small_site import Site

_FENCE = re.compile(
    r'^```(?P<language>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL
)
# What a test must not do: fetch, serve for ever, publish, or enter an environment.
_LEFT_OUT = re.compile(r"(pip install|curl|python3 -m venv|\. \.venv|mkdocs serve|zensical|git |gh |cd |mkdir )")
_OUTPUT = "output"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    language: str
    title: str | None
    text: str


def steps(page: str) -> Iterator[Step]:
    for found in _FENCE.finditer(text_of(page)):
        yield Step(language=found["language"], title=found["title"], text=found["text"])


def commands(step: Step) -> tuple[str, ...]:
    """The commands of a block that can be run here."""
    if step.language != "sh":
        return ()
    return tuple(line for line in step.text.splitlines() if line and not _LEFT_OUT.match(line))


def follow(page: str, site: Site, *, write: bool = True) -> Site:
    """Do what the page says, in its order; a command that fails or prints something else is an AssertionError.

    Without `write` only the commands: those of a reference page are examples each of its own.
    """
    printed = ""
    for step in steps(page):
        if write and step.title == _OUTPUT:
            assert printed == step.text, f"{page}: the command prints\n{printed}"
        elif write and step.title is not None:
            _write(step.title, step.text, site)
        for command in commands(step):
            printed = _run(command, site.root)
    return site


def _write(title: str, text: str, site: Site) -> None:
    path = title.removeprefix(ADD)
    file = site.root / path
    before = file.read_text("utf-8") if title.startswith(ADD) else ""
    written(site.root, [(path, before + text)])


def _run(command: str, folder: Path) -> str:
    # The programs are those of the environment of this test.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return LOOKED.sub(r"\g<1>2026-11-20", done.stdout)
