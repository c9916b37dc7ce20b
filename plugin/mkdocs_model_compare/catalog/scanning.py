"""The catalog's folder → which files it consists of, each with the stamp that tells whether it changed.

Nothing is read here: what cannot be part of a catalog becomes a finding, and the rest is left to the reader.
"""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_model_compare.errors import nearest

BESIDE = ("providers", "licenses", "benchmarks", "catalog")
FOLDERS = {"model": "models", "comparison": "comparisons"}
SUFFIXES = (".yml", ".yaml")

Stamp = tuple[int, int]


@dataclass(slots=True)
class Scan:
    """Kind of file → its path below the folder → its stamp; and path below the folder, message of what is wrong.

    `unseen` are the kinds of files beside the models that are there in some way but cannot be read.
    """

    files: dict[str, dict[str, Stamp]] = field(default_factory=lambda: {kind: {} for kind in (*BESIDE, *FOLDERS)})
    faults: list[tuple[str, str]] = field(default_factory=list)
    unseen: set[str] = field(default_factory=set)


def scan(folder: Path) -> Scan:
    """List the catalog's files in `folder`; paths are relative to it, with forward slashes."""
    found = Scan()
    try:
        _scan_folder(found, folder)
    except OSError as error:  # it may not be looked into
        found.faults.append(("", unreadable(error, "folder")))
    return found


def _scan_folder(found: Scan, folder: Path) -> None:
    if not folder.is_dir():
        found.faults.append(("", _no_folder(folder)))
        return
    _scan_beside(found, folder)
    for kind, name in FOLDERS.items():
        if (folder / name).is_dir():
            _walk(found, kind, folder, name, ())
    if not (folder / FOLDERS["model"]).is_dir():
        message = "there is no such folder; expected one with a YAML file for each model; make it, or correct the path"
        found.faults.append((FOLDERS["model"], message))


def _no_folder(folder: Path) -> str:
    what = "this is not a folder" if folder.exists() else "there is no such folder"
    return f"{what}; expected the catalog's, with models/ in it; make it, or correct the path"


def _scan_beside(found: Scan, folder: Path) -> None:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        stem, suffix = Path(entry.name).stem, Path(entry.name).suffix
        if _ignored(entry.name) or suffix.lower() not in SUFFIXES:
            continue
        if stem not in BESIDE:
            _suspect(found, entry.name, stem, folder)
        elif present := next(iter(found.files[stem]), None):
            message = f"{present} is there too; expected one of the two; merge them into one"
            found.faults.append((entry.name, message))
        else:
            _add(found, stem, entry, entry.name)


def _suspect(found: Scan, name: str, stem: str, folder: Path) -> None:
    meant = nearest(stem, BESIDE)
    if meant is not None and not any((folder / f"{meant}{suffix}").exists() for suffix in SUFFIXES):
        message = f"no file of a catalog has this name; expected {meant}.yml, which is missing; rename it"
        found.faults.append((name, message))
        found.unseen.add(meant)


def _walk(found: Scan, kind: str, folder: Path, below: str, above: tuple[str, ...]) -> None:
    real = os.path.realpath(folder / below)
    if real in above:
        return  # a link back to a folder that is being walked
    try:
        entries = sorted(os.scandir(folder / below), key=lambda entry: entry.name)
    except OSError as error:
        found.faults.append((below, unreadable(error, "folder")))
        return
    for entry in entries:
        path = f"{below}/{entry.name}"
        if _ignored(entry.name):
            continue
        is_yaml = entry.name.lower().endswith(SUFFIXES)
        if _is_folder(entry):
            if is_yaml:
                found.faults.append((path, "this is a folder; expected a file; rename the folder"))
            else:
                _walk(found, kind, folder, path, (*above, real))
        elif is_yaml:
            _add(found, kind, entry, path)


def _ignored(name: str) -> bool:
    # Hidden files, and what editors leave beside a file while it is edited.
    return name.startswith((".", "#", "~")) or name.endswith("~")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _add(found: Scan, kind: str, entry: os.DirEntry[str], path: str) -> None:
    try:
        status = entry.stat()
    except OSError as error:
        found.faults.append((path, unreadable(error)))
        found.unseen.add(kind)
        return
    if stat.S_ISREG(status.st_mode):
        found.files[kind][path] = (status.st_mtime_ns, status.st_size)
    else:
        found.faults.append((path, "this is not a file; expected a YAML file; rename or remove it"))
        found.unseen.add(kind)


def with_files(found: Scan, files: Mapping[str, bytes]) -> Scan:
    """The scan of a catalog into which these files, by their paths below it, were written."""
    kinds = {folder: kind for kind, folder in FOLDERS.items()}
    for path, content in files.items():
        kind = kinds.get(path.partition("/")[0]) or Path(path).stem
        # No file has such a time, so that what was read of the one on the disk is not taken for this.
        found.files[kind][path] = (-1 - hash(content) % (1 << 62), len(content))
    found.faults = [fault for fault in found.faults if fault[0] not in ("", FOLDERS["model"])]
    return found


def unreadable(error: OSError, kind: str = "file") -> str:
    return f"cannot be read ({error.strerror or error}); expected a readable {kind}; check the link or the rights"
