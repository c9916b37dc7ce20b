"""A folder, or a revision of git, → the folder with the catalog as it is or was there.

A revision's files are written out as git has them, whatever attributes say of exports and line endings.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import click

from mkdocs_model_compare.errors import suggestion

_FILE_MODES = (b"100644", b"100755")
_MODELS = "models"
_MISSING = b"missing"
# As in a clone that fetches what it needs, where it cannot.
_LACKING = "git does not have the whole catalog of a revision; fetch what this clone lacks, or name folders"


def catalog_at(given: str, catalog: Path, temporary: Path) -> Path:
    """The folder itself, or a new one below `temporary` with what the revision has at the path of `catalog`.

    Raises:
        UsageError: it is neither, or git does not have all of it.
    """
    if Path(given).is_dir():
        return Path(given)
    root, inside = _in_repository(given, catalog)
    tree = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{given}^{{tree}}")
    if tree is None:
        raise click.UsageError(_unknown(given, root))
    return _written(root, tree.decode().strip(), inside, temporary)


def _in_repository(given: str, catalog: Path) -> tuple[Path, str]:
    """The repository of the catalog, and the catalog's path in it; the folder may be gone by now."""
    absolute = catalog.absolute()
    there = next(folder for folder in (absolute, *absolute.parents) if folder.is_dir())
    root = _git(there, "rev-parse", "--show-toplevel")
    if root is None:
        message = f'"{given}" is no folder, and no revision either, for {catalog} is in no repository of git'
        raise click.UsageError(message)
    top = Path(os.fsdecode(root.rstrip(b"\n")))
    return top, (there.resolve() / absolute.relative_to(there)).relative_to(top.resolve()).as_posix()


def _unknown(given: str, root: Path) -> str:
    refs = _git(root, "for-each-ref", "--format=%(refname:short)") or b""
    hint = suggestion(given, refs.decode(errors="replace").split()) or "name a folder, or a commit, branch or tag"
    return f'"{given}" is neither a folder nor a revision of git; {hint}'


def _written(root: Path, tree: str, inside: str, temporary: Path) -> Path:
    folder = temporary / tree
    # A revision from before the catalog has an empty one.
    (folder / _MODELS).mkdir(parents=True, exist_ok=True)
    listed = _read(root, "ls-tree", "-r", "-z", "--full-tree", tree, "--", *([] if inside == "." else [inside]))
    files = list(_files(listed, "" if inside == "." else f"{inside}/"))
    objects = b"".join(name + b"\n" for name, _ in files)
    content = BytesIO(_read(root, "cat-file", "--batch", given=objects))
    for _, path in files:
        *_, size = content.readline().split()
        if size == _MISSING:
            raise click.UsageError(_LACKING)
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.read(int(size)))
        content.readline()
    return folder


def _files(listed: bytes, inside: str) -> Iterator[tuple[bytes, str]]:
    """Object and path in the catalog of each plain file. Links are left out: they may lead anywhere."""
    for line in listed.split(b"\0"):
        if line:
            about, _, path = line.partition(b"\t")
            mode, _, name = about.split(b" ")
            if mode in _FILE_MODES:
                yield name, path.decode(errors="surrogateescape").removeprefix(inside)


def _read(root: Path, *arguments: str, given: bytes | None = None) -> bytes:
    done = _git(root, *arguments, given=given)
    if done is None:
        raise click.UsageError(_LACKING)
    return done


def _git(folder: Path, *arguments: str, given: bytes | None = None) -> bytes | None:
    """What git says; None where it fails."""
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, input=given, capture_output=True, check=False)
    except FileNotFoundError:
        raise click.UsageError("git is needed to read a revision; install it, or name two folders") from None
    return done.stdout if done.returncode == 0 else None
