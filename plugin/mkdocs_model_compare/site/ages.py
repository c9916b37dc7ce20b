"""Which pages an earlier process built before the catalog files that they use were written, and how a page is marked.

MkDocs itself builds a page anew when the built one is older than its source; so a page to be built anew is made old.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
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


def outdated_pages(
    pages: SitePages, files: Files, catalog: Path, others: Iterable[Path], lists: Mapping[str, Iterable[SitePage]]
) -> Iterator[str]:
    """The uris of the pages with macros that are older than a file of the catalog they use, or than one of `others`.

    A page with a mistake is among them, so that it is reported again; and one that lists other pages, by a macro or
    in `lists`, where one of these is new or is not called there as it is now.
    """
    dates = _Dates(catalog, others)
    built = {uri: _Built.of(files, uri) for uri in pages.by_uri}
    for page in pages.by_uri.values():
        when = built[page.uri].when
        if when is None:
            continue
        older = any(isinstance(ask, Mistake) or dates.newest(ask) > when for ask in page.asks)
        listed = (*_related(page, pages), *lists.get(page.uri, ()))
        if older or _lists_differ(built[page.uri], when, listed, built, dates):
            yield page.uri


@dataclass(frozen=True, slots=True, kw_only=True)
class _Built:
    """A page as it is in the site since `when`, if it is; its source was written at `written`, if it has one."""

    path: Path
    when: float | None
    written: float

    @classmethod
    def of(cls, files: Files, uri: str) -> _Built:
        file = files.get_file_from_path(uri)
        assert file is not None
        path = Path(file.abs_dest_path)
        written = _date(Path(file.abs_src_path)) if file.abs_src_path else None
        return cls(path=path, when=_date(path), written=written or _OLD)

    def calls(self, titles: Iterable[str]) -> bool:
        """Whether there are links of all these texts on it."""
        html = unescape(self.path.read_text("utf-8", "replace"))
        return all(f">{title}</a>" in html for title in titles)


def _related(page: SitePage, pages: SitePages) -> Iterator[SitePage]:
    for ask in page.asks:
        if isinstance(ask, AskSections) and "related" in ask.names:
            yield from pages.related(ask.models, besides=page.uri)


def _lists_differ(
    page: _Built, when: float, listed: Iterable[SitePage], built: Mapping[str, _Built], dates: _Dates
) -> bool:
    doubtful = []
    for other in listed:
        if built[other.uri].when is None:
            return True
        # It may be called otherwise by now: in its source, or as a model is called that it is about.
        if built[other.uri].written > when or any(dates.of_models(ask) > when for ask in other.asks):
            doubtful.append(other.title)
    return bool(doubtful) and not page.calls(doubtful)


def _date(path: Path) -> float | None:
    try:
        return path.stat().st_mtime
    except OSError:
        return None


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
        curated = self._curated if isinstance(ask, AskSections) and CURATED & set(ask.names) else _OLD
        return max(self._shared, self.of_models(ask), curated)

    def of_models(self, ask: Ask) -> float:
        return max((self._models.get(model, _OLD) for model in models_of(ask)), default=_OLD)

    def _newest(self, paths: Iterable[Path]) -> float:
        return max((_date(path) or _OLD for path in paths), default=_OLD)
