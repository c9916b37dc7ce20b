"""What the program around a Markdown instance leaves in it: the project's folder and the page that is being converted.

An extension is told neither; without them paths are relative to the working folder, and warnings name lines only.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """`page` is the page's path as its author knows it, `file` where it can be read."""

    root: Path = Path()
    page: str | None = None
    file: Path | None = None


def surroundings(md: Markdown) -> Surroundings:
    """Look anew at every use, since a host registers its parts after the extensions."""
    return _of_zensical(md) or _of_mkdocs(md) or Surroundings()


def _of_zensical(md: Markdown) -> Surroundings | None:
    """A preprocessor of its own holds the page and the project's settings."""
    for each in md.preprocessors:
        page, config = getattr(each, "page", None), getattr(each, "config", None)
        path = getattr(page, "path", None)
        if isinstance(path, str) and isinstance(config, dict):
            root = Path(str(config.get("root_dir") or ""))
            return Surroundings(root=root, page=path, file=root / str(config.get("docs_dir") or "docs") / path)
    return None


def _of_mkdocs(md: Markdown) -> Surroundings | None:
    """The treeprocessor that resolves links, of MkDocs and ProperDocs, holds the file and the configuration."""
    if "relpath" not in md.treeprocessors:
        return None
    relpath: Any = md.treeprocessors["relpath"]
    page, source = (getattr(getattr(relpath, "file", None), name, None) for name in ("src_uri", "abs_src_path"))
    settings = getattr(getattr(relpath, "config", None), "config_file_path", None)
    if not isinstance(page, str):
        return None
    root = Path(settings).parent if isinstance(settings, str) else Path()
    return Surroundings(root=root, page=page, file=Path(source) if isinstance(source, str) else None)
