"""Which pages an earlier process built before the catalog files that they use were written, and how a page is marked.

MkDocs itself builds a page anew when the built one is older than its source; so a page to be built anew is made old.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.structure.files import File, Files

from mkdocs_model_compare.macros import Changes, Table

from .asks import CURATED, Ask, AskSections, Mistake, models_of
from .pages import SitePage, SitePages

_OLD = 0.0
_SHARED = ("catalog", "providers", "licenses", "benchmarks")
_SUFFIXES = (".yml", ".yaml")


def older_than(file: File, path: Path) -> bool:
    """Whether the page was built before the file was written."""
    built = _date(Path(file.abs_dest_path))
    return built is not None and built < (_date(path) or _OLD)


def outdated_pages(pages: SitePages, files: Files, catalog: Path, others: Iterable[Path]) -> Iterator[str]:
    """The uris of the pages with macros that are older than a file of the catalog they use, or than one of `others`.

    A page with a mistake is among them, so that it is reported again; and one whose related comparisons are new.
    """
    dates = _Dates(catalog, others)
    built = {uri: _built(files, uri) for uri in pages.by_uri}
    for page in pages.by_uri.values():
        when = built[page.uri]
        if when is None:
            continue
        older = any(isinstance(ask, Mistake) or dates.newest(ask) > when for ask in page.asks)
        if older or _gained(page, pages, built):
            yield page.uri


def _built(files: Files, uri: str) -> float | None:
    file = files.get_file_from_path(uri)
    assert file is not None
    return _date(Path(file.abs_dest_path))


def _date(path: Path) -> float | None:
    try:
        return path.stat().st_mtime
    except OSError:
        return None


def _gained(page: SitePage, pages: SitePages, built: dict[str, float | None]) -> bool:
    related = (ask for ask in page.asks if isinstance(ask, AskSections) and "related" in ask.names)
    return any(built[other.uri] is None for ask in related for other in pages.comparing(ask.models, besides=page.uri))


class _Dates:
    """When the files that an ask rests on were last written. Folders count for the files taken out of them."""

    def __init__(self, catalog: Path, others: Iterable[Path]) -> None:
        shared = (catalog / f"{name}{suffix}" for name in _SHARED for suffix in _SUFFIXES)
        self._shared = self._newest((*shared, *others))
        self._curated = self._newest((catalog / "comparisons", *(catalog / "comparisons").glob("*.y*ml")))
        models = catalog / "models"
        self._models = {path.stem: _date(path) or _OLD for path in models.rglob("*.y*ml")}
        self._all = self._newest((models, *models.rglob("*")))

    def newest(self, ask: Ask) -> float:
        if isinstance(ask, Table | Changes):
            return max(self._shared, self._all)
        own = max((self._models.get(model, _OLD) for model in models_of(ask)), default=_OLD)
        return max(
            self._shared, own, self._curated if isinstance(ask, AskSections) and CURATED & set(ask.names) else _OLD
        )

    def _newest(self, paths: Iterable[Path]) -> float:
        return max((_date(path) or _OLD for path in paths), default=_OLD)
