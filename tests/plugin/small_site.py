"""A small site of its own for each test: an invented catalog of four models, pages, and builds by MkDocs itself."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import dedent

from bs4 import BeautifulSoup, Tag
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.config_options import Plugins
from mkdocs.config.defaults import MkDocsConfig

from tests import patience

_MODELS = {
    "ada-1": """
        name: Ada 1
        developer: Acme
        family: ada
        aliases: [acme/ada-1]
        summary: A small model.
        released: 2026-02-01
        context_window: 200000
        license: closed
        capabilities: {vision: yes, reasoning: no}
        routes: [{provider: cloud-one, price: {input: 1, output: 5}}]
        sources: {card: {url: "https://example.org/ada"}}
        provenance: {default: card}
        reviewed: TODAY
    """,
    "bell-2": """
        name: Bell 2
        developer: Bell Labs
        released: 2026-01-15
        context_window: 128000
        license: open
        capabilities: {vision: no, reasoning: yes}
        routes: [{provider: cloud-one, price: {input: 0.5, output: 2}}]
        reviewed: TODAY
    """,
    "cray-3": """
        name: Cray 3
        developer: Acme
        family: ada
        context_window: 1000000
        license: closed
        routes: [{provider: cloud-two, price: {input: 3, output: 15}}]
        reviewed: TODAY
    """,
    "old-0": """
        name: Old 0
        developer: Acme
        status: retired
    """,
}
# The day of the test, whichever that is: what is stale has tests of its own.
REVIEWED = date.today()  # noqa: DTZ011
MODELS = {name: text.replace("TODAY", str(REVIEWED)) for name, text in _MODELS.items()}
BESIDE = {
    "providers.yml": """
        cloud-one: {name: Cloud One, kind: cloud, url: "https://example.org/one"}
        cloud-two: {name: Cloud Two, kind: cloud}
    """,
    "licenses.yml": """
        closed: {name: Closed, openness: proprietary, commercial_use: permitted}
        open: {name: Open 1.0, openness: open-source, commercial_use: permitted}
    """,
    "benchmarks.yml": "{}\n",
}


_AS_BEFORE = b"<!-- as before -->"
_OF_THE_THEME = {"404.html", "search.html"}


class Messages(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def of(self, level: int) -> list[str]:
        return [record.getMessage() for record in self.records if record.levelno == level]

    @property
    def warnings(self) -> list[str]:
        return self.of(logging.WARNING)

    @property
    def errors(self) -> list[str]:
        return self.of(logging.ERROR)

    @property
    def ours(self) -> list[str]:
        return [text for record in self.records if (text := record.getMessage()).startswith("model-compare: ")]


@dataclass
class Site:
    root: Path
    plugins: str = "[model-compare]"
    rest: str = ""

    def write(self, path: str, text: str) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return file

    def page(self, path: str, text: str) -> Path:
        return self.write(f"docs/{path}", text)

    def model(self, name: str, text: str | None = None) -> Path:
        return self.write(f"data/models/{name}.yml", MODELS[name] if text is None else text)

    def catalog(self, models: Mapping[str, str] = MODELS, folder: str = "data") -> None:
        """Write these models, and what they refer to."""
        for name, text in BESIDE.items():
            self.write(f"{folder}/{name}", text)
        for name, text in models.items():
            self.write(f"{folder}/models/{name}.yml", text)

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        text = file.read_text("utf-8")
        assert old in text
        # At once, so that a server cannot see one edit as two; and apart from all that is watched until then.
        edited = self.root / "edited"
        edited.write_text(text.replace(old, new), encoding="utf-8")
        # Two writes within one tick of the clock must differ in time as those of a person do.
        stat = file.stat()
        os.utime(edited, ns=(stat.st_atime_ns, max(stat.st_mtime_ns, edited.stat().st_mtime_ns) + 10_000_000))
        edited.replace(file)

    def configure(self, plugins: str | None = None, rest: str | None = None) -> None:
        self.plugins = self.plugins if plugins is None else plugins
        self.rest = self.rest if rest is None else dedent(rest)
        self.write("mkdocs.yml", f"site_name: Small\nplugins: {self.plugins}\n{self.rest}")

    def config(self) -> MkDocsConfig:
        return load_config(str(self.root / "mkdocs.yml"))

    def build(self, *, strict: bool = True) -> Messages:
        """Build as `mkdocs build [--strict]` does, in this process."""
        with messages() as heard:
            config = load_config(str(self.root / "mkdocs.yml"), strict=strict)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        return heard

    def html(self, path: str = "index.html") -> str:
        return (self.root / "site" / path).read_text("utf-8")

    def soup(self, path: str = "index.html") -> BeautifulSoup:
        return BeautifulSoup(self.html(path), "html.parser")

    def one(self, path: str, selector: str) -> Tag:
        found = self.soup(path).select(selector)
        assert len(found) == 1, f"{len(found)} of {selector} in {path}"
        return found[0]


class Serving:
    """The rebuilds of `mkdocs serve [--dirty]`, one call each: the configuration is read anew, the plugins are kept."""

    def __init__(self, site: Site, *, dirty: bool) -> None:
        self.site = site
        self.dirty = dirty
        first = site.config()
        first.plugins.on_startup(command="serve", dirty=dirty)
        self._next: MkDocsConfig | None = first

    def build(self) -> Messages:
        config, self._next = self._next or self.site.config(), None
        with messages() as heard:
            build(config, serve_url="http://127.0.0.1:8000/", dirty=self.dirty)
        return heard

    def rebuilt(self) -> list[str]:
        """Build, and say which pages were written."""
        pages = tuple(self.site.root.glob("site/**/*.html"))
        for page in pages:
            times = page.stat()
            page.write_bytes(_AS_BEFORE + page.read_bytes())
            os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))
        self.build()
        return sorted(
            page.relative_to(self.site.root / "site").as_posix()
            for page in self.site.root.glob("site/**/*.html")
            if page.name not in _OF_THE_THEME and not page.read_bytes().startswith(_AS_BEFORE)
        )


def forget_plugins() -> None:
    """Have the next build begin as in a process of its own: MkDocs keeps plugins as long as one lives."""
    plugins = dict(MkDocsConfig._schema)["plugins"]
    assert isinstance(plugins, Plugins)
    plugins.plugin_cache.clear()


@contextmanager
def messages() -> Iterator[Messages]:
    handler = Messages()
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield handler
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)


def mkdocs_command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", *arguments]


def run_mkdocs(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in this folder, as its users do; what came of it is the caller's to judge."""
    command = mkdocs_command(*arguments)
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=patience.SECONDS)
