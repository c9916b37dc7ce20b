"""A page that is made, as MkDocs sees it; and how a page is marked to be built anew."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.structure.files import File

# Older than any source; a page that bears it stays marked until it is built, also by another process.
_OLD = 0.0


class MadeFile(File):
    """MkDocs takes generated files for always modified; this one is when it is marked.

    `title` is what its front matter says; `names` are those of its models that its title does not say.
    """

    title: str
    names: tuple[str, ...] = ()

    def is_modified(self) -> bool:
        return not Path(self.abs_dest_path).is_file() or marked(self)


def mark(file: File) -> None:
    """Have MkDocs take the built page, where there is one, for older than its source."""
    if Path(file.abs_dest_path).is_file():
        os.utime(file.abs_dest_path, (_OLD, _OLD))


def marked(file: File) -> bool:
    return Path(file.abs_dest_path).stat().st_mtime == _OLD
