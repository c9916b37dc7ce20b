"""The catalog of one site, kept between the builds of one process, and what is said when it cannot be used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from stat import S_ISREG

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.errors import CompareError, Place
from mkdocs_model_compare.macros import DEFAULT_WORKLOAD, workload_option
from mkdocs_model_compare.rendering.own_templates import check_names
from mkdocs_model_compare.site.asks import Basis, NotingRenderer

from .options import Options


class CatalogSource:
    """Reads the catalog anew for every build; files that did not change are not read again.

    `last` is the catalog as it was when it could last be used.
    """

    def __init__(self) -> None:
        self.last: Catalog | None = None
        self._reader: tuple[Path, CatalogReader] | None = None
        self._kept: tuple[tuple[Basis, date], NotingRenderer] | None = None

    def read(self, options: Options) -> tuple[Basis, NotingRenderer | CompareError]:
        """What the build answers from, and the renderer over it, or why there is none."""
        templates = templates_of(options)
        catalog, workload, error = None, DEFAULT_WORKLOAD, None
        try:
            _check_templates(options)
            catalog = self._catalog(options)
            workload = _workload(options, catalog)
        except CompareError as raised:
            catalog, error = None, raised
        basis = Basis(
            catalog=catalog,
            report=str(error or ""),
            workload=workload,
            stale_after=options.stale_after,
            templates=file_states(templates) if templates else (),
        )
        if catalog is None:
            assert error is not None
            return basis, error
        self.last = catalog
        return basis, self._renderer(basis, templates)

    def locate(self, model_id: str, path: str) -> Place:
        """Where a fact of the last catalog that could be used stands."""
        assert self._reader is not None
        return self._reader[1].locate(model_id, path)

    def _renderer(self, basis: Basis, templates: Path | None) -> NotingRenderer:
        """The one of the last build where nothing changed: to compile the templates takes longer than a page."""
        today = date.today()
        if self._kept is None or self._kept[0] != (basis, today):
            assert basis.catalog is not None
            renderer = NotingRenderer(
                basis.catalog,
                workload=basis.workload,
                today=today,
                stale_after=basis.stale_after,
                templates=templates,
            )
            self._kept = ((basis, today), renderer)
        return self._kept[1]

    def _catalog(self, options: Options) -> Catalog:
        folder = folder_of(options, options.catalog)
        if not folder.is_dir():
            raise CompareError(
                _no_folder("catalog", options.catalog, "make it, as `model-compare init` does, or correct the option")
            )
        if self._reader is None or self._reader[0] != folder:
            self._reader = (folder, CatalogReader(folder, _shown(folder)))
        catalog = self._reader[1].read(date.today())
        # What is equal is the same from here on, so that all that rests on it can be kept.
        return self.last if self.last == catalog else catalog


def templates_of(options: Options) -> Path | None:
    return folder_of(options, options.templates) if options.templates else None


def folder_of(options: Options, folder: str) -> Path:
    """A folder of the options, which is relative to that of `mkdocs.yml`."""
    beside = Path(options.config_file_path).parent if options.config_file_path else Path()
    return (beside / folder).absolute()


def file_states(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Every file in the folder with its time and size, which change when it does."""
    return tuple(_states(sorted(folder.rglob("*"))))


def _states(paths: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    for path in paths:
        # What an editor keeps beside a file goes as it comes, also between two looks.
        with suppress(OSError):
            stat = path.stat()
            if S_ISREG(stat.st_mode):
                yield str(path), stat.st_mtime_ns, stat.st_size


def _workload(options: Options, catalog: Catalog) -> Workload:
    try:
        return workload_option(options.workload, catalog)
    except CompareError as error:
        raise CompareError(f"mkdocs.yml: plugins.model-compare.{error}") from None


def _check_templates(options: Options) -> None:
    templates = templates_of(options)
    if templates is not None and not templates.is_dir():
        raise CompareError(_no_folder("templates", options.templates, "make it, or leave the option out"))
    if templates is not None:
        check_names(templates)


def _no_folder(option: str, found: str, remedy: str) -> str:
    return f'mkdocs.yml: plugins.model-compare.{option}: there is no folder "{found}" beside mkdocs.yml; {remedy}'


def _shown(folder: Path) -> str:
    """How messages name the folder: from where the author stands, as a terminal can open it."""
    here = Path.cwd()
    return folder.relative_to(here).as_posix() if folder.is_relative_to(here) else str(folder)
