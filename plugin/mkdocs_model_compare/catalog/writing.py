"""A catalog's files → the disk: a file is written whole or not at all, and none is taken for another's.

What is interrupted leaves the files as they were; nobody reads one that is half written.
"""

import errno
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from mkdocs_model_compare.errors import CompareError, Place, Problem

# What a file that a program opens anew would have: the rights of a temporary one are the owner's alone.
_RIGHTS = 0o666

_FULL = "make room there, or name another folder"
_REMEDIES: Mapping[int | None, str] = {
    errno.EISDIR: "move away the folder of this name",
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.ENAMETOOLONG: "give it a shorter name",
}
_NOT_YOURS = "make it writable for you, or name another folder"


class UnwritableError(CompareError):
    """A file that the system would not write."""

    def __init__(self, path: Path, error: OSError) -> None:
        if isinstance(error, FileExistsError | NotADirectoryError):
            there = next(folder for folder in path.parents if folder.exists())
            remedy = f"{there.as_posix()} is a file where a folder is needed; move it away"
        else:
            remedy = _REMEDIES.get(error.errno, _NOT_YOURS)
        message = f"cannot be written ({error.strerror or error}); {remedy}"
        super().__init__(str(Problem(place=Place(path=path.as_posix()), where="", message=message)))


def write_whole(path: Path, content: bytes) -> None:
    """Write the file in one step, with the folders above it; a file that was there keeps its rights.

    A link is followed: what it points to is replaced, not the link.

    Raises:
        UnwritableError: it is as it was.
    """
    write_all({path: content})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write files that belong together, in this order: none is put into its place before all are on the disk.

    Raises:
        UnwritableError: every file is as it was, unless the system refused the very last step.
    """
    written: dict[Path, tuple[Path, Path]] = {}
    try:
        for path, content in files.items():
            with _told(path):
                written[path] = _beside(path, content)
        for path, (target, temporary) in written.items():
            with _told(path):
                temporary.replace(target)
    finally:
        for _, temporary in written.values():
            temporary.unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnwritableError(path, error) from error


def _beside(path: Path, content: bytes) -> tuple[Path, Path]:
    """The file that is to be replaced, and a temporary one in its folder that has the content."""
    path.parent.mkdir(parents=True, exist_ok=True)
    target = path.resolve()
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    rights = target.stat().st_mode & 0o7777 if target.exists() else _RIGHTS & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(rights)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return target, Path(name)


def _umask() -> int:
    # There is no way to ask for it but to set it.
    mask = os.umask(0)
    os.umask(mask)
    return mask
