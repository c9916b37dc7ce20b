"""The one data file of all pickers of a site: every model's facts, and which comparisons have a page of their own."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_model_compare.macros import Table
from mkdocs_model_compare.rendering.renderer import Renderer

from .asks import Ask
from .pages import SitePages

PATH = "assets/model-compare-catalog.json"


class PickerFile:
    """Adds the file to the site. What is costly in it, the facts, is kept as long as the renderer is the same."""

    def __init__(self) -> None:
        self._facts: tuple[Renderer, Mapping[str, Any]] | None = None

    def add(self, files: Files, config: MkDocsConfig, renderer: Renderer, found: Mapping[str, Any]) -> None:
        """`found` is what `addresses` says. A file of the author's at the same path stands for it."""
        if files.get_file_from_path(PATH) is not None:
            return
        if self._facts is None or self._facts[0] is not renderer:
            self._facts = (renderer, renderer.facts())
        text = json.dumps({**self._facts[1], "pages": found}, ensure_ascii=False, separators=(",", ":"))
        files.append(File.generated(config, PATH, content=text, inclusion=InclusionLevel.INCLUDED))


def is_picker(ask: Ask) -> bool:
    return isinstance(ask, Table) and ask.picking


def addresses(pages: SitePages, models: Iterable[str], folder: str, *, directories: bool) -> Mapping[str, Any]:
    """The page of each set of models that has one, the models by their places in the catalog, in its order.

    `regular` are those at `prefix`, the ids joined, and `suffix`; `other` has the addresses of the rest.
    """
    places = {model: place for place, model in enumerate(models)}
    prefix, suffix = f"{posixpath.normpath(folder)}/".removeprefix("./"), "/" if directories else ".html"
    regular, other = [], {}
    for chosen, page in pages.homes.items():
        # The catalog is in the order of ids, as a comparison's address is.
        ids = sorted(chosen)
        key = " ".join(str(place) for place in sorted(places[model] for model in ids))
        stem = "-vs-".join(ids)
        if quote(prefix + stem) + suffix == page.url == prefix + stem + suffix:
            regular.append(key)
        else:
            other[key] = page.url
    return {"prefix": prefix, "suffix": suffix, "regular": ",".join(sorted(regular)), "other": other}
