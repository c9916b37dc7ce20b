"""Which folders a server watches for this plugin."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from .catalog_source import folder_of, templates_of
from .options import Options


class Watching:
    """Knows what it had the server watch, as an edit of `mkdocs.yml` can name other folders. No server: nothing."""

    def __init__(self, server: LiveReloadServer | None = None) -> None:
        self._server = server
        self._watched: set[Path] = set()

    def update(self, options: Options, config: MkDocsConfig) -> None:
        """Watch what the pages are made from now, and nothing else."""
        if self._server is None:
            return
        folders = {folder_of(options, options.catalog), templates_of(options)}
        # What MkDocs looks at itself would be seen twice, and on a busy machine built twice.
        seen = (config.docs_dir, *config.watch)
        wanted = {
            path
            for path in folders
            if path is not None and _readable(path) and not any(path.is_relative_to(other) for other in seen)
        }
        for path in wanted - self._watched:
            self._server.watch(str(path))
        for path in self._watched - wanted:
            self._server.unwatch(str(path))
        self._watched = wanted


def _readable(path: Path) -> bool:
    # A server that is to watch what it may not look into ends.
    return path.is_dir() and os.access(path, os.R_OK | os.X_OK)
