"""What of an author's is in the way of the folder that made pages are to be in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from .faults import Fault
from .wishes import Wishes


def path_faults(wishes: Wishes, docs: Path, *, directory_urls: bool) -> Iterator[Fault]:
    """That the folder of the made pages would be where a file of the author's is: asked before any page is made."""
    path = PurePosixPath(wishes.path)
    for part in (each for each in (path, *path.parents) if each.name):
        page = part.with_suffix(".md")
        if (docs / part).is_file():
            own = part
        elif part.suffix == ".html" and (docs / page).is_file() and not directory_urls:
            own = page
        else:
            continue
        yield ".path", f'found "{wishes.path}", where your own {own} is; expected a folder of the site, as compare'
