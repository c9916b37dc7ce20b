"""The catalog's folder → `Catalog`, or one error with every problem of every file.

A reader that is kept between builds reads only changed files again, and gives the same `Model` where nothing changed.
"""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from mkdocs_model_compare.errors import CatalogError, Place, Problem

from .cascades import consequences
from .catalog import Catalog
from .checks import check
from .contents import Contents
from .defaults import make_settings, merged
from .files import FileRecord, read_file, unread
from .model import Benchmark, License, Model, Provider
from .naming import known_value
from .placing import key_path
from .resolving import Surroundings, resolve_model
from .resolving_remarks import resolve_remark
from .scanning import BESIDE, FOLDERS, Scan, Stamp, scan, unreadable, with_files
from .schema_model import ModelFile

V = TypeVar("V")


def load_catalog(folder: Path, today: date) -> Catalog:
    """Read the catalog in `folder` once.

    Raises:
        CatalogError: with all problems of all files.
    """
    return CatalogReader(folder).read(today)


@dataclass(frozen=True, slots=True)
class _Resolved:
    """A model with what it was made from; while that is the same, so is the model."""

    record: FileRecord
    successor: str | None
    needs: tuple[object, ...]
    model: Model


class CatalogReader:
    """Reads the catalog in one folder, as often as asked.

    `shown_as` is how the folder is called in messages, relative to the project; the folder as given by default.
    """

    def __init__(self, folder: Path, shown_as: str | None = None) -> None:
        self._folder = folder
        self._shown = (folder.as_posix() if shown_as is None else shown_as).rstrip("/") or "."
        self._records: dict[str, FileRecord] = {}
        self._resolved: dict[str, _Resolved] = {}
        self._around: Surroundings | None = None
        self._instead: Mapping[str, bytes] | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that the last reading found."""
        return tuple(self._folder / path for path in sorted(self._records))

    def read(self, today: date) -> Catalog:
        """The catalog as it is now; `today` is the day after which nothing can have been reviewed.

        Raises:
            CatalogError: with all problems of all files.
        """
        with _without_gc():
            found = scan(self._folder)
            if self._instead is not None:
                found = with_files(found, self._instead)
            self._refresh(found)
            contents = self._contents(found)
            problems = [self._fault(path, message) for path, message in found.faults]
            own = (problem for record in self._records.values() for problem in record.problems)
            followed = consequences(contents)
            problems += [*(problem for problem in own if problem not in followed), *check(contents, today)]
            if problems:
                raise CatalogError(problems)
            return self._catalog(contents)

    def preview(self, today: date, instead: Mapping[str, bytes]) -> Catalog:
        """The catalog as it would be with these files, path below its folder → content, written into it.

        Folders that are not there yet are empty.

        Raises:
            CatalogError: with all problems of all files.
        """
        self._instead = instead
        try:
            return self.read(today)
        finally:
            self._instead = None

    def contents(self) -> Contents:
        """What stands in the files now, whatever is wrong in any; for what needs no catalog that is whole.

        Raises:
            CatalogError: there is no folder of a catalog.
        """
        found = scan(self._folder)
        missing = [self._fault(path, message) for path, message in found.faults if path in ("", FOLDERS["model"])]
        if missing:
            raise CatalogError(missing)
        self._refresh(found)
        return self._contents(found)

    def file(self, model_id: str) -> FileRecord:
        """The file of a model last read."""
        return self._resolved[model_id].record

    def beside(self, kind: str) -> FileRecord | None:
        """The file of a kind beside the models, if there is one."""
        return next((record for record in self._records.values() if record.kind == kind), None)

    def locate(self, model_id: str, path: str) -> Place:
        """Where the fact with this path, or whatever is nearest around it, stands in the file of a model last read."""
        record = self._resolved[model_id].record
        with _without_gc():
            return record.place(key_path(path, record.data), on_key=path.startswith("acknowledged."))

    def _refresh(self, found: Scan) -> None:
        records: dict[str, FileRecord] = {}
        for kind, files in found.files.items():
            for path, stamp in files.items():
                before = self._records.get(path)
                same = before is not None and before.stamp == stamp and before.kind == kind
                records[path] = before if before is not None and same else self._read_file(kind, path, stamp)
        self._records = records

    def _read_file(self, kind: str, path: str, stamp: Stamp) -> FileRecord:
        shown = f"{self._shown}/{path}"
        try:
            raw = (self._instead or {}).get(path)
            raw = (self._folder / path).read_bytes() if raw is None else raw
        except OSError as error:
            return unread(kind, path, shown, stamp, unreadable(error))
        return read_file(kind, path, shown, stamp, raw)

    def _fault(self, path: str, message: str) -> Problem:
        return Problem(place=Place(path=f"{self._shown}/{path}" if path else self._shown), where="", message=message)

    def _contents(self, found: Scan) -> Contents:
        by_kind: dict[str, list[FileRecord]] = {}
        for record in self._records.values():
            by_kind.setdefault(record.kind, []).append(record)
        beside = {kind: records[0] for kind, records in by_kind.items() if kind in BESIDE}
        return Contents(
            models=by_kind.get("model", []),
            comparisons=by_kind.get("comparison", []),
            beside=beside,
            settings=merged(beside["catalog"].record if "catalog" in beside else None),
            unseen=found.unseen,
        )

    def _catalog(self, contents: Contents) -> Catalog:
        around = _surroundings(contents)
        same = around == self._around
        around = self._around if same and self._around is not None else around
        resolved: dict[str, _Resolved] = {}
        for model_id in sorted(contents.ids):
            record = contents.ids[model_id]
            successor = contents.names.get(record.record.successor)
            before = self._resolved.get(model_id)
            if before is None or not _still_holds(before, record, successor, None if same else around):
                before = _resolved(record, successor, around)
            resolved[model_id] = before
        self._around = around
        self._resolved = resolved
        return Catalog(
            models=MappingProxyType({model_id: one.model for model_id, one in resolved.items()}),
            providers=around.providers,
            licenses=around.licenses,
            benchmarks=around.benchmarks,
            settings=around.settings,
            remarks=tuple(resolve_remark(record, contents.names) for record in contents.comparisons),
            ids=MappingProxyType(contents.names),
        )


def _resolved(record: FileRecord, successor: str | None, around: Surroundings) -> _Resolved:
    model = resolve_model(record.record, record.model_id, record.shown, around, successor)
    return _Resolved(record, successor, _needs(record.record, around), model)


def _still_holds(before: _Resolved, record: FileRecord, successor: str | None, around: Surroundings | None) -> bool:
    """Whether a model is as it was; `around` is None where all that it can refer to is."""
    if before.record is not record or before.successor != successor:
        return False
    return around is None or before.needs == _needs(record.record, around)


def _needs(record: ModelFile, around: Surroundings) -> tuple[object, ...]:
    """What the record's model holds of other files."""
    license_ = known_value(record.license)
    return (
        tuple(around.settings.capabilities),
        None if license_ is None else around.licenses[license_],
        *(around.providers[route.provider] for route in record.routes or ()),
        *(around.benchmarks[score.benchmark] for score in record.benchmarks or ()),
    )


def _surroundings(contents: Contents) -> Surroundings:
    return Surroundings(
        providers=_values(contents, "providers", Provider),
        licenses=_values(contents, "licenses", License),
        benchmarks=_values(contents, "benchmarks", Benchmark),
        settings=make_settings(contents.settings),
    )


def _values(contents: Contents, kind: str, make: Callable[..., V]) -> Mapping[str, V]:
    record = contents.beside.get(kind)
    entries = {} if record is None else record.record
    return MappingProxyType({key: make(id=key, **dict(entry)) for key, entry in entries.items()})


@contextmanager
def _without_gc() -> Iterator[None]:
    # Reading makes hundreds of thousands of objects and no cycles worth collecting; collecting takes as long again.
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            # What was read is put with the old objects, or the first collection would go through all of it as new.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
