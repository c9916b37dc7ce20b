"""The MkDocs project around a catalog, as far as a command has to know it: read without running any of its code."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs_model_compare.catalog.composing import UnreadableError
from mkdocs_model_compare.catalog.foreign import read_foreign
from mkdocs_model_compare.catalog.inserting import entry, with_plugin
from mkdocs_model_compare.catalog.writing import write_whole

PLUGIN = "model-compare"
_NAMES = ("mkdocs.yml", "mkdocs.yaml")
_CATALOG, _DOCS = "data", "docs"
_REPOSITORY = ".git"
_INHERIT = "INHERIT"


class ProjectError(Exception):
    """There is no project that could be meant; its text says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """`settings` is what the file says, with None for what bears a tag; empty where there is no file yet."""

    config_file: Path
    there: bool
    settings: dict[str, Any]

    @property
    def folder(self) -> Path:
        return self.config_file.parent

    @property
    def docs(self) -> Path:
        named = self.settings.get("docs_dir")
        return self.folder / (named if isinstance(named, str) else _DOCS)

    @property
    def has_plugin(self) -> bool:
        return plugin_options(self.settings) is not None

    @property
    def catalog(self) -> Path:
        named = (plugin_options(self.settings) or {}).get("catalog")
        return self.folder / (named if isinstance(named, str) else _CATALOG)

    @property
    def directory_urls(self) -> bool:
        return self.settings.get("use_directory_urls") is not False

    def add_plugin(self, catalog: Path) -> None:
        """Put the plugin into the list.

        Raises:
            NoPlaceError: the list has a form that is better left to a person.
        """
        raw = self.config_file.read_bytes()
        option = self.catalog_option(catalog)
        write_whole(self.config_file, with_plugin(raw.decode("utf-8"), PLUGIN, option).encode())

    def catalog_option(self, catalog: Path) -> str | None:
        """How the plugin is told of the catalog; None where it looks there by itself."""
        relative = Path(os.path.relpath(catalog, self.folder)).as_posix()
        return None if relative == _CATALOG else relative


def found_project(here: Path, config_file: Path | None) -> Project:
    """The project whose file is named, or stands in this folder; one to be made where there is none.

    Raises:
        ProjectError: the file cannot be read, or stands in a folder above.
    """
    path = config_file or next((here / name for name in _NAMES if (here / name).is_file()), None)
    if path is None:
        _refuse_inside(here)
        return Project(config_file=here / _NAMES[0], there=False, settings={})
    try:
        return Project(config_file=path, there=True, settings=read_foreign(path.read_bytes()))
    except UnreadableError as error:
        place = f"{path}:{error.fault.line}:{error.fault.column}" if error.fault.line else str(path)
        raise ProjectError(f"{place}: {error}") from error
    except OSError as error:
        raise ProjectError(f"{path}: cannot be read ({error.strerror})") from error


def whole_settings(project: Project) -> dict[str, Any]:
    """What the file says over what those say that it inherits from, as MkDocs reads them.

    Raises:
        ProjectError: a file that it inherits from is not there, cannot be read, or inherits from this one.
    """
    found, path, seen = dict(project.settings), project.config_file, {project.config_file.resolve()}
    while isinstance(named := found.pop(_INHERIT, None), str):
        place, path = f"{path}: {_INHERIT}", path.parent / named
        if not path.is_file():
            raise ProjectError(f'{place}: there is no file "{path}"; name one that is there, or leave it out')
        if path.resolve() in seen:
            raise ProjectError(f'{place}: "{path}" inherits from this file in turn; leave {_INHERIT} out of one')
        seen.add(path.resolve())
        found = _over(found, dict(found_project(path.parent, path).settings))
    return found


def _over(upper: dict[str, Any], lower: dict[str, Any]) -> dict[str, Any]:
    """Mappings are merged key by key; all else of the upper one stands for the lower's."""
    for key, value in upper.items():
        below = lower.get(key)
        lower[key] = _over(value, dict(below)) if isinstance(value, dict) and isinstance(below, dict) else value
    return lower


def plugin_options(settings: dict[str, Any]) -> dict[str, Any] | None:
    """The plugin's options; None where it is not listed."""
    listed = settings.get("plugins")
    entries = listed if isinstance(listed, list) else [listed]
    for one in entries:
        if one == PLUGIN:
            return {}
        if isinstance(one, dict) and PLUGIN in one:
            options = one[PLUGIN]
            return options if isinstance(options, dict) else {}
    return None


def new_config(project: Project, catalog: Path, theme: str | None) -> None:
    """Write a first configuration, for a folder that is no MkDocs project yet."""
    look = f"theme:\n  name: {theme}\n" if theme else ""
    plugin = entry(PLUGIN, project.catalog_option(catalog))
    text = f"site_name: Model comparison\n{look}plugins:\n  - search\n  {plugin}\n"
    write_whole(project.config_file, text.encode())


def _refuse_inside(here: Path) -> None:
    """A second project inside of one is hardly meant. The search ends with the repository."""
    for folder in (here.absolute(), *here.absolute().parents):
        for name in _NAMES:
            if (folder / name).is_file():
                raise ProjectError(
                    f"there is no {_NAMES[0]} here, and one in {folder}; run this there, "
                    f"or name it: --config-file {os.path.relpath(folder / name)}"
                )
        if (folder / _REPOSITORY).exists():
            return
