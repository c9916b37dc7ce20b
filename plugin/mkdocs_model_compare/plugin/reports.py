"""What ends a build, and what a server, which goes on, says instead: once for each change of it."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs.exceptions import PluginError

from .catalog_source import file_states, folder_of
from .options import Options


class Reports:
    """An empty text says that nothing is wrong any more. `error` and `note` are the ways into the host's log."""

    def __init__(self, error: Callable[[str], None], note: Callable[[str], None]) -> None:
        self._error = error
        self._note = note
        self._of_catalog: tuple[str, tuple[object, ...]] = ("", ())
        self._of_pages = ""

    def of_catalog(self, text: str, options: Options, *, serving: bool) -> None:
        """Also said again when the files changed and the text did not."""
        if text and not serving:
            raise PluginError(f"The comparisons cannot be made:\n{text}")
        said = (text, file_states(folder_of(options, options.catalog)) if text else ())
        if text and said != self._of_catalog:
            self._error(f"The comparisons cannot be made:\n{text}")
        if not text and self._of_catalog[0]:
            self._note("The comparisons can be made again.")
        self._of_catalog = said

    def of_pages(self, text: str, *, serving: bool) -> None:
        if text and not serving:
            raise PluginError(f"The pages cannot be made:\n{text}")
        if text and text != self._of_pages:
            self._error(f"Not all pages can be made:\n{text}")
        self._of_pages = text
