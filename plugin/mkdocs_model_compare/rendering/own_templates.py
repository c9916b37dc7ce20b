"""The user's folder of templates, before one is used: a file whose name is nearly right would be passed over."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from mkdocs_model_compare.errors import CompareError, nearest

_SUFFIX = ".html.jinja"
_MARKUP = (".html", ".jinja", ".jinja2", ".j2")


def check_names(folder: Path) -> None:
    """Refuse files that are meant for templates and have no template's name. Pieces that another file uses may be.

    Raises:
        CompareError: naming each, with the name that was probably meant.
    """
    faults = tuple(_misnamed(folder))
    if faults:
        raise CompareError("\n".join(faults))


def _misnamed(folder: Path) -> Iterator[str]:
    shipped = {entry.name.removesuffix(_SUFFIX) for entry in (files(__package__) / "templates").iterdir()}
    own = [path for path in sorted(folder.iterdir()) if path.is_file() and path.suffix in _MARKUP]
    for path in own:
        if path.name.endswith(_SUFFIX) and path.name.removesuffix(_SUFFIX) in shipped:
            continue
        close = nearest(path.name.partition(".")[0], shipped)
        if close is not None and not any(_names(other, path.name) for other in own if other is not path):
            yield f'{folder.name}/{path.name}: no template has this name; did you mean "{close}{_SUFFIX}"?'


def _names(path: Path, name: str) -> bool:
    return name.encode() in path.read_bytes()
