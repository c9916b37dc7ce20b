"""Which folders a server is asked to watch; that it then rebuilds is tried in `test_serve.py`."""

import os
from typing import Any

from mkdocs_model_compare.plugin.options import Options
from mkdocs_model_compare.plugin.watching import Watching


class Server:
    def __init__(self):
        self.watched = set()

    def watch(self, path):
        self.watched.add(path)

    def unwatch(self, path):
        self.watched.remove(path)


def test_a_folder_is_watched_only_while_it_may_be_looked_into(site, monkeypatch):
    site.page("index.md", "# Home\n")
    server: Any = Server()
    config = site.config()
    options = Options(config_file_path=config.config_file_path)
    options.load_dict({})
    options.validate()
    watching = Watching(server)

    watching.update(options, config)
    assert server.watched == {str(site.root / "data")}

    monkeypatch.setattr(os, "access", lambda *_: False)
    watching.update(options, config)
    assert server.watched == set()

    monkeypatch.undo()
    watching.update(options, config)
    assert server.watched == {str(site.root / "data")}
