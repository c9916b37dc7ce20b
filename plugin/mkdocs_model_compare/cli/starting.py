"""What `init` writes: the catalog that is shipped to start from, and a page about two of the models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path, PurePosixPath

from mkdocs_model_compare.catalog.ids import model_id_of
from mkdocs_model_compare.catalog.scanning import scan
from mkdocs_model_compare.catalog.writing import write_all, write_whole

_STARTER = files("mkdocs_model_compare.cli") / "starter"
_CATALOG = (
    "models/claude-haiku-4.5.yml",
    "models/gemma-4-12b-it.yml",
    "models/gpt-oss-120b.yml",
    "providers.yml",
    "licenses.yml",
    "benchmarks.yml",
)
_PAIR = ("claude-haiku-4.5", "gpt-oss-120b")
_PAGE = "model-comparison.md"
_HOMES = ("index.md", "README.md")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file, or a folder that is kept, and what became of it."""

    path: Path
    made: bool
    why: str = ""

    @property
    def what(self) -> str:
        return "made" if self.made else f"kept{self.why}"


def make_catalog(folder: Path, *, force: bool) -> Iterator[Made]:
    """Write the shipped catalog, unless there is one: models of another's would name what that has not."""
    there = any(scan(folder).files.values()) if folder.is_dir() else False
    if there and not force:
        yield Made(path=folder, made=False, why=", a catalog is there")
        return
    write_all({folder / name: _shipped(f"data/{name}") for name in _CATALOG})
    yield from (Made(path=folder / name, made=True) for name in _CATALOG)


def make_page(docs: Path, catalog: Path, *, force: bool) -> Iterator[Made]:
    """Write the page: the site's first if it has none, and one of its own otherwise."""
    text = _page(catalog)
    home = next((docs / name for name in _HOMES if (docs / name).exists()), None)
    if home is not None and home.read_bytes() == text:
        yield Made(path=home, made=False)  # it was written by the first call
        return
    path = docs / (_HOMES[0] if home is None else _PAGE)
    there = path.exists() and not force
    if not there:
        write_whole(path, text)
    yield Made(path=path, made=not there)


def models_of(catalog: Path) -> list[str]:
    """The ids of those in the catalog that is there by now; it may be the author's own."""
    return sorted(model_id_of(PurePosixPath(path).name) for path in scan(catalog).files["model"])


def _page(catalog: Path) -> bytes:
    """A comparison of two, or where there are not two the table alone."""
    ids = models_of(catalog)
    if len(ids) < len(_PAIR):
        return _shipped("table.md")
    first, second = _PAIR if set(_PAIR) <= set(ids) else ids[:2]
    return _shipped("page.md").decode().replace("FIRST", first).replace("SECOND", second).encode()


def _shipped(name: str) -> bytes:
    return (_STARTER / name).read_bytes()
