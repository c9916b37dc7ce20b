"""Small catalogs in folders, for the tests of everything that reads one."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.errors import CatalogError

TODAY = date(2026, 11, 22)

# Three lines of each kind that the cases add to or replace.
BASE: Mapping[str, str] = {
    "providers.yml": "acme: {name: Acme, kind: cloud}\nglobex: {name: Globex}\n",
    "licenses.yml": "mit: {name: MIT, openness: open-source, commercial_use: permitted}\n",
    "benchmarks.yml": "exam: {name: Exam, unit: percent}\narena: {name: Arena, unit: elo}\n",
    "models/a.yml": "name: A\ndeveloper: Lab\n",
    "models/b.yml": "name: B\ndeveloper: Lab\naliases: [bee]\n",
}


def write(folder: Path, files: Mapping[str, str | bytes | None], base: Mapping[str, str] = BASE) -> Path:
    """Write the base catalog with `files` over it; None leaves a file of the base out."""
    for name, content in {**base, **files}.items():
        if content is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def read(folder: Path, files: Mapping[str, str | bytes | None]) -> Catalog:
    return CatalogReader(write(folder, files), shown_as="data").read(TODAY)


def report(folder: Path, files: Mapping[str, str | bytes | None]) -> str:
    """The report that a catalog of the base and `files` gets; empty if nothing is wrong."""
    try:
        read(folder, files)
    except CatalogError as error:
        return str(error)
    return ""


def read_model(folder: Path, *lines: str) -> Any:
    """The model that these lines make, below a name and a developer; `Any`, as a test knows what it stated."""
    text = "\n".join(("name: A", "developer: Lab", *lines, ""))
    return read(folder, {"models/a.yml": text}).models["a"]
